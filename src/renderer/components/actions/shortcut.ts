const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.userAgent)

const NAMED_KEYS: Record<string, string> = { ' ': 'space', arrowup: 'up', arrowdown: 'down', escape: 'esc' }
const SHOWN_KEYS: Record<string, string> = {
  ctrl: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  enter: '↵',
  space: 'Space',
  esc: 'Esc',
  up: '↑',
  down: '↓',
}
const EDITABLE =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"]'

/** A key press as a shortcut is written: 'ctrl+shift+z', 'm', '?'. Null for modifier keys alone. */
export function pressOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): string | null {
  const lower = event.key.toLowerCase()
  if (['control', 'meta', 'shift', 'alt', 'dead', 'process', 'unidentified'].includes(lower)) return null
  const key = NAMED_KEYS[lower] ?? lower
  const isSymbol = key.length === 1 && !/[a-z0-9]/.test(key)
  const modifiers = [
    event.ctrlKey || event.metaKey ? 'ctrl' : '',
    event.altKey ? 'alt' : '',
    event.shiftKey && !isSymbol ? 'shift' : '',
  ].filter(Boolean)
  return [...modifiers, key].join('+')
}

/** Keys as they are drawn on caps: ['Ctrl', 'E'], ['G', 'A']. */
export function shortcutKeys(shortcut: string): string[] {
  return shortcut.split(' ').flatMap((press) =>
    press.split(/\+(?=.)/).map((key) => {
      if (key === 'ctrl' && isMac()) return '⌘'
      return SHOWN_KEYS[key] ?? (key.length === 1 ? key.toUpperCase() : key)
    }),
  )
}

/** aria-keyshortcuts writes 'Control+E'. */
export function ariaShortcut(shortcut: string): string {
  return shortcut
    .split('+')
    .map((key) =>
      key === 'ctrl' ? (isMac() ? 'Meta' : 'Control') : key.charAt(0).toUpperCase() + key.slice(1),
    )
    .join('+')
}

export const isSingleKey = (shortcut: string): boolean => !/ctrl\+|alt\+/.test(shortcut)

export const isEditable = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(EDITABLE) !== null

/** Dialogs, menus and lists of choices take every key themselves. */
export const isInsideFloating = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[aria-modal="true"], [role="menu"], [role="listbox"]') !== null

import { useEffect } from 'react'

const ENTER_KEYS =
  'a, button, input:not([type="radio"]), select, textarea, summary, [contenteditable="true"], [role="combobox"]'
const ESCAPE_KEYS = 'input:not([type="radio"], [role="combobox"]), textarea, [contenteditable="true"]'
const FLOATING = '[aria-modal="true"], [data-menu-dropdown], [role="listbox"]'

/** A closed dropdown may stay in the page without being shown. */
const hasLayer = () => [...document.querySelectorAll(FLOATING)].some((layer) => layer.checkVisibility())

const isWithin = (target: EventTarget | null, selector: string) =>
  target instanceof Element && target.closest(selector) !== null

/** Enter goes on and Esc goes out, unless the key belongs to the control or the layer it was pressed in. */
export function useWizardKeys(onNext: (() => void) | null, onCancel: (() => void) | null): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.repeat) return
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      if (hasLayer()) return
      if (event.key === 'Enter' && onNext && !isWithin(event.target, ENTER_KEYS)) {
        event.preventDefault()
        onNext()
      } else if (event.key === 'Escape' && onCancel && !isWithin(event.target, ESCAPE_KEYS)) {
        event.preventDefault()
        onCancel()
      }
    }
    // Before the screens' own handlers, which close the layer that the key was meant for.
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [onNext, onCancel])
}

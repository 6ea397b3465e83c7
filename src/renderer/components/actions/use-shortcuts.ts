import { useEffect, useRef } from 'react'
import type { Action } from './action.ts'
import { isEditable, isInsideFloating, isSingleKey, pressOf } from './shortcut.ts'
import { currentActionGroups } from './use-actions.ts'

const SEQUENCE_MS = 1_000
/** Inside a text field these belong to the field. */
const FIELD_KEYS = new Set(['ctrl+z', 'ctrl+shift+z', 'ctrl+y'])

function actionFor(presses: readonly string[]): Action | undefined {
  const wanted = presses.join(' ')
  const actions = currentActionGroups().flatMap((group) => group.actions)
  return actions.findLast((action) => action.shortcut === wanted && !action.isDisabled)
}

const startsSequence = (press: string) =>
  currentActionGroups().some((group) =>
    group.actions.some((action) => action.shortcut?.startsWith(`${press} `) && !action.isDisabled),
  )

/** Runs offered actions by their shortcuts. Keys that compose text, or belong to a field or dialog, are left alone. */
export function useShortcuts(allowSingleKeys: boolean): void {
  const pending = useRef<{ press: string; at: number } | null>(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || event.repeat) return
      if (isInsideFloating(event.target)) return
      const press = pressOf(event)
      if (!press) return
      const single = isSingleKey(press)
      if (single && (!allowSingleKeys || isEditable(event.target))) return
      if (FIELD_KEYS.has(press) && isEditable(event.target)) return

      const first = pending.current
      pending.current = null
      const sequence = first && Date.now() - first.at < SEQUENCE_MS ? [first.press, press] : [press]
      const action = actionFor(sequence) ?? actionFor([press])
      if (action) {
        event.preventDefault()
        action.run()
      } else if (single && startsSequence(press)) {
        pending.current = { press, at: Date.now() }
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [allowSingleKeys])
}

import { describe, expect, it } from 'vitest'
import {
  ariaShortcut,
  isSingleKey,
  pressOf,
  shortcutKeys,
} from '../../../src/renderer/components/actions/shortcut.ts'

const press = (key: string, modifiers: { ctrl?: boolean; shift?: boolean; meta?: boolean } = {}) =>
  pressOf({
    key,
    ctrlKey: modifiers.ctrl ?? false,
    metaKey: modifiers.meta ?? false,
    shiftKey: modifiers.shift ?? false,
    altKey: false,
  })

describe('pressOf', () => {
  it('takes Cmd for Ctrl and letters without regard to case', () => {
    expect(press('K', { ctrl: true })).toBe('ctrl+k')
    expect(press('k', { meta: true })).toBe('ctrl+k')
    expect(press('Z', { ctrl: true, shift: true })).toBe('ctrl+shift+z')
  })

  it('does not ask for Shift where the layout needs it to type the sign', () => {
    expect(press('?', { shift: true })).toBe('?')
    expect(press('?')).toBe('?')
  })

  it('ignores modifiers alone and keys an input method is working on', () => {
    for (const key of ['Control', 'Shift', 'Meta', 'Process', 'Dead']) expect(press(key)).toBeNull()
  })
})

describe('shown shortcuts', () => {
  it('draws one cap per key, sequences included', () => {
    expect(shortcutKeys('ctrl+shift+z')).toEqual(['Ctrl', 'Shift', 'Z'])
    expect(shortcutKeys('g a')).toEqual(['G', 'A'])
    expect(shortcutKeys('?')).toEqual(['?'])
  })

  it('counts sequences of plain keys as single keys, so that they can be switched off', () => {
    expect(isSingleKey('g a')).toBe(true)
    expect(isSingleKey('?')).toBe(true)
    expect(isSingleKey('ctrl+k')).toBe(false)
  })

  it('speaks the names screen readers expect', () => {
    expect(ariaShortcut('ctrl+n')).toBe('Control+N')
  })
})

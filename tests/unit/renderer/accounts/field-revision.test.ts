import { describe, expect, it } from 'vitest'
import { createNumberFormat } from '../../../../src/renderer/components/number-format.ts'
import { fieldRevision, typedText } from '../../../../src/renderer/features/accounts/field-revision.ts'

const NO_OPTIONS = { options: [] }
const format = createNumberFormat('zh-CN')

describe('a custom field typed into its cell', () => {
  it('is read by its kind, and what is none of it is refused with its reason', () => {
    expect(fieldRevision({ kind: 'number', ...NO_OPTIONS }, undefined, '1,200.5', 'CNY')).toEqual({
      state: 'changed',
      value: 1200.5,
    })
    expect(fieldRevision({ kind: 'date', ...NO_OPTIONS }, undefined, '2026/9/3', 'CNY')).toMatchObject({
      value: '2026-09-03',
    })
    const choice = { kind: 'choice', options: ['High', 'Low'] } as const
    expect(fieldRevision({ ...choice, options: ['High', 'Low'] }, 'Low', 'high', 'CNY')).toMatchObject({
      value: 'High',
    })
    const refusals = [
      ['number', 'x'],
      ['money', 'x'],
      ['date', '2026-02-30'],
      ['choice', 'Middle'],
      ['text', 'x'.repeat(2001)],
    ] as const
    expect(
      refusals.map(([kind, text]) => fieldRevision({ kind, options: ['High'] }, undefined, text, 'CNY')),
    ).toMatchObject(
      ['not-number', 'not-amount', 'not-day', 'not-option', 'too-long'].map((reason) => ({ reason })),
    )
  })

  it('keeps the currency its money has, and takes the workspace’s for a first value', () => {
    const money = { kind: 'money', ...NO_OPTIONS } as const
    expect(fieldRevision(money, { amount: 1, currency: 'EUR' }, '3万', 'CNY')).toMatchObject({
      value: { amount: 300_000_000, currency: 'EUR' },
    })
    expect(fieldRevision(money, undefined, '3', 'CNY')).toMatchObject({ value: { currency: 'CNY' } })
  })

  it('is not written when it was only looked at: what the editor starts with reads back as the same', () => {
    const money = { amount: 4_081_234_500, currency: 'CNY' }
    for (const [kind, value] of [
      ['money', money],
      ['number', -12_345.678],
      ['date', '2026-09-30'],
      ['text', 'a b'],
    ] as const) {
      expect(fieldRevision({ kind, options: [] }, value, typedText(value, format), 'CNY')).toEqual({
        state: 'same',
      })
    }
    expect(fieldRevision({ kind: 'text', ...NO_OPTIONS }, undefined, ' ', 'CNY')).toEqual({ state: 'same' })
    expect(fieldRevision({ kind: 'text', ...NO_OPTIONS }, 'a', '', 'CNY')).toEqual({
      state: 'changed',
      value: null,
    })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNumberFormat } from '../../../../src/renderer/components/number-format.ts'
import { parseAmount } from '../../../../src/renderer/components/parse-amount.ts'
import { readNumber } from '../../../../src/renderer/components/read-number.ts'
import { readFilterEntry } from '../../../../src/renderer/features/accounts/read-filter-entry.ts'

const format = createNumberFormat('zh-CN')
const number = (text: string) => readNumber(text) ?? null

describe('what is typed into a filter', () => {
  it('leaves a bound as it is while the rounded text stands there, or was typed back', () => {
    const value = 12_345_678_900
    const shown = format.money(value, 'CNY')
    expect(parseAmount(shown)).not.toBe(value)
    const entry = (text: string) => readFilterEntry(text, { value, shown, read: parseAmount })
    expect(entry(shown)).toEqual({ state: 'unchanged' })
    expect(entry(` ${shown} `)).toEqual({ state: 'unchanged' })
    expect(entry('1,234,567.89')).toEqual({ state: 'unchanged' })
  })

  it('changes the bound to what is typed, and takes it away where nothing is', () => {
    const given = { value: 12_345_678_900, shown: '¥123\u00a0万', read: parseAmount }
    expect(readFilterEntry('124万', given)).toEqual({ state: 'changed', value: 12_400_000_000 })
    expect(readFilterEntry(' ', given)).toEqual({ state: 'changed', value: undefined })
    expect(readFilterEntry('much', given)).toEqual({ state: 'refused' })
    const none = { value: undefined, shown: '', read: parseAmount }
    expect(readFilterEntry('', none)).toEqual({ state: 'unchanged' })
    expect(readFilterEntry('0', none)).toEqual({ state: 'changed', value: 0 })
  })

  it('a number is shown with all its decimals, so that changing one figure keeps the others', () => {
    expect(format.number(0.000125, 20)).toBe('0.000125')
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
        fc.pre(value === 0 || Math.abs(value) >= 1e-4)
        expect(number(format.number(value, 20))).toBe(value + 0)
      }),
    )
  })
})

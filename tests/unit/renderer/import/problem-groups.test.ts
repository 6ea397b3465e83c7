import { describe, expect, it } from 'vitest'
import {
  currenciesWithoutRate,
  exampleValues,
  problemGroups,
  readingsFor,
} from '../../../../src/renderer/features/import/problem-groups.ts'
import type { RowErrorCode } from '../../../../src/shared/domain/import.ts'

const problem = (code: RowErrorCode, rowCount: number, values: readonly string[], column = '列') => ({
  code,
  column,
  rowCount,
  examples: values.map((value, index) => ({ row: index + 2, column, value, code })),
})

describe('groups by what repairs them', () => {
  it('puts a choice before an entry and an entry before work on the file, of equals the larger', () => {
    const groups = problemGroups({
      problems: [
        problem('unclosed-quote', 900, ['"abc']),
        problem('missing-customer', 12, ['']),
        problem('unknown-rate', 154, ['EUR']),
        problem('ambiguous-date', 3, ['01/02/2025']),
      ],
    })
    expect(groups.map(({ code, effort }) => [code, effort])).toEqual([
      ['ambiguous-date', 'choice'],
      ['unknown-rate', 'input'],
      ['missing-customer', 'input'],
      ['unclosed-quote', 'file'],
    ])
  })

  it('offers another order of dates only where it can make a date of some value', () => {
    const [dayFirst] = problemGroups({ problems: [problem('invalid-date', 2, ['abc', '25/12/2025'])] })
    expect(dayFirst).toMatchObject({ remedy: 'date-order', text: 'other-date-order' })
    const [yearFirst] = problemGroups({ problems: [problem('invalid-date', 2, ['2024/22/03', '待定'])] })
    expect(yearFirst).toMatchObject({ remedy: 'file', text: 'invalid-date' })
  })

  it('offers the other decimal sign only where some value is a number by it', () => {
    const [comma] = problemGroups({ problems: [problem('invalid-number', 2, ['待定', '1.234,50 €'])] })
    expect(comma?.remedy).toBe('decimal-sign')
    const [words] = problemGroups({ problems: [problem('invalid-number', 2, ['待定', '12,3,4'])] })
    expect(words?.remedy).toBe('file')
  })

  it('keeps the same problem of two columns apart', () => {
    const groups = problemGroups({
      problems: [problem('invalid-number', 1, ['x'], '数量'), problem('invalid-number', 1, ['x'], '金额')],
    })
    expect(new Set(groups.map(({ key }) => key)).size).toBe(2)
  })
})

describe('readings of a column', () => {
  const inspection = { dateOrder: 'mdy', decimalSign: ',' } as const

  it('names the one in force first and each other once', () => {
    expect(readingsFor({ remedy: 'date-order' }, inspection, {}).map(({ value }) => value)).toEqual([
      'mdy',
      'ymd',
      'dmy',
    ])
    expect(
      readingsFor({ remedy: 'decimal-sign' }, inspection, { decimalSign: '.' }).map(({ value }) => value),
    ).toEqual(['.', ','])
  })

  it('names none where no reading helps', () => {
    expect(readingsFor({ remedy: 'file' }, inspection, {})).toEqual([])
  })
})

it('lists the values of a group once each, in the order of the file', () => {
  const group = problem('invalid-number', 4, ['待定', '', '待定', '见合同', 'N/A?'])
  expect(exampleValues(group, 2)).toEqual(['待定', '见合同'])
})

it('asks for the rate of every currency that has none, and of nothing else', () => {
  const problems = [
    problem('unknown-rate', 3, ['USD', 'EUR', 'USD']),
    problem('invalid-currency', 1, ['XX1']),
  ]
  expect(currenciesWithoutRate(problems)).toEqual(['EUR', 'USD'])
})

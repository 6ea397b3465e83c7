import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ORDER_LINE_FIELDS } from '#shared/domain/order-line.ts'
import { proposeMapping } from '../../../src/main/interchange/header-proposal.ts'
import { HEADER_SYNONYMS } from '../../../src/main/interchange/header-synonyms.ts'
import { splitHeaderUnit } from '../../../src/main/interchange/header-unit.ts'
import { nameColumns } from '../../../src/main/interchange/name-columns.ts'
import { HEADER_SETS } from '../../fixtures/order-lines/header-sets.ts'

const fieldsOf = (
  headers: readonly string[],
  samples: readonly (readonly string[])[] = headers.map(() => []),
) => proposeMapping(headers, samples).map(({ field }) => field ?? '-')

describe('usual headers', () => {
  it.each(HEADER_SETS.map((set) => [set.source, set] as const))('%s', (_, { headers }) => {
    const proposed = fieldsOf(headers.map(([header]) => header))
    const wrong = headers.flatMap(([header, field], at) => {
      const found = proposed[at]
      return found !== '-' && found !== field ? [`${header} → ${found}`] : []
    })
    expect(wrong).toEqual([])
  })
  it('at least 80 % of the columns that are fields map by themselves, of 60 and more', () => {
    const entries = HEADER_SETS.flatMap(({ headers }) => {
      const proposed = fieldsOf(headers.map(([header]) => header))
      return headers.map(([header, field], at) => ({ header, field, isFound: proposed[at] === field }))
    }).filter(({ field }) => field !== '-')
    const missed = entries
      .filter(({ isFound }) => !isFound)
      .map(({ header, field }) => `${header} → ${field}`)
    expect(entries.length).toBeGreaterThanOrEqual(60)
    expect(missed.length / entries.length, missed.join(', ')).toBeLessThanOrEqual(0.05)
  })
  it('every synonym maps to its own field when it stands alone, or to the one field it shares', () => {
    for (const field of ORDER_LINE_FIELDS) {
      for (const synonym of HEADER_SYNONYMS[field]) {
        const [proposed] = fieldsOf([synonym])
        const shared = ORDER_LINE_FIELDS.filter((other) => HEADER_SYNONYMS[other].includes(synonym))
        expect(shared, synonym).toContain(proposed)
      }
    }
  })
})

describe('a proposal', () => {
  it('uses each field once, the more telling header first', () => {
    expect(fieldsOf(['日期', '订单日期', '含税金额', '不含税金额'])).toEqual([
      '-',
      'orderedOn',
      '-',
      'amount',
    ])
  })
  it('takes what is remembered before what the header says', () => {
    const remembered = { orderedOn: 'Ship Date', amount: 'gone' }
    const proposed = proposeMapping(['Order Date', 'Ship Date', 'Amount'], [[], [], []], remembered)
    expect(proposed.map(({ field, basis }) => [field, basis])).toEqual([
      [null, null],
      ['orderedOn', 'remembered'],
      ['amount', 'header'],
    ])
  })
  it('finds a lone column of dates and one of currency codes by what they hold', () => {
    const samples = [
      ['A', 'B', 'C'],
      ['2024-03-05', '2024-03-06', '2024-03-07'],
      ['CNY', 'EUR', 'CNY'],
    ]
    const proposed = proposeMapping(['Customer', 'When', 'Unit of account'], samples)
    expect(proposed.map(({ field, basis }) => [field, basis])).toEqual([
      ['customerName', 'header'],
      ['orderedOn', 'content'],
      ['currency', 'content'],
    ])
  })
  it('does not choose between two columns of dates', () => {
    const dates = ['2024-03-05', '2024-03-06', '2024-03-07']
    expect(fieldsOf(['one', 'two'], [dates, dates])).toEqual(['-', '-'])
  })
  it('leaves alone what only sounds like a field', () => {
    const headers = [
      '折扣额',
      'Unit Cost',
      '税额',
      'Customer Phone',
      '客户经理',
      'CategoryID',
      'Required Date',
      'Shipping cost',
      '客户地址',
      'Discount amount',
    ]
    expect(fieldsOf(headers)).toEqual(headers.map(() => '-'))
  })
  it('finds a field inside a longer header, with less confidence', () => {
    const [proposed] = proposeMapping(['本单销售金额'], [[]])
    expect(proposed).toMatchObject({ field: 'amount', basis: 'header' })
    expect(proposed?.confidence).toBeLessThan(1)
  })
  it('keeps the columns of a rejected file out', () => {
    expect(fieldsOf(['mainstay:row', 'mainstay:column', 'mainstay:code', 'mainstay:message'])).toEqual([
      '-',
      '-',
      '-',
      '-',
    ])
  })
  it('never throws and never uses a field twice, whatever the headers', () => {
    const header = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('__proto__', 'constructor', '金额(万)', 'Amount', 'amount', ' AMOUNT ', '日期'),
    )
    fc.assert(
      fc.property(fc.array(header, { maxLength: 20 }), (cells) => {
        const headers = nameColumns(cells)
        expect(new Set(headers).size).toBe(cells.length)
        const fields = proposeMapping(
          headers,
          headers.map(() => cells),
        ).flatMap(({ field }) => (field ? [field] : []))
        expect(new Set(fields).size).toBe(fields.length)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('a unit in a header', () => {
  it.each([
    ['含税额(万)', 10_000],
    ['金额（万元）', 10_000],
    ['金额/万元', 10_000],
    ['金额万元', 10_000],
    ['金額(萬)', 10_000],
    ['金额 单位：万元', 10_000],
    ['销售额(亿元)', 100_000_000],
    ['销售额(千元)', 1_000],
    ['销售额(百万)', 1_000_000],
    ['Amount (kEUR)', 1_000],
    ['Amount (k€)', 1_000],
    ['Amount in thousands', 1_000],
    ['Sales (000s)', 1_000],
    ['Sales (USD k)', 1_000],
    ['Umsatz TEUR', 1_000],
    ['Umsatz in T€', 1_000],
    ['Umsatz (Mio. EUR)', 1_000_000],
    ['Revenue (in millions)', 1_000_000],
    ['金额(元)', null],
    ['Amount (EUR)', null],
    ['数量(件)', null],
    ['数量(千克)', null],
    ['Menge (t)', null],
    ['Quantity (m)', null],
    ['Quantity (mm)', null],
    ['Quantity (kg)', null],
    ['Energy (kWh)', null],
    ['Discount (%)', null],
    ['国家/地区', null],
  ])('%s → %o', (header, factor) => {
    expect(splitHeaderUnit(header).unit?.factor ?? null).toBe(factor)
  })
  it('is proposed with the column, for fields that can be scaled only', () => {
    const proposed = proposeMapping(['含税额(万)', '客户名称(万)', '数量(万件)'], [[], [], []])
    expect(proposed.map(({ field, unit }) => [field, unit?.factor ?? null])).toEqual([
      ['amount', 10_000],
      ['customerName', null],
      ['quantity', 10_000],
    ])
  })
})

describe('names of columns', () => {
  it.each([
    [
      ['A', 'A', 'A'],
      ['A', 'A (2)', 'A (3)'],
    ],
    [
      ['A', 'A (2)', 'A'],
      ['A', 'A (2)', 'A (3)'],
    ],
    [
      ['', 'B', ''],
      ['Column 1', 'B', 'Column 3'],
    ],
    [
      ['Column 2', ''],
      ['Column 2', 'Column 2 (2)'],
    ],
    [
      ['__proto__', '__proto__', 'constructor'],
      ['__proto__', '__proto__ (2)', 'constructor'],
    ],
    [
      [' A ', 'A\u00a0', '\uFEFFB'],
      ['A', 'A (2)', 'B'],
    ],
    [
      ["'=A", 'two\nlines'],
      ['=A', 'two lines'],
    ],
  ])('%o → %o', (cells, names) => {
    expect(nameColumns(cells)).toEqual(names)
  })
})

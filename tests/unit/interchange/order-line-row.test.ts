import { describe, expect, it } from 'vitest'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { OrderLineMapping } from '#shared/domain/order-line.ts'
import { decideColumns } from '../../../src/main/interchange/column-verdicts.ts'
import { openCsvFile } from '../../../src/main/interchange/open-csv-file.ts'
import { createOrderLineParser } from '../../../src/main/interchange/order-line-row.ts'
import { KNOWN_CURRENCIES, proposedMapping, readWholeFile } from './read-whole-file.ts'
import { createTemporaryFiles } from './temporary-files.ts'

const files = createTemporaryFiles()
const HEADERS = ['Customer', 'Order', 'Date', 'Qty', 'Price', 'Amount', 'Cost']
const FULL = { customerName: 'Customer', orderNumber: 'Order', orderedOn: 'Date', amount: 'Amount' }

const parserFor = (mapping: OrderLineMapping) =>
  createOrderLineParser({
    headers: HEADERS,
    mapping,
    settings: {},
    knownCurrencies: KNOWN_CURRENCIES,
    defaultCurrency: 'EUR',
    columnVerdicts: { dateOrder: null, serials: null, decimalSigns: {}, isDiscountFraction: false },
  })
const errorOf = (mapping: OrderLineMapping): unknown => {
  try {
    return parserFor(mapping)
  } catch (error) {
    return error instanceof MainstayError ? [error.code, error.details] : error
  }
}

describe('a mapping', () => {
  it('without a required field is refused by name', () => {
    expect(errorOf({ orderNumber: 'Order', amount: 'Amount' })).toEqual([
      'mapping-incomplete',
      { missing: [['customerNumber', 'customerName'], ['orderedOn']] },
    ])
    const { amount: _, ...withoutAmount } = FULL
    expect(errorOf({ ...withoutAmount, quantity: 'Qty' })).toMatchObject(['mapping-incomplete', {}])
  })
  it('to a header the file lacks is refused by name', () => {
    expect(errorOf({ ...FULL, cost: 'Costs' })).toEqual([
      'mapping-unknown-column',
      { field: 'cost', header: 'Costs' },
    ])
  })
  it('may use one column for two fields', () => {
    const parse = parserFor({ ...FULL, customerNumber: 'Customer' })
    expect(parse(['A', '1', '2024-03-05', '', '', '7'], 2)).toMatchObject({
      ok: true,
      line: { customerNumber: 'A', customerName: 'A' },
    })
  })
})

it('problems of one row do not leak into the next', () => {
  const parse = parserFor(FULL)
  const bad = parse(['A', '1', 'x', '', '', '7'], 2)
  const good = parse(['A', '1', '2024-03-05', '', '', '7'], 3)
  expect(bad).toMatchObject({ ok: false, problems: [{ row: 2, code: 'invalid-date' }] })
  expect(good).toMatchObject({ ok: true, line: { row: 3 } })
  expect(parse(['A', '', '2024-03-05', '', '', '7'], 4)).toMatchObject({ ok: false, problems: [{ row: 4 }] })
  expect(bad).toMatchObject({ problems: [{ row: 2, code: 'invalid-date' }] })
})

it('a repeated bad cell is reported on each of its rows', () => {
  const parse = parserFor({ ...FULL, customerNumber: 'Customer' })
  for (const row of [2, 3]) {
    expect(parse(['1.23E+17', '1', '2024-13-05', '', '', '7'], row)).toMatchObject({
      ok: false,
      problems: [
        { row, column: 'Customer', code: 'number-in-id', value: '1.23E+17' },
        { row, column: 'Date', code: 'invalid-date', value: '2024-13-05' },
      ],
    })
  }
})

it('a long value is cut in its problem', () => {
  const result = parserFor(FULL)(['A', '1', 'x'.repeat(5_000), '', '', '7'], 2)
  expect(result.ok ? '' : result.problems[0]?.value).toHaveLength(200)
})

describe('what only the whole column tells', () => {
  const dateFile = (dates: readonly string[]): string =>
    files.write(`Customer,Order No,Date,Amount\n${dates.map((date, at) => `A,${at},${date},1\n`).join('')}`)
  it('is found in the last row as well as in the first', () => {
    const open = Array.from({ length: 6_000 }, () => '03/05/2024')
    const { lines, rejected } = readWholeFile(dateFile([...open, '25/12/2023']))
    expect(rejected).toEqual([])
    expect(new Set(lines.map(({ orderedOn }) => orderedOn))).toEqual(new Set(['2024-05-03', '2023-12-25']))
  })
  it('is not turned by a slip near the start', () => {
    const telling = Array.from({ length: 100 }, () => '03/25/2024')
    const { problems, lines } = readWholeFile(dateFile(['25/03/2024', ...telling, '03/05/2024']))
    expect(problems).toMatchObject([{ row: 2, code: 'invalid-date' }])
    expect(lines.at(-1)?.orderedOn).toBe('2024-03-05')
  })
  it('is decided for each number column on its own', () => {
    const path = files.write(
      'Customer;Order No;Date;Amount;Cost\nA;1;2024-03-05;1,50;1.25\nA;2;2024-03-05;1.000,50;1,000.25\n',
    )
    const file = openCsvFile(path)
    expect(decideColumns(file, proposedMapping(file)).decimalSigns).toEqual({ amount: ',', cost: '.' })
    expect(readWholeFile(path).lines).toMatchObject([
      { amount: 15_000, cost: 12_500 },
      { amount: 10_005_000, cost: 10_002_500 },
    ])
  })
  it('follows the file’s other columns where a column’s own cells leave it open', () => {
    const path = files.write('Customer,Order No,Date,Quantity,Unit price\nA,1,2024-03-05,"1,200",3.5\n')
    expect(readWholeFile(path).lines).toMatchObject([{ quantity: 12_000_000, amount: 42_000_000 }])
  })
  it('asks where nothing in the file tells', () => {
    const path = files.write('Customer,Order No,Date,Amount\nA,1,2024-03-05,"1,200"\nB,2,2024-03-05,7\n')
    expect(readWholeFile(path)).toMatchObject({
      lines: [{ row: 3, amount: 70_000 }],
      problems: [{ row: 2, column: 'Amount', code: 'ambiguous-number' }],
    })
    expect(readWholeFile(path, { settings: { decimalSign: '.' } }).lines[0]?.amount).toBe(12_000_000)
    expect(readWholeFile(path, { settings: { decimalSign: ',' } }).lines[0]?.amount).toBe(12_000)
  })
})

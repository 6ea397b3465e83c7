import { describe, expect, it } from 'vitest'
import { BAD_BYTES } from '../../fixtures/order-lines/bad-bytes.ts'
import { DATE_CELLS, ORDERED_DATE_CELLS } from '../../fixtures/order-lines/dates.ts'
import { FIELD_FILES } from '../../fixtures/order-lines/fields.ts'
import { HEADERS } from '../../fixtures/order-lines/headers.ts'
import { DISCOUNT_CELLS, NUMBER_CELLS } from '../../fixtures/order-lines/numbers.ts'
import type { OrderFile } from '../../fixtures/order-lines/order-file.ts'
import { ROWS } from '../../fixtures/order-lines/rows.ts'
import { encodeWithBytes } from './encode-text.ts'
import { readWholeFile, type WholeFile } from './read-whole-file.ts'
import { createTemporaryFiles } from './temporary-files.ts'

const files = createTemporaryFiles()

function read({ text, encoding, settings, mapping, unitFactors, defaultCurrency }: OrderFile): WholeFile {
  const path = files.write(encodeWithBytes(text, encoding ?? 'utf-8'))
  return readWholeFile(path, {
    settings: settings ?? {},
    ...(mapping ? { mapping } : {}),
    ...(unitFactors ? { unitFactors } : {}),
    ...(defaultCurrency ? { defaultCurrency } : {}),
  })
}

describe.each([
  ['bytes without meaning', BAD_BYTES],
  ['quotes, line ends, widths and sizes', ROWS],
  ['headers', HEADERS],
  ['fields', FIELD_FILES],
])('%s', (_, cases) => {
  it.each(cases.map((file) => [file.name, file] as const))('%s', (_name, file) => {
    const { lines, rejected, problems } = read(file)
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual(file.rejected)
    expect(lines.length + rejected.length).toBe(file.total)
    for (const [row, expected] of Object.entries(file.lines ?? {})) {
      expect(lines.find((line) => line.row === Number(row))).toMatchObject(expected)
    }
    if (!file.text.includes('\uFFFD')) expect(JSON.stringify([lines, rejected])).not.toContain('\uFFFD')
  })
})

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

/** A file with the cell in row 2 and the others of its column below it. */
function columnFile(header: string, cells: readonly string[], rest: (cell: string) => string): string {
  return `Customer,Order No,${header}\n${cells.map((cell, at) => `C-${at},SO-${at},${rest(quoted(cell))}\n`).join('')}`
}

describe('dates', () => {
  const readDates = (cells: readonly string[], settings = {}): WholeFile => {
    const text = columnFile('Order Date,Amount', cells, (cell) => `${cell},1`)
    return readWholeFile(files.write(text), { settings })
  }

  it.each(DATE_CELLS.map(([cell, expected, context]) => [cell, expected, context ?? []] as const))(
    '%s → %o beside %o',
    (cell, expected, context) => {
      const { lines, rejected } = readDates([cell, ...context])
      const line = lines.find(({ row }) => row === 2)
      const problems = rejected.find(({ row }) => row === 2)?.problems ?? []
      if (typeof expected === 'string') expect(line?.orderedOn).toBe(expected)
      else expect(problems).toMatchObject([{ row: 2, column: 'Order Date', code: expected.code }])
      expect(lines.length + rejected.length).toBe(context.length + 1)
    },
  )

  it.each(ORDERED_DATE_CELLS)('in the order %s: %s → %o', (dateOrder, cell, expected) => {
    const { lines, problems } = readDates([cell], { dateOrder })
    if (typeof expected === 'string') expect(lines[0]?.orderedOn).toBe(expected)
    else expect(problems).toMatchObject([{ row: 2, column: 'Order Date', ...expected }])
  })
})

describe('numbers', () => {
  it.each(NUMBER_CELLS)('%s with decimal sign %s → %o', (cell, sign, expected) => {
    const text = columnFile('Order Date,Amount', [cell], (amount) => `2024-03-05,${amount}`)
    const { lines, rejected, problems } = readWholeFile(files.write(text), {
      settings: sign === null ? {} : { decimalSign: sign },
    })
    if (typeof expected === 'number') expect(lines[0]?.amount).toBe(expected)
    else expect(problems).toMatchObject([{ row: 2, column: 'Amount', ...expected }])
    expect(lines.length + rejected.length).toBe(1)
  })

  it.each(DISCOUNT_CELLS)('a discount %s beside %o → %o', (cell, context, expected) => {
    const text = columnFile(
      'Date,Amount,Discount',
      [cell, ...context],
      (discount) => `2024-03-05,1,${discount}`,
    )
    const { lines, problems } = readWholeFile(files.write(text))
    if (typeof expected === 'number' || expected === null) expect(lines[0]?.discountPercent).toBe(expected)
    else expect(problems).toMatchObject([{ row: 2, column: 'Discount', ...expected }])
  })
})

it('there are at least 300 hand-made cases', () => {
  const tables = [
    BAD_BYTES,
    ROWS,
    HEADERS,
    FIELD_FILES,
    DATE_CELLS,
    ORDERED_DATE_CELLS,
    NUMBER_CELLS,
    DISCOUNT_CELLS,
  ]
  expect(tables.reduce((sum, table) => sum + table.length, 0)).toBeGreaterThanOrEqual(300)
})

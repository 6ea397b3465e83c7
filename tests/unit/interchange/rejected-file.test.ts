import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { addFormulaMark, removeFormulaMark } from '../../../src/main/interchange/formula-mark.ts'
import { openCsvFile } from '../../../src/main/interchange/open-csv-file.ts'
import { createRejectedFile } from '../../../src/main/interchange/rejected-file.ts'
import { encodeWithBytes } from './encode-text.ts'
import { proposedMapping, readWholeFile } from './read-whole-file.ts'
import { createTemporaryFiles } from './temporary-files.ts'

const files = createTemporaryFiles()

const HEADERS = ['客户编号', '客户名称', '订单号', '签约日期', '金额']
const ROWS = [
  ['C-1', '恒岳重工集团有限公司', 'SO-1', '2024/13/05', '48.60'],
  ['', '', 'SO-2', '2024-03-05', 'abc'],
  ['C-3', '=HYPERLINK("http://x")', 'SO-3', 'gestern', '-1,5'],
  ['C-4', "two\nlines, and a ' quote", '', '2024-03-05', '-12.50'],
  ['1.23E+17', '@me', '+1 234', '2024-03-05', '1'],
]
const text = [HEADERS, ...ROWS]
  .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
  .join('\n')

function rejectAndWrite(content: Buffer | string, name: string) {
  const source = readWholeFile(files.write(content))
  const path = files.path(name)
  const writer = createRejectedFile(path, source.file.headers, ({ column, code }) => `“${column}”: ${code}`)
  for (const row of source.rejected) writer.add(row)
  return { source, path, ...writer.close() }
}

describe('the file of rejected rows', () => {
  it('holds each row with its number, columns, codes and messages before the original cells', () => {
    const { path, rowCount, source } = rejectAndWrite(text, 'rejected.csv')
    expect(rowCount).toBe(5)
    const bytes = readFileSync(path)
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [headers, ...rows] = Papa.parse<string[]>(bytes.toString('utf8').slice(1), {
      skipEmptyLines: true,
    }).data
    expect(headers).toEqual([
      'mainstay:row',
      'mainstay:column',
      'mainstay:code',
      'mainstay:message',
      ...HEADERS,
    ])
    expect(rows.map((cells) => cells.slice(0, 4))).toEqual([
      ['2', '签约日期', 'invalid-date', '“签约日期”: invalid-date'],
      [
        '3',
        '客户编号; 金额',
        'missing-customer; invalid-number',
        '“客户编号”: missing-customer | “金额”: invalid-number',
      ],
      [
        '4',
        '签约日期; 金额',
        'invalid-date; invalid-number',
        '“签约日期”: invalid-date | “金额”: invalid-number',
      ],
      ['5', '订单号', 'missing-order-number', '“订单号”: missing-order-number'],
      ['6', '客户编号', 'number-in-id', '“客户编号”: number-in-id'],
    ])
    expect(source.rejected.map(({ cells }) => cells)).toEqual(ROWS)
  })
  it('starts no cell with what a spreadsheet runs as a formula, save for plain numbers', () => {
    const { path } = rejectAndWrite(text, 'formulas.csv')
    const cells = Papa.parse<string[]>(readFileSync(path, 'utf8').slice(1)).data.flat()
    expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([])
    expect(cells.filter((cell) => cell.startsWith('-'))).toEqual(['-1,5', '-12.50'])
    expect(cells).toContain(`'=HYPERLINK("http://x")`)
  })
  it('reads back with the same mapping, its own columns ignored and the same cells rejected', () => {
    const { path, source } = rejectAndWrite(text, 'again.csv')
    const again = readWholeFile(path)
    expect(proposedMapping(again.file)).toEqual(proposedMapping(source.file))
    const codes = ({ problems }: typeof source) => problems.map(({ column, code }) => [column, code])
    expect(codes(again)).toEqual(codes(source))
  })
  it('is taken in whole once its cells are put right', () => {
    const { path } = rejectAndWrite(text, 'corrected.csv')
    const corrections = new Map([
      ['2', ['C-1', '恒岳重工集团有限公司', 'SO-1', '2024/12/05', '48.60']],
      ['3', ['C-2', '', 'SO-2', '2024-03-05', '7']],
      ['4', ['C-3', '', 'SO-3', '2024-03-04', '-1.5']],
      ['5', ['C-4', '', 'SO-4', '', '']],
      ['6', ['C-5', '', '', '', '']],
    ])
    const [header = [], ...rows] = Papa.parse<string[]>(readFileSync(path, 'utf8').slice(1), {
      skipEmptyLines: true,
    }).data
    const corrected = rows.map((cells) =>
      cells.map((cell, at) => corrections.get(cells[0] ?? '')?.[at - 4] || cell),
    )
    writeFileSync(path, `\uFEFF${Papa.unparse([header, ...corrected])}`)
    const { lines, rejected } = readWholeFile(path)
    expect(rejected).toEqual([])
    expect(lines.map(({ customerName, amount }) => [customerName, amount])).toEqual([
      ['恒岳重工集团有限公司', 486_000],
      [null, 70_000],
      ['=HYPERLINK("http://x")', -15_000],
      ["two lines, and a ' quote", -125_000],
      ['@me', 10_000],
    ])
  })
  it('shows bytes without meaning and keeps a row’s surplus cells', () => {
    const content = encodeWithBytes(
      'Customer,Order No,Date,Amount\nM‹FC›ller,S1,2024-03-05,1\nA,S2,2024-03-05,1,234.50\n恒岳,S3,2024-03-05,1\n',
      'utf-8',
    )
    const { path } = rejectAndWrite(content, 'bytes.csv')
    const [, first, second] = Papa.parse<string[]>(readFileSync(path, 'utf8').slice(1)).data
    expect(first?.slice(4)).toEqual(['M\\xFCller', 'S1', '2024-03-05', '1'])
    expect(second?.slice(1)).toEqual([
      'Column 5',
      'too-many-cells',
      '“Column 5”: too-many-cells',
      'A',
      'S2',
      '2024-03-05',
      '1',
      '234.50',
    ])
  })
  it('is not made when nothing was rejected', () => {
    const path = files.path('none.csv')
    expect(createRejectedFile(path, ['A'], () => '').close()).toEqual({ rowCount: 0 })
    expect(existsSync(path)).toBe(false)
  })
  it('gives back any cells exactly, but for the mark', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('=1', "'=1", "''@x", '-5', '-5%', '-a', '\t', '\r', "'", '"', ','),
    )
    let count = 0
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          count += 1
          const path = files.path(`any-${count}.csv`)
          const writer = createRejectedFile(path, ['A', 'B', 'C'], () => 'message')
          rows.forEach((cells, at) => {
            writer.add({
              row: at + 2,
              cells,
              problems: [{ row: at + 2, column: 'A', value: '', code: 'invalid-date' }],
            })
          })
          writer.close()
          const [, ...written] = Papa.parse<string[]>(readFileSync(path, 'utf8').slice(1), {
            delimiter: ',',
            newline: '\r\n',
            skipEmptyLines: true,
          }).data
          expect(written.map((cells) => cells.slice(4).map(removeFormulaMark))).toEqual(rows)
        },
      ),
      { numRuns: 300 },
    )
  })
})

it('the formula mark comes off exactly as it went on', () => {
  const cell = fc.oneof(fc.string(), fc.stringMatching(/^['=+\-@\t\r]{0,4}[0-9.a-z]{0,3}$/))
  fc.assert(
    fc.property(cell, (content) => {
      expect(removeFormulaMark(addFormulaMark(content))).toBe(content)
    }),
    { numRuns: 3_000 },
  )
})

it('a header that would run as a formula is neutralised and still maps', () => {
  const path = files.path('header.csv')
  const writer = createRejectedFile(path, ['=A', 'Amount'], () => '')
  writer.add({ row: 2, cells: ['x', '1'], problems: [] })
  writer.close()
  expect(openCsvFile(path).headers.slice(4)).toEqual(['=A', 'Amount'])
})

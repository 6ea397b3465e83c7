import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { ReadSettings } from '#shared/domain/import.ts'
import { openRowFile } from '../../../src/main/interchange/open-row-file.ts'
import { readCsv } from '../../../src/main/interchange/read-csv.ts'
import { type HandMadeSheet, workbookParts, zipFile } from '../../support/zip-file.ts'

let folder: string
let made = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-xlsx-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(content: Uint8Array, name = `book-${made}.xlsx`): string {
  made += 1
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const open = (path: string, settings: ReadSettings = {}) => openRowFile(path, settings, folder)

async function cellsOf(path: string, settings: ReadSettings = {}) {
  const file = await open(path, settings)
  const rows: [row: number, ...cells: string[]][] = []
  const faults: [row: number, column: number, code: string][] = []
  for (const batch of readCsv(file)) {
    batch.rows.forEach((cells, at) => {
      rows.push([batch.rowNumbers[at] ?? 0, ...cells])
    })
    for (const { row, column, code } of batch.faults) faults.push([row, column, code])
  }
  return { headers: file.headers, headerRow: file.headerRow, rows, faults, file }
}

const sheetOf = (rows: string, after = '') => `<sheetData>${rows}</sheetData>${after}`
const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`
const number = (ref: string, value: number | string, style = 0) =>
  `<c r="${ref}" s="${style}"><v>${value}</v></c>`
const handMade = (rows: string, options: Parameters<typeof workbookParts>[1] = {}, after = '') =>
  write(zipFile(workbookParts([{ name: 'Data', xml: sheetOf(rows, after) }], options)))
const HEAD = `<row r="1">${text('A1', 'Order No')}${text('B1', 'Order Date')}${text('C1', 'Amount')}</row>`

describe('a workbook', () => {
  it('gives the cells a CSV file of the same content has', async () => {
    const rows = [
      ['Customer ID', 'Name', 'Amount'],
      ['00123', 'Müller, "Söhne" & Co\nGmbH', 1234.5],
      ['C-2', '华为技术', -0.1],
      ['C-3', '  padded ', 0.30000000000000004],
    ]
    const book = write(await writeXlsx({ sheets: [{ name: 'S', rows }] }))
    const csv = write(
      Buffer.from(
        'Customer ID,Name,Amount\n00123,"Müller, ""Söhne"" & Co\nGmbH",1234.5\nC-2,华为技术,-0.1\nC-3,  padded ,0.3\n',
      ),
      'same.csv',
    )
    const [one, other] = [await cellsOf(book), await cellsOf(csv)]
    expect(one.rows).toEqual(other.rows)
    expect(one.headers).toEqual(other.headers)
  })

  it('keeps row numbers over gaps, and finds the header below a title', async () => {
    const rows = `<row r="1">${text('A1', 'Report')}</row><row r="4">${text('A4', 'Order No')}${text('B4', 'Order Date')}${text('C4', 'Amount')}</row><row r="9">${text('A9', 'O-1')}${number('C9', 5)}</row>`
    const { rows: read, headerRow } = await cellsOf(handMade(rows))
    expect(headerRow).toBe(4)
    expect(read).toEqual([[9, 'O-1', '', '5']])
  })

  it('takes days of both date systems as calendar days, and leaves numbers that only look like dates', async () => {
    const formats = [
      'yyyy-mm-dd',
      'yyyy"年"m"月"d"日"',
      '#,##0.00_);[Red](#,##0.00)',
      '0.0%',
      'd/m/yy h:mm',
      '[$-804]yyyy/m/d;@',
    ]
    const cells = `${number('A2', 45_356, 1)}${number('B2', 45_356, 2)}${number('C2', 45_356.5, 3)}${number('D2', 0.125, 4)}${number('E2', 45_356.75, 5)}${number('F2', 45_356, 6)}`
    const rows = `<row r="1">${['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => text(`${letter}1`, `H${letter}`)).join('')}</row><row r="2">${cells}</row>`
    const { rows: read } = await cellsOf(handMade(rows, { formats }))
    expect(read[0]).toEqual([
      2,
      '2024-03-05',
      '2024-03-05',
      '45356.5',
      '0.1250',
      '2024-03-05 18:00:00',
      '2024-03-05',
    ])
    const { rows: of1904 } = await cellsOf(handMade(rows, { formats, is1904: true }))
    expect(of1904[0]?.slice(0, 3)).toEqual([2, '2028-03-06', '2028-03-06'])
  })

  it.each(['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
    'reads the same day in %s',
    (zone) => {
      const path = handMade(
        `${HEAD}<row r="2">${text('A2', 'O-1')}${number('B2', 45_356, 1)}${number('C2', 1)}</row>`,
        {
          formats: ['yyyy-mm-dd'],
        },
      )
      const script = `import { openRowFile } from '${new URL('../../../src/main/interchange/open-row-file.ts', import.meta.url).pathname}'
import { readCsv } from '${new URL('../../../src/main/interchange/read-csv.ts', import.meta.url).pathname}'
import { mkdtempSync } from 'node:fs'
const file = await openRowFile(process.argv[1], {}, mkdtempSync('${join(folder, 'zone-')}'))
for (const batch of readCsv(file)) for (const cells of batch.rows) console.log(cells[1])`
      const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script, path], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      })
      expect(printed.trim()).toBe('2024-03-05')
    },
  )

  it('counts formulas with their kept result, and shows an id that lost digits as such', async () => {
    const rows = `${HEAD}<row r="2"><c r="A2"><v>1234567890123456789</v></c><c r="C2"><f>SUM(1,2)</f><v>3.5</v></c></row><row r="3"><c r="A3" t="str"><f>"O-"&amp;1</f><v>O-1</v></c>${number('C3', '1234.5599999999999')}</row>`
    const { rows: read } = await cellsOf(handMade(rows))
    expect(read).toEqual([
      [2, '1.23456789012346E+18', '', '3.5'],
      [3, 'O-1', '', '1234.56'],
    ])
  })

  it('never lets a number of three decimals be taken for thousands', async () => {
    const { rows: read } = await cellsOf(
      handMade(`${HEAD}<row r="2">${text('A2', 'O-1')}${number('C2', 1.234)}</row>`),
    )
    expect(read[0]?.[3]).toBe('1.2340')
  })

  it('puts texts and days of merged cells into each row, and a number into the first only', async () => {
    const rows = `${HEAD}<row r="2">${text('A2', 'O-1')}${number('B2', 45_356, 1)}${number('C2', 7)}</row><row r="3"></row><row r="4">${number('C4', 9)}</row><row r="5">${text('A5', 'O-2')}</row>`
    const merged =
      '<mergeCells count="3"><mergeCell ref="A2:A4"/><mergeCell ref="B2:B4"/><mergeCell ref="C2:C3"/></mergeCells>'
    const { rows: read } = await cellsOf(handMade(rows, { formats: ['yyyy-mm-dd'] }, merged))
    expect(read).toEqual([
      [2, 'O-1', '2024-03-05', '7'],
      [3, 'O-1', '2024-03-05', ''],
      [4, 'O-1', '2024-03-05', '9'],
      [5, 'O-2', '', ''],
    ])
  })

  it('refuses rows with an error of the spreadsheet by row and column', async () => {
    const rows = `${HEAD}<row r="2">${text('A2', 'O-1')}<c r="C2" t="e"><v>#N/A</v></c></row><row r="3">${text('A3', 'O-2')}${number('C3', 1)}</row>`
    const { rows: read, faults } = await cellsOf(handMade(rows))
    expect(faults).toEqual([[2, 2, 'error-cell']])
    expect(read).toHaveLength(1)
  })

  it('opens the sheet that is asked for, by name or place, else the first that is not hidden', async () => {
    const sheets: HandMadeSheet[] = ['Old &amp; hidden', '订单', 'Third'].map((name, at) => ({
      name,
      xml: sheetOf(`${HEAD}<row r="2">${text('A2', `O-${at}`)}</row>`),
      ...(at === 0 ? { state: 'hidden' as const } : {}),
    }))
    const path = write(zipFile(workbookParts(sheets)))
    const shown = async (settings: ReadSettings) => (await cellsOf(path, settings)).rows[0]?.[1]
    expect(await shown({})).toBe('O-1')
    expect(await shown({ sheet: 'Third' })).toBe('O-2')
    expect(await shown({ sheet: '1' })).toBe('O-0')
    expect(await shown({ sheet: 'Old & hidden' })).toBe('O-0')
    expect((await open(path)).workbook?.sheets).toEqual(['Old & hidden', '订单', 'Third'])
    await expect(open(path, { sheet: 'Fourth' })).rejects.toMatchObject({ details: { reason: 'no-sheet' } })
  })
})

describe('a workbook that is refused', () => {
  const parts = workbookParts([{ name: 'S', xml: sheetOf(HEAD) }])
  const without = (name: string) => parts.filter((part) => part.name !== name)
  const cases: [what: string, reason: string, content: () => Uint8Array][] = [
    [
      'thousands of parts',
      'too-many-entries',
      () =>
        zipFile([...parts, ...Array.from({ length: 2_000 }, (_, at) => ({ name: `x/${at}`, content: '' }))]),
    ],
    [
      'parts that inflate beyond the limit',
      'too-much-inflated',
      () =>
        zipFile([
          ...parts,
          ...Array.from({ length: 32 }, (_, at) => ({
            name: `xl/media/${at}`,
            content: 'a',
            saidSize: 10e6,
          })),
        ]),
    ],
    [
      'a sheet of nothing but the same byte',
      'too-dense',
      () =>
        zipFile([
          ...without('xl/worksheets/sheet1.xml'),
          { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(64e6, 32) },
        ]),
    ],
    [
      'a sheet that is larger than it says',
      'damaged',
      () =>
        zipFile([
          ...without('xl/worksheets/sheet1.xml'),
          {
            name: 'xl/worksheets/sheet1.xml',
            content: `<worksheet>${' '.repeat(1e6)}</worksheet>`,
            saidSize: 100,
          },
        ]),
    ],
    [
      'two parts of one name',
      'damaged',
      () => zipFile([...parts, { name: 'xl/workbook.xml', content: '<workbook/>' }]),
    ],
    [
      'a document type',
      'doctype',
      () =>
        zipFile([
          ...without('xl/styles.xml'),
          { name: 'xl/styles.xml', content: '<!DOCTYPE x [<!ENTITY a "aaaa">]><styleSheet/>' },
        ]),
    ],
    [
      'an archive of something else',
      'no-workbook',
      () => zipFile([{ name: 'mimetype', content: 'application/vnd.oasis' }]),
    ],
    ['a workbook without its sheet', 'no-sheet', () => zipFile(without('xl/worksheets/sheet1.xml'))],
    ['an archive that breaks off', 'damaged', () => zipFile(parts).subarray(0, 900)],
    [
      'sheet data that breaks off',
      'damaged',
      () =>
        zipFile([
          ...without('xl/worksheets/sheet1.xml'),
          { name: 'xl/worksheets/sheet1.xml', content: `<worksheet><sheetData>${HEAD}<row r="2"><c` },
        ]),
    ],
    [
      'rows out of order',
      'damaged',
      () => zipFile(workbookParts([{ name: 'S', xml: sheetOf('<row r="5"></row><row r="2"></row>') }])),
    ],
    [
      'a cell far beyond the last column',
      'damaged',
      () => zipFile(workbookParts([{ name: 'S', xml: sheetOf(`<row r="1">${number('ZZZZ1', 1)}</row>`) }])),
    ],
    [
      'an encrypted workbook',
      'encrypted',
      () =>
        Buffer.concat([
          Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
          Buffer.from('EncryptedPackage', 'utf16le'),
        ]),
    ],
    [
      'a workbook of before 2007',
      'old-workbook',
      () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(512)]),
    ],
  ]
  it.each(cases)('%s: %s', async (_, reason, content) => {
    await expect(open(write(content()))).rejects.toMatchObject({
      code: 'file-unreadable',
      details: { reason },
    })
  })

  it('has an empty sheet', async () => {
    await expect(open(handMade(''))).rejects.toMatchObject({ code: 'file-empty' })
  })

  it('has more columns than are read', async () => {
    const cells = Array.from({ length: 600 }, (_, at) => `<c t="inlineStr"><is><t>h${at}</t></is></c>`).join(
      '',
    )
    await expect(open(handMade(`<row r="1">${cells}</row>`))).rejects.toMatchObject({
      details: { reason: 'too-many-columns' },
    })
  })
})

it('a workbook with any bytes changed is read or refused by name, and never anything else', async () => {
  const whole = zipFile(
    workbookParts([
      { name: 'S', xml: sheetOf(`${HEAD}<row r="2">${text('A2', 'O-1')}${number('C2', 5)}</row>`) },
    ]),
  )
  const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) })
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      const bytes = Buffer.from(whole)
      for (const { at, byte } of changes) bytes[at] = byte
      const codes = ['file-unreadable', 'file-empty', 'file-too-large']
      const code = await cellsOf(write(bytes)).then(
        () => 'file-empty',
        (error: unknown) => (error instanceof MainstayError ? error.code : String(error)),
      )
      expect(codes).toContain(code)
    }),
    { numRuns: 400 },
  )
})

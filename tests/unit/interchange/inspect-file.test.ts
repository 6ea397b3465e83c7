import { mkdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { MainstayError } from '#shared/contract/call-result.ts'
import { fileInspection } from '#shared/contract/import.ts'
import { encodeText } from './encode-text.ts'
import { inspectOrderFile } from './inspect-order-file.ts'
import { createTemporaryFiles } from './temporary-files.ts'

const files = createTemporaryFiles()

const HEADER = '客户编码,客户名称,单据号,签约日期,物料大类,数量,含税额(万),币别,业务员,渠道,备注1,'
const CATEGORIES = ['精密减速机', '伺服联轴器', '直线模组', '备件与服务']
const exportedRow = (at: number): string =>
  `C-${String(at % 40).padStart(5, '0')},恒岳重工集团有限公司,SO-${at},${3 + (at % 10)}/${1 + (at % 5)}/2026,${CATEGORIES[at % 4]},${at % 9},${at % 7}8.60,CNY,林知远,${at % 2 ? '直销' : '经销'},,`
const exported = (rows: number): string =>
  `${HEADER}\n${Array.from({ length: rows }, (_, at) => exportedRow(at)).join('\n')}\n`

function codeOf(read: () => unknown): unknown {
  try {
    read()
  } catch (error) {
    return error instanceof MainstayError ? [error.code, error.details.reason] : error
  }
  return 'no error'
}

describe('the inspection of a file', () => {
  const path = files.write(encodeText(exported(1_000), 'gb18030'))
  const inspection = inspectOrderFile(path, {}, { fileName: '客户订单_导出.csv' })

  it('fits the contract', () => {
    expect(fileInspection.safeParse(inspection).error).toBeUndefined()
  })
  it('says how the file is read and why', () => {
    expect(inspection).toMatchObject({
      fileName: '客户订单_导出.csv',
      delimiter: ',',
      headerRow: 1,
      rowCount: 1_000,
      isRowCountExact: true,
      missing: [],
    })
    expect(inspection.encodings.find(({ isChosen }) => isChosen)).toMatchObject({
      encoding: 'gb18030',
      basis: 'guess',
      invalidCount: 0,
    })
  })
  it('describes each column and proposes a field with its reason', () => {
    expect(inspection.columns.map(({ header, field, type }) => [header, field, type])).toEqual([
      ['客户编码', 'customerNumber', 'text'],
      ['客户名称', 'customerName', 'choice'],
      ['单据号', 'orderNumber', 'text'],
      ['签约日期', 'orderedOn', 'date'],
      ['物料大类', 'category', 'choice'],
      ['数量', 'quantity', 'integer'],
      ['含税额(万)', 'amount', 'number'],
      ['币别', 'currency', 'choice'],
      ['业务员', null, 'choice'],
      ['渠道', 'channel', 'choice'],
      ['备注1', null, 'empty'],
      ['Column 12', null, 'empty'],
    ])
    expect(inspection.columns[6]).toMatchObject({ unitFactor: 10_000, sample: '08.60', filledPercent: 100 })
    expect(inspection.columns[9]).toMatchObject({ distinctCount: 2, basis: 'header' })
  })
  it('asks for the date order where the column leaves it open, and takes an answer', () => {
    expect(inspection.dateOrder).toBe('ambiguous')
    expect(inspection.decimalSign).toBe('.')
    expect(inspectOrderFile(path, { dateOrder: 'mdy' }).dateOrder).toBe('mdy')
  })
  it('shows the first 200 rows with their numbers', () => {
    expect(inspection.rows).toHaveLength(200)
    expect(inspection.rows[0]).toMatchObject({
      row: 2,
      cells: expect.arrayContaining(['恒岳重工集团有限公司']),
    })
    expect(inspection.rows.at(-1)?.row).toBe(201)
  })
  it('marks remembered columns', () => {
    const remembered = inspectOrderFile(
      path,
      {},
      { remembered: { channel: '业务员', customerNumber: '客户编码' } },
    )
    expect(remembered.columns[8]).toMatchObject({ field: 'channel', basis: 'remembered' })
    expect(remembered.columns[9]).toMatchObject({ field: null, basis: null })
  })
})

describe('settings', () => {
  it('an encoding the user tries is shown with what it spoils', () => {
    const path = files.write(encodeText(exported(20), 'gb18030'))
    const { encodings, rows, columns } = inspectOrderFile(path, { encoding: 'utf-8' })
    expect(encodings.find(({ isChosen }) => isChosen)).toMatchObject({ encoding: 'utf-8', basis: 'user' })
    expect(encodings[0]?.invalidCount).toBeGreaterThan(100)
    expect(rows[0]?.cells.join()).toContain('\\x')
    expect(columns).toHaveLength(12)
  })
  it('a header row below titles is found, and can be set', () => {
    const path = files.write(`东澜传动,2024 年订单\n\n${exported(5)}`)
    expect(inspectOrderFile(path)).toMatchObject({ headerRow: 3, rowCount: 5 })
    expect(inspectOrderFile(path, { headerRow: 1 }).columns.map(({ header }) => header)).toEqual([
      '东澜传动',
      '2024 年订单',
    ])
  })
  it('a header row deep in the file is read from there', () => {
    const titles = Array.from({ length: 900 }, (_, at) => `title line ${at} ${'x'.repeat(200)}\n`).join('')
    const path = files.write(`${titles}${exported(3)}`)
    expect(inspectOrderFile(path, { headerRow: 901 })).toMatchObject({
      rowCount: 3,
      rows: [{ row: 902 }, { row: 903 }, { row: 904 }],
    })
  })
  it('says which fields are missing', () => {
    const path = files.write('Customer,Amount\nA,1\n')
    expect(inspectOrderFile(path).missing).toEqual([['orderNumber'], ['orderedOn']])
  })
})

describe('large files', () => {
  it('are counted by their density, within a few per cent', () => {
    const rows = 220_000
    const inspection = inspectOrderFile(files.write(exported(rows)))
    expect(inspection.isRowCountExact).toBe(false)
    expect(Math.abs(inspection.rowCount - rows) / rows).toBeLessThan(0.05)
  })
})

describe('files that cannot be read as rows', () => {
  it.each([
    ['no bytes', Buffer.alloc(0), 'file-empty', undefined],
    ['line ends only', '\n\n\r\n', 'file-empty', undefined],
    ['a byte order mark only', '\uFEFF', 'file-empty', undefined],
    ['a workbook', Buffer.from('504b0304140000000800', 'hex'), 'file-unreadable', 'not-text'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file-unreadable', 'not-text'],
    ['a PDF', '%PDF-1.7\n', 'file-unreadable', 'not-text'],
    ['a compressed file', Buffer.from('1f8b08000000', 'hex'), 'file-unreadable', 'not-text'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'file-unreadable', 'not-text'],
    [
      '501 columns',
      Array.from({ length: 501 }, (_, at) => `c${at}`).join(','),
      'file-unreadable',
      'too-many-columns',
    ],
  ])('%s', (_, content, code, reason) => {
    const path = files.write(content)
    expect(codeOf(() => inspectOrderFile(path))).toEqual([code, reason])
  })
  it('a file that is gone', () => {
    expect(codeOf(() => inspectOrderFile(files.path('gone.csv')))).toEqual(['file-missing', undefined])
  })
  it('a folder', () => {
    mkdirSync(files.path('folder'))
    expect(codeOf(() => inspectOrderFile(files.path('folder')))).toEqual(['file-unreadable', 'not-a-file'])
  })
  it('a header row beyond the end', () => {
    const path = files.write(exported(3))
    expect(codeOf(() => inspectOrderFile(path, { headerRow: 50 }))).toEqual(['file-empty', undefined])
  })
  it('500 columns are read', () => {
    const header = Array.from({ length: 500 }, (_, at) => `c${at}`).join(',')
    expect(inspectOrderFile(files.write(`${header}\n${header}\n`)).columns).toHaveLength(500)
  })
  it('a header alone has no rows', () => {
    expect(inspectOrderFile(files.write(HEADER))).toMatchObject({
      rowCount: 0,
      isRowCountExact: true,
      rows: [],
      dateOrder: null,
    })
  })
})

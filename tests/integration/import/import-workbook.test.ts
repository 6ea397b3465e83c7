import { readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { workbookParts, zipFile } from '../../support/zip-file.ts'
import { createImportWorkspace, type FileRequest, type ImportWorkspace } from './import-workspace.ts'

const ORDERS = {
  mapping: {
    customerNumber: '客户编号',
    customerName: '客户名称',
    orderNumber: '订单号',
    orderedOn: '日期',
    quantity: '数量',
    unitPrice: '单价',
    amount: '金额',
    currency: '币种',
  },
} satisfies FileRequest

const HEADERS = ['客户编号', '客户名称', '订单号', '日期', '数量', '单价', '金额', '币种']
type Row = (string | number | Date | null)[]
const LINES: Row[] = [
  ['00123', '上海晨光', 'O-1', new Date('2024-02-29T00:00:00Z'), 3, 12.345, 37.035, 'CNY'],
  ['00123', '上海晨光', 'O-1', new Date('2024-02-29T00:00:00Z'), 1, 1.234, 1.234, 'CNY'],
  ['C-2', 'Müller & Söhne', 'O-2', new Date('2024-03-31T00:00:00Z'), -2, 10, -20, 'EUR'],
  ['C-3', '甲乙丙', 'O-3', new Date('2024-12-31T00:00:00Z'), null, null, 1234567.89, 'CNY'],
  [null, null, 'O-4', new Date('2024-01-01T00:00:00Z'), 1, 1, 1, 'CNY'],
]

const csvOf = (rows: readonly Row[]) =>
  [HEADERS, ...rows]
    .map((row) =>
      row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : (cell ?? ''))).join(','),
    )
    .join('\n')
const workbookOf = (rows: readonly Row[]) =>
  writeXlsx({
    sheets: [
      { name: 'Cover', rows: [['订单']] },
      { name: '明细', rows: [HEADERS, ...rows] },
    ],
  })
const figuresOf = (lines: readonly string[]) =>
  lines.filter((line) => !/^(fact_batch|import_mapping) /.test(line))

let workspaces: ImportWorkspace[]
const made = () => {
  const workspace = createImportWorkspace('CNY')
  workspace.setRate('EUR', 8)
  workspaces.push(workspace)
  return workspace
}
beforeEach(() => {
  workspaces = []
})
afterEach(() => {
  for (const workspace of workspaces) workspace.close()
})

describe('a workbook of order lines', () => {
  it('comes to exactly what a CSV file of the same content comes to', async () => {
    const [one, other] = [made(), made()]
    const book = one.fileOf('orders.xlsx', await workbookOf(LINES))
    const fromBook = await one.commit(book, { ...ORDERS, settings: { sheet: '明细' } })
    const fromText = await other.commit(other.fileOf('orders.csv', csvOf(LINES)), ORDERS)
    const { batchId: _one, rejectedFile: _rejected, seconds: _s, ...figures } = fromBook
    expect(fromText).toMatchObject(figures)
    expect(figures).toMatchObject({ total: 5, accepted: 4, rejected: 1 })
    expect(figuresOf(one.dump())).toEqual(figuresOf(other.dump()))
    const digest = (workspace: ImportWorkspace) =>
      workspace.database.sqlite.prepare('SELECT sha256 FROM fact_batch').pluck().get()
    expect(digest(one)).toBe(digest(other))
  })

  it('recognises rows that a CSV file brought before', async () => {
    const workspace = made()
    await workspace.commit(workspace.fileOf('orders.csv', csvOf(LINES)), ORDERS)
    const book = workspace.fileOf('orders.xlsx', await workbookOf(LINES))
    const receipt = await workspace.commit(book, { ...ORDERS, settings: { sheet: '2' } })
    expect(receipt).toMatchObject({ accepted: 4, unchanged: 4, batchId: null })
  })

  it('names rows by their number in the sheet, and writes the rejected ones to a file that comes back', async () => {
    const workspace = made()
    const book = workspace.fileOf('orders.xlsx', await workbookOf(LINES))
    const receipt = await workspace.commit(book, { ...ORDERS, settings: { sheet: '明细' } })
    expect(receipt.problems).toMatchObject([{ code: 'missing-customer', examples: [{ row: 6 }] }])
    const corrected = readFileSync(workspace.rejectedPath(), 'utf8').replace(',,,O-4', ',C-9,,O-4')
    const again = await workspace.commit(workspace.fileOf('corrected.csv', corrected), ORDERS)
    expect(again).toMatchObject({ total: 1, accepted: 1 })
  })
})

const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
const row = (at: number, cells: string) => `<row r="${at}">${cells}</row>`
const SHORT = {
  customerNumber: 'Customer ID',
  orderNumber: 'Order No',
  orderedOn: 'Order Date',
  amount: 'Amount',
}
const TITLES = row(
  1,
  ['Customer ID', 'Order No', 'Order Date', 'Amount', 'Note']
    .map((name, at) => cell(`${'ABCDE'[at]}1`, name))
    .join(''),
)

describe('days and empty cells of a sheet', () => {
  const number = (ref: string, value: number, style = 0) => `<c r="${ref}" s="${style}"><v>${value}</v></c>`
  const start = (at: number) => `${cell(`A${at}`, 'C-1')}${cell(`B${at}`, `O-${at}`)}`
  const rows = [
    TITLES,
    row(2, `${start(2)}${number('C2', 43_894)}${number('D2', 5)}`),
    row(3, `${start(3)}${number('C3', 43_895, 1)}${number('D3', 6)}`),
    row(4, `${start(4)}${cell('C4', '2024-03-07')}${number('D4', 7)}`),
    row(5, `${start(5)}${number('C5', 43_897)}`),
  ].join('')
  const bookOf = (is1904: boolean) =>
    zipFile(
      workbookParts([{ name: 'S', xml: `<sheetData>${rows}</sheetData>` }], {
        formats: ['yyyy-mm-dd'],
        is1904,
      }),
    )

  it.each([
    ['1900', false, ['2020-03-04', '2020-03-05', '2024-03-07']],
    ['1904', true, ['2024-03-05', '2024-03-06', '2024-03-07']],
  ])(
    'shown as numbers, as days and as texts are the same days of the system of %s',
    async (_, is1904, days) => {
      const workspace = made()
      const book = workspace.fileOf('days.xlsx', bookOf(is1904))
      const receipt = await workspace.commit(book, { mapping: SHORT })
      const ordered = workspace.database.sqlite
        .prepare<[], string>('SELECT ordered_on FROM order_line ORDER BY amount')
        .pluck()
        .all()
      expect(ordered).toEqual(days)
      expect(receipt).toMatchObject({ accepted: 3, rejected: 1 })
      expect(receipt.problems).toMatchObject([
        { code: 'missing-amount', column: 'Amount', examples: [{ row: 5 }] },
      ])
    },
  )
})

describe('errors of a spreadsheet', () => {
  const error = (ref: string) => `<c r="${ref}" t="e"><v>#N/A</v></c>`
  const line = (at: number) =>
    `${cell(`A${at}`, 'C-1')}${cell(`B${at}`, `O-${at}`)}${cell(`C${at}`, '2024-01-05')}`
  const xml = `<sheetData>${TITLES}
${row(2, line(2) + error('D2'))}${row(3, `${line(3)}${cell('D3', '5')}${error('E3')}`)}</sheetData>`

  it('cost a row only where the mapping reads their column', async () => {
    const workspace = made()
    const book = workspace.fileOf('errors.xlsx', zipFile(workbookParts([{ name: 'S', xml }])))
    const check = await workspace.check(book, { mapping: SHORT })
    expect(check).toMatchObject({ total: 2, accepted: 1, rejected: 1 })
    expect(check.problems).toMatchObject([
      { code: 'error-cell', column: 'Amount', examples: [{ row: 2, value: '#N/A' }] },
    ])
    const withNote = await workspace.check(book, { mapping: { ...SHORT, channel: 'Note' } })
    expect(withNote).toMatchObject({ accepted: 0, rejected: 2 })
  })
})

import fc from 'fast-check'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rebuildAggregates } from '../../../src/main/domains/order/rebuild-aggregates.ts'
import { createImportWorkspace, type ImportWorkspace } from './import-workspace.ts'

const HEADERS = [
  'no',
  'name',
  'country',
  'order',
  'day',
  'code',
  'category',
  'quantity',
  'price',
  'amount',
  'cost',
  'currency',
  'channel',
]
const MAPPING = {
  customerNumber: 'no',
  customerName: 'name',
  country: 'country',
  orderNumber: 'order',
  orderedOn: 'day',
  productCode: 'code',
  category: 'category',
  quantity: 'quantity',
  unitPrice: 'price',
  amount: 'amount',
  cost: 'cost',
  currency: 'currency',
  channel: 'channel',
}

const odd = fc.constantFrom(
  '',
  '-',
  'NULL',
  '=1+1',
  '__proto__',
  'constructor',
  '\u202e',
  '0',
  '1e99',
  ' ',
  '"',
  '😀',
  "'",
  '\\N',
  '9'.repeat(40),
)
/** Mostly ordinary cells, so that most rows get in. */
const mostly = (usual: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 30, arbitrary: usual }, { weight: 1, arbitrary: odd })

const cells = fc.tuple(
  mostly(fc.constantFrom('K1', 'K2', 'k3', '', '00012')),
  mostly(fc.constantFrom('Aster', 'Aster GmbH', '东澜传动有限公司', '东澜传动', '')),
  fc.constantFrom('DE', '', '中国'),
  mostly(fc.constantFrom('A-1', 'A-2', 'A-3', '__proto__')),
  mostly(fc.constantFrom('2024-01-05', '2024-02-29', '2023-02-29', '2024/3/7', '1899-01-01')),
  mostly(fc.constantFrom('P1', 'P2', '')),
  fc.constantFrom('Gears', 'Drives', '', 'constructor'),
  mostly(fc.constantFrom('1', '-2', '0', '3.5', '')),
  mostly(fc.constantFrom('12.50', '0', '')),
  mostly(fc.constantFrom('100.00', '-100.00', '0', '', '900000000000')),
  mostly(fc.constantFrom('60.00', '', '0')),
  mostly(fc.constantFrom('CNY', 'USD', 'EUR', '')),
  mostly(fc.constantFrom('', 'dealer')),
)

let workspace: ImportWorkspace
beforeAll(() => {
  workspace = createImportWorkspace('CNY')
  workspace.database.sqlite.pragma('synchronous = OFF')
  workspace.setRate('USD', 7.125)
})
afterAll(() => workspace.close())

it('whatever a file holds, every row is accepted or rejected, the dry run says so beforehand, and sums equal the lines', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cells, { minLength: 1, maxLength: 25 }), async (rows) => {
      const path = workspace.fileOf('any.csv', Papa.unparse([HEADERS, ...rows]))
      const request = {
        mapping: MAPPING,
        settings: { delimiter: ',', decimalSign: '.', dateOrder: 'ymd', headerRow: 1 },
      } as const
      const blank = rows.filter((row) => row.every((cell) => cell.trim() === '')).length
      const before = workspace.sum('SELECT count(*) FROM order_line')

      const check = await workspace.check(path, request)
      expect(check.accepted + check.rejected).toBe(check.total)
      expect(check.total).toBe(rows.length - blank)
      const { batchId, seconds, rejectedFile, ...receipt } = await workspace.commit(path, request)
      expect(receipt).toEqual(check)
      expect(workspace.sum('SELECT count(*) FROM order_line') - before).toBe(check.accepted - check.unchanged)

      const shown = workspace.dump()
      workspace.database.sqlite.exec('SAVEPOINT rebuilt')
      rebuildAggregates(workspace.database)
      const rebuilt = workspace.dump()
      workspace.database.sqlite.exec('ROLLBACK TO rebuilt; RELEASE rebuilt')
      expect(rebuilt).toEqual(shown)

      expect(await workspace.check(path, request)).toMatchObject({
        unchanged: check.accepted,
        newAccounts: 0,
        newProducts: 0,
        updatedAccounts: 0,
      })
      if (batchId === null) return
      workspace.ledger.undo(undefined, false)
      workspace.ledger.redo(undefined, false)
      expect(workspace.dump()).toEqual(shown)
      expect([seconds, rejectedFile === null]).toEqual([0, check.rejected === 0])
    }),
    { numRuns: 80 },
  )
})

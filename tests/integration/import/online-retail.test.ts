import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportReceipt } from '#shared/contract/import.ts'
import { dumpWorkspace } from '../../../src/main/database/dump.ts'
import { readAccountSales } from '../../../src/main/domains/order/order-aggregates.ts'
import { createImportWorkspace, type ImportWorkspace } from './import-workspace.ts'

const SOURCE = join(import.meta.dirname, '../../../../shared/data/online_retail/online_retail.csv.gz')

const MAPPING = {
  customerNumber: 'CustomerID',
  country: 'Country',
  orderNumber: 'InvoiceNo',
  orderedOn: 'InvoiceDate',
  productCode: 'StockCode',
  productName: 'Description',
  quantity: 'Quantity',
  unitPrice: 'UnitPrice',
}

describe.skipIf(!existsSync(SOURCE))('Online Retail, 541,909 invoice lines', () => {
  let workspace: ImportWorkspace
  let path: string
  let receipt: ImportReceipt
  let empty: string
  const dump = () => dumpWorkspace(workspace.database).hash
  const shown = () => workspace.dump().length

  beforeAll(async () => {
    workspace = createImportWorkspace('GBP')
    path = workspace.fileOf('online_retail.csv', gunzipSync(readFileSync(SOURCE)))
    empty = workspace.dump().join('\n')
    receipt = await workspace.commit(path, { mapping: MAPPING })
  }, 180_000)
  afterAll(() => workspace.close())

  it('takes in every row with a customer and rejects each of the others by number', () => {
    expect(receipt).toMatchObject({
      total: 541_909,
      accepted: 406_829,
      rejected: 135_080,
      newAccounts: 4_372,
    })
    expect(receipt.problems).toMatchObject([
      { code: 'missing-customer', column: 'CustomerID', rowCount: 135_080 },
    ])
    expect(receipt.problems[0]?.examples).toHaveLength(200)
    const rejected = readFileSync(workspace.rejectedPath(), 'utf8').trimEnd().split('\r\n')
    expect(rejected).toHaveLength(135_081)
    expect(rejected[1]).toMatch(/^624,CustomerID,missing-customer,/)
  })

  it('shows a gross of 8,911,407.904 for 4,338 trading customers, and what came back apart', () => {
    expect(workspace.sum('SELECT sum(gross) FROM account_month')).toBe(89_114_079_040)
    const accounts = readAccountSales(workspace.database, { from: '2010-12-01', to: '2011-12-09' })
    const trading = accounts.filter(({ gross }) => gross > 0)
    expect(trading).toHaveLength(4_338)
    expect(trading.reduce((sum, { gross }) => sum + gross, 0)).toBe(89_114_079_040)
    expect(accounts.reduce((sum, { returns }) => sum + returns, 0)).toBe(receipt.returns)
    expect(receipt.returns).toBe(6_113_420_900)
    expect(receipt.returnLines).toBe(8_905)
  })

  it('is taken back and brought back by undo and redo, to the same content', () => {
    const imported = dump()
    const count = shown()
    workspace.ledger.undo(undefined, false)
    expect(workspace.dump().join('\n')).toBe(empty)
    workspace.ledger.redo(undefined, false)
    expect(shown()).toBe(count)
    expect(dump()).toBe(imported)
  }, 180_000)

  it('changes nothing when it is imported once more', async () => {
    const imported = dump()
    const again = await workspace.commit(path, { mapping: MAPPING })
    expect(again).toMatchObject({ accepted: 406_829, unchanged: 406_829, rejected: 135_080, batchId: null })
    expect(dump()).toBe(imported)
  }, 180_000)
})

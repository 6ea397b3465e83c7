import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FieldKind } from '#shared/domain/custom-field.ts'
import { currencyHandlers } from '../../../src/main/domains/currency/currency-handlers.ts'
import { fieldHandlers } from '../../../src/main/domains/field/field-handlers.ts'
import { productHandlers } from '../../../src/main/domains/product/product-handlers.ts'
import { walletHandlers } from '../../../src/main/domains/wallet/wallet-handlers.ts'
import { stableId } from '../../../src/main/ledger/stable-id.ts'
import { createImportWorkspace, type FileRequest, type ImportWorkspace } from '../import/import-workspace.ts'

const ACCOUNT = stableId('customer-number', 'C-1')
const EUROS = { amount: 5_000_000, currency: 'EUR' }

let workspace: ImportWorkspace

/** Takes a table in whose headers name its fields. */
async function take(kind: NonNullable<FileRequest['kind']>, head: string, row: string): Promise<void> {
  const mapping = Object.fromEntries(head.split(',').map((field) => [field, field]))
  const path = workspace.fileOf(`${kind}.csv`, `${head}\n${row}\n`)
  const receipt = await workspace.commit(path, { kind, mapping })
  expect(receipt.problems).toEqual([])
}

beforeEach(async () => {
  workspace = createImportWorkspace('CNY')
  workspace.setRate('EUR', 8)
  await take(
    'order-lines',
    'customerNumber,customerName,orderNumber,orderedOn,amount,category,productCode',
    'C-1,Alpha,O-1,2026-01-02,10,Gears,G-1',
  )
  await take(
    'invoices',
    'invoiceNumber,customerNumber,issuedOn,dueOn,amount',
    'F-1,C-1,2026-01-05,2026-02-04,9',
  )
})
afterEach(() => workspace.close())

const removeRate = () => currencyHandlers['currency.removeRate'](workspace.context, { currency: 'EUR' })
const rates = () => currencyHandlers['currency.listRates'](workspace.context).map(({ currency }) => currency)

const defineField = (name: string, kind: FieldKind) =>
  fieldHandlers['field.define'](workspace.context, { owner: 'account', name, kind, options: [], unit: null })
    .id

const orders = 'customerNumber,orderNumber,orderedOn,amount,currency'
const invoices = 'invoiceNumber,customerNumber,issuedOn,dueOn,amount,currency'
const spend = 'customerNumber,category,year,amount,currency'
const opportunities = 'number,customerNumber,name,value,currency'

const USES: [string, () => unknown][] = [
  ['an order', () => take('order-lines', orders, 'C-1,O-2,2026-02-02,10,EUR')],
  ['an invoice', () => take('invoices', invoices, 'F-2,C-1,2026-01-05,2026-02-04,9,EUR')],
  ['a customer’s spend', () => take('customer-spend', spend, 'C-1,Gears,2026,900,EUR')],
  ['an opportunity', () => take('opportunities', opportunities, 'D-1,C-1,Spares,70,EUR')],
  ['a list price', () => take('products', 'productCode,listPrice,currency', 'G-1,12,EUR')],
  [
    'a noted potential',
    () => {
      const [gears] = productHandlers['product.listCategories'](workspace.context)
      const at = { accountId: ACCOUNT, categoryId: gears?.id ?? '' }
      walletHandlers['wallet.setCell'](workspace.context, { ...at, changes: { potential: EUROS } })
    },
  ],
  [
    'a money field',
    () => {
      const fieldId = defineField('Budget', 'money')
      fieldHandlers['field.setValue'](workspace.context, { partyId: ACCOUNT, fieldId, value: EUROS })
    },
  ],
]

describe('a budget rate', () => {
  it.each(USES)('stays while %s counts at it, and goes once that is taken back', async (_, use) => {
    await use()
    expect(removeRate).toThrow(expect.objectContaining({ code: 'in-use' }))
    expect(rates()).toEqual(['EUR'])
    workspace.ledger.undo(undefined, false)
    removeRate()
    expect(rates()).toEqual([])
  })

  it('goes while there are amounts in other currencies only, and words that look like one', () => {
    const fieldId = defineField('Note', 'text')
    fieldHandlers['field.setValue'](workspace.context, { partyId: ACCOUNT, fieldId, value: 'EUR' })
    removeRate()
    expect(rates()).toEqual([])
    expect(removeRate).toThrow(expect.objectContaining({ code: 'not-found' }))
  })
})

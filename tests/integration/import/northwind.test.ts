import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readAccountSales, readCategorySales } from '../../../src/main/domains/order/order-aggregates.ts'
import { createImportWorkspace, type ImportWorkspace } from './import-workspace.ts'

const FOLDER = join(import.meta.dirname, '../../../../shared/data/northwind')
const isHere = existsSync(FOLDER)

type Row = Record<string, string>

function read(name: string): Row[] {
  return Papa.parse<Row>(readFileSync(join(FOLDER, name), 'utf8'), { header: true, skipEmptyLines: true })
    .data
}

/** Orders with their lines as a firm would export them, one row per line. */
function orderFile(): string {
  const by = (rows: Row[], key: string) => new Map(rows.map((row) => [row[key]?.trim(), row]))
  const orders = by(read('Orders.csv'), 'OrderID')
  const products = by(read('Products.csv'), 'ProductID')
  const categories = by(read('Categories.csv'), 'CategoryID')
  const customers = by(read('Customers.csv'), 'CustomerID')
  const lines = read('OrderDetails.csv').map((line) => {
    const order = orders.get(line.OrderID)
    const product = products.get(line.ProductID)
    const customer = customers.get(order?.CustomerID?.trim())
    return {
      Customer: order?.CustomerID,
      Company: customer?.CompanyName,
      Country: customer?.Country,
      Order: line.OrderID,
      'Order date': order?.OrderDate,
      Product: line.ProductID,
      'Product name': product?.ProductName,
      Category: categories.get(product?.CategoryID)?.CategoryName,
      Quantity: line.Quantity,
      'Unit price': line.UnitPrice,
      Discount: line.Discount,
    }
  })
  return Papa.unparse(lines)
}

const MAPPING = {
  customerNumber: 'Customer',
  customerName: 'Company',
  country: 'Country',
  orderNumber: 'Order',
  orderedOn: 'Order date',
  productCode: 'Product',
  productName: 'Product name',
  category: 'Category',
  quantity: 'Quantity',
  unitPrice: 'Unit price',
  discountPercent: 'Discount',
}

let workspace: ImportWorkspace
beforeEach(() => {
  workspace = createImportWorkspace('USD')
})
afterEach(() => workspace.close())

it.skipIf(!isHere)('Northwind: 830 orders of 89 customers come to 1,265,793.04 after discounts', async () => {
  const path = workspace.fileOf('northwind.csv', orderFile())
  const receipt = await workspace.commit(path, { mapping: MAPPING })
  expect(receipt).toMatchObject({
    total: 2155,
    accepted: 2155,
    rejected: 0,
    orders: 830,
    newAccounts: 89,
    newProducts: 77,
  })
  expect(receipt.grossSales / 10_000).toBeCloseTo(1_265_793.04, 2)

  const window = { from: receipt.firstOrderedOn ?? '', to: receipt.lastOrderedOn ?? '' }
  const accounts = readAccountSales(workspace.database, window)
  expect(accounts).toHaveLength(89)
  expect(accounts.reduce((sum, account) => sum + account.orderCount, 0)).toBe(830)
  const categories = readCategorySales(workspace.database, window)
  expect(categories).toHaveLength(8)
  expect(categories.reduce((sum, category) => sum + category.gross, 0)).toBe(receipt.grossSales)
})

it.skipIf(!isHere)('Northwind: importing the file once more changes nothing', async () => {
  const path = workspace.fileOf('northwind.csv', orderFile())
  await workspace.commit(path, { mapping: MAPPING })
  const before = workspace.dump()
  const again = await workspace.commit(path, { mapping: MAPPING })
  expect(again).toMatchObject({ accepted: 2155, unchanged: 2155, newAccounts: 0, batchId: null })
  expect(workspace.dump()).toEqual(before)
})

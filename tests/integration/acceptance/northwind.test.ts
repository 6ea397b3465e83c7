import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportReceipt } from '#shared/contract/import.ts'
import { startApplication, type TestApplication } from '../../support/application.ts'

const FOLDER = resolve(import.meta.dirname, '../../../../shared/data/northwind')

type Row = Record<string, string>

const rowsOf = (table: string): Row[] =>
  Papa.parse<Row>(readFileSync(join(FOLDER, `${table}.csv`), 'utf8').trimEnd(), { header: true }).data

/** One line per order position with everything a firm's own export would have. */
function orderLines(): Row[] {
  const byKey = (table: string, key: string) =>
    new Map(rowsOf(table).map((row) => [row[key]?.trim() ?? '', row]))
  const orders = byKey('Orders', 'OrderID')
  const customers = byKey('Customers', 'CustomerID')
  const products = byKey('Products', 'ProductID')
  const categories = byKey('Categories', 'CategoryID')
  return rowsOf('OrderDetails').map((detail) => {
    const order = orders.get(detail.OrderID ?? '') ?? {}
    const customer = customers.get(order.CustomerID?.trim() ?? '') ?? {}
    const product = products.get(detail.ProductID ?? '') ?? {}
    return {
      'Customer ID': order.CustomerID ?? '',
      'Company Name': customer.CompanyName ?? '',
      Country: customer.Country ?? '',
      'Order ID': detail.OrderID ?? '',
      'Order Date': order.OrderDate ?? '',
      'Product ID': detail.ProductID ?? '',
      'Product Name': product.ProductName ?? '',
      Category: categories.get(product.CategoryID ?? '')?.CategoryName ?? '',
      Quantity: detail.Quantity ?? '',
      'Unit Price': detail.UnitPrice ?? '',
      Discount: detail.Discount ?? '',
    }
  })
}

describe.skipIf(!existsSync(FOLDER))('Northwind orders with their details (shared/data/northwind)', () => {
  let folder: string
  let test: TestApplication
  let receipt: ImportReceipt

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-northwind-'))
    const file = join(folder, 'northwind.csv')
    writeFileSync(file, Papa.unparse(orderLines()))
    test = await startApplication()
    await test.createWorkspace('Northwind', 'USD')
    const inspection = await test.ask('import.inspect', { fileToken: test.fileToken(file), settings: {} })
    const mapping = Object.fromEntries(
      inspection.columns.flatMap(({ field, header }) => (field === null ? [] : [[field, header]])),
    )
    receipt = await test.importFile(file, { mapping, settings: {} })
  })
  afterAll(async () => {
    await test.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('the proposed mapping alone takes every line in', () => {
    expect(receipt).toMatchObject({ total: 2155, accepted: 2155, rejected: 0, newAccounts: 89, orders: 830 })
    expect(receipt).toMatchObject({ newProducts: 77, returnLines: 0, problems: [] })
  })

  it('revenue after discounts is 1,265,793.04', () => {
    expect(receipt.grossSales).toBe(12_657_930_395)
  })

  it('the 89 customers that trade have that revenue between them, each order counted once', async () => {
    const page = { filter: {}, sort: [], offset: 0, limit: 100 }
    const { rows, all } = await test.ask('account.list', page)
    expect(all).toBe(89)
    const histories = await Promise.all(rows.map(({ id }) => test.ask('account.history', { id })))
    const months = histories.flatMap((history) => history.months)
    expect(months.reduce((sum, { net }) => sum + net, 0)).toBe(12_657_930_395)
    expect(months.reduce((sum, { orderCount }) => sum + orderCount, 0)).toBe(830)
    expect(histories.every((history) => history.months.some(({ gross }) => gross > 0))).toBe(true)
  })

  it('categories of the file hold the sales of their own products', async () => {
    const categories = await test.ask('product.listCategories', {})
    expect(categories.map(({ name, netSales }) => [name, Math.round(netSales / 100) / 100])).toEqual([
      ['Beverages', 267_868.18],
      ['Dairy Products', 234_507.29],
      ['Confections', 167_357.23],
      ['Meat/Poultry', 163_022.36],
      ['Seafood', 131_261.74],
      ['Condiments', 106_047.09],
      ['Produce', 99_984.58],
      ['Grains/Cereals', 95_744.59],
    ])
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { unitsFromAmount } from '#shared/domain/money.ts'
import { openCsvFile } from '../../../src/main/interchange/open-csv-file.ts'
import { inspectOrderFile } from './inspect-order-file.ts'
import { readOrderLines } from './read-order-lines.ts'
import { KNOWN_CURRENCIES, proposedMapping, readWholeFile } from './read-whole-file.ts'
import { createTemporaryFiles } from './temporary-files.ts'

const files = createTemporaryFiles()
const data = resolve(import.meta.dirname, '../../../../shared/data')
const ONLINE_RETAIL = resolve(data, 'online_retail/online_retail.csv.gz')
const NORTHWIND = resolve(data, 'northwind')

describe.skipIf(!existsSync(ONLINE_RETAIL))(
  'online_retail, 541,909 lines (skipped where ../shared/data is absent)',
  () => {
    const path = existsSync(ONLINE_RETAIL) ? files.write(gunzipSync(readFileSync(ONLINE_RETAIL))) : ''

    it('maps entirely by itself', () => {
      const { columns, missing, dateOrder, decimalSign, delimiter } = inspectOrderFile(path)
      expect(columns.map(({ header, field }) => [header, field])).toEqual([
        ['InvoiceNo', 'orderNumber'],
        ['StockCode', 'productCode'],
        ['Description', 'productName'],
        ['Quantity', 'quantity'],
        ['InvoiceDate', 'orderedOn'],
        ['UnitPrice', 'unitPrice'],
        ['CustomerID', 'customerNumber'],
        ['Country', 'country'],
      ])
      expect({ missing, dateOrder, decimalSign, delimiter }).toEqual({
        missing: [],
        dateOrder: 'ymd',
        decimalSign: '.',
        delimiter: ',',
      })
    })

    it('gives every row as a line or rejects it for want of a customer, to the last digit of the sum', () => {
      const file = openCsvFile(path)
      const counts = { lines: 0, returns: 0, rejected: 0 }
      let gross = 0
      const buyers = new Set<string | null>()
      const codes = new Set<string>()
      const mapping = proposedMapping(file)
      const reading = { mapping, settings: {}, knownCurrencies: KNOWN_CURRENCIES, defaultCurrency: 'GBP' }
      for (const { lines, rejected } of readOrderLines(file, reading)) {
        counts.lines += lines.length
        counts.rejected += rejected.length
        for (const { isReturn, amount, customerNumber } of lines) {
          if (isReturn) counts.returns += 1
          else {
            gross += amount
            if (amount > 0) buyers.add(customerNumber)
          }
        }
        for (const { problems } of rejected)
          for (const { code, column } of problems) codes.add(`${column} ${code}`)
      }
      expect(counts).toEqual({ lines: 406_829, returns: 8_905, rejected: 135_080 })
      expect(counts.lines + counts.rejected).toBe(541_909)
      expect([...codes]).toEqual(['CustomerID missing-customer'])
      expect(unitsFromAmount(gross)).toBe(8_911_407.904)
      expect(buyers.size).toBe(4_338)
    })
  },
)

describe.skipIf(!existsSync(NORTHWIND))(
  'Northwind orders with details (skipped where ../shared/data is absent)',
  () => {
    const table = (name: string): Record<string, string>[] =>
      Papa.parse<Record<string, string>>(readFileSync(resolve(NORTHWIND, `${name}.csv`), 'utf8'), {
        header: true,
        skipEmptyLines: true,
      }).data

    it('have the revenue after discounts that is known for them', () => {
      const orders = new Map(table('Orders').map((order) => [order.OrderID, order]))
      const customers = new Map(table('Customers').map((customer) => [customer.CustomerID, customer]))
      const joined = table('OrderDetails').map((detail) => {
        const order = orders.get(detail.OrderID)
        const { CustomerID, OrderDate, ShipCountry } = order ?? {}
        const CompanyName = customers.get(CustomerID)?.CompanyName
        return { ...detail, CustomerID, CompanyName, OrderDate, ShipCountry }
      })
      const { lines, rejected } = readWholeFile(files.write(Papa.unparse(joined)), { defaultCurrency: 'USD' })
      expect(rejected).toEqual([])
      expect(lines).toHaveLength(2_155)
      const revenue = lines.reduce((sum, { amount }) => sum + amount, 0)
      expect(unitsFromAmount(revenue).toFixed(2)).toBe('1265793.04')
      expect(new Set(lines.map(({ customerNumber }) => customerNumber)).size).toBe(89)
      expect(lines.find(({ discountPercent }) => discountPercent !== 0)).toMatchObject({
        discountPercent: 150_000,
      })
    })
  },
)

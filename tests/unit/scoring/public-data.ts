import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Papa from 'papaparse'

const dataFolder = resolve(import.meta.dirname, '../../../../shared/data')

export const isMissing = (file: string): boolean => !existsSync(resolve(dataFolder, file))

export interface Purchase {
  customer: string
  order: string
  on: string
  /** Currency units. */
  value: number
}

export interface CustomerFigures {
  id: string
  orders: Set<string>
  firstOn: string
  lastOn: string
  value: number
}

function readRows(file: string): Record<string, string>[] {
  const bytes = readFileSync(resolve(dataFolder, file))
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
}

/** UCI Online Retail, cleaned: no null customer, no cancellation, quantity and price above zero. */
export function readOnlineRetail(): Purchase[] {
  return readRows('online_retail/online_retail.csv.gz')
    .filter(
      (row) =>
        row.CustomerID !== '' &&
        row.CustomerID !== 'NA' &&
        !row.InvoiceNo?.startsWith('C') &&
        Number(row.Quantity) > 0 &&
        Number(row.UnitPrice) > 0,
    )
    .map((row) => ({
      customer: row.CustomerID ?? '',
      order: row.InvoiceNo ?? '',
      on: row.InvoiceDate?.slice(0, 10) ?? '',
      value: Number(row.Quantity) * Number(row.UnitPrice),
    }))
}

/** CDNOW master, 1997-01 to 1998-06; purchases of one day are one order. */
export function readCdnowMaster(): Purchase[] {
  return readRows('cdnow/cdnow_master.csv.gz').map((row) => ({
    customer: row.customer_id ?? '',
    order: row.date ?? '',
    on: row.date ?? '',
    value: Number(row.dollar_value),
  }))
}

/** Northwind order lines after discount. */
export function readNorthwind(): Purchase[] {
  const orders = new Map(readRows('northwind/Orders.csv').map((row) => [row.OrderID, row]))
  return readRows('northwind/OrderDetails.csv').map((row) => {
    const order = orders.get(row.OrderID)
    return {
      customer: order?.CustomerID ?? '',
      order: row.OrderID ?? '',
      on: order?.OrderDate?.slice(0, 10) ?? '',
      value: Number(row.UnitPrice) * Number(row.Quantity) * (1 - Number(row.Discount)),
    }
  })
}

export function figuresByCustomer(purchases: readonly Purchase[]): CustomerFigures[] {
  const figures = new Map<string, CustomerFigures>()
  for (const { customer, order, on, value } of purchases) {
    let entry = figures.get(customer)
    if (!entry) {
      entry = { id: customer, orders: new Set(), firstOn: on, lastOn: on, value: 0 }
      figures.set(customer, entry)
    }
    entry.orders.add(order)
    if (on < entry.firstOn) entry.firstOn = on
    if (on > entry.lastOn) entry.lastOn = on
    entry.value += value
  }
  return [...figures.values()]
}

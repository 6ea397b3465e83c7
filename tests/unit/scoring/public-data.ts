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

/** CDNOW, the tenth of the master that the papers use. */
export function readCdnowSample(): Purchase[] {
  return readRows('cdnow/cdnow_sample.csv').map((row) => ({
    customer: row.sample_id ?? '',
    order: row.date ?? '',
    on: row.date ?? '',
    value: Number(row.dollar_value),
  }))
}

/** CDNOW sample as its authors publish it: 39 weeks of calibration, times in weeks, mean value of repeat purchases. */
export function readCdnowSummary(): { x: number; tx: number; T: number; meanValue: number }[] {
  return readRows('cdnow/cdnow_summary_x_tx_T_zbar.csv').map((row) => ({
    x: Number(row.x),
    tx: Number(row.t_x),
    T: Number(row.T),
    meanValue: Number(row.zbar),
  }))
}

/** Value of each day with a purchase, ascending, per customer in the order of their first line. */
export function purchaseDays(purchases: readonly Purchase[]): { on: string; value: number }[][] {
  const customers = new Map<string, Map<string, number>>()
  for (const { customer, on, value } of purchases) {
    const days = customers.get(customer) ?? new Map<string, number>()
    customers.set(customer, days)
    days.set(on, (days.get(on) ?? 0) + value)
  }
  return [...customers.values()].map((days) =>
    [...days].map(([on, value]) => ({ on, value })).sort((one, other) => (one.on < other.on ? -1 : 1)),
  )
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

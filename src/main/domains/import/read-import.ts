import type { ImportCheck } from '#shared/contract/import.ts'
import type { RowProblem } from '#shared/domain/import.ts'
import { AMOUNT_SCALE } from '#shared/domain/money.ts'
import type { JobControl } from '../../application/ports.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { OrderLine as FileLine } from '../../interchange/order-line-row.ts'
import { readCsv } from '../../interchange/read-csv.ts'
import { type RejectedRow, rejectedFault } from '../../interchange/rejected-row.ts'
import { toBaseAmount } from '../order/budget-rates.ts'
import { type OrderBook, openOrderBook } from '../order/order-book.ts'
import type { OrderLine } from '../order/order-line-writer.ts'
import { type AccountDirectory, openAccountDirectory } from './account-directory.ts'
import { createPlannedParser, type ImportPlan } from './import-plan.ts'
import { createImportSummary, listLikelyDuplicates } from './import-summary.ts'
import { openProductDirectory, type ProductDirectory } from './product-directory.ts'
import { createRowDetails } from './row-details.ts'

/** Rows between two looks at whether the user wants to stop. */
const ROWS_PER_STEP = 5000

/** Where rows go; a dry run has none of it. */
export interface ImportSink {
  /** A line that does not stand yet. The object is used again for the next one. */
  write(line: OrderLine): void
  reject(row: RejectedRow): void
}

/** The workspace as an import sees it while it reads. */
export interface ImportReading {
  accounts: AccountDirectory
  products: ProductDirectory
  book: OrderBook
  /** Sum of all amounts and costs that stand already, signs left out. */
  standingSize: number
}

export function openImportReading(database: ReadDatabase, { file, request }: ImportPlan): ImportReading {
  const details = createRowDetails(file.headers, request.mapping)
  return {
    accounts: openAccountDirectory(database, details),
    products: openProductDirectory(database, details),
    book: openOrderBook(database),
    standingSize:
      database.sqlite
        .prepare<[], number>(
          `SELECT (SELECT total(gross) + total(returns) FROM sales_order)
             + (SELECT total(abs(cost)) FROM account_month)`,
        )
        .pluck()
        .get() ?? 0,
  }
}

/**
 * Reads the file row by row, finds each row's customer, product and order, and hands on the lines that are new. Changes
 * nothing in the workspace. Errors: column-undecided, cancelled.
 */
export async function readImport(
  plan: ImportPlan,
  reading: ImportReading,
  control: JobControl,
  sink: ImportSink,
): Promise<ImportCheck> {
  const { file, rates } = plan
  const parse = createPlannedParser(plan)
  const place = createPlacement(reading, rates)
  let size = reading.standingSize
  const summary = createImportSummary()
  let rowCount = 0
  let reportedAt = 0
  for (const batch of readCsv(file)) {
    const rejected: RejectedRow[] = batch.faults.map((fault) => rejectedFault(fault, file.headers))
    for (let at = 0; at < batch.rows.length; at += 1) {
      const cells = batch.rows[at] ?? []
      const row = batch.rowNumbers[at] ?? 0
      const result = parse(cells, row)
      if (!result.ok) {
        rejected.push({ row, cells, problems: result.problems })
        continue
      }
      const line = place(result.line, cells)
      if (reading.book.takeStanding(line.orderKey, line.productKey, line)) {
        summary.accept(line, true)
        continue
      }
      const grown = size + Math.abs(line.baseAmount) + Math.abs(line.baseCost ?? 0)
      if (grown > Number.MAX_SAFE_INTEGER) {
        rejected.push({ row, cells, problems: [tooLarge(plan, result.line)] })
        continue
      }
      size = grown
      summary.accept(line, false)
      sink.write(line)
    }
    if (batch.faults.length > 0) rejected.sort((one, other) => one.row - other.row)
    for (const row of rejected) {
      summary.reject(row.problems)
      sink.reject(row)
    }
    rowCount += batch.rows.length + batch.faults.length
    if (rowCount - reportedAt >= ROWS_PER_STEP) {
      reportedAt = rowCount
      await control.checkpoint({ done: batch.bytesRead, total: file.bytes, rows: rowCount })
    }
  }
  await control.checkpoint({ done: file.bytes, total: file.bytes, rows: rowCount })

  const newAccounts = reading.accounts.newEntries()
  let updatedAccounts = 0
  for (const entry of reading.accounts.entries()) {
    if (!entry.isNew && entry.filled.size > 0) updatedAccounts += 1
  }
  return {
    kind: 'order-lines',
    ...summary.figures(),
    newAccounts: newAccounts.length,
    updatedAccounts,
    newProducts: reading.products.newEntries().length,
    created: reading.book.newCount(),
    updated: 0,
    orders: reading.book.count(),
    duplicates: listLikelyDuplicates(newAccounts),
  }
}

/** Every sum has to stay an exact integer: what would take them beyond is refused like any number that is too large. */
function tooLarge({ request, file }: ImportPlan, line: FileLine): RowProblem {
  const { mapping } = request
  const column = mapping.amount ?? mapping.unitPrice ?? file.headers[0] ?? ''
  return { row: line.row, column, value: String(line.amount / AMOUNT_SCALE), code: 'number-out-of-range' }
}

/** Puts a line of the file into one object that is used again for the next. */
function createPlacement(
  { accounts, products, book }: ImportReading,
  rates: ImportPlan['rates'],
): (line: FileLine, cells: readonly string[]) => OrderLine {
  const placed: OrderLine = {
    accountKey: 0,
    orderKey: 0,
    orderNumber: '',
    productKey: null,
    categoryKey: 0,
    orderedOn: '',
    quantity: null,
    unitPrice: null,
    amount: 0,
    currency: '',
    baseAmount: 0,
    cost: null,
    baseCost: null,
    discountPercent: null,
    channel: null,
    isReturn: false,
    isSale: false,
  }
  return (line, cells) => {
    const rate = rates.get(line.currency)
    if (rate === undefined) throw new RangeError(`${line.currency} has no budget rate.`)
    const account = accounts.find(line.customerNumber, line.customerName, cells)
    const product = products.find(line.productCode, line.productName, cells)
    placed.accountKey = account.key
    placed.orderKey = book.keyOf(account.key, line.orderNumber)
    placed.orderNumber = line.orderNumber
    placed.productKey = product?.key ?? null
    placed.categoryKey = product?.categoryKey ?? 0
    placed.orderedOn = line.orderedOn
    placed.quantity = line.quantity
    placed.unitPrice = line.unitPrice
    placed.amount = line.amount
    placed.currency = line.currency
    placed.baseAmount = toBaseAmount(line.amount, rate)
    placed.cost = line.cost
    placed.baseCost = line.cost === null ? null : toBaseAmount(line.cost, rate)
    placed.discountPercent = line.discountPercent
    placed.channel = line.channel
    placed.isReturn = line.isReturn
    placed.isSale = !line.isReturn && line.amount > 0
    return placed
  }
}

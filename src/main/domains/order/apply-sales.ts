import type { Database as Sqlite } from 'better-sqlite3'
import { monthOf } from '#shared/domain/calendar.ts'
import type { WorkspaceDatabase } from '../../database/workspace-database.ts'
import { createBulkInsert } from './bulk-insert.ts'
import { createDayNames } from './day-number.ts'
import type { SalesTotals } from './sales-totals.ts'
import { suspendIndexes } from './suspended-indexes.ts'

/** Number of an order the workspace does not hold yet, undefined for the others. */
export type NewOrderNumbers = (orderKey: number) => string | undefined

/** Adds totals of lines that have come to orders, months and categories of their accounts. */
export function applyAccountSales(
  { sqlite }: WorkspaceDatabase,
  totals: SalesTotals,
  newOrderNumber: NewOrderNumbers,
): void {
  intoEmptyOrNot(sqlite, 'sales_order', () => applyOrders(sqlite, totals, newOrderNumber))
  intoEmptyOrNot(sqlite, 'account_month', (isEmpty) => applyMonths(sqlite, totals, isEmpty))
}

/** An empty table is filled first and gets its indexes then. */
function intoEmptyOrNot(sqlite: Sqlite, table: string, fill: (isEmpty: boolean) => void): void {
  const isEmpty = sqlite.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() === undefined
  const resume = isEmpty ? suspendIndexes(sqlite, [table]) : () => {}
  fill(isEmpty)
  resume()
}

interface OrderState {
  ordered_on: string
  gross: number
  returns: number
  line_count: number
}

/** An order counts in the month it was placed, as long as more came of it than went back. */
const isCounted = (order: OrderState) => order.line_count > 0 && order.gross > order.returns

function applyOrders(sqlite: Sqlite, totals: SalesTotals, newOrderNumber: NewOrderNumbers): void {
  const { orders, orderSums } = totals
  const dayOf = createDayNames()
  const insert = createBulkInsert(
    sqlite,
    7,
    (rows) =>
      `INSERT INTO sales_order (key, account_key, number, ordered_on, gross, returns, line_count) VALUES ${rows}`,
  )
  const find = sqlite.prepare<[number], OrderState>(
    'SELECT ordered_on, gross, returns, line_count FROM sales_order WHERE key = ?',
  )
  const update = sqlite.prepare(
    'UPDATE sales_order SET ordered_on = ?, gross = ?, returns = ?, line_count = ? WHERE key = ?',
  )
  for (let slot = 0; slot < orders.size; slot += 1) {
    const key = orders.first(slot)
    const account = orders.second(slot)
    const order: OrderState = {
      ordered_on: dayOf(orderSums.firstDay.get(slot)),
      gross: orderSums.gross.get(slot),
      returns: orderSums.returns.get(slot),
      line_count: orderSums.lineCount.get(slot),
    }
    const number = newOrderNumber(key)
    if (number === undefined) {
      const before = find.get(key)
      if (!before) throw new Error(`Order ${key} has lines and no row.`)
      if (isCounted(before)) totals.addOrderCount(account, monthOf(before.ordered_on), -1)
      if (before.line_count > 0 && before.ordered_on < order.ordered_on) order.ordered_on = before.ordered_on
      order.gross += before.gross
      order.returns += before.returns
      order.line_count += before.line_count
      update.run(order.ordered_on, order.gross, order.returns, order.line_count, key)
    } else {
      insert.add(key, account, number, order.ordered_on, order.gross, order.returns, order.line_count)
    }
    if (isCounted(order)) totals.addOrderCount(account, monthOf(order.ordered_on), 1)
  }
  insert.finish()
}

/** Month cells by account and month: rows in the order of the table's key go in fastest. */
function sortedMonths({ months }: SalesTotals): Uint32Array {
  const cells = new Uint32Array(months.size)
  for (let cell = 0; cell < cells.length; cell += 1) cells[cell] = cell
  return cells.sort(
    (one, other) => months.first(one) - months.first(other) || months.second(one) - months.second(other),
  )
}

const ADD_MONTH = `ON CONFLICT (account_key, month) DO UPDATE SET
  gross = gross + excluded.gross, returns = returns + excluded.returns,
  costed_net = costed_net + excluded.costed_net, cost = cost + excluded.cost,
  line_count = line_count + excluded.line_count, order_count = order_count + excluded.order_count,
  last_ordered_on = nullif(max(coalesce(last_ordered_on, ''), coalesce(excluded.last_ordered_on, '')), '')`

const ADD_CATEGORY = `ON CONFLICT (account_key, month, category_key) DO UPDATE SET
  gross = gross + excluded.gross, returns = returns + excluded.returns,
  costed_net = costed_net + excluded.costed_net, cost = cost + excluded.cost`

function applyMonths(sqlite: Sqlite, totals: SalesTotals, isEmpty: boolean): void {
  const { months, monthSums, categories, categorySums } = totals
  const dayOf = createDayNames()
  const insertMonth = createBulkInsert(
    sqlite,
    9,
    (rows) => `INSERT INTO account_month
      (account_key, month, gross, returns, costed_net, cost, line_count, order_count, last_ordered_on)
      VALUES ${rows} ${isEmpty ? '' : ADD_MONTH}`,
  )
  const insertCategory = createBulkInsert(
    sqlite,
    7,
    (rows) => `INSERT INTO account_month_category
      (account_key, month, category_key, gross, returns, costed_net, cost)
      VALUES ${rows} ${isEmpty ? '' : ADD_CATEGORY}`,
  )
  let mayCancelOut = false
  for (const cell of sortedMonths(totals)) {
    const account = months.first(cell)
    const month = months.second(cell)
    const lastSale = monthSums.lastSale.get(cell)
    insertMonth.put(account)
    insertMonth.put(month)
    insertMonth.put(monthSums.gross.get(cell))
    insertMonth.put(monthSums.returns.get(cell))
    insertMonth.put(monthSums.costedNet.get(cell))
    insertMonth.put(monthSums.cost.get(cell))
    insertMonth.put(monthSums.lineCount.get(cell))
    insertMonth.put(monthSums.orderCount.get(cell))
    insertMonth.put(lastSale > 0 ? dayOf(lastSale) : null)
    const parts = totals.categoriesOf(cell)
    if (parts.length > 1) parts.sort((one, other) => categories.second(one) - categories.second(other))
    for (const part of parts) {
      const gross = categorySums.gross.get(part)
      const returns = categorySums.returns.get(part)
      const costedNet = categorySums.costedNet.get(part)
      const cost = categorySums.cost.get(part)
      if (gross === 0 && returns === 0) {
        if (costedNet === 0 && cost === 0) continue
        mayCancelOut = true
      }
      insertCategory.put(account)
      insertCategory.put(month)
      insertCategory.put(categories.second(part))
      insertCategory.put(gross)
      insertCategory.put(returns)
      insertCategory.put(costedNet)
      insertCategory.put(cost)
    }
  }
  insertMonth.finish()
  insertCategory.finish()
  if (mayCancelOut) {
    sqlite.exec(
      'DELETE FROM account_month_category WHERE gross = 0 AND returns = 0 AND costed_net = 0 AND cost = 0',
    )
  }
}

/** Adds totals by product. A product without sales and returns has no row. */
export function applyProductSales({ sqlite }: WorkspaceDatabase, { products }: SalesTotals): void {
  const upsert = createBulkInsert(
    sqlite,
    3,
    (rows) => `INSERT INTO product_sales (product_key, gross, returns) VALUES ${rows}
      ON CONFLICT (product_key) DO UPDATE SET
        gross = gross + excluded.gross, returns = returns + excluded.returns`,
  )
  for (const [key, { gross, returns }] of products) {
    if (gross !== 0 || returns !== 0) upsert.add(key, gross, returns)
  }
  upsert.finish()
}

import type { Database as Sqlite } from 'better-sqlite3'
import { monthOf } from '#shared/domain/calendar.ts'
import type { WorkspaceDatabase } from '../../database/workspace-database.ts'
import { createBulkInsert } from './bulk-insert.ts'
import { createDayNames } from './day-number.ts'
import type { SalesTotals } from './sales-totals.ts'
import { suspendIndexes, WORTH_SUSPENDING } from './suspended-indexes.ts'

/** Number of an order the workspace does not hold yet, undefined for the others. */
export type NewOrderNumbers = (orderKey: number) => string | undefined

/**
 * Adds totals of lines that have come to orders, months and categories of their accounts. Uses the totals up: what is
 * written gives its memory back at once, so that a large import doesn't keep it beside what follows.
 */
export function applyAccountSales(
  { sqlite }: WorkspaceDatabase,
  totals: SalesTotals,
  newOrderNumber: NewOrderNumbers,
): void {
  fill(sqlite, 'sales_order', totals.orders.size, () => {
    applyOrders(sqlite, totals, newOrderNumber)
    totals.releaseOrders()
  })
  fill(sqlite, 'account_month', totals.months.size, (isEmpty) => {
    applyMonths(sqlite, totals, isEmpty)
    applyCategories(sqlite, totals, isEmpty)
    totals.releaseMonths()
  })
}

/** An empty table gets many rows first and its indexes then. */
function fill(sqlite: Sqlite, table: string, rowCount: number, write: (isEmpty: boolean) => void): void {
  const isEmpty = sqlite.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() === undefined
  const resume = isEmpty && rowCount >= WORTH_SUSPENDING ? suspendIndexes(sqlite, [table]) : () => {}
  write(isEmpty)
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
  const insert = createBulkInsert(sqlite, {
    into: 'sales_order (key, account_key, number, ordered_on, gross, returns, line_count)',
    row: '(?, ?, ?, ?, ?, ?, ?)',
  })
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
      insert.put(key)
      insert.put(account)
      insert.put(number)
      insert.put(order.ordered_on)
      insert.put(order.gross)
      insert.put(order.returns)
      insert.put(order.line_count)
    }
    if (isCounted(order)) totals.addOrderCount(account, monthOf(order.ordered_on), 1)
  }
  insert.finish()
}

/** Month slots by account and month: rows in the order of the table's key go in fastest. */
function sortedMonths({ months }: SalesTotals): Uint32Array {
  const slots = new Uint32Array(months.size)
  for (let slot = 0; slot < slots.length; slot += 1) slots[slot] = slot
  return slots.sort(
    (one, other) => months.first(one) - months.first(other) || months.second(one) - months.second(other),
  )
}

function applyMonths(sqlite: Sqlite, totals: SalesTotals, isEmpty: boolean): void {
  const { months, monthSums } = totals
  const dayOf = createDayNames()
  const insert = createBulkInsert(sqlite, {
    into: `account_month
      (account_key, month, gross, returns, costed_net, cost, line_count, order_count, last_ordered_on)`,
    row: '(?, ?, ?, ?, ?, ?, ?, ?, ?)',
    onConflict: isEmpty
      ? ''
      : `ON CONFLICT (account_key, month) DO UPDATE SET
          gross = gross + excluded.gross, returns = returns + excluded.returns,
          costed_net = costed_net + excluded.costed_net, cost = cost + excluded.cost,
          line_count = line_count + excluded.line_count, order_count = order_count + excluded.order_count,
          last_ordered_on = nullif(max(coalesce(last_ordered_on, ''), coalesce(excluded.last_ordered_on, '')), '')`,
  })
  for (const slot of sortedMonths(totals)) {
    const lastSale = monthSums.lastSale.get(slot)
    insert.put(months.first(slot))
    insert.put(months.second(slot))
    insert.put(monthSums.gross.get(slot))
    insert.put(monthSums.returns.get(slot))
    insert.put(monthSums.costedNet.get(slot))
    insert.put(monthSums.cost.get(slot))
    insert.put(monthSums.lineCount.get(slot))
    insert.put(monthSums.orderCount.get(slot))
    insert.put(lastSale > 0 ? dayOf(lastSale) : null)
  }
  insert.finish()
}

/** Slots of categories, grouped by month slot and in the order of the categories' keys. */
function chainCategories({ months, categories }: SalesTotals) {
  const counts = new Map<number, number>()
  for (let slot = 0; slot < categories.size; slot += 1) {
    const key = categories.second(slot)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const starts = new Map<number, number>()
  let start = 0
  for (const key of [...counts.keys()].sort((one, other) => one - other)) {
    starts.set(key, start)
    start += counts.get(key) ?? 0
  }
  const byKey = new Uint32Array(categories.size)
  for (let slot = 0; slot < categories.size; slot += 1) {
    const at = starts.get(categories.second(slot)) ?? 0
    byKey[at] = slot
    starts.set(categories.second(slot), at + 1)
  }
  // Slot + 1 of a month's first category and of the next one; 0 ends the chain.
  const first = new Uint32Array(months.size)
  const next = new Uint32Array(categories.size)
  for (let at = byKey.length - 1; at >= 0; at -= 1) {
    const slot = byKey[at] ?? 0
    const month = categories.first(slot)
    next[slot] = first[month] ?? 0
    first[month] = slot + 1
  }
  return { first, next }
}

function applyCategories(sqlite: Sqlite, totals: SalesTotals, isEmpty: boolean): void {
  const { months, categories, categorySums, hasCosts } = totals
  const insert = createBulkInsert(sqlite, {
    into: 'account_month_category (account_key, month, category_key, gross, returns, costed_net, cost)',
    row: hasCosts() ? '(?, ?, ?, ?, ?, ?, ?)' : '(?, ?, ?, ?, ?, 0, 0)',
    onConflict: isEmpty
      ? ''
      : `ON CONFLICT (account_key, month, category_key) DO UPDATE SET
          gross = gross + excluded.gross, returns = returns + excluded.returns,
          costed_net = costed_net + excluded.costed_net, cost = cost + excluded.cost`,
  })
  const bindsCosts = hasCosts()
  const { first, next } = chainCategories(totals)
  let mayCancelOut = false
  for (const month of sortedMonths(totals)) {
    for (let link = first[month] ?? 0; link > 0; link = next[link - 1] ?? 0) {
      const slot = link - 1
      const gross = categorySums.gross.get(slot)
      const returns = categorySums.returns.get(slot)
      const costedNet = categorySums.costedNet.get(slot)
      const cost = categorySums.cost.get(slot)
      if (gross === 0 && returns === 0) {
        if (costedNet === 0 && cost === 0) continue
        mayCancelOut = true
      }
      insert.put(months.first(month))
      insert.put(months.second(month))
      insert.put(categories.second(slot))
      insert.put(gross)
      insert.put(returns)
      if (bindsCosts) {
        insert.put(costedNet)
        insert.put(cost)
      }
    }
  }
  insert.finish()
  if (mayCancelOut) {
    sqlite.exec(
      'DELETE FROM account_month_category WHERE gross = 0 AND returns = 0 AND costed_net = 0 AND cost = 0',
    )
  }
}

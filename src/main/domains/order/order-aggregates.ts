import { type Day, daysBetween, firstDayOfMonth, type MonthIndex, monthOf } from '#shared/domain/calendar.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { CATEGORY_OF_PRODUCT } from './counted-categories.ts'
import { type DayWindow, partWindow } from './window-parts.ts'

/** Amounts are ten-thousandths of the base currency at the budget rate; returns and cost are positive sums. */
export interface SalesSums {
  gross: number
  returns: number
  /** Net sales of the lines whose cost is known, and that cost. */
  costedNet: number
  cost: number
}

export interface AccountMonth extends SalesSums {
  month: MonthIndex
  lineCount: number
  /** Orders placed in the month of which more was bought than came back. */
  orderCount: number
}

/** Accounts that are shown: lines of deleted ones stay where they are and count nowhere. */
const SHOWN = 'JOIN party ON party.is_deleted = 0 AND party.key ='

const MONTH_SUMS = `sum(cell.gross) AS gross, sum(cell.returns) AS returns,
  sum(cell.costed_net) AS costedNet, sum(cell.cost) AS cost`

const LINE_SUMS = `sum(CASE WHEN line.is_return = 0 THEN line.base_amount ELSE 0 END) AS gross,
  sum(CASE WHEN line.is_return = 1 THEN -line.base_amount ELSE 0 END) AS returns,
  sum(CASE WHEN line.base_cost IS NOT NULL THEN line.base_amount ELSE 0 END) AS costedNet,
  coalesce(sum(line.base_cost), 0) AS cost`

/** Newest day of an order line; null without lines. */
export function newestOrderedOn({ sqlite }: ReadDatabase): Day | null {
  return (
    sqlite
      .prepare<[], Day>(
        `SELECT line.ordered_on FROM order_line AS line ${SHOWN} line.account_key
         ORDER BY line.ordered_on DESC LIMIT 1`,
      )
      .pluck()
      .get() ?? null
  )
}

/** An account's months that have lines, oldest first. */
export function readAccountMonths({ sqlite }: ReadDatabase, accountKey: number): AccountMonth[] {
  return sqlite
    .prepare<[number], AccountMonth>(
      `SELECT month, gross, returns, costed_net AS costedNet, cost, line_count AS lineCount, order_count AS orderCount
       FROM account_month WHERE account_key = ? ORDER BY month`,
    )
    .all(accountKey)
}

/** Totals of each month that has lines, oldest first. Both months are included. */
export function readMonthTotals(
  { sqlite }: ReadDatabase,
  fromMonth: MonthIndex,
  toMonth: MonthIndex,
): AccountMonth[] {
  return sqlite
    .prepare<[number, number], AccountMonth>(
      `SELECT cell.month, ${MONTH_SUMS}, sum(cell.line_count) AS lineCount, sum(cell.order_count) AS orderCount
       FROM party CROSS JOIN account_month AS cell
         ON cell.account_key = party.key AND cell.month BETWEEN ? AND ?
       WHERE party.is_deleted = 0 GROUP BY cell.month ORDER BY cell.month`,
    )
    .all(fromMonth, toMonth)
}

/** Net sales per month of each account that has lines in the window, oldest month first; 0 for a month without. */
export function readMonthlyNet(
  { sqlite }: ReadDatabase,
  fromMonth: MonthIndex,
  toMonth: MonthIndex,
): { accountKey: number; net: number[] }[] {
  const cells = sqlite
    .prepare<[number, number], [number, number, number]>(
      `SELECT cell.account_key, cell.month, cell.gross - cell.returns
       FROM party CROSS JOIN account_month AS cell
         ON cell.account_key = party.key AND cell.month BETWEEN ? AND ?
       WHERE party.is_deleted = 0 ORDER BY party.key, cell.month`,
    )
    .raw()
    .all(fromMonth, toMonth)
  const accounts: { accountKey: number; net: number[] }[] = []
  let account: { accountKey: number; net: number[] } | undefined
  for (const [accountKey, month, net] of cells) {
    if (account?.accountKey !== accountKey) {
      account = { accountKey, net: Array(toMonth - fromMonth + 1).fill(0) }
      accounts.push(account)
    }
    account.net[month - fromMonth] = net
  }
  return accounts
}

/**
 * Median days between the days on which an account placed an order of which more was bought than had come back by
 * `asOf`, up to and including that day; null under three such days.
 */
export function readOrderRhythm({ sqlite }: ReadDatabase, accountKey: number, asOf: Day): number | null {
  const days = sqlite
    .prepare<{ accountKey: number; asOf: Day }, Day>(
      `SELECT DISTINCT ordered_on FROM sales_order AS placed
       WHERE account_key = @accountKey AND ordered_on BETWEEN '0' AND @asOf
         AND iif(returns = 0, gross > 0, (SELECT sum(line.base_amount) FROM order_line AS line
           WHERE line.order_key = placed.key AND line.ordered_on <= @asOf) > 0)
       ORDER BY ordered_on`,
    )
    .pluck()
    .all({ accountKey, asOf })
  if (days.length < 3) return null
  const gaps = days.slice(1).map((day, at) => daysBetween(days[at] ?? day, day))
  gaps.sort((one, other) => one - other)
  const middle = gaps.length >> 1
  const upper = gaps[middle] ?? 0
  return gaps.length % 2 === 1 ? upper : (upper + (gaps[middle - 1] ?? upper)) / 2
}

export interface AccountSales extends SalesSums {
  accountKey: number
  orderCount: number
  lineCount: number
  /** Newest day with a sale in the window; null where only returns and free lines fall into it. */
  lastOrderedOn: Day | null
}

/**
 * Sales of every account that has lines in the window, exact for any window: whole months come from the kept ones, the
 * days at its edges from the lines. An order counts where its first line lies, unless it was cancelled since, be it
 * after the window.
 */
export function readAccountSales(database: ReadDatabase, window: DayWindow): AccountSales[] {
  const { sqlite } = database
  const { months, edges } = partWindow(database, window)
  const accounts = new Map<number, AccountSales>()
  const add = (part: AccountSales) => {
    const account = accounts.get(part.accountKey)
    if (!account) {
      accounts.set(part.accountKey, part)
      return
    }
    account.gross += part.gross
    account.returns += part.returns
    account.costedNet += part.costedNet
    account.cost += part.cost
    account.lineCount += part.lineCount
    account.orderCount += part.orderCount
    if (part.lastOrderedOn !== null && part.lastOrderedOn > (account.lastOrderedOn ?? '')) {
      account.lastOrderedOn = part.lastOrderedOn
    }
  }
  if (months) {
    sqlite
      .prepare<[number, number], AccountSales>(
        `SELECT party.key AS accountKey, ${MONTH_SUMS}, sum(cell.line_count) AS lineCount,
           sum(cell.order_count) AS orderCount, max(cell.last_ordered_on) AS lastOrderedOn
         FROM party CROSS JOIN account_month AS cell
           ON cell.account_key = party.key AND cell.month BETWEEN ? AND ?
         WHERE party.is_deleted = 0 GROUP BY party.key`,
      )
      .all(months.from, months.to)
      .forEach(add)
  }
  for (const { from, to } of edges) {
    sqlite
      .prepare<[Day, Day, Day, Day], AccountSales>(
        `SELECT part.*, (SELECT count(*) FROM sales_order AS placed
             WHERE placed.account_key = part.accountKey AND placed.ordered_on BETWEEN ? AND ?
               AND placed.gross > placed.returns) AS orderCount
         FROM (SELECT line.account_key AS accountKey, ${LINE_SUMS}, count(*) AS lineCount,
             max(line.ordered_on) FILTER (WHERE line.is_return = 0 AND line.amount > 0) AS lastOrderedOn
           FROM order_line AS line WHERE line.ordered_on BETWEEN ? AND ? GROUP BY line.account_key) AS part
         ${SHOWN} part.accountKey`,
      )
      .all(from, to, from, to)
      .forEach(add)
  }
  return [...accounts.values()]
}

/**
 * First and last day of trade up to and including `asOf`, of every account that has traded by then: the day its first
 * order with a sale was placed, and its newest sale.
 */
export function readSalesSpan(
  { sqlite }: ReadDatabase,
  asOf: Day,
): { accountKey: number; firstOrderedOn: Day; lastOrderedOn: Day }[] {
  const month = monthOf(asOf)
  const inLastMonth = new Map(
    sqlite
      .prepare<[Day, Day], [number, Day]>(
        `SELECT account_key, max(ordered_on) FROM order_line
         WHERE ordered_on BETWEEN ? AND ? AND is_return = 0 AND amount > 0 GROUP BY account_key`,
      )
      .raw()
      .all(firstDayOfMonth(month), asOf),
  )
  const rows = sqlite
    .prepare<[Day, MonthIndex], [number, Day | null, Day | null]>(
      `SELECT party.key,
         (SELECT placed.ordered_on FROM sales_order AS placed
          WHERE placed.account_key = party.key AND placed.ordered_on BETWEEN '0' AND ? AND placed.gross > 0
          ORDER BY placed.ordered_on LIMIT 1),
         (SELECT cell.last_ordered_on FROM account_month AS cell
          WHERE cell.account_key = party.key AND cell.month < ? AND cell.last_ordered_on IS NOT NULL
          ORDER BY cell.month DESC LIMIT 1)
       FROM party WHERE party.is_deleted = 0 AND party.kind <> 'person'`,
    )
    .raw()
    .all(asOf, month)
  return rows.flatMap(([accountKey, firstOrderedOn, earlier]) => {
    const lastOrderedOn = inLastMonth.get(accountKey) ?? earlier
    return firstOrderedOn && lastOrderedOn ? [{ accountKey, firstOrderedOn, lastOrderedOn }] : []
  })
}

export interface CategorySales extends SalesSums {
  /** Null for lines without a category. */
  categoryKey: number | null
  /** Accounts that bought of it. */
  buyers: number
}

/** Sales of each category in the window, over all accounts; exact for any window. */
export function readCategorySales(database: ReadDatabase, window: DayWindow): CategorySales[] {
  const { months, edges } = partWindow(database, window)
  const parts: string[] = []
  const values: (string | number)[] = []
  if (months) {
    parts.push(`SELECT cell.account_key, cell.category_key, ${MONTH_SUMS} FROM party
      CROSS JOIN account_month_category AS cell ON cell.account_key = party.key AND cell.month BETWEEN ? AND ?
      WHERE party.is_deleted = 0 GROUP BY cell.account_key, cell.category_key`)
    values.push(months.from, months.to)
  }
  for (const { from, to } of edges) {
    parts.push(`SELECT line.account_key, ${LINE_CATEGORY} AS category_key, ${LINE_SUMS}
      FROM order_line AS line ${SHOWN} line.account_key LEFT JOIN product ON product.key = line.product_key
      WHERE line.ordered_on BETWEEN ? AND ? GROUP BY 1, 2`)
    values.push(from, to)
  }
  if (parts.length === 0) return []
  return database.sqlite
    .prepare<(string | number)[], CategorySales>(
      `SELECT nullif(category_key, 0) AS categoryKey, sum(gross) AS gross, sum(returns) AS returns,
         sum(costedNet) AS costedNet, sum(cost) AS cost,
         count(DISTINCT CASE WHEN gross > 0 THEN account_key END) AS buyers
       FROM (${parts.join(' UNION ALL ')}) GROUP BY category_key`,
    )
    .all(...values)
}

const LINE_CATEGORY = `CASE WHEN line.product_key IS NULL THEN 0 ELSE ${CATEGORY_OF_PRODUCT} END`

export interface AccountCategory extends SalesSums {
  /** Null for lines without a category. */
  categoryKey: number | null
  /** Net sales per calendar month from the first to the last that the window touches, days outside it left out. */
  monthlyNet: number[]
}

/** What one account bought by category in the window; exact for any window. */
export function readAccountCategories(
  database: ReadDatabase,
  accountKey: number,
  window: DayWindow,
): AccountCategory[] {
  const { sqlite } = database
  const { months, edges } = partWindow(database, window)
  const firstMonth = monthOf(window.from)
  const categories = new Map<number, AccountCategory>()
  const add = (part: SalesSums & { month: MonthIndex; categoryKey: number }) => {
    const category = categories.get(part.categoryKey) ?? {
      categoryKey: part.categoryKey || null,
      gross: 0,
      returns: 0,
      costedNet: 0,
      cost: 0,
      monthlyNet: Array<number>(monthOf(window.to) - firstMonth + 1).fill(0),
    }
    categories.set(part.categoryKey, category)
    category.gross += part.gross
    category.returns += part.returns
    category.costedNet += part.costedNet
    category.cost += part.cost
    category.monthlyNet[part.month - firstMonth] = part.gross - part.returns
  }
  if (months) {
    sqlite
      .prepare<[number, number, number], SalesSums & { month: MonthIndex; categoryKey: number }>(
        `SELECT month, category_key AS categoryKey, gross, returns, costed_net AS costedNet, cost
         FROM account_month_category WHERE account_key = ? AND month BETWEEN ? AND ?`,
      )
      .all(accountKey, months.from, months.to)
      .forEach(add)
  }
  for (const { from, to } of edges) {
    sqlite
      .prepare<[number, Day, Day], SalesSums & { categoryKey: number }>(
        `SELECT ${LINE_CATEGORY} AS categoryKey, ${LINE_SUMS}
         FROM sales_order AS placed CROSS JOIN order_line AS line ON line.order_key = placed.key
         LEFT JOIN product ON product.key = line.product_key
         WHERE placed.account_key = ? AND line.ordered_on BETWEEN ? AND ? GROUP BY 1`,
      )
      .all(accountKey, from, to)
      .forEach((part) => {
        add({ ...part, month: monthOf(from) })
      })
  }
  return [...categories.values()]
}

import type { ReadDatabase } from '../../database/workspace-database.ts'
import { CATEGORY_OF_PRODUCT } from './counted-categories.ts'
import { type DayWindow, partWindow } from './window-parts.ts'

/** Account key → category key (0 without a category) → net sales in the base currency. */
export type AccountCategorySales = ReadonlyMap<number, ReadonlyMap<number, number>>

/** Net sales of every account, or of the given ones, by category in the window; exact for any window. */
export function readAccountCategorySales(
  database: ReadDatabase,
  window: DayWindow,
  accountKeys: 'all' | readonly number[] = 'all',
): AccountCategorySales {
  const { sqlite } = database
  const { months, edges } = partWindow(database, window)
  const isAll = accountKeys === 'all'
  const keys = isAll ? [] : [JSON.stringify(accountKeys)]
  const among = (column: string) => (isAll ? '' : `AND ${column} IN (SELECT value FROM json_each(?))`)
  const sums = new Map<number, Map<number, number>>()
  const add = ([accountKey, categoryKey, net]: [number, number, number]) => {
    const account = sums.get(accountKey) ?? new Map<number, number>()
    sums.set(accountKey, account)
    account.set(categoryKey, (account.get(categoryKey) ?? 0) + net)
  }
  if (months) {
    sqlite
      .prepare<(number | string)[], [number, number, number]>(
        `SELECT account_key, category_key, sum(gross - returns) FROM account_month_category
         WHERE month BETWEEN ? AND ? ${among('account_key')} GROUP BY account_key, category_key`,
      )
      .raw()
      .all(months.from, months.to, ...keys)
      .forEach(add)
  }
  for (const { from, to } of edges) {
    sqlite
      .prepare<string[], [number, number, number]>(
        `SELECT line.account_key,
           CASE WHEN line.product_key IS NULL THEN 0 ELSE ${CATEGORY_OF_PRODUCT} END, sum(line.base_amount)
         FROM order_line AS line LEFT JOIN product ON product.key = line.product_key
         WHERE line.ordered_on BETWEEN ? AND ? ${among('line.account_key')} GROUP BY 1, 2`,
      )
      .raw()
      .all(from, to, ...keys)
      .forEach(add)
  }
  return sums
}

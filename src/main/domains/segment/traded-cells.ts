import type { Day } from '#shared/domain/calendar.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { whileFactsUnchanged } from '../order/while-facts-unchanged.ts'
import type { DayWindow } from '../order/window-parts.ts'

/** What an account bought, seen as categories × channels; null where no line says. */
export interface TradedCells {
  categories: number | null
  channels: number | null
  /** Category × channel combinations; categories or channels alone where the other is unknown. */
  served: number | null
}

/** Account, product and channel of sales; each combination once. */
type Combination = [number, number | null, string | null]

const remember = whileFactsUnchanged<Combination[]>(2)

function allCombinations(database: ReadDatabase, { from, to }: DayWindow): Combination[] {
  return remember(database, `${from} ${to}`, () =>
    database.sqlite
      .prepare<[Day, Day], Combination>(
        `SELECT DISTINCT account_key, product_key, channel FROM order_line
         WHERE ordered_on BETWEEN ? AND ? AND is_return = 0 AND amount > 0`,
      )
      .raw()
      .all(from, to),
  )
}

function combinationsOf(
  { sqlite }: ReadDatabase,
  { from, to }: DayWindow,
  accountKey: number,
): Combination[] {
  return sqlite
    .prepare<[number, Day, Day], Combination>(
      `SELECT DISTINCT line.account_key, line.product_key, line.channel
       FROM sales_order AS placed CROSS JOIN order_line AS line ON line.order_key = placed.key
       WHERE placed.account_key = ? AND line.ordered_on BETWEEN ? AND ? AND line.is_return = 0 AND line.amount > 0`,
    )
    .raw()
    .all(accountKey, from, to)
}

/** By account key; of one account alone where its key is given. */
export function readTradedCells(
  database: ReadDatabase,
  window: DayWindow,
  accountKey?: number,
): Map<number, TradedCells> {
  const combinations =
    accountKey === undefined
      ? allCombinations(database, window)
      : combinationsOf(database, window, accountKey)
  const categoryOf = readCategories(database)
  const seen = new Map<number, { categories: Set<number>; channels: Set<string>; cells: Set<string> }>()
  for (const [account, product, channel] of combinations) {
    const sets = seen.get(account) ?? { categories: new Set(), channels: new Set(), cells: new Set() }
    seen.set(account, sets)
    const category = product === null ? undefined : categoryOf.get(product)
    if (category !== undefined) sets.categories.add(category)
    if (channel !== null) sets.channels.add(channel)
    if (category !== undefined && channel !== null) sets.cells.add(`${category} ${channel}`)
  }
  return new Map(
    [...seen].map(([account, { categories, channels, cells }]) => [
      account,
      {
        categories: categories.size || null,
        channels: channels.size || null,
        served: cells.size || categories.size || channels.size || null,
      },
    ]),
  )
}

/** Category key of each product that has a living one. */
function readCategories({ sqlite }: ReadDatabase): Map<number, number> {
  return new Map(
    sqlite
      .prepare<[], [number, number]>(
        `SELECT product.key, category.key FROM product
         JOIN category ON category.id = product.category_id AND category.is_deleted = 0
         WHERE product.is_deleted = 0`,
      )
      .raw()
      .all(),
  )
}

import type { Database as Sqlite } from 'better-sqlite3'
import type { Id } from '#shared/domain/id.ts'
import { idToBlob } from '../../database/id-blob.ts'
import type { WorkspaceDatabase } from '../../database/workspace-database.ts'
import { readBudgetRates, toBaseAmount } from './budget-rates.ts'
import { CATEGORY_OF_PRODUCT, createCountedTest, noteAllCounted, noteCounted } from './counted-categories.ts'
import { addProductSales } from './product-sales.ts'
import { recountAccounts } from './recount-accounts.ts'

const GROSS = 'sum(CASE WHEN line.is_return = 0 THEN line.base_amount ELSE 0 END)'
const RETURNS = 'sum(CASE WHEN line.is_return = 1 THEN -line.base_amount ELSE 0 END)'
const COSTED_NET = 'sum(CASE WHEN line.base_cost IS NOT NULL THEN line.base_amount ELSE 0 END)'
const COST = 'coalesce(sum(line.base_cost), 0)'
const MONTH = `(CAST(substr(line.ordered_on, 1, 4) AS INTEGER) * 12 + CAST(substr(line.ordered_on, 6, 2) AS INTEGER) - 1)`

/** Counts every kept aggregate anew from the order lines: what they must equal at any time. */
export function rebuildAggregates(database: WorkspaceDatabase): void {
  database.transaction(() => {
    database.sqlite.exec(`
      DELETE FROM account_month;
      DELETE FROM account_month_category;
      DELETE FROM product_sales;
      UPDATE sales_order SET ordered_on = '', gross = 0, returns = 0, line_count = 0;

      UPDATE sales_order SET (ordered_on, gross, returns, line_count) = (
        SELECT min(line.ordered_on), ${GROSS}, ${RETURNS}, count(*) FROM order_line AS line
        WHERE line.order_key = sales_order.key)
      WHERE EXISTS (SELECT 1 FROM order_line AS line WHERE line.order_key = sales_order.key);

      INSERT INTO account_month
        (account_key, month, gross, returns, costed_net, cost, line_count, order_count, last_ordered_on)
      SELECT line.account_key, ${MONTH}, ${GROSS}, ${RETURNS}, ${COSTED_NET}, ${COST}, count(*), 0,
        max(line.ordered_on) FILTER (WHERE line.is_return = 0 AND line.amount > 0)
      FROM order_line AS line GROUP BY 1, 2;

      UPDATE account_month SET order_count = placed.order_count
      FROM (SELECT line.account_key, ${MONTH} AS month, count(*) AS order_count
            FROM sales_order AS line WHERE line.line_count > 0 AND line.gross > line.returns GROUP BY 1, 2) AS placed
      WHERE placed.account_key = account_month.account_key AND placed.month = account_month.month;

      INSERT INTO account_month_category (account_key, month, category_key, gross, returns, costed_net, cost)
      SELECT line.account_key, ${MONTH}, coalesce(product.category_key, 0) AS category_key,
        ${GROSS} AS sold, ${RETURNS} AS returned, ${COSTED_NET} AS costed, ${COST} AS known_cost
      FROM order_line AS line
      LEFT JOIN (SELECT product.key, ${CATEGORY_OF_PRODUCT} AS category_key FROM product) AS product
        ON product.key = line.product_key
      GROUP BY 1, 2, 3 HAVING sold <> 0 OR returned <> 0 OR costed <> 0 OR known_cost <> 0;

      INSERT INTO product_sales (product_key, gross, returns)
      SELECT line.product_key, ${GROSS} AS sold, ${RETURNS} AS returned FROM order_line AS line
      WHERE line.product_key IS NOT NULL GROUP BY 1 HAVING sold <> 0 OR returned <> 0;`)
    noteAllCounted(database.sqlite)
  })
}

/** Counts the lines of products under the category they belong to now. Runs inside the change that moved them. */
export function recategoriseProducts(database: WorkspaceDatabase, productIds: readonly Id[]): void {
  const { sqlite } = database
  const keyOf = sqlite.prepare<[Buffer], number>('SELECT key FROM product WHERE id = ?').pluck()
  const isCounted = createCountedTest(sqlite)
  const moved: number[] = []
  for (const id of productIds) {
    const key = keyOf.get(idToBlob(id))
    if (key !== undefined && !isCounted(key)) moved.push(key)
  }
  if (moved.length === 0) return
  const accounts = sqlite
    .prepare<[string], number>(
      'SELECT DISTINCT account_key FROM order_line WHERE product_key IN (SELECT value FROM json_each(?))',
    )
    .pluck()
    .all(JSON.stringify(moved))
  recountAccounts(database, new Set(accounts))
  noteCounted(sqlite, moved)
}

/** Lines restated at a time. */
const PAGE = 20_000

interface CurrencyLine {
  key: number
  account_key: number
  product_key: number | null
  amount: number
  cost: number | null
  base_amount: number
  base_cost: number | null
  is_return: 0 | 1
}

/**
 * Restates the lines in the currencies of changed budget rates, and every aggregate they are in. Takes rows of
 * currency_rate; a currency that has lost its rate keeps the amounts it has.
 */
export function restateCurrency(database: WorkspaceDatabase, rateIds: readonly Id[]): void {
  const { sqlite } = database
  const currencyOf = sqlite
    .prepare<[Buffer], string | null>('SELECT currency FROM currency_rate WHERE id = ?')
    .pluck()
  const { rates } = readBudgetRates(database)
  const accounts = new Set<number>()
  const products = new Map<number, { gross: number; returns: number }>()
  for (const currency of new Set(rateIds.map((id) => currencyOf.get(idToBlob(id))))) {
    const rate = currency && rates.get(currency)
    if (!currency || !rate) continue
    restateLines(sqlite, 'order_line_withdrawn', currency, rate, () => {})
    restateLines(sqlite, 'order_line', currency, rate, (line, change) => {
      accounts.add(line.account_key)
      if (line.product_key === null) return
      const product = products.get(line.product_key) ?? { gross: 0, returns: 0 }
      products.set(line.product_key, product)
      if (line.is_return === 1) product.returns -= change
      else product.gross += change
    })
  }
  if (recountAccounts(database, accounts) === 'accounts') addProductSales(sqlite, products)
}

/** Calls `onChange` with each line whose base amount or cost changed, and the change of its base amount. */
function restateLines(
  sqlite: Sqlite,
  table: 'order_line' | 'order_line_withdrawn',
  currency: string,
  rate: number,
  onChange: (line: CurrencyLine, change: number) => void,
): void {
  const page = sqlite.prepare<[string, number], CurrencyLine>(
    `SELECT key, account_key, product_key, amount, cost, base_amount, base_cost, is_return
     FROM ${table} WHERE currency = ? AND key > ? ORDER BY key LIMIT ${PAGE}`,
  )
  const update = sqlite.prepare(`UPDATE ${table} SET base_amount = ?, base_cost = ? WHERE key = ?`)
  let last = 0
  for (let lines = page.all(currency, last); lines.length > 0; lines = page.all(currency, last)) {
    last = lines.at(-1)?.key ?? last
    for (const line of lines) {
      const baseAmount = toBaseAmount(line.amount, rate)
      const baseCost = line.cost === null ? null : toBaseAmount(line.cost, rate)
      if (baseAmount === line.base_amount && baseCost === line.base_cost) continue
      update.run(baseAmount, baseCost, line.key)
      onChange(line, baseAmount - line.base_amount)
    }
  }
}

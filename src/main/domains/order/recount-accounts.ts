import type { WorkspaceDatabase } from '../../database/workspace-database.ts'
import { applyAccountSales } from './apply-sales.ts'
import { CATEGORY_OF_PRODUCT, noteAllCounted } from './counted-categories.ts'
import { addProductSales } from './product-sales.ts'
import { createSalesTotals, type SalesTotals, type SoldLine } from './sales-totals.ts'

/** Lines read at a time. */
const PAGE = 20_000

/**
 * Counts orders, months and categories of some accounts anew from their lines, inside the open transaction. Where they
 * hold most of the lines, everything is counted, products too: one pass through the table beats many look-ups.
 */
export function recountAccounts(
  database: WorkspaceDatabase,
  accountKeys: ReadonlySet<number>,
): 'everything' | 'accounts' {
  const { sqlite } = database
  if (accountKeys.size === 0) return 'accounts'
  sqlite.exec('CREATE TEMP TABLE recounted (account_key INTEGER PRIMARY KEY) STRICT')
  const note = sqlite.prepare<[number]>('INSERT INTO temp.recounted VALUES (?)')
  for (const key of accountKeys) note.run(key)
  const share = sqlite
    .prepare<[], { own: number; all: number }>(
      'SELECT count(*) FILTER (WHERE account_key IN temp.recounted) AS own, count(*) AS "all" FROM order_line',
    )
    .get()
  const isMost = !share || share.own * 2 >= share.all
  if (isMost) recountAll(database)
  else recountSome(database)
  sqlite.exec('DROP TABLE temp.recounted')
  return isMost ? 'everything' : 'accounts'
}

const EMPTY_ORDER = "ordered_on = '', gross = 0, returns = 0, line_count = 0"
const LINE_COLUMNS = `line.key, line.account_key, line.order_key, line.product_key, line.ordered_on,
  line.base_amount, line.base_cost, line.is_return, line.amount`
type LineCells = [number, number, number, number | null, string, number, number | null, number, number]

function recountAll(database: WorkspaceDatabase): void {
  const { sqlite } = database
  sqlite.exec(`DELETE FROM account_month; DELETE FROM account_month_category; DELETE FROM product_sales;
    UPDATE sales_order SET ${EMPTY_ORDER} WHERE line_count > 0`)
  const page = sqlite
    .prepare<[number], LineCells>(
      `SELECT ${LINE_COLUMNS} FROM order_line AS line WHERE line.key > ? ORDER BY line.key LIMIT ${PAGE}`,
    )
    .raw()
  const totals = count(database, function* () {
    let last = 0
    for (let lines = page.all(last); lines.length > 0; lines = page.all(last)) {
      yield lines
      last = lines.at(-1)?.[0] ?? last
    }
  })
  addProductSales(sqlite, totals.products)
  noteAllCounted(sqlite)
}

function recountSome(database: WorkspaceDatabase): void {
  const { sqlite } = database
  sqlite.exec(`DELETE FROM account_month WHERE account_key IN temp.recounted;
    DELETE FROM account_month_category WHERE account_key IN temp.recounted`)
  const ofAccount = sqlite
    .prepare<[number], LineCells>(
      `SELECT ${LINE_COLUMNS} FROM sales_order AS placed CROSS JOIN order_line AS line ON line.order_key = placed.key
       WHERE placed.account_key = ?`,
    )
    .raw()
  const keys = sqlite.prepare<[], number>('SELECT account_key FROM temp.recounted').pluck().all()
  const empty = sqlite.prepare(
    `UPDATE sales_order SET ${EMPTY_ORDER} WHERE account_key = ? AND line_count > 0`,
  )
  count(database, function* () {
    for (const key of keys) {
      yield ofAccount.all(key)
      empty.run(key)
    }
  })
}

function count(database: WorkspaceDatabase, pages: () => Iterable<LineCells[]>): SalesTotals {
  const categories = new Map(
    database.sqlite
      .prepare<[], [number, number]>(`SELECT key, ${CATEGORY_OF_PRODUCT} FROM product`)
      .raw()
      .all(),
  )
  const totals = createSalesTotals()
  const sold: SoldLine = {
    accountKey: 0,
    orderKey: 0,
    productKey: null,
    categoryKey: 0,
    orderedOn: '',
    baseAmount: 0,
    baseCost: null,
    isReturn: false,
    isSale: false,
  }
  for (const lines of pages()) {
    for (const [, account, order, product, orderedOn, baseAmount, baseCost, isReturn, amount] of lines) {
      sold.accountKey = account
      sold.orderKey = order
      sold.productKey = product
      sold.categoryKey = product === null ? 0 : (categories.get(product) ?? 0)
      sold.orderedOn = orderedOn
      sold.baseAmount = baseAmount
      sold.baseCost = baseCost
      sold.isReturn = isReturn === 1
      sold.isSale = isReturn === 0 && amount > 0
      totals.add(sold)
    }
  }
  applyAccountSales(database, totals, () => undefined)
  return totals
}

import type { Day } from '#shared/domain/calendar.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { readKeptSales } from './kept-sales.ts'
import { readLaterReturns } from './later-returns.ts'
import { settledBy, type WindowPair } from './window-pair.ts'

/** Sales of one account up to an as-of date; amounts in ten-thousandths of the base currency. */
export interface SalesFacts {
  gross: number
  returns: number
  costedNet: number
  cost: number
  /** Orders placed in the window, fully cancelled ones left out. */
  orderCount: number
  priorNet: number
  /** Of orders with a sale. */
  firstOrderedOn: Day | null
  lastOrderedOn: Day | null
  /** Whether any line lies on or before the day, free ones and returns included; only later; or nowhere. */
  lines: 'by-then' | 'later' | 'none'
}

const NO_SALES: SalesFacts = {
  gross: 0,
  returns: 0,
  costedNet: 0,
  cost: 0,
  orderCount: 0,
  priorNet: 0,
  firstOrderedOn: null,
  lastOrderedOn: null,
  lines: 'none',
}

/**
 * Every account's sales, from the kept aggregates. Where an account had bought before the windows'
 * `settledBy`, that day stands for its first order: finding the real one would change no result.
 */
export function readAllSalesFacts(
  database: ReadDatabase,
  windows: WindowPair,
): (accountKey: number) => SalesFacts {
  const asOf = windows.window.to
  const kept = readKeptSales(database, windows)
  for (const [accountKey, correction] of readLaterReturns(database, windows.window)) {
    const account = kept.get(accountKey)
    if (account) account.orderCount += correction
  }
  const settled = settledBy(windows)
  const linesOf = lineFinder(database, asOf)
  const firstSale = dayFinder(
    database,
    `SELECT ordered_on FROM sales_order
     WHERE account_key = ? AND ordered_on BETWEEN '0' AND ? AND gross > 0 ORDER BY ordered_on LIMIT 1`,
  )
  const lastSale = dayFinder(
    database,
    `SELECT last_ordered_on FROM account_month
     WHERE account_key = ? AND last_ordered_on <= ? ORDER BY month DESC LIMIT 1`,
  )
  return (accountKey) => {
    const sales = kept.get(accountKey)
    const lines = sales ? 'by-then' : linesOf(accountKey)
    if (lines !== 'by-then') return { ...NO_SALES, lines }
    const lastOrderedOn = sales?.lastOrderedOn ?? lastSale(accountKey, asOf)
    const hadBought = sales !== undefined && sales.priorNet > 0
    return {
      gross: sales?.gross ?? 0,
      returns: sales?.returns ?? 0,
      costedNet: sales?.costedNet ?? 0,
      cost: sales?.cost ?? 0,
      orderCount: sales?.orderCount ?? 0,
      priorNet: sales?.priorNet ?? 0,
      firstOrderedOn:
        lastOrderedOn === null ? null : hadBought && settled !== null ? settled : firstSale(accountKey, asOf),
      lastOrderedOn,
      lines,
    }
  }
}

type SalesCells = Omit<SalesFacts, 'lines'> & { accountKey: number }

const net = (condition: string) => `coalesce(sum(line.base_amount) FILTER (WHERE ${condition}), 0)`

/** The same of a few accounts, from their lines: a change to one account does not read all the others. */
export function readSalesFactsOf(
  database: ReadDatabase,
  { window, priorWindow }: WindowPair,
  accountKeys: readonly number[],
): (accountKey: number) => SalesFacts {
  const rows = database.sqlite
    .prepare<{ keys: string; from: Day; to: Day; priorFrom: Day; priorTo: Day }, SalesCells>(
      `SELECT accountKey, sum(gross) AS gross, sum(returns) AS returns, sum(costedNet) AS costedNet,
         sum(cost) AS cost, sum(isCounted) AS orderCount, sum(priorNet) AS priorNet,
         iif(max(lastOrderedOn) IS NULL, NULL, min(firstOrderedOn)) AS firstOrderedOn,
         max(lastOrderedOn) AS lastOrderedOn
       FROM (SELECT placed.account_key AS accountKey,
           ${net('line.is_return = 0 AND line.ordered_on >= @from')} AS gross,
           -${net('line.is_return = 1 AND line.ordered_on >= @from')} AS returns,
           ${net('line.base_cost IS NOT NULL AND line.ordered_on >= @from')} AS costedNet,
           coalesce(sum(line.base_cost) FILTER (WHERE line.ordered_on >= @from), 0) AS cost,
           placed.ordered_on >= @from AND sum(line.base_amount) > 0 AS isCounted,
           ${net('line.ordered_on BETWEEN @priorFrom AND @priorTo')} AS priorNet,
           iif(placed.gross > 0, placed.ordered_on, NULL) AS firstOrderedOn,
           max(line.ordered_on) FILTER (WHERE line.is_return = 0 AND line.amount > 0) AS lastOrderedOn
         FROM json_each(@keys) AS wanted
         CROSS JOIN sales_order AS placed ON placed.account_key = wanted.value
         CROSS JOIN order_line AS line ON line.order_key = placed.key
         WHERE line.ordered_on <= @to
         GROUP BY placed.key)
       GROUP BY accountKey`,
    )
    .all({
      keys: JSON.stringify(accountKeys),
      from: window.from,
      to: window.to,
      priorFrom: priorWindow.from,
      priorTo: priorWindow.to,
    })
  const facts = new Map(
    rows.map(({ accountKey, ...cells }): [number, SalesFacts] => [
      accountKey,
      { ...cells, lines: 'by-then' },
    ]),
  )
  const linesOf = lineFinder(database, window.to)
  return (accountKey) => facts.get(accountKey) ?? { ...NO_SALES, lines: linesOf(accountKey) }
}

function lineFinder(database: ReadDatabase, asOf: Day): (accountKey: number) => SalesFacts['lines'] {
  const earliest = dayFinder(
    database,
    'SELECT ordered_on FROM sales_order WHERE account_key = ? AND ordered_on > ? ORDER BY ordered_on LIMIT 1',
  )
  return (accountKey) => {
    // Orders whose lines are all withdrawn carry no day.
    const day = earliest(accountKey, '')
    if (day === null) return 'none'
    return day <= asOf ? 'by-then' : 'later'
  }
}

function dayFinder({ sqlite }: ReadDatabase, query: string): (accountKey: number, day: Day) => Day | null {
  const statement = sqlite.prepare<[number, Day], Day>(query).pluck()
  return (accountKey, day) => statement.get(accountKey, day) ?? null
}

/** First day of an order line of an account that is shown, unless it is later than the as-of date. */
export function findHistoryStart({ sqlite }: ReadDatabase, asOf: Day): Day | null {
  return (
    sqlite
      .prepare<[Day], Day>(
        `SELECT line.ordered_on FROM order_line AS line
         JOIN party ON party.key = line.account_key AND party.is_deleted = 0
         WHERE line.ordered_on <= ? ORDER BY line.ordered_on LIMIT 1`,
      )
      .pluck()
      .get(asOf) ?? null
  )
}

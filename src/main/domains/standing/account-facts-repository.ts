import type { Day } from '#shared/domain/calendar.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { readAccountSales, readSalesSpan } from '../order/order-aggregates.ts'
import { readLaterReturns } from './later-returns.ts'
import type { WindowPair } from './window-pair.ts'

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
  /** Any line by then, free ones and returns included. */
  hasLines: boolean
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
  hasLines: false,
}

/** Every account's sales from the kept aggregates. */
export function readAllSalesFacts(
  database: ReadDatabase,
  { window, priorWindow }: WindowPair,
): (accountKey: number) => SalesFacts {
  const facts = new Map<number, SalesFacts>()
  for (const { accountKey, gross, returns, costedNet, cost, orderCount } of readAccountSales(
    database,
    window,
  )) {
    facts.set(accountKey, {
      gross,
      returns,
      costedNet,
      cost,
      orderCount,
      priorNet: 0,
      firstOrderedOn: null,
      lastOrderedOn: null,
      hasLines: true,
    })
  }
  const factsOf = (accountKey: number): SalesFacts => {
    const known = facts.get(accountKey) ?? { ...NO_SALES, hasLines: true }
    facts.set(accountKey, known)
    return known
  }
  for (const { accountKey, gross, returns } of readAccountSales(database, priorWindow)) {
    factsOf(accountKey).priorNet = gross - returns
  }
  for (const { accountKey, firstOrderedOn, lastOrderedOn } of readSalesSpan(database, window.to)) {
    const known = factsOf(accountKey)
    known.firstOrderedOn = firstOrderedOn
    known.lastOrderedOn = lastOrderedOn
  }
  for (const [accountKey, correction] of readLaterReturns(database, window)) {
    factsOf(accountKey).orderCount += correction
  }
  return (accountKey) => facts.get(accountKey) ?? NO_SALES
}

type SalesCells = Omit<SalesFacts, 'hasLines'> & { accountKey: number }

const net = (condition: string) => `coalesce(sum(line.base_amount) FILTER (WHERE ${condition}), 0)`

/** The same of a few accounts, from their lines: a change to one account does not read all the others. */
export function readSalesFactsOf(
  { sqlite }: ReadDatabase,
  { window, priorWindow }: WindowPair,
  accountKeys: readonly number[],
): (accountKey: number) => SalesFacts {
  const rows = sqlite
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
  const facts = new Map(rows.map(({ accountKey, ...cells }) => [accountKey, { ...cells, hasLines: true }]))
  return (accountKey) => facts.get(accountKey) ?? NO_SALES
}

/**
 * Where an account's lines lie that are not in the facts: any before or on the day, only later ones, or
 * none at all.
 */
export function createLineFinder(
  { sqlite }: ReadDatabase,
  asOf: Day,
): (accountKey: number) => 'by-then' | 'later' | 'none' {
  const earliest = sqlite
    .prepare<[number], Day | null>(
      "SELECT min(ordered_on) FROM sales_order WHERE account_key = ? AND ordered_on > ''",
    )
    .pluck()
  return (accountKey) => {
    const day = earliest.get(accountKey)
    if (!day) return 'none'
    return day <= asOf ? 'by-then' : 'later'
  }
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

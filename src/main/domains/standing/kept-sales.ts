import {
  addDays,
  type Day,
  daysBetween,
  firstDayOfMonth,
  lastDayOfMonth,
  type MonthIndex,
  monthOf,
} from '#shared/domain/calendar.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { WindowPair } from './window-pair.ts'

/** Months of an inclusive range; empty where the first is later than the last. */
interface MonthRange {
  from: MonthIndex
  to: MonthIndex
}

/** Lines that whole months count where they do not belong, or leave out. */
interface Correction {
  from: Day
  to: Day
  /** How often the lines are added to each window. */
  current: -1 | 0 | 1
  prior: -1 | 0 | 1
}

export interface WindowMonths {
  current: MonthRange
  prior: MonthRange
  corrections: Correction[]
}

/**
 * Parts both windows into whole months and the few days by which these miss them. The month in which one
 * window passes into the other goes as a whole to the one that has more of it.
 */
export function partWindows({ sqlite }: ReadDatabase, { window, priorWindow }: WindowPair): WindowMonths {
  const hasLines = sqlite.prepare<[Day, Day]>(
    'SELECT 1 FROM order_line WHERE ordered_on BETWEEN ? AND ? LIMIT 1',
  )
  const current = { from: monthOf(window.from), to: monthOf(window.to) }
  const prior = { from: monthOf(priorWindow.from), to: current.from - 1 }
  const corrections: Correction[] = []

  const beforePrior = splitMonth(priorWindow.from)
  if (beforePrior && hasLines.get(beforePrior.first, beforePrior.before)) {
    if (beforePrior.isMostlyAfter) {
      corrections.push({ from: beforePrior.first, to: beforePrior.before, current: 0, prior: -1 })
    } else {
      corrections.push({ from: beforePrior.day, to: beforePrior.last, current: 0, prior: 1 })
      prior.from += 1
    }
  }
  const between = splitMonth(window.from)
  if (between?.isMostlyAfter) {
    corrections.push({ from: between.first, to: between.before, current: -1, prior: 1 })
  } else if (between) {
    corrections.push({ from: between.day, to: between.last, current: 1, prior: -1 })
    current.from += 1
    prior.to += 1
  }
  // Never taken away: the days up to the as-of date also tell the last sale.
  const firstOfLast = firstDayOfMonth(monthOf(window.to))
  if (hasLines.get(addDays(window.to, 1), lastDayOfMonth(monthOf(window.to)))) {
    corrections.push({ from: firstOfLast, to: window.to, current: 1, prior: 0 })
    current.to -= 1
  }
  return { current, prior, corrections }
}

/** The month that a window enters on a day other than its first. */
function splitMonth(day: Day) {
  const month = monthOf(day)
  const first = firstDayOfMonth(month)
  const last = lastDayOfMonth(month)
  if (day === first) return null
  return {
    first,
    before: addDays(day, -1),
    day,
    last,
    isMostlyAfter: daysBetween(first, day) <= daysBetween(day, last),
  }
}

/** Sums of one account over both windows. */
export interface KeptSales {
  gross: number
  returns: number
  costedNet: number
  cost: number
  orderCount: number
  priorNet: number
  /** Newest day with a sale in the months the window touches. */
  lastOrderedOn: Day | null
}

/** Sales of every account with lines in either window, from the kept months and a few days of lines. */
export function readKeptSales(database: ReadDatabase, windows: WindowPair): Map<number, KeptSales> {
  const { sqlite } = database
  const { current, prior, corrections } = partWindows(database, windows)
  const sales = new Map<number, KeptSales>()
  const salesOf = (accountKey: number): KeptSales => {
    const known = sales.get(accountKey)
    if (known) return known
    const none = keptSales(0, 0, 0, 0, 0, null)
    sales.set(accountKey, none)
    return none
  }

  const currentCells = sqlite
    .prepare<[number, number], [number, number, number, number, number, number, Day | null]>(
      `SELECT party.key, sum(cell.gross), sum(cell.returns), sum(cell.costed_net), sum(cell.cost),
         sum(cell.order_count), max(cell.last_ordered_on)
       FROM party CROSS JOIN account_month AS cell
         ON cell.account_key = party.key AND cell.month BETWEEN ? AND ?
       GROUP BY party.key`,
    )
    .raw()
    .all(current.from, current.to)
  for (const [accountKey, gross, returns, costedNet, cost, orderCount, lastOrderedOn] of currentCells) {
    sales.set(accountKey, keptSales(gross, returns, costedNet, cost, orderCount, lastOrderedOn))
  }

  const priorCells = sqlite
    .prepare<[number, number], [number, number]>(
      `SELECT party.key, sum(cell.gross - cell.returns) FROM party CROSS JOIN account_month AS cell
         ON cell.account_key = party.key AND cell.month BETWEEN ? AND ?
       GROUP BY party.key`,
    )
    .raw()
    .all(prior.from, prior.to)
  for (const [accountKey, net] of priorCells) salesOf(accountKey).priorNet = net

  for (const { from, to, current: inCurrent, prior: inPrior } of corrections) {
    for (const [accountKey, gross, returns, costedNet, cost, orderCount, last] of linesBetween(
      database,
      from,
      to,
    )) {
      const account = salesOf(accountKey)
      account.gross += inCurrent * gross
      account.returns += inCurrent * returns
      account.costedNet += inCurrent * costedNet
      account.cost += inCurrent * cost
      account.orderCount += inCurrent * orderCount
      account.priorNet += inPrior * (gross - returns)
      if (inCurrent === 1 && last !== null && last > (account.lastOrderedOn ?? ''))
        account.lastOrderedOn = last
    }
  }
  return sales
}

function keptSales(
  gross: number,
  returns: number,
  costedNet: number,
  cost: number,
  orderCount: number,
  lastOrderedOn: Day | null,
): KeptSales {
  return { gross, returns, costedNet, cost, orderCount, priorNet: 0, lastOrderedOn }
}

type LineCells = [number, number, number, number, number, number, Day | null]

function linesBetween({ sqlite }: ReadDatabase, from: Day, to: Day): LineCells[] {
  return sqlite
    .prepare<{ from: Day; to: Day }, LineCells>(
      `SELECT accountKey, sum(gross), sum(returns), sum(costedNet), sum(cost), sum(isCounted), max(lastOrderedOn)
       FROM (SELECT placed.account_key AS accountKey,
           sum(iif(line.is_return = 0, line.base_amount, 0)) AS gross,
           sum(iif(line.is_return = 1, -line.base_amount, 0)) AS returns,
           sum(iif(line.base_cost IS NULL, 0, line.base_amount)) AS costedNet,
           coalesce(sum(line.base_cost), 0) AS cost,
           placed.ordered_on BETWEEN @from AND @to AND placed.gross > placed.returns AS isCounted,
           max(iif(line.is_return = 0 AND line.amount > 0, line.ordered_on, NULL)) AS lastOrderedOn
         FROM order_line AS line CROSS JOIN sales_order AS placed ON placed.key = line.order_key
         WHERE line.ordered_on BETWEEN @from AND @to
         GROUP BY placed.key)
       GROUP BY accountKey`,
    )
    .raw()
    .all({ from, to })
}

import { type Day, daysBetween } from '#shared/domain/calendar.ts'
import { unitsFromAmount } from '#shared/domain/money.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { median } from '../../scoring/quantile.ts'

/** Days on which an account placed an order of which more was bought than came back, ascending, each once. */
export interface PurchaseDays {
  days: Day[]
  /** Net sales of the orders of each day, in currency units. */
  worth: number[]
}

/** Purchase days up to and including `asOf`, by the account's local key. */
export function readPurchaseDays({ sqlite }: ReadDatabase, asOf: Day): Map<number, PurchaseDays> {
  const rows = sqlite
    .prepare<[Day], [number, Day, number]>(
      `SELECT placed.account_key, placed.ordered_on, placed.gross - placed.returns
       FROM party CROSS JOIN sales_order AS placed
         ON placed.account_key = party.key AND placed.ordered_on BETWEEN '0' AND ? AND placed.gross > placed.returns
       WHERE party.kind = 'company' AND party.is_deleted = 0
       ORDER BY party.key, placed.ordered_on`,
    )
    .raw()
    .iterate(asOf)
  const accounts = new Map<number, PurchaseDays>()
  let accountKey: number | undefined
  let account: PurchaseDays = { days: [], worth: [] }
  for (const [key, day, net] of rows) {
    if (key !== accountKey) {
      accountKey = key
      account = { days: [], worth: [] }
      accounts.set(key, account)
    }
    const last = account.days.length - 1
    const units = unitsFromAmount(net)
    if (account.days[last] === day) account.worth[last] = (account.worth[last] ?? 0) + units
    else {
      account.days.push(day)
      account.worth.push(units)
    }
  }
  return accounts
}

/** Mean worth of a repeat purchase; of the only purchase where there is no other. */
export function meanWorth({ worth }: PurchaseDays): number {
  const repeats = worth.length > 1 ? worth.slice(1) : worth
  return repeats.reduce((sum, value) => sum + value, 0) / Math.max(repeats.length, 1)
}

/** Fewer purchase days have no rhythm. */
const LEAST_DAYS_OF_RHYTHM = 4

/** Median days between the purchase days; null under four of them. */
export function usualGap({ days }: PurchaseDays): number | null {
  if (days.length < LEAST_DAYS_OF_RHYTHM) return null
  return median(days.slice(1).map((day, at) => daysBetween(days[at] ?? day, day)))
}

/** Purchase days after one day up to and including another, over all accounts. */
export function countPurchaseDays(accounts: Iterable<PurchaseDays>, after: Day, upTo: Day): number {
  let count = 0
  for (const { days } of accounts) for (const day of days) if (day > after && day <= upTo) count += 1
  return count
}

import { type Day, daysBetween } from '#shared/domain/calendar.ts'

/** What a customer-base model knows of one customer; all times in the same unit, usually weeks. */
export interface PurchaseHistory {
  /** Repeat purchases: days with a purchase after the first such day. */
  x: number
  /** Time from the first to the last purchase; 0 without repeat purchases. */
  tx: number
  /** Time from the first purchase to the end of the observation. */
  T: number
}

/** Equal histories stand for one row with a weight. */
export interface WeightedHistory extends PurchaseHistory {
  count: number
}

export const DAYS_A_WEEK = 7

const MOST_PURCHASES = 1_000_000

/** Whether a history can have happened: a whole number of purchases, the last of them within the observation. */
export function isPossible({ x, tx, T }: PurchaseHistory): boolean {
  if (!Number.isInteger(x) || x < 0 || x > MOST_PURCHASES) return false
  if (!Number.isFinite(T) || !(tx >= 0) || tx > T) return false
  return x === 0 || tx > 0
}

/** One row for each distinct history. */
export function compressHistories(histories: Iterable<PurchaseHistory>): WeightedHistory[] {
  const rows = new Map<string, WeightedHistory>()
  for (const { x, tx, T } of histories) {
    const last = x === 0 ? 0 : tx
    const key = `${x} ${last} ${T}`
    const row = rows.get(key)
    if (row) row.count += 1
    else rows.set(key, { x, tx: last, T, count: 1 })
  }
  return [...rows.values()]
}

/**
 * History in weeks of a customer that bought on these days; purchases of one day count once, those after `until` not.
 * Null for one that had not bought by then.
 * @param days ascending
 */
export function historyInWeeks(days: readonly Day[], until: Day): PurchaseHistory | null {
  let first: Day | undefined
  let last: Day | undefined
  let x = -1
  for (const day of days) {
    if (day > until || day === last) continue
    first ??= day
    last = day
    x += 1
  }
  if (first === undefined || last === undefined) return null
  return { x, tx: daysBetween(first, last) / DAYS_A_WEEK, T: daysBetween(first, until) / DAYS_A_WEEK }
}

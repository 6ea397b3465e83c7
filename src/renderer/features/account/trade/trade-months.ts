import { type Day, firstDayOfMonth, lastDayOfMonth, type MonthIndex } from '#shared/domain/calendar.ts'
import type { Amount } from '#shared/domain/money.ts'

export interface MonthFigures {
  month: MonthIndex
  gross: Amount
  returns: Amount
  net: Amount
  orderCount: number
}

const SHOWN_MONTHS = 36

/** The newest months, at most three years; older ones stay in the table of lines. */
export function shownMonths<Month extends MonthFigures>(months: readonly Month[]): Month[] {
  return months.slice(-SHOWN_MONTHS)
}

/** A month as a filter of days, ended by the as-of date in the running month. */
export function monthRange(month: MonthIndex, asOf: Day): { from: Day; to: Day } {
  const end = lastDayOfMonth(month)
  return { from: firstDayOfMonth(month), to: end < asOf ? end : asOf }
}

/** Gross, returns and net over the months, and returns in percent of gross. */
export function tradeTotals(months: readonly MonthFigures[]): {
  gross: Amount
  returns: Amount
  net: Amount
  returnsPercent: number | null
} {
  const sum = (pick: (month: MonthFigures) => Amount) =>
    months.reduce((total, month) => total + pick(month), 0)
  const gross = sum((month) => month.gross)
  const returns = sum((month) => month.returns)
  return { gross, returns, net: gross - returns, returnsPercent: gross > 0 ? (100 * returns) / gross : null }
}

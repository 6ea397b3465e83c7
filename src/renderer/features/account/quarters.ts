import type { MonthIndex } from '#shared/domain/calendar.ts'
import type { Amount } from '#shared/domain/money.ts'

export interface Quarter {
  first: MonthIndex
  last: MonthIndex
  net: Amount
  /** The same months a year earlier; null before the account's first order. */
  prior: Amount | null
}

const QUARTERS = 4
const YEAR = 12

/** The last twelve months in four quarters that end with `lastMonth`, each beside the year before. */
export function lastQuarters(
  months: readonly { month: MonthIndex; net: Amount }[],
  lastMonth: MonthIndex,
): Quarter[] {
  const byMonth = new Map(months.map(({ month, net }) => [month, net]))
  const firstKnown = Math.min(...months.map(({ month }) => month))
  const sum = (from: MonthIndex) =>
    [from, from + 1, from + 2].reduce((total, month) => total + (byMonth.get(month) ?? 0), 0)
  return Array.from({ length: QUARTERS }, (_, index) => {
    const first = lastMonth - 3 * (QUARTERS - index) + 1
    return {
      first,
      last: first + 2,
      net: sum(first),
      prior: first + 2 - YEAR >= firstKnown ? sum(first - YEAR) : null,
    }
  })
}

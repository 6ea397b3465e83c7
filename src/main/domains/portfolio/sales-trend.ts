import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import { addMonths, type Day, firstDayOfMonth, type MonthIndex, monthOf } from '#shared/domain/calendar.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { readAccountSales, readMonthTotals } from '../order/order-aggregates.ts'

const MONTHS = 12

/**
 * Net sales of the last twelve calendar months beside those of the year before. The last month ends with
 * the as-of date in both years, so that a part is compared with the same part.
 */
export function readSalesTrend(database: ReadDatabase, asOf: Day): PortfolioOverview['trend'] {
  const lastMonth = monthOf(asOf)
  const netByMonth = new Map(
    readMonthTotals(database, lastMonth - 2 * MONTHS + 1, lastMonth - 1).map((month) => [
      month.month,
      month.gross - month.returns,
    ]),
  )
  netByMonth.set(lastMonth, netUpTo(database, lastMonth, asOf))
  netByMonth.set(lastMonth - MONTHS, netUpTo(database, lastMonth - MONTHS, addMonths(asOf, -MONTHS)))
  return Array.from({ length: MONTHS }, (_, at) => {
    const month = lastMonth - MONTHS + 1 + at
    return { month, net: netByMonth.get(month) ?? 0, priorNet: netByMonth.get(month - MONTHS) ?? 0 }
  })
}

function netUpTo(database: ReadDatabase, month: MonthIndex, to: Day): number {
  return readAccountSales(database, { from: firstDayOfMonth(month), to }).reduce(
    (sum, { gross, returns }) => sum + gross - returns,
    0,
  )
}

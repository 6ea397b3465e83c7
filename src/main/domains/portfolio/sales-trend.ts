import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import { addMonths, type Day, firstDayOfMonth, type MonthIndex, monthOf } from '#shared/domain/calendar.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { readMonthTotals } from '../order/order-aggregates.ts'

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

/** Of the accounts that are shown. */
function netUpTo({ sqlite }: ReadDatabase, month: MonthIndex, to: Day): number {
  return (
    sqlite
      .prepare<[Day, Day], number | null>(
        `SELECT sum(line.base_amount) FROM order_line AS line
         JOIN party ON party.key = line.account_key AND party.is_deleted = 0
         WHERE line.ordered_on BETWEEN ? AND ?`,
      )
      .pluck()
      .get(firstDayOfMonth(month), to) ?? 0
  )
}

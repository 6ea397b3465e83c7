import type { ClassifiedAccount } from '#shared/contract/portfolio.ts'
import type { Day } from '#shared/domain/calendar.ts'
import { unitsFromAmount } from '#shared/domain/money.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { roundToDecimals } from '../../scoring/readable-number.ts'
import { classifyAt } from '../standing/classify-at.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'

/** All accounts as of any date, the largest net sales first; empty without a date to look at. */
export function classifyAccountsAt(
  database: ReadDatabase,
  asOf: Day | undefined,
): { asOf: Day | null; accounts: ClassifiedAccount[] } {
  const day = asOf ?? effectiveAsOf(database)
  if (day === null) return { asOf: null, accounts: [] }
  const parties = new Map(
    database.sqlite
      .prepare<[], { key: number; number: string | null; name: string }>(
        "SELECT key, number, name FROM party WHERE kind = 'company' AND is_deleted = 0",
      )
      .all()
      .map((party) => [party.key, party]),
  )
  const accounts = [...classifyAt(database, day).accounts].sort(
    (a, b) => b.net - a.net || a.accountKey - b.accountKey,
  )
  return {
    asOf: day,
    accounts: accounts.map((account) => {
      const party = parties.get(account.accountKey)
      const { rfm } = account
      return {
        number: party?.number ?? '',
        name: party?.name ?? '',
        valueClass: account.valueClass,
        scorePercent: account.score,
        coveragePercent: roundToDecimals(account.coverage * 100, 6),
        abc: account.abc,
        pyramid: account.pyramid,
        recencyDays: account.recencyDays,
        orderCount: account.orderCount,
        grossSales: unitsFromAmount(account.gross),
        returns: unitsFromAmount(account.returns),
        netSales: unitsFromAmount(account.net),
        rfm: rfm && `${rfm.recency}${rfm.frequency}${rfm.monetary}`,
      }
    }),
  }
}

import type { ClassifiedAccount } from '#shared/contract/portfolio.ts'
import { type Day, monthOf } from '#shared/domain/calendar.ts'
import { unitsFromAmount } from '#shared/domain/money.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { roundToDecimals } from '../../scoring/readable-number.ts'
import { findHistoryStart } from '../standing/account-facts-repository.ts'
import { classifyAt, rankAt } from '../standing/classify-at.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'

export interface ClassifyRequest {
  asOf: Day | undefined
  /** Months that sales, orders, ABC, pyramid and RFM cover; everything known by the date when left out. */
  windowMonths: number | undefined
}

/** All accounts as of any date, the largest net sales first; empty without a date to look at. */
export function classifyAccountsAt(
  database: ReadDatabase,
  { asOf, windowMonths }: ClassifyRequest,
): { asOf: Day | null; accounts: ClassifiedAccount[] } {
  const day = effectiveAsOf(database, asOf)
  if (day === null) return { asOf: null, accounts: [] }
  const parties = new Map(
    database.sqlite
      .prepare<[], { key: number; number: string | null; name: string }>(
        "SELECT key, number, name FROM party WHERE kind = 'company' AND is_deleted = 0",
      )
      .all()
      .map((party) => [party.key, party]),
  )
  const classified = new Map(
    classifyAt(database, day).accounts.map((account) => [account.accountKey, account]),
  )
  const ranked = rankAt(database, day, windowMonths ?? monthsKnownBy(database, day)).accounts
  return {
    asOf: day,
    accounts: [...ranked]
      .sort((a, b) => b.net - a.net || a.accountKey - b.accountKey)
      .map((account) => {
        const party = parties.get(account.accountKey)
        const standing = classified.get(account.accountKey)
        const { rfm } = account
        return {
          number: party?.number ?? '',
          name: party?.name ?? '',
          valueClass: standing?.valueClass ?? null,
          scorePercent: standing?.score ?? null,
          coveragePercent: roundToDecimals((standing?.coverage ?? 0) * 100, 6),
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

/** Months of a window that ends on the day and holds every order up to it. */
function monthsKnownBy(database: ReadDatabase, day: Day): number {
  const start = findHistoryStart(database, day)
  return start === null ? 1 : monthOf(day) - monthOf(start) + 1
}

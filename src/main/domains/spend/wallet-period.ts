import type { RecordedSpend, WalletPeriod } from '#shared/contract/wallet.ts'
import type { Day } from '#shared/domain/calendar.ts'
import { roundHalfAway } from '#shared/domain/money.ts'
import {
  splitWallet,
  walletByRank,
  walletIn,
  walletShare,
  type YearlySpend,
} from '../../scoring/share-of-wallet.ts'

interface Period {
  from: Day
  to: Day
}

/** The spend's figures in the base currency; undefined where it has no amount or no rate. */
function yearlySpend({ year, amount, lowAmount, highAmount, baseAmount }: RecordedSpend): YearlySpend[] {
  if (amount === null || baseAmount === null) return []
  // A range is stretched as its amount is: both are in the same currency.
  const scaled = (value: number | null) =>
    value === null ? null : amount === 0 ? 0 : roundHalfAway(baseAmount * (value / amount))
  return [{ year, amount: baseAmount, low: scaled(lowAmount), high: scaled(highAmount) }]
}

/** What a category's spends say of a period, and how much of that is ours. */
export function periodOf(
  spends: readonly RecordedSpend[],
  period: Period | null,
  sales: number,
): WalletPeriod & {
  competitors: readonly { name: string; sharePercent: number | null; amount: number | null }[]
} {
  const known = period ? walletIn(spends.flatMap(yearlySpend), period) : null
  const ranked = known || !period ? null : rankEstimate(spends, period, sales)
  const wallet = known ?? ranked
  const named = period ? competitorsIn(spends, period) : []
  const split = wallet && wallet.amount > 0 ? splitWallet(sales, wallet.amount, named) : null
  return {
    sales,
    wallet: wallet?.amount ?? null,
    walletLow: wallet?.low ?? null,
    walletHigh: wallet?.high ?? null,
    isCarried: known?.isCarried ?? false,
    isRankEstimate: ranked !== null,
    share: walletShare(sales, wallet),
    openAmount: split?.openAmount ?? null,
    isOverfull: split?.isOverfull ?? false,
    competitors: split?.competitors ?? named.map((each) => ({ ...each, amount: null })),
  }
}

const yearOf = (day: Day) => Number(day.slice(0, 4))

/** Of the period's years, the newest first; a year before or after stands in as a spend's does. */
function spendsIn(spends: readonly RecordedSpend[], { from, to }: Period): RecordedSpend[] {
  const [first, last] = [yearOf(from), yearOf(to)]
  return spends
    .filter(({ year }) => year >= first - 1 && year <= last)
    .sort((one, other) => other.year - one.year)
}

function rankEstimate(spends: readonly RecordedSpend[], period: Period, sales: number) {
  const rank = spendsIn(spends, period).find((spend) => spend.amount === null && spend.rank)?.rank
  const amount = rank ? walletByRank(sales, rank.rank, rank.suppliers) : null
  return amount === null ? null : { amount, low: amount, high: amount }
}

/** As the newest year of the period names them: shares are stated, not measured. */
function competitorsIn(spends: readonly RecordedSpend[], period: Period) {
  return spendsIn(spends, period).find(({ competitors }) => competitors.length > 0)?.competitors ?? []
}

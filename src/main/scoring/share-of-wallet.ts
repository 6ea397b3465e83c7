import { type Day, lastDayOfMonth, type MonthIndex, monthOf } from '#shared/domain/calendar.ts'
import { roundHalfAway } from '#shared/domain/money.ts'
import { allocateWallet } from './wallet-allocation.ts'

/** What a customer buys of a category in a calendar year, from everybody; amounts in one unit throughout. */
export interface YearlySpend {
  year: number
  amount: number
  /** Both null where the source gives no range. */
  low: number | null
  high: number | null
}

/** The same over a period, in the unit of the yearly figures, rounded to whole ones. */
export interface WalletInPeriod {
  amount: number
  low: number
  high: number
  /** Which year's figure stands for how many months of which calendar year, broken ones as fractions. */
  parts: readonly { year: number; figureOf: number; months: number }[]
  /** A neighbouring year's figure stands for a year that has none. */
  isCarried: boolean
}

/** First and last day, both included. */
interface Period {
  from: Day
  to: Day
}

/** Part of a month that every length of month divides: 28, 30 and 31. */
const PARTS_OF_MONTH = 13_020
const PARTS_OF_YEAR = 12 * PARTS_OF_MONTH
/** Month index modulo twelve. */
const FEBRUARY = 1

/** Parts of a month in its first days; a February is full after 28. */
function partsOfDays(month: MonthIndex, days: number): number {
  const length = Math.min(Number(lastDayOfMonth(month).slice(8)), month % 12 === FEBRUARY ? 28 : 31)
  return Math.min(days, length) * (PARTS_OF_MONTH / length)
}

/** Parts from one day to another, both included. */
function partsBetween(from: Day, to: Day): number {
  const [first, last] = [monthOf(from), monthOf(to)]
  const skipped = partsOfDays(first, Number(from.slice(8)) - 1)
  return (last - first) * PARTS_OF_MONTH + partsOfDays(last, Number(to.slice(8))) - skipped
}

/**
 * The wallet of a period that need not be a calendar year. Each month is a twelfth of its year's figure and
 * each day an equal part of its month, without the year's seasons; a February has 28 such days, to which
 * 29 February adds nothing. Any twelve months thus hold one year of a constant spend, leap year or not.
 * A year without a figure takes that of the year before, else of the year after; where neither is known, or
 * the period is empty, the wallet is unknown (null).
 */
export function walletIn(spends: readonly YearlySpend[], { from, to }: Period): WalletInPeriod | null {
  if (from > to) return null
  const byYear = new Map(spends.map((spend) => [spend.year, spend]))
  const parts: { year: number; figure: YearlySpend; count: number }[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const figure = byYear.get(year) ?? byYear.get(year - 1) ?? byYear.get(year + 1)
    if (!figure) return null
    const [firstDay, lastDay] = [`${year}-01-01`, `${year}-12-31`]
    const count = partsBetween(from > firstDay ? from : firstDay, to < lastDay ? to : lastDay)
    parts.push({ year, figure, count })
  }
  const sum = (read: (figure: YearlySpend) => number) =>
    sumOfParts(parts.map(({ figure, count }) => ({ yearly: read(figure), count })))
  return {
    amount: sum(({ amount }) => amount),
    low: sum(({ low, amount }) => low ?? amount),
    high: sum(({ high, amount }) => high ?? amount),
    parts: parts.map(({ year, figure, count }) => ({
      year,
      figureOf: figure.year,
      months: count / PARTS_OF_MONTH,
    })),
    isCarried: parts.some(({ year, figure }) => year !== figure.year),
  }
}

/** Whole parts and what is left of them apart, so that nothing is lost before the one rounding. */
function sumOfParts(parts: readonly { yearly: number; count: number }[]): number {
  let whole = 0
  let rest = 0
  for (const { yearly, count } of parts) {
    whole += Math.trunc(yearly / PARTS_OF_YEAR) * count
    rest += (yearly % PARTS_OF_YEAR) * count
  }
  return whole + roundHalfAway(rest / PARTS_OF_YEAR)
}

export type WalletShare =
  | {
      kind: 'share'
      percent: number
      /** From the largest wallet that is believable. */
      lowPercent: number
      /** From the smallest; null where that is nothing at all. */
      highPercent: number | null
      /** More than everything the customer is said to buy: the figure of its spend is wrong. */
      isOver: boolean
    }
  | { kind: 'unknown'; reason: 'no-spend' | 'nothing-bought' | 'sales-without-spend' | 'negative-sales' }

/**
 * Our sales / the customer's purchases of the same category, period, currency and tax basis, with the range
 * of the spend. A share above 100 % is flagged, never clipped.
 * Source: Du, Kamakura & Mela 2007, Size and share of customer wallet, Journal of Marketing 71(2).
 */
export function walletShare(
  sales: number,
  wallet: Pick<WalletInPeriod, 'amount' | 'low' | 'high'> | null,
): WalletShare {
  if (!wallet) return { kind: 'unknown', reason: 'no-spend' }
  if (sales < 0) return { kind: 'unknown', reason: 'negative-sales' }
  if (wallet.amount <= 0) {
    return { kind: 'unknown', reason: sales > 0 ? 'sales-without-spend' : 'nothing-bought' }
  }
  return {
    kind: 'share',
    percent: (sales / wallet.amount) * 100,
    lowPercent: (sales / Math.max(wallet.high, wallet.amount)) * 100,
    highPercent: wallet.low > 0 ? (sales / Math.min(wallet.low, wallet.amount)) * 100 : null,
    isOver: sales > wallet.amount,
  }
}

export interface WalletSplit {
  /** Largest share first, unknown shares last. */
  competitors: readonly { name: string; sharePercent: number | null; amount: number | null }[]
  /** What neither we nor a named competitor hold; null where the parts exceed the whole. */
  openAmount: number | null
  /** The parts exceed the whole: a share or the spend itself is wrong. */
  isOverfull: boolean
}

/** Shares are written down in whole percents, so that their sum may be a little off. */
const ROUNDING_PART = 0.01

/**
 * Who holds which part of a wallet.
 * @param wallet above 0, in the unit of the sales @param competitors each of another name
 */
export function splitWallet(
  sales: number,
  wallet: number,
  competitors: readonly { name: string; sharePercent: number | null }[],
): WalletSplit {
  const held = competitors.map(({ name, sharePercent }) => ({
    name,
    sharePercent,
    amount: sharePercent === null ? null : roundHalfAway((wallet * sharePercent) / 100),
  }))
  held.sort((one, other) => (other.amount ?? -1) - (one.amount ?? -1))
  const rest = held.reduce((left, { amount }) => left - (amount ?? 0), wallet - sales)
  const isOverfull = rest < -wallet * ROUNDING_PART
  return { competitors: held, openAmount: isOverfull ? null : Math.max(0, rest), isOverfull }
}

/**
 * The wallet that our sales and our rank among the suppliers suggest, by the Wallet Allocation Rule; null
 * without sales or for a rank beyond the suppliers. Its share only repeats the rank: an estimate for lack
 * of a figure of the spend. @param rank 1 the most used; suppliers that tie share their mean rank
 */
export function walletByRank(sales: number, rank: number, suppliers: number): number | null {
  if (!(sales > 0) || !(rank >= 1) || !(rank <= suppliers)) return null
  const shares = allocateWallet(Array.from({ length: suppliers }, (_, index) => index + 1))
  const [above, below] = [shares[Math.floor(rank) - 1] ?? 0, shares[Math.ceil(rank) - 1] ?? 0]
  const share = above + (below - above) * (rank - Math.floor(rank))
  return share > 0 ? roundHalfAway(sales / share) : null
}

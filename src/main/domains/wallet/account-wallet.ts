import type { AccountWallet, WalletCategory, WalletPeriod } from '#shared/contract/wallet.ts'
import type { Day } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { growthOf } from '../../scoring/growth.ts'
import { shareGrowth } from '../../scoring/share-growth.ts'
import { walletShare } from '../../scoring/share-of-wallet.ts'
import { getCompany } from '../account/account-detail.ts'
import { readAccountCategorySales } from '../order/account-category-sales.ts'
import { readBudgetRates } from '../order/budget-rates.ts'
import { listSpends, type SpendOfCategory } from '../spend/spend-repository.ts'
import { groupSpends } from '../spend/wallet-facts.ts'
import { periodOf } from '../spend/wallet-period.ts'
import { findHistoryStart } from '../standing/account-facts-repository.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { type WindowPair, windowsOf } from '../standing/window-pair.ts'
import { listCategoryNames, listCells } from './cell-repository.ts'

export const WALLET_MONTHS = 12
/** Calendar years that are shown apart. */
const MOST_YEARS = 5

interface Known {
  sales: number
  wallet: number | null
}

/** Rank estimates and unknown spend leave no wallet to compare with. */
const knownOf = ({ sales, wallet, isRankEstimate }: WalletPeriod): Known => ({
  sales,
  wallet: isRankEstimate ? null : wallet,
})

/**
 * Growth of our sales against the customer's, in the shape of the contract. A wallet smaller than our sales
 * is wrong, so that nothing is derived from a share of it.
 */
export function growthFigures(before: Known, after: Known) {
  const found = shareGrowth(before, after, 'whole')
  const isSound = found.before.warning === null && found.after.warning === null
  const { growth, walletGrowth, decomposition, evolutionIndex } = found
  return {
    salesGrowth: growth,
    walletGrowth,
    decomposition:
      isSound && decomposition
        ? {
            change: decomposition.change,
            customerGrowth: decomposition.fromWallet,
            shareChange: decomposition.fromShare,
          }
        : null,
    evolutionIndex: isSound ? evolutionIndex : null,
  }
}

type PeriodWithCompetitors = ReturnType<typeof periodOf>

const withoutCompetitors = ({ competitors: _, ...period }: PeriodWithCompetitors): WalletPeriod => period

/** Competitors of now, with what they held of the wallet before. */
export function competitorStandings(current: PeriodWithCompetitors, prior: PeriodWithCompetitors) {
  const before = new Map(prior.competitors.map((each) => [each.name, each]))
  return current.competitors.map(({ name, sharePercent, amount }) => {
    const then = before.get(name)
    return {
      name,
      sharePercent,
      priorSharePercent: then?.sharePercent ?? null,
      amount,
      growth: amount === null || (then?.amount ?? null) === null ? null : growthOf(amount, then?.amount ?? 0),
    }
  })
}

/** Errors: not-found. */
export function readAccountWallet(database: ReadDatabase, accountId: Id): AccountWallet {
  const { key } = getCompany(database, accountId)
  const rates = readBudgetRates(database)
  const asOf = effectiveAsOf(database)
  const windows = asOf === null ? null : windowsOf(asOf, WALLET_MONTHS)
  const spends =
    groupSpends(listSpends(database, key, rates)).get(key) ?? new Map<number, SpendOfCategory[]>()
  const cells = new Map(listCells(database, key, rates).map((cell) => [cell.categoryKey, cell]))
  const salesIn = (window: { from: Day; to: Day } | null) =>
    window === null ? undefined : readAccountCategorySales(database, window, [key]).get(key)
  const current = salesIn(windows?.window ?? null)
  const prior = salesIn(windows?.priorWindow ?? null)
  const yearSales = yearReader(database, asOf, key)

  const categories = listCategoryNames(database).flatMap((category): WalletCategory[] => {
    const own = spends.get(category.key) ?? []
    const cell = cells.get(category.key)
    const sales = current?.get(category.key) ?? 0
    if (own.length === 0 && !cell && sales === 0 && !prior?.get(category.key)) return []
    const now = periodOf(own, windows?.window ?? null, sales)
    const then = periodOf(own, windows?.priorWindow ?? null, prior?.get(category.key) ?? 0)
    return [
      {
        categoryId: blobToId(category.id),
        category: category.name,
        current: withoutCompetitors(now),
        prior: withoutCompetitors(then),
        ...growthFigures(knownOf(then), knownOf(now)),
        competitors: competitorStandings(now, then),
        spends: own.map(({ accountKey: _account, categoryKey: _category, ...spend }) => spend),
        years: yearsOf(own, category.key, yearSales),
        noted: cell
          ? {
              state: cell.state,
              potential: cell.potential,
              competitor: cell.competitor,
              nextStep: cell.nextStep,
              opportunityId: cell.opportunityId,
            }
          : null,
      },
    ]
  })
  categories.sort(
    (one, other) =>
      (other.current.wallet ?? -1) - (one.current.wallet ?? -1) || other.current.sales - one.current.sales,
  )
  return {
    asOf,
    window: windows?.window ?? null,
    priorWindow: windows?.priorWindow ?? null,
    currency: rates.baseCurrency,
    total: totalOf(categories, windows),
    categories,
  }
}

interface YearSales {
  period: { from: Day; to: Day }
  isPartial: boolean
  sales: ReadonlyMap<number, number>
}

/** Sales of a calendar year as far as there are orders: from their first day, and up to the as-of date. */
function yearReader(
  database: ReadDatabase,
  asOf: Day | null,
  key: number,
): (year: number) => YearSales | null {
  const historyFrom = asOf === null ? null : findHistoryStart(database, asOf)
  const known = new Map<number, YearSales | null>()
  const read = (year: number): YearSales | null => {
    if (asOf === null || historyFrom === null) return null
    const [first, last] = [`${year}-01-01`, `${year}-12-31`]
    const period = { from: first < historyFrom ? historyFrom : first, to: last > asOf ? asOf : last }
    if (period.from > period.to) return null
    return {
      period,
      isPartial: period.from !== first || period.to !== last,
      sales: readAccountCategorySales(database, period, [key]).get(key) ?? new Map<number, number>(),
    }
  }
  return (year) => {
    const found = known.get(year)
    if (found !== undefined) return found
    const value = read(year)
    known.set(year, value)
    return value
  }
}

function yearsOf(
  spends: readonly SpendOfCategory[],
  categoryKey: number,
  yearSales: (year: number) => YearSales | null,
): WalletCategory['years'] {
  return spends.slice(0, MOST_YEARS).flatMap((spend) => {
    const year = yearSales(spend.year)
    if (!year) return []
    const period = periodOf([spend], year.period, year.sales.get(categoryKey) ?? 0)
    return [{ year: spend.year, isPartial: year.isPartial, period: withoutCompetitors(period) }]
  })
}

/** Of the categories whose spend is known; growth only where the year before is known of all of them. */
function totalOf(categories: readonly WalletCategory[], windows: WindowPair | null): AccountWallet['total'] {
  const known = categories.filter(({ current }) => knownOf(current).wallet !== null)
  const sum = (read: (category: WalletCategory) => number) =>
    known.reduce((total, category) => total + read(category), 0)
  const after = {
    sales: sum(({ current }) => current.sales),
    wallet: sum(({ current }) => current.wallet ?? 0),
  }
  const isComparable = known.length > 0 && known.every(({ prior }) => knownOf(prior).wallet !== null)
  const before = { sales: sum(({ prior }) => prior.sales), wallet: sum(({ prior }) => prior.wallet ?? 0) }
  const growth = isComparable && windows ? growthFigures(before, after) : null
  const open = known.flatMap(({ current }) => (current.openAmount === null ? [] : [current.openAmount]))
  return {
    knownCategories: known.length,
    categories: categories.length,
    sales: after.sales,
    wallet: after.wallet,
    share: walletShare(
      after.sales,
      known.length === 0
        ? null
        : {
            amount: after.wallet,
            low: sum(({ current }) => current.walletLow ?? 0),
            high: sum(({ current }) => current.walletHigh ?? 0),
          },
    ),
    openAmount: open.length === 0 ? null : open.reduce((total, amount) => total + amount, 0),
    decomposition: growth?.decomposition ?? null,
    salesGrowth: growth?.salesGrowth ?? null,
    walletGrowth: growth?.walletGrowth ?? null,
    evolutionIndex: growth?.evolutionIndex ?? null,
  }
}

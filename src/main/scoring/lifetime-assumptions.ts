import type { LifetimeEntries, LifetimeKey, LifetimeSource } from '#shared/domain/lifetime.ts'
import { type CashFlowForecast, forecastCashFlows } from './lifetime-value.ts'

export interface ProposedAssumption {
  /** Null where nothing is known; sales in the unit of the figures, years in years, all else in percent. */
  value: number | null
  source: LifetimeSource
  /** Growth before it is limited, or the number of accounts that a retention rests on. */
  basis: number | null
}

export type ProposedAssumptions = Record<LifetimeKey, ProposedAssumption>

/** What an account did; sales in any one unit. */
export interface LifetimeFigures {
  hasTraded: boolean
  netSales: number
  priorNetSales: number
  windowMonths: number
  marginPercent: number | null
  growthPercent: number | null
}

/** What the portfolio gives where an account has no figure of its own. */
export interface LifetimeSurroundings {
  marginPercent: number | null
  /** Retention of accounts with such sales in the window before. */
  retentionOf: (priorNetSales: number) => ProposedAssumption
}

/** Own growth goes on for years only within these limits. */
export const GROWTH_LIMIT_PERCENT = 10
export const STARTING_RETENTION_PERCENT = 80
export const STARTING_DISCOUNT_PERCENT = 10
export const STARTING_YEARS = 5
/** A third of the portfolio with fewer accounts says less than all of it. */
export const LEAST_SIMILAR_ACCOUNTS = 20
const LEAST_ACCOUNTS = 5
const YEAR_MONTHS = 12

/**
 * Assumptions of a forecast derived from an account's own figures, each with its source; what an account does not
 * show comes from the portfolio, and what neither shows is a starting value that is named as such.
 */
export function proposeAssumptions(
  figures: LifetimeFigures,
  { marginPercent, retentionOf }: LifetimeSurroundings,
): ProposedAssumptions {
  return {
    sales: proposeSales(figures),
    marginPercent:
      figures.marginPercent !== null
        ? { value: Math.max(figures.marginPercent, -100), source: 'own-margin', basis: null }
        : {
            value: marginPercent,
            source: marginPercent === null ? 'unknown' : 'portfolio-margin',
            basis: null,
          },
    retentionPercent: retentionOf(figures.priorNetSales),
    growthPercent: proposeGrowth(figures),
    discountPercent: startingValue(STARTING_DISCOUNT_PERCENT),
    years: startingValue(STARTING_YEARS),
  }
}

/**
 * Chance of staying a year: the share of the accounts that bought in the window before and bought again, by thirds of
 * their sales then; of windows that are no year it is taken to the power of twelve over their months.
 * One imagined account that left and one that stayed join each share, so that none is 0 or 100 percent.
 * Source: rule of succession, Laplace 1814.
 * @param accounts null while the orders do not reach back over the window before
 */
export function retentionBySize(
  accounts: readonly { netSales: number; priorNetSales: number }[] | null,
  windowMonths = YEAR_MONTHS,
): (priorNetSales: number) => ProposedAssumption {
  const before = (accounts ?? [])
    .filter((account) => account.priorNetSales > 0)
    .toSorted((one, other) => one.priorNetSales - other.priorNetSales)
  if (before.length < LEAST_ACCOUNTS) return () => startingValue(STARTING_RETENTION_PERCENT)
  const share = (group: typeof before, source: LifetimeSource): ProposedAssumption => {
    const stayed = group.filter((account) => account.netSales > 0).length
    const staying = ((stayed + 1) / (group.length + 2)) ** (YEAR_MONTHS / windowMonths)
    return { value: staying * 100, source, basis: group.length }
  }
  const all = share(before, 'all-accounts')
  const cuts = [1, 2].map((third) => before[Math.round((before.length * third) / 3)]?.priorNetSales ?? 0)
  const thirds = [0, 1, 2].map((third) =>
    before.filter(
      ({ priorNetSales }) =>
        priorNetSales >= (cuts[third - 1] ?? 0) && priorNetSales < (cuts[third] ?? Number.POSITIVE_INFINITY),
    ),
  )
  const shares = thirds.map((group) =>
    group.length < LEAST_SIMILAR_ACCOUNTS ? all : share(group, 'similar-accounts'),
  )
  return (priorNetSales) => {
    if (priorNetSales <= 0) return all
    const third = cuts.filter((cut) => priorNetSales >= cut).length
    return shares[third] ?? all
  }
}

/** What is assumed: the entry where there is one, else what was proposed. */
export function assumedValues(
  proposed: ProposedAssumptions,
  entries: LifetimeEntries,
): Record<LifetimeKey, number | null> {
  const assumed = (key: LifetimeKey) => entries[key] ?? proposed[key].value
  return {
    sales: assumed('sales'),
    marginPercent: assumed('marginPercent'),
    retentionPercent: assumed('retentionPercent'),
    growthPercent: assumed('growthPercent'),
    discountPercent: assumed('discountPercent'),
    years: assumed('years'),
  }
}

/** The forecast under assumptions, in the unit of its sales; null while sales or margin are unknown. */
export function forecastUnder(assumed: Record<LifetimeKey, number | null>): CashFlowForecast | null {
  const { sales, marginPercent, retentionPercent, growthPercent, discountPercent, years } = assumed
  if (sales === null || marginPercent === null) return null
  return forecastCashFlows({
    sales,
    margin: marginPercent / 100,
    retention: (retentionPercent ?? 0) / 100,
    growth: (growthPercent ?? 0) / 100,
    discount: (discountPercent ?? 0) / 100,
    years: years ?? 1,
  })
}

/** Mean of the known margins, weighted by sales; null where none is known. */
export function meanMarginPercent(
  accounts: readonly Pick<LifetimeFigures, 'marginPercent' | 'netSales'>[],
): number | null {
  let profit = 0
  let sales = 0
  for (const { marginPercent, netSales } of accounts) {
    if (marginPercent === null || netSales <= 0) continue
    profit += marginPercent * netSales
    sales += netSales
  }
  return sales > 0 ? profit / sales : null
}

/** What a whole portfolio gives an account that lacks a figure of its own. */
export function surroundingsOf(accounts: readonly LifetimeFigures[]): LifetimeSurroundings {
  // Growth is known of an account that bought before as soon as the orders reach back far enough.
  const isBaseComplete = accounts.some(
    (account) => account.priorNetSales > 0 && account.growthPercent !== null,
  )
  return {
    marginPercent: meanMarginPercent(accounts),
    retentionOf: retentionBySize(isBaseComplete ? accounts : null, accounts[0]?.windowMonths),
  }
}

function proposeSales({ hasTraded, netSales, windowMonths }: LifetimeFigures): ProposedAssumption {
  if (!hasTraded) return { value: null, source: 'unknown', basis: null }
  if (netSales <= 0) return { value: 0, source: 'no-sales', basis: null }
  return { value: (netSales * YEAR_MONTHS) / windowMonths, source: 'window-sales', basis: windowMonths }
}

/** Of windows shorter than a year nothing: another season is no year of growth. */
function proposeGrowth({ growthPercent, windowMonths }: LifetimeFigures): ProposedAssumption {
  if (growthPercent === null || windowMonths < YEAR_MONTHS) return startingValue(0)
  const yearly = (Math.max(1 + growthPercent / 100, 0) ** (YEAR_MONTHS / windowMonths) - 1) * 100
  const own = windowMonths === YEAR_MONTHS ? growthPercent : yearly
  const limited = Math.min(Math.max(own, -GROWTH_LIMIT_PERCENT), GROWTH_LIMIT_PERCENT)
  return { value: limited, source: limited === own ? 'own-growth' : 'own-growth-limited', basis: own }
}

function startingValue(value: number): ProposedAssumption {
  return { value, source: 'starting-value', basis: null }
}

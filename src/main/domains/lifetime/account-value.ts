import type { LifetimeAccount } from '#shared/contract/lifetime.ts'
import { LIFETIME_KEYS, type LifetimeEntries, type LifetimeKey } from '#shared/domain/lifetime.ts'
import { roundHalfAway } from '#shared/domain/money.ts'
import {
  forecastUnder,
  type ProposedAssumption,
  proposeAssumptions,
} from '../../scoring/lifetime-assumptions.ts'
import type { AccountFigures, PortfolioFigures } from './account-figures.ts'

type Assumptions = LifetimeAccount['assumptions']

export interface AccountValue {
  assumptions: Assumptions
  forecast: LifetimeAccount['forecast']
}

/**
 * What an account is worth: its figures' assumptions with the entries in their place, and their forecast. Each
 * year's amounts are rounded, so that the years shown add up to the value.
 * @param figures undefined for a party without a standing
 */
export function valueAccount(
  figures: AccountFigures | undefined,
  { surroundings }: PortfolioFigures,
  entries: LifetimeEntries,
): AccountValue {
  const proposed = proposeAssumptions(figures ?? UNKNOWN, surroundings)
  const assumption = (key: LifetimeKey) => enter(proposed[key], entries[key] ?? null, key === 'sales')
  const assumptions: Assumptions = {
    sales: assumption('sales'),
    marginPercent: assumption('marginPercent'),
    retentionPercent: assumption('retentionPercent'),
    growthPercent: assumption('growthPercent'),
    discountPercent: assumption('discountPercent'),
    years: assumption('years'),
  }
  return { assumptions, forecast: forecastOf(assumptions) }
}

/** Whether any assumption was entered by hand. */
export function hasEntries(entries: LifetimeEntries | undefined): boolean {
  return LIFETIME_KEYS.some((key) => (entries?.[key] ?? null) !== null)
}

const UNKNOWN = {
  hasTraded: false,
  netSales: 0,
  priorNetSales: 0,
  windowMonths: 12,
  marginPercent: null,
  growthPercent: null,
}

function enter(proposed: ProposedAssumption, entry: number | null, isAmount: boolean): Assumptions['sales'] {
  const derived = proposed.value !== null && isAmount ? roundHalfAway(proposed.value) : proposed.value
  const rest = { derived, derivedSource: proposed.source, basis: proposed.basis }
  return entry === null
    ? { value: derived, source: proposed.source, ...rest }
    : { value: entry, source: 'entered', ...rest }
}

function forecastOf(assumptions: Assumptions): LifetimeAccount['forecast'] {
  const forecast = forecastUnder({
    sales: assumptions.sales.value,
    marginPercent: assumptions.marginPercent.value,
    retentionPercent: assumptions.retentionPercent.value,
    growthPercent: assumptions.growthPercent.value,
    discountPercent: assumptions.discountPercent.value,
    years: assumptions.years.value,
  })
  if (!forecast) return null
  const rows = forecast.years.map((row) => ({
    year: row.year,
    sales: roundHalfAway(row.sales),
    grossProfit: roundHalfAway(row.grossProfit),
    survivalPercent: row.survival * 100,
    expectedProfit: roundHalfAway(row.expectedProfit),
    discountFactor: row.discountFactor,
    presentValue: roundHalfAway(row.presentValue),
  }))
  return {
    years: rows,
    value: rows.reduce((sum, row) => sum + row.presentValue, 0),
    undiscounted: rows.reduce((sum, row) => sum + row.expectedProfit, 0),
  }
}

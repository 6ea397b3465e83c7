import { MainstayError } from '#shared/contract/call-result.ts'
import type { ContributionRow } from '#shared/contract/contribution.ts'
import type { Day } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { accountContribution, type ContributionFacts } from '../../scoring/contribution.ts'
import type { DayWindow } from '../order/window-parts.ts'
import { type CompanyName, readCompanyNames } from '../party/company-names.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { whileUnchanged } from '../standing/while-unchanged.ts'
import {
  listActivities,
  listEnteredYears,
  type PlacedActivity,
  readQuantities,
} from './activity-repository.ts'
import { countedQuantity, NO_ORDERS, readServedOrders, type ServedOrders } from './served-orders.ts'

/** A year up to the as-of date. */
export interface ContributionYear {
  year: number
  window: DayWindow
  /** Years one can look at, newest first. */
  years: number[]
}

const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** The wanted year, else that of the as-of date; null before any order and any entered quantity. */
export function contributionYear(database: ReadDatabase, wanted?: number): ContributionYear | null {
  const asOf = effectiveAsOf(database)
  const first = database.sqlite
    .prepare<[], Day | null>('SELECT min(ordered_on) FROM sales_order')
    .pluck()
    .get()
  const years = new Set(listEnteredYears(database))
  if (asOf !== null && first) {
    for (let year = yearOf(first); year <= yearOf(asOf); year += 1) years.add(year)
  }
  const year = wanted ?? (asOf === null ? Math.max(...years) : yearOf(asOf))
  if (asOf === null && years.size === 0) return null
  years.add(year)
  const end = `${year}-12-31`
  const to = asOf !== null && yearOf(asOf) === year ? asOf : end
  return {
    year,
    window: { from: `${year}-01-01`, to },
    years: [...years].sort((a, b) => b - a),
  }
}

/** An account's row with its local key and what is summed over the portfolio. */
export interface MeasuredAccount extends ContributionRow {
  accountKey: number
  costedNet: number
}

export interface MeasuredYear {
  activities: PlacedActivity[]
  /** Best contribution first, unknown ones last, by name among equals. */
  accounts: MeasuredAccount[]
}

const remember = whileUnchanged<MeasuredYear>(12)

/** Contribution of every account with sales or entered quantities in the year. */
export function measureYear(database: ReadDatabase, { year, window }: ContributionYear): MeasuredYear {
  return remember(database, `${year} ${window.to}`, () => {
    const activities = listActivities(database)
    const served = readServedOrders(database, window)
    const entered = readQuantities(database, year)
    const keys = [...new Set([...served.keys(), ...entered.keys()])]
    const accounts = readCompanyNames(database, keys).map((account) =>
      measured(account, activities, served.get(account.accountKey), entered.get(account.accountKey)),
    )
    return { activities, accounts: ranked(accounts) }
  })
}

function ranked(accounts: MeasuredAccount[]): MeasuredAccount[] {
  const sorted = accounts.sort(
    (a, b) =>
      Number(a.contribution === null) - Number(b.contribution === null) ||
      (b.contribution ?? 0) - (a.contribution ?? 0) ||
      a.accountKey - b.accountKey,
  )
  return sorted.map((account, index) => ({
    ...account,
    rank: account.contribution === null ? null : index + 1,
  }))
}

/** What the pure model takes, of an account's orders and the quantities entered for it. */
export function contributionFacts(
  activities: readonly PlacedActivity[],
  served: ServedOrders,
  entered: ReadonlyMap<Id, number> | undefined,
): ContributionFacts {
  return {
    ...served,
    activities: activities.map(({ id, driver, rate }) => ({
      rate,
      quantity: entered?.get(id) ?? countedQuantity(driver, served),
    })),
  }
}

/** An account's row, without its rank among the others. */
export function measured(
  { accountKey, id, name, valueClass }: CompanyName,
  activities: readonly PlacedActivity[],
  served: ServedOrders = NO_ORDERS,
  entered?: ReadonlyMap<Id, number>,
): MeasuredAccount {
  const result = accountContribution(contributionFacts(activities, served, entered))
  const netSales = served.gross - served.returns
  const { contribution, marginCoverage, costCoverage } = result
  return {
    accountKey,
    id,
    name,
    valueClass,
    netSales,
    costedNet: served.costedNet,
    grossMargin: result.grossMargin,
    marginCoveragePercent: marginCoverage === null ? null : marginCoverage * 100,
    costToServe: result.costToServe,
    costCoveragePercent: costCoverage === null ? null : costCoverage * 100,
    contribution,
    contributionPercent: contribution === null || netSales <= 0 ? null : (contribution / netSales) * 100,
    rank: null,
  }
}

/** The year, or no-data where there is nothing to look at. */
export function requireYear(database: ReadDatabase, wanted?: number): ContributionYear {
  const found = contributionYear(database, wanted)
  if (!found) throw new MainstayError('no-data', 'There are no orders and no activities yet.')
  return found
}

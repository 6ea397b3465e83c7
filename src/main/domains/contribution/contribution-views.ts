import { MainstayError } from '#shared/contract/call-result.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts'
import type { ContributionRow } from '#shared/contract/contribution.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { accountContribution, thinnedCurve, whaleCurve } from '../../scoring/contribution.ts'
import { readCompanyNames } from '../party/company-names.ts'
import { requireCompanyKey } from '../party/party-repository.ts'
import { readSettings } from '../settings/settings-repository.ts'
import { orderOfAccounts } from '../standing/order-of-accounts.ts'
import { listActivities, readQuantities } from './activity-repository.ts'
import {
  contributionFacts,
  contributionYear,
  type MeasuredAccount,
  measured,
  measureYear,
  requireYear,
} from './contribution-year.ts'
import { countedQuantity, NO_ORDERS, readServedOrders } from './served-orders.ts'

const MOST_CURVE_POINTS = 240

/** The whale curve of a year and what it sums up; null while there is nothing to sum. */
export function contributionPortfolio(
  database: ReadDatabase,
  { year: wanted }: ParsedInputOf<'contribution.portfolio'>,
): OutputOf<'contribution.portfolio'> {
  const found = contributionYear(database, wanted)
  if (!found) return null
  const { accounts } = measureYear(database, found)
  const known = accounts.filter(({ contribution }) => contribution !== null)
  const curve = whaleCurve(known.map(({ contribution }) => contribution ?? 0))
  const sum = (value: (account: MeasuredAccount) => number | null) =>
    accounts.reduce((total, account) => total + (value(account) ?? 0), 0)
  const sumKnown = (value: (account: MeasuredAccount) => number | null) =>
    accounts.some((account) => value(account) !== null) ? sum(value) : null
  const netSales = sum((account) => account.netSales)
  const coverages = accounts.flatMap(({ costCoveragePercent }) => costCoveragePercent ?? [])
  return {
    year: found.year,
    years: found.years,
    ...found.window,
    currency: readSettings(database).baseCurrency,
    accountCount: accounts.length,
    knownCount: known.length,
    netSales,
    grossMargin: sumKnown((account) => account.grossMargin),
    costToServe: sumKnown((account) => account.costToServe),
    contribution: known.length === 0 ? null : curve.total,
    marginCoveragePercent:
      netSales > 0
        ? Math.min(100, Math.max(0, (sum((account) => account.costedNet) / netSales) * 100))
        : null,
    costCoveragePercent:
      coverages.length === 0 ? null : coverages.reduce((a, b) => a + b, 0) / coverages.length,
    curve: thinnedCurve(curve, MOST_CURVE_POINTS),
    peak: curve.peak,
    costing: curve.costing,
  }
}

const KINDS: Record<ParsedInputOf<'contribution.list'>['kind'], (row: ContributionRow) => boolean> = {
  all: () => true,
  gaining: ({ contribution }) => contribution !== null && contribution > 0,
  costing: ({ contribution }) => contribution !== null && contribution < 0,
  unknown: ({ contribution }) => contribution === null,
}

/** A page of the accounts of a year; unknown figures come last whichever way it is sorted. */
export function listContributions(
  database: ReadDatabase,
  { year, kind, sort, offset, limit }: ParsedInputOf<'contribution.list'>,
): OutputOf<'contribution.list'> {
  const found = contributionYear(database, year)
  if (!found) return { rows: [], total: 0 }
  const rows = measureYear(database, found).accounts.filter(KINDS[kind])
  const { field, descending } = sort
  rows.sort(orderOfAccounts(field === 'name' ? null : (row) => row[field], descending))
  return { rows: rows.slice(offset, offset + limit).map(withoutKeys), total: rows.length }
}

function withoutKeys({ accountKey: _key, costedNet: _net, ...row }: MeasuredAccount): ContributionRow {
  return row
}

/** What one account's contribution is made of, activity by activity. Errors: not-found, no-data. */
export function accountContributionView(
  database: ReadDatabase,
  { id, year: wanted }: ParsedInputOf<'contribution.account'>,
): OutputOf<'contribution.account'> {
  const accountKey = requireCompanyKey(database, id)
  const found = requireYear(database, wanted)
  const { accounts } = measureYear(database, found)
  const activities = listActivities(database)
  const served = readServedOrders(database, found.window).get(accountKey) ?? NO_ORDERS
  const entered = readQuantities(database, found.year).get(accountKey)
  const { activityCosts } = accountContribution(contributionFacts(activities, served, entered))
  const account =
    accounts.find((one) => one.accountKey === accountKey) ??
    readCompanyNames(database, [accountKey]).map((name) => measured(name, activities, served, entered))[0]
  if (!account) throw new MainstayError('not-found', 'There is no such account.', { id, kind: 'account' })
  return {
    year: found.year,
    years: found.years,
    ...found.window,
    row: withoutKeys(account),
    knownCount: accounts.filter(({ contribution }) => contribution !== null).length,
    activities: activities.map(({ position: _position, ...activity }, index) => ({
      ...activity,
      countedQuantity: countedQuantity(activity.driver, served),
      enteredQuantity: entered?.get(activity.id) ?? null,
      cost: activityCosts[index] ?? null,
    })),
  }
}

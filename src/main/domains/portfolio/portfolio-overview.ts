import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import type { Day } from '#shared/domain/calendar.ts'
import {
  ABC_CLASSES,
  OPPORTUNITY_CLASSES,
  PYRAMID_LEVELS,
  VALUE_CLASSES,
} from '#shared/domain/value-class.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { gini, herfindahl, paretoCurve, rankReachingShare, shareOfTop } from '../../scoring/concentration.ts'
import { growthInput, growthOf } from '../../scoring/growth.ts'
import { readSettings } from '../settings/settings-repository.ts'
import { findHistoryStart } from '../standing/account-facts-repository.ts'
import { DEFAULT_WINDOW_MONTHS, previousAsOf } from '../standing/classify-at.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { findModelInForce } from '../standing/model-in-force.ts'
import { whileUnchanged } from '../standing/while-unchanged.ts'
import { windowsOf } from '../standing/window-pair.ts'
import { readCategoryFigures } from './category-sales.ts'
import { classMigration } from './class-migration.ts'
import { listMovers } from './list-movers.ts'
import { type OverviewAccount, readOverviewAccounts } from './overview-accounts.ts'
import { readSalesTrend } from './sales-trend.ts'

/** Points of the Pareto curve: enough for a smooth line over any number of accounts. */
const CURVE_POINTS = 200

const rememberOverview = whileUnchanged<PortfolioOverview>()

/** Everything the portfolio screen shows, from kept aggregates; null without orders by the as-of date. */
export function findOverview(database: ReadDatabase, asOf: Day | undefined): PortfolioOverview | null {
  const day = effectiveAsOf(database, asOf)
  if (day === null || findHistoryStart(database, day) === null) return null
  return rememberOverview(database, day, () => readOverview(database, day))
}

function readOverview(database: ReadDatabase, asOf: Day): PortfolioOverview {
  const adopted = findModelInForce(database, asOf)
  const windows = windowsOf(asOf, adopted?.model.windowMonths ?? DEFAULT_WINDOW_MONTHS)
  const accounts = readOverviewAccounts(database, asOf)
  const total = (figure: (account: OverviewAccount) => number) =>
    accounts.reduce((sum, account) => sum + figure(account), 0)
  const netSales = total((account) => account.net)
  const priorNetSales = total((account) => account.priorNet)
  const { categories, ...margins } = readCategoryFigures(database, windows)

  return {
    asOf,
    from: windows.window.from,
    currency: adopted?.model.currency ?? readSettings(database).baseCurrency,
    accountCount: accounts.length,
    tradingCount: accounts.filter((account) => account.orderCount > 0).length,
    prospectCount: accounts.filter((account) => account.isProspect).length,
    grossSales: total((account) => account.gross),
    returns: total((account) => account.returns),
    netSales,
    priorNetSales,
    isPriorComplete: isBaseComplete(accounts),
    ...comparisons(accounts, netSales, priorNetSales),
    ...margins,
    modelVersion: adopted?.model.version ?? null,
    modelName: adopted?.model.name ?? null,
    pareto: paretoOf(accounts),
    pyramid: PYRAMID_LEVELS.map((level) => ({
      level,
      ...partOf(accounts, netSales, (account) => account.pyramid === level),
    })),
    abc: ABC_CLASSES.map((abc) => ({
      abc,
      ...partOf(accounts, netSales, (account) => account.abc === abc),
    })),
    concentration: concentrationOf(accounts),
    classes: [...VALUE_CLASSES, ...OPPORTUNITY_CLASSES].map((valueClass) => ({
      valueClass,
      ...partOf(accounts, netSales, (account) => account.valueClass === valueClass),
    })),
    migration: classMigration(accounts, previousAsOf(asOf)),
    trend: readSalesTrend(database, asOf),
    movers: isBaseComplete(accounts) ? listMovers(database, accounts) : [],
    categories,
  }
}

/** Growth is known of an account that bought before as soon as the orders reach back far enough. */
function isBaseComplete(accounts: readonly OverviewAccount[]): boolean {
  return accounts.some((account) => account.priorNet > 0 && account.growthPercent !== null)
}

/** Against the window before; null while the orders do not reach back so far. */
function comparisons(accounts: readonly OverviewAccount[], netSales: number, priorNetSales: number) {
  const unknown = { growthPercent: null, netRetentionPercent: null, repurchasePercent: null }
  if (!isBaseComplete(accounts) || priorNetSales <= 0) return unknown
  const buyersBefore = accounts.filter((account) => account.priorNet > 0)
  const boughtAgain = buyersBefore.filter((account) => account.net > 0)
  const retained = accounts.reduce((sum, account) => sum + (account.priorNet === 0 ? 0 : account.net), 0)
  return {
    growthPercent: growthInput(growthOf(netSales, priorNetSales)),
    netRetentionPercent: (retained / priorNetSales) * 100,
    repurchasePercent: (boughtAgain.length / buyersBefore.length) * 100,
  }
}

function partOf(
  accounts: readonly OverviewAccount[],
  netSales: number,
  belongs: (account: OverviewAccount) => boolean,
) {
  const part = accounts.filter(belongs)
  const sales = part.reduce((sum, account) => sum + account.net, 0)
  return { count: part.length, netSales: sales, sharePercent: netSales > 0 ? (sales / netSales) * 100 : 0 }
}

/** Over the accounts whose sales exceed their returns. */
function paretoOf(accounts: readonly OverviewAccount[]): PortfolioOverview['pareto'] {
  const values = positiveNet(accounts)
  const top20 = shareOfTop(values, 0.2)
  return {
    curve: paretoCurve(values, CURVE_POINTS).map(({ customerShare, valueShare }) => [
      customerShare * 100,
      valueShare * 100,
    ]),
    top20SharePercent: top20 === null ? null : top20 * 100,
    top20Count: Math.ceil(values.length / 5),
    halfCount: rankReachingShare(values, 0.5),
    eightyCount: rankReachingShare(values, 0.8),
    ninetyFiveCount: rankReachingShare(values, 0.95),
  }
}

function concentrationOf(accounts: readonly OverviewAccount[]): PortfolioOverview['concentration'] {
  const values = positiveNet(accounts)
  const inequality = gini(values)
  const index = herfindahl(values)
  return {
    gini: inequality?.population ?? null,
    giniUnbiased: inequality?.unbiased ?? null,
    herfindahl: index?.index ?? null,
    effectiveCustomers: index?.effectiveNumber ?? null,
    largestSharePercent: index ? index.largestShare * 100 : null,
    negativeCount: accounts.filter((account) => account.net < 0).length,
  }
}

function positiveNet(accounts: readonly OverviewAccount[]): number[] {
  return accounts.map((account) => account.net).filter((net) => net > 0)
}

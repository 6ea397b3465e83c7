import type { ParsedInputOf } from '#shared/contract/contract.ts'
import type { LifetimeAccountRow, LifetimePortfolio, LifetimeSort } from '#shared/contract/lifetime.ts'
import { type Day, daysBetween } from '#shared/domain/calendar.ts'
import { amountFromUnits } from '#shared/domain/money.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { DAYS_A_WEEK } from '../../scoring/purchase-history.ts'
import { readSettings } from '../settings/settings-repository.ts'
import { findHistoryStart } from '../standing/account-facts-repository.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { readAllEntries } from '../standing/lifetime-entries.ts'
import { findModelInForce } from '../standing/model-in-force.ts'
import { whileUnchanged } from '../standing/while-unchanged.ts'
import type { AccountFigures } from './account-figures.ts'
import { hasEntries, valueAccount } from './account-value.ts'
import {
  type CustomerBaseAt,
  findCustomerBase,
  HORIZON_WEEKS,
  type KnownCustomer,
} from './customer-base-at.ts'

interface Answer {
  portfolio: Omit<LifetimePortfolio, 'accounts'>
  rows: readonly LifetimeAccountRow[]
}

const remember = whileUnchanged<Answer>(4)

/** The customer base and a page of its accounts; null while there are no orders by the as-of date. */
export function findLifetimePortfolio(
  database: ReadDatabase,
  { sort, descending, offset, limit }: ParsedInputOf<'lifetime.portfolio'>,
): LifetimePortfolio | null {
  const asOf = effectiveAsOf(database)
  if (asOf === null || findHistoryStart(database, asOf) === null) return null
  const { portfolio, rows } = remember(database, asOf, () => compute(database, asOf))
  return { ...portfolio, accounts: sortRows(rows, sort, descending).slice(offset, offset + limit) }
}

function compute(database: ReadDatabase, asOf: Day): Answer {
  const known = findCustomerBase(database, asOf)
  const entries = readAllEntries(database)
  const rows = [...known.figures.accounts.values()]
    .filter((account) => account.hasTraded || hasEntries(entries.get(account.id)))
    .map((account) => {
      const entered = entries.get(account.id)
      const { forecast } = valueAccount(account, known.figures, entered ?? {})
      return {
        ...rowOf(account, known.customers.get(account.accountKey), asOf),
        value: forecast?.value ?? null,
        isEntered: hasEntries(entered),
      }
    })
  const valued = rows.filter((row) => row.value !== null)
  const portfolio: Answer['portfolio'] = {
    asOf,
    currency: findModelInForce(database)?.model.currency ?? readSettings(database).baseCurrency,
    horizonWeeks: HORIZON_WEEKS,
    base: baseOf(known),
    facts: {
      customerCount: known.base.facts.customerCount,
      repeaterCount: known.base.facts.repeaterCount,
      medianGapDays: inDays(known.base.facts.medianGap),
      medianTenureDays: inDays(known.base.facts.medianTenure),
    },
    worthBasis: known.worthBasis,
    forecast: known.base.kind === 'estimated' ? forecastOf(known, rows) : null,
    value: {
      total: valued.reduce((sum, row) => sum + (row.value ?? 0), 0),
      valuedCount: valued.length,
      unknownCount: rows.length - valued.length,
      enteredCount: rows.filter((row) => row.isEntered).length,
    },
    accountCount: rows.length,
  }
  return { portfolio, rows }
}

function rowOf(
  { id, number, name, valueClass, netSales }: AccountFigures,
  customer: KnownCustomer | undefined,
  asOf: Day,
): Omit<LifetimeAccountRow, 'value' | 'isEntered'> {
  const { forecast = null, worthPerOrder = null } = customer ?? {}
  return {
    id,
    number,
    name,
    valueClass,
    netSales,
    orderDays: customer?.orderDays ?? 0,
    lastOrderedOn: customer?.lastOrderedOn ?? null,
    silentDays: customer ? daysBetween(customer.lastOrderedOn, asOf) : null,
    usualGapDays: customer?.usualGapDays ?? null,
    noOrderPercent: forecast && forecast.noPurchase * 100,
    expectedOrders: forecast?.expectedPurchases ?? null,
    expectedWorth:
      forecast && worthPerOrder !== null ? amountFromUnits(forecast.expectedPurchases * worthPerOrder) : null,
    alivePercent: forecast && forecast.alive !== null ? forecast.alive * 100 : null,
  }
}

function forecastOf(
  { customers, ordersYearBefore, ordersLastQuarter }: CustomerBaseAt,
  rows: readonly LifetimeAccountRow[],
): LifetimePortfolio['forecast'] {
  const quiet = rows.filter((row) => row.orderDays > 1 && (row.noOrderPercent ?? 0) >= 50)
  return {
    expectedOrders: rows.reduce((sum, row) => sum + (row.expectedOrders ?? 0), 0),
    expectedWorth: rows.reduce((sum, row) => sum + (row.expectedWorth ?? 0), 0),
    ordersYearBefore,
    ordersLastQuarter,
    quietCount: quiet.length,
    quietNetSales: quiet.reduce((sum, row) => sum + row.netSales, 0),
    onceCount: [...customers.values()].filter((customer) => customer.orderDays === 1).length,
  }
}

function baseOf({ base, check }: CustomerBaseAt): LifetimePortfolio['base'] {
  if (base.kind === 'not-estimable') return { kind: 'not-estimable', reason: base.reason }
  const { r, alpha, a, b, logLikelihood, degenerate } = base.fit
  const { profit } = base
  return {
    kind: 'estimated',
    isDegenerate: degenerate,
    r,
    alpha,
    a,
    b,
    logLikelihood,
    worth:
      profit.kind === 'estimated'
        ? {
            kind: 'estimated',
            p: profit.fit.p,
            q: profit.fit.q,
            v: profit.fit.v,
            mean: amountFromUnits(profit.fit.meanValue ?? 0),
            correlation: profit.fit.correlation,
            leftOut: profit.leftOut,
          }
        : profit,
    check,
  }
}

const inDays = (weeks: number | null) => (weeks === null ? null : weeks * DAYS_A_WEEK)

const FIGURE: Record<LifetimeSort, (row: LifetimeAccountRow) => number | null> = {
  value: (row) => row.value,
  noOrder: (row) => row.noOrderPercent,
  silence: ({ silentDays, usualGapDays }) =>
    silentDays !== null && usualGapDays !== null ? silentDays / usualGapDays : null,
  expectedOrders: (row) => row.expectedOrders,
  expectedWorth: (row) => row.expectedWorth,
  netSales: (row) => row.netSales,
}

/** Unknown figures come last either way; equal ones in the order of sales. */
function sortRows(
  rows: readonly LifetimeAccountRow[],
  sort: LifetimeSort,
  isDescending: boolean,
): LifetimeAccountRow[] {
  const figure = FIGURE[sort]
  const direction = isDescending ? -1 : 1
  return rows.toSorted((one, other) => {
    const first = figure(one)
    const second = figure(other)
    if (first === null || second === null) {
      if (first !== null) return -1
      if (second !== null) return 1
      return other.netSales - one.netSales
    }
    return direction * (first - second) || other.netSales - one.netSales || (one.id < other.id ? -1 : 1)
  })
}

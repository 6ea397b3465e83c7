import { addDays, type Day } from '#shared/domain/calendar.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { expectedPurchases } from '../../scoring/bgnbd.ts'
import {
  type BaseCustomer,
  type CustomerBase,
  type CustomerForecast,
  estimateCustomerBase,
  forecastCustomer,
} from '../../scoring/customer-base.ts'
import { DAYS_A_WEEK, historyInWeeks } from '../../scoring/purchase-history.ts'
import { whileUnchanged } from '../standing/while-unchanged.ts'
import { type PortfolioFigures, readPortfolioFigures } from './account-figures.ts'
import {
  countPurchaseDays,
  meanWorth,
  type PurchaseDays,
  readPurchaseDays,
  usualGap,
} from './purchase-days.ts'

/** Weeks of the coming quarter. */
export const HORIZON_WEEKS = 13
const HORIZON_DAYS = HORIZON_WEEKS * DAYS_A_WEEK

export interface KnownCustomer {
  history: BaseCustomer
  orderDays: number
  firstOrderedOn: Day
  lastOrderedOn: Day
  /** Null under four order days. */
  usualGapDays: number | null
  /** Null where the customer base cannot be estimated. */
  forecast: CustomerForecast | null
  /** Currency units; null where an order earns nothing or its margin is unknown. */
  worthPerOrder: number | null
}

export interface CustomerBaseAt {
  base: CustomerBase
  worthBasis: 'profit' | 'sales'
  figures: PortfolioFigures
  /** By local key: every account that has bought by then. */
  customers: Map<number, KnownCustomer>
  check: { from: Day; expectedOrders: number; orders: number } | null
  ordersLastQuarter: number
  /** In the coming quarter's weeks of a year ago; null while the orders do not reach back so far. */
  ordersYearBefore: number | null
}

const remember = whileUnchanged<CustomerBaseAt>(4)

/**
 * The model of the whole customer base at a date, fitted anew after each change of the file alone: a fit of ten
 * thousand accounts takes a good part of a second.
 */
export function findCustomerBase(database: ReadDatabase, asOf: Day): CustomerBaseAt {
  return remember(database, asOf, () => fitCustomerBase(database, asOf))
}

function fitCustomerBase(database: ReadDatabase, asOf: Day): CustomerBaseAt {
  const figures = readPortfolioFigures(database)
  const purchases = readPurchaseDays(database, asOf)
  const worthBasis = figures.surroundings.marginPercent === null ? 'sales' : 'profit'
  /** Part of an order's sales that counts as its worth. */
  const worthShare = (accountKey: number) =>
    worthBasis === 'sales'
      ? 1
      : (figures.accounts.get(accountKey)?.marginPercent ?? figures.surroundings.marginPercent ?? 0) / 100

  const known = new Map<number, Omit<KnownCustomer, 'forecast' | 'worthPerOrder'>>()
  for (const [accountKey, account] of purchases) {
    const history = historyInWeeks(account.days, asOf)
    const firstOrderedOn = account.days[0]
    const lastOrderedOn = account.days.at(-1)
    if (!history || firstOrderedOn === undefined || lastOrderedOn === undefined) continue
    known.set(accountKey, {
      history: { ...history, meanProfit: meanWorth(account) * worthShare(accountKey) },
      orderDays: account.days.length,
      firstOrderedOn,
      lastOrderedOn,
      usualGapDays: usualGap(account),
    })
  }
  const base = estimateCustomerBase([...known.values()].map(({ history }) => history))
  const customers = new Map(
    [...known].map(([accountKey, customer]): [number, KnownCustomer] => {
      const forecast =
        base.kind === 'estimated' ? forecastCustomer(base, customer.history, HORIZON_WEEKS) : null
      return [accountKey, { ...customer, forecast, worthPerOrder: worthPerOrder(customer.history, forecast) }]
    }),
  )
  const yearBefore = addDays(asOf, -52 * DAYS_A_WEEK)
  const earliest = [...known.values()].reduce(
    (least, { firstOrderedOn }) => (firstOrderedOn < least ? firstOrderedOn : least),
    asOf,
  )
  return {
    base,
    worthBasis,
    figures,
    customers,
    check: base.kind === 'estimated' ? checkFit(purchases, asOf) : null,
    ordersLastQuarter: countPurchaseDays(purchases.values(), addDays(asOf, -HORIZON_DAYS), asOf),
    ordersYearBefore:
      earliest <= yearBefore
        ? countPurchaseDays(purchases.values(), yearBefore, addDays(yearBefore, HORIZON_DAYS))
        : null,
  }
}

/** An estimate where there is one, else the account's own mean; nothing of an account whose orders earn nothing. */
function worthPerOrder({ meanProfit }: BaseCustomer, forecast: CustomerForecast | null): number | null {
  if (meanProfit === null || meanProfit <= 0) return null
  return forecast?.profitPerPurchase ?? meanProfit
}

/** Fits to what was known a quarter ago and counts what those accounts then did. */
function checkFit(purchases: ReadonlyMap<number, PurchaseDays>, asOf: Day): CustomerBaseAt['check'] {
  const from = addDays(asOf, -HORIZON_DAYS)
  const then: PurchaseDays[] = []
  const histories: BaseCustomer[] = []
  for (const account of purchases.values()) {
    const history = historyInWeeks(account.days, from)
    if (!history) continue
    then.push(account)
    histories.push({ ...history, meanProfit: null })
  }
  const base = estimateCustomerBase(histories)
  if (base.kind === 'not-estimable') return null
  return {
    from,
    expectedOrders: histories.reduce(
      (sum, history) => sum + expectedPurchases(base.fit, history, HORIZON_WEEKS),
      0,
    ),
    orders: countPurchaseDays(then, from, asOf),
  }
}

import {
  type BgNbdFit,
  expectedPurchases,
  fitBgNbd,
  type NotFittedReason,
  probabilityAlive,
  probabilityOfNone,
} from './bgnbd.ts'
import {
  correlateWithFrequency,
  expectedValue,
  fitGammaGamma,
  type GammaGammaFit,
  type GammaGammaNotFitted,
} from './gamma-gamma.ts'
import type { PurchaseHistory } from './purchase-history.ts'
import { median } from './quantile.ts'

/** Times in weeks. */
export interface BaseCustomer extends PurchaseHistory {
  /** Mean gross profit of a repeat purchase, in any one unit; null where it is unknown. */
  meanProfit: number | null
}

/** What the guards looked at. */
export interface BaseFacts {
  customerCount: number
  /** Customers with two repeat purchases or more. */
  repeaterCount: number
  /** Weeks; null without repeat purchases. */
  medianGap: number | null
  /** Weeks from a customer's first purchase to the end; null without customers. */
  medianTenure: number | null
}

export type BaseObstacle = 'too-few-customers' | 'too-few-repeaters' | 'short-history' | NotFittedReason

export type ProfitObstacle = 'value-follows-frequency' | 'infinite-mean' | GammaGammaNotFitted['reason']

export type ProfitModel =
  | { kind: 'estimated'; fit: GammaGammaFit; leftOut: number }
  | { kind: 'not-estimable'; reason: ProfitObstacle; correlation: number | null; leftOut: number }

export type CustomerBase =
  | { kind: 'estimated'; facts: BaseFacts; fit: BgNbdFit; profit: ProfitModel }
  | { kind: 'not-estimable'; facts: BaseFacts; reason: BaseObstacle }

export const LEAST_CUSTOMERS = 100
export const LEAST_REPEATERS = 50
export const LEAST_GAPS_IN_TENURE = 2
/** Beyond this a customer's purchases are not of one worth however often it buys. */
export const MOST_CORRELATION = 0.3

/**
 * Fits a whole portfolio, or says why it cannot be: at least 100 customers, 50 with two repeat purchases, and a
 * median tenure of twice the median gap. Purchases without a profit above zero stay out of the profit model alone.
 * Sources: those of `fitBgNbd` and `fitGammaGamma`.
 */
export function estimateCustomerBase(customers: readonly BaseCustomer[]): CustomerBase {
  const repeaters = customers.filter((customer) => customer.x >= 2)
  const medianGap = median(
    customers.filter((customer) => customer.x >= 1).map((customer) => customer.tx / customer.x),
  )
  const medianTenure = median(customers.map((customer) => customer.T))
  const facts = { customerCount: customers.length, repeaterCount: repeaters.length, medianGap, medianTenure }
  const refuse = (reason: BaseObstacle): CustomerBase => ({ kind: 'not-estimable', facts, reason })
  if (customers.length < LEAST_CUSTOMERS) return refuse('too-few-customers')
  if (repeaters.length < LEAST_REPEATERS) return refuse('too-few-repeaters')
  if ((medianTenure ?? 0) < LEAST_GAPS_IN_TENURE * (medianGap ?? 0)) return refuse('short-history')
  const fit = fitBgNbd(customers)
  if (fit.kind === 'not-fitted') return refuse(fit.reason)
  return { kind: 'estimated', facts, fit, profit: estimateProfit(customers) }
}

export interface CustomerForecast {
  /** Chance of no purchase within the horizon. */
  noPurchase: number
  expectedPurchases: number
  /** Null where it says nothing: without repeat purchases, or where no drop-out can be told. */
  alive: number | null
  /** Null where the profit of a purchase cannot be estimated, or is a loss. */
  profitPerPurchase: number | null
}

/** What an estimated base says of one of its customers over a horizon in weeks. */
export function forecastCustomer(
  { fit, profit }: CustomerBase & { kind: 'estimated' },
  customer: BaseCustomer,
  horizon: number,
): CustomerForecast {
  const { meanProfit } = customer
  const own = meanProfit === null ? { x: 0, meanValue: 0 } : { x: customer.x, meanValue: meanProfit }
  const canEarn = profit.kind === 'estimated' && own.meanValue >= 0
  return {
    noPurchase: probabilityOfNone(fit, customer, horizon),
    expectedPurchases: expectedPurchases(fit, customer, horizon),
    alive: fit.degenerate || customer.x === 0 ? null : probabilityAlive(fit, customer),
    profitPerPurchase: canEarn ? expectedValue(profit.fit, own) : null,
  }
}

function estimateProfit(customers: readonly BaseCustomer[]): ProfitModel {
  const repeaters = customers.filter((customer) => customer.x > 0)
  const profitable = repeaters.flatMap(({ x, meanProfit }) =>
    meanProfit !== null && meanProfit > 0 ? [{ x, meanValue: meanProfit }] : [],
  )
  const leftOut = repeaters.length - profitable.length
  const refuse = (reason: ProfitObstacle, correlation: number | null = null): ProfitModel => ({
    kind: 'not-estimable',
    reason,
    correlation,
    leftOut,
  })
  if (profitable.length < LEAST_REPEATERS) return refuse('too-few-repeaters')
  const correlation = correlateWithFrequency(profitable)
  if (Math.abs(correlation ?? 0) > MOST_CORRELATION) return refuse('value-follows-frequency', correlation)
  const fit = fitGammaGamma(profitable)
  if (fit.kind === 'not-fitted') return refuse(fit.reason)
  if (fit.meanValue === null) return refuse('infinite-mean', fit.correlation)
  return { kind: 'estimated', fit, leftOut }
}

import { type BgNbdParameters, expectedPurchases } from './bgnbd.ts'
import type { PurchaseHistory } from './purchase-history.ts'

/** Rates are fractions: 0.1 is ten percent. */
export interface MarginMultipleInput {
  /** Chance that a customer stays for one more period, 0 to 1. */
  retention: number
  /** Per period, above −1. */
  discount: number
  /** Growth of the margin per period; 0 if not given. */
  growth?: number | undefined
  /** The first margin comes now and for certain, the others follow. */
  isFirstNow?: boolean | undefined
}

export type MarginMultiple =
  | { kind: 'finite'; multiple: number }
  | { kind: 'undefined'; reason: 'impossible-rate' | 'never-fades' }

/**
 * What one period's margin is multiplied by for the value of a customer without end.
 * m·r / (1 + i − r·(1 + g)); with the first margin now m·(1 + i) / (1 + i − r·(1 + g)).
 * Undefined where growth outruns retention and discount, so that the sum has no end.
 * Source: Gupta & Lehmann 2003, Journal of Interactive Marketing 17(1):9-24.
 */
export function marginMultiple({
  retention,
  discount,
  growth = 0,
  isFirstNow,
}: MarginMultipleInput): MarginMultiple {
  const isPossible = retention >= 0 && retention <= 1 && discount > -1 && growth > -1
  if (!isPossible || !Number.isFinite(discount + growth))
    return { kind: 'undefined', reason: 'impossible-rate' }
  const fading = 1 + discount - retention * (1 + growth)
  if (fading <= 1e-12) return { kind: 'undefined', reason: 'never-fades' }
  return { kind: 'finite', multiple: (isFirstNow ? 1 + discount : retention) / fading }
}

/** Rates are fractions; the horizon is in whole years. */
export interface CashFlowAssumptions {
  /** Sales of the coming year if the customer stays, in any one unit; may be 0. */
  sales: number
  /** Gross profit / sales; may be negative. */
  margin: number
  /** Chance of staying for one more year, 0 to 1. */
  retention: number
  /** Of sales, from the second year on. */
  growth: number
  discount: number
  years: number
}

export interface CashFlowYear {
  /** 1 is the coming year. */
  year: number
  sales: number
  grossProfit: number
  /** Chance that the customer is still there. */
  survival: number
  expectedProfit: number
  discountFactor: number
  presentValue: number
}

export interface CashFlowForecast {
  years: CashFlowYear[]
  /** Sum of the present values. */
  value: number
  /** Sum of the expected profits before discounting. */
  undiscounted: number
}

export const MOST_FORECAST_YEARS = 30

/**
 * Value of one customer over a horizon: gross profit of each year × the chance that it stays × the discount factor.
 * Cash flows lie at the end of a year, so that an endless horizon gives `marginMultiple`.
 * @returns null for a rate out of range, a figure or a result that is not finite, or a horizon under 1 or over 30 years
 */
export function forecastCashFlows(assumptions: CashFlowAssumptions): CashFlowForecast | null {
  const { sales, margin, retention, growth, discount, years } = assumptions
  const isPossible =
    [sales, margin, growth, discount].every(Number.isFinite) &&
    retention >= 0 &&
    retention <= 1 &&
    discount > -1 &&
    growth > -1 &&
    Number.isInteger(years) &&
    years >= 1 &&
    years <= MOST_FORECAST_YEARS
  if (!isPossible) return null
  const rows = Array.from({ length: years }, (_, at): CashFlowYear => {
    const grown = sales * (1 + growth) ** at
    const survival = retention ** (at + 1)
    const discountFactor = 1 / (1 + discount) ** (at + 1)
    const grossProfit = grown * margin
    const expectedProfit = grossProfit * survival
    return {
      year: at + 1,
      sales: grown,
      grossProfit,
      survival,
      expectedProfit,
      discountFactor,
      presentValue: expectedProfit * discountFactor,
    }
  })
  const sum = (of: (row: CashFlowYear) => number) => rows.reduce((total, row) => total + of(row), 0)
  const value = sum((row) => row.presentValue)
  const undiscounted = sum((row) => row.expectedProfit)
  return Number.isFinite(value) && Number.isFinite(undiscounted) ? { years: rows, value, undiscounted } : null
}

/**
 * Expected purchases over the coming periods, each discounted from its own end: what one purchase's margin is
 * multiplied by for the value of a customer without a contract.
 * Source: Fader, Hardie & Lee 2005, Journal of Marketing Research 42(4):415-430, in discrete periods.
 * @param periods whole number in the unit of time of the model
 * @param rate discount per period
 */
export function discountedPurchases(
  parameters: BgNbdParameters,
  history: PurchaseHistory,
  periods: number,
  rate: number,
): number {
  let before = 0
  let total = 0
  for (let period = 1; period <= periods; period++) {
    const upTo = expectedPurchases(parameters, history, period)
    total += (upTo - before) / (1 + rate) ** period
    before = upTo
  }
  return total
}

export const WEEKS_A_YEAR = 52

/** A yearly rate as a rate per week. */
export function weeklyRate(yearly: number): number {
  return (1 + yearly) ** (1 / WEEKS_A_YEAR) - 1
}

import { digamma, logGamma } from './gamma-function.ts'
import { type Evaluation, minimise } from './minimise.ts'

/** Repeat purchases of one customer and what one of them was worth on average. */
export interface PurchaseValue {
  /** Repeat purchases, at least 1. */
  x: number
  /** Mean value of a purchase, above 0, in any one unit. */
  meanValue: number
}

/** Values of purchases are gamma (shape `p`) around a customer's own mean; the means vary with `q` and `v`. */
export interface GammaGammaParameters {
  p: number
  q: number
  /** In the unit of the values. */
  v: number
}

export interface GammaGammaFit extends GammaGammaParameters {
  kind: 'fitted'
  logLikelihood: number
  /** p·v / (q − 1); null where q leaves the mean infinite. */
  meanValue: number | null
  /** Pearson correlation of repeat purchases with their mean value, which the model takes for 0; null if constant. */
  correlation: number | null
  customerCount: number
}

export interface GammaGammaNotFitted {
  kind: 'not-fitted'
  reason: 'too-few-repeaters' | 'impossible-value' | 'not-converged'
}

const LEAST_REPEATERS = 3
const BOUND = 20

/**
 * Maximum-likelihood fit of the Gamma-Gamma model of spend to customers with repeat purchases.
 * Customers with x = 0 are left out; a mean of zero or below is refused, since a gamma variable is positive.
 * Source: Fader & Hardie 2013, note 025; Fader, Hardie & Lee 2005, Journal of Marketing Research 42(4):415-430.
 */
export function fitGammaGamma(customers: readonly PurchaseValue[]): GammaGammaFit | GammaGammaNotFitted {
  const repeaters = customers.filter((customer) => customer.x !== 0)
  if (repeaters.length < LEAST_REPEATERS) return { kind: 'not-fitted', reason: 'too-few-repeaters' }
  const isPossible = ({ x, meanValue }: PurchaseValue) =>
    Number.isInteger(x) && x > 0 && Number.isFinite(meanValue) && meanValue > 0
  if (!repeaters.every(isPossible)) return { kind: 'not-fitted', reason: 'impossible-value' }
  const mean = repeaters.reduce((sum, customer) => sum + customer.meanValue, 0) / repeaters.length
  const found = minimise(negativeLogLikelihood(repeaters), [1, 1, Math.log(mean)], {
    bound: BOUND + Math.log(mean + 1),
  })
  const hasRunOff = found.at.slice(0, 2).some((coordinate) => Math.abs(coordinate) >= BOUND / 2)
  if (!found.isConverged || hasRunOff) return { kind: 'not-fitted', reason: 'not-converged' }
  const [p = 0, q = 0, v = 0] = found.at.map(Math.exp)
  return {
    kind: 'fitted',
    p,
    q,
    v,
    logLikelihood: -found.value,
    meanValue: q > 1 ? (p * v) / (q - 1) : null,
    correlation: correlateWithFrequency(repeaters),
    customerCount: repeaters.length,
  }
}

/**
 * Expected mean value of a customer's future purchases: its own mean drawn towards everybody's, the less the more
 * often it bought. Null where q leaves everybody's mean infinite and the customer has no own one.
 */
export function expectedValue(
  { p, q, v }: GammaGammaParameters,
  { x, meanValue }: PurchaseValue,
): number | null {
  const weight = p * x + q - 1
  return weight > 0 ? (p * (v + x * meanValue)) / weight : null
}

/** All terms with gamma functions depend on the number of purchases alone and are kept per number. */
function negativeLogLikelihood(customers: readonly PurchaseValue[]): (logs: Float64Array) => Evaluation {
  const numberOf = new Map<number, number>()
  const totals = Float64Array.from(customers, ({ x, meanValue }) => x * meanValue)
  const xs = Float64Array.from(customers, ({ x }) => x)
  let sumLogMean = 0
  let sumXLogTotal = 0
  for (const { x, meanValue } of customers) {
    numberOf.set(x, (numberOf.get(x) ?? 0) + 1)
    sumLogMean += Math.log(meanValue)
    sumXLogTotal += x * Math.log(x * meanValue)
  }
  const customerCount = customers.length

  return (logs) => {
    const [p = 0, q = 0, v = 0] = logs.map(Math.exp)
    // (p·x − 1)·ln z + p·x·ln x, summed over the customers.
    let value = p * sumXLogTotal - sumLogMean + customerCount * (q * Math.log(v) - logGamma(q))
    let byP = sumXLogTotal
    let byQ = customerCount * (Math.log(v) - digamma(q))
    let byV = (customerCount * q) / v
    for (const [x, count] of numberOf) {
      value += count * (logGamma(p * x + q) - logGamma(p * x))
      const slope = digamma(p * x + q)
      byP += count * x * (slope - digamma(p * x))
      byQ += count * slope
    }
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i] ?? 0
      const spread = (totals[i] ?? 0) + v
      const logSpread = Math.log(spread)
      value -= (p * x + q) * logSpread
      byP -= x * logSpread
      byQ -= logSpread
      byV -= (p * x + q) / spread
    }
    return { value: -value, gradient: Float64Array.of(-byP * p, -byQ * q, -byV * v) }
  }
}

/** Pearson correlation of repeat purchases with their mean value; null where either is the same for all. */
export function correlateWithFrequency(customers: readonly PurchaseValue[]): number | null {
  const n = customers.length
  const meanX = customers.reduce((sum, { x }) => sum + x, 0) / n
  const meanZ = customers.reduce((sum, { meanValue }) => sum + meanValue, 0) / n
  let xx = 0
  let zz = 0
  let xz = 0
  for (const { x, meanValue } of customers) {
    xx += (x - meanX) ** 2
    zz += (meanValue - meanZ) ** 2
    xz += (x - meanX) * (meanValue - meanZ)
  }
  return xx > 0 && zz > 0 ? xz / Math.sqrt(xx * zz) : null
}

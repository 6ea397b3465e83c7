import { logGamma } from './gamma-function.ts'
import { hypergeometric } from './hypergeometric.ts'
import { type Evaluation, minimise } from './minimise.ts'
import {
  compressHistories,
  isPossible,
  type PurchaseHistory,
  type WeightedHistory,
} from './purchase-history.ts'

/**
 * While active a customer buys at a rate drawn from a gamma distribution (shape `r`, rate `alpha`); after each
 * purchase it drops out with a probability drawn from a beta distribution (`a`, `b`).
 */
export interface BgNbdParameters {
  r: number
  /** In the unit of time of the histories. */
  alpha: number
  a: number
  b: number
}

export interface BgNbdFit extends BgNbdParameters {
  kind: 'fitted'
  logLikelihood: number
  /** No drop-out can be told from the data: everybody would count as active for ever. */
  degenerate: boolean
}

export type NotFittedReason = 'no-customers' | 'impossible-history' | 'no-repeat-purchases' | 'not-converged'

export interface NotFitted {
  kind: 'not-fitted'
  reason: NotFittedReason
}

/** A mean drop-out probability below this is none. */
export const LEAST_DROP_OUT = 1e-3

/** Logarithms of parameters stay within this; one at its end has run off to zero or infinity. */
const BOUND = 18

/**
 * Maximum-likelihood fit of the BG/NBD model, searched over the logarithms of its parameters.
 * Sources: Fader, Hardie & Lee 2005, Marketing Science 24(2):275-284; numerically stable form of the likelihood:
 * Fader & Hardie 2013, note 027.
 * @param customers all times in one unit; those without repeat purchases belong to it
 */
export function fitBgNbd(customers: readonly PurchaseHistory[]): BgNbdFit | NotFitted {
  const obstacle = findObstacle(customers)
  if (obstacle) return { kind: 'not-fitted', reason: obstacle }
  const evaluate = negativeLogLikelihood(compressHistories(customers))
  const typicalTime = Math.log(
    customers.reduce((sum, customer) => sum + customer.T, 0) / customers.length / 5,
  )
  let found = minimise(evaluate, [0, typicalTime, 0, 0.7], { bound: BOUND })
  if (!found.isConverged || hasNoDropOut(found.at)) {
    // Far from the minimum the likelihood may be flat in a and b: a second look with the rates already known.
    const [logR = 0, logAlpha = typicalTime] = found.isConverged ? found.at : [-1, typicalTime + 1]
    const again = minimise(evaluate, [logR, logAlpha, 0, 4], { bound: BOUND })
    if (again.isConverged && (!found.isConverged || again.value < found.value)) found = again
  }
  if (!found.isConverged) return { kind: 'not-fitted', reason: 'not-converged' }
  const [r = 0, alpha = 0, a = 0, b = 0] = found.at.map(Math.exp)
  return { kind: 'fitted', r, alpha, a, b, logLikelihood: -found.value, degenerate: hasNoDropOut(found.at) }
}

/** Both running off to infinity together is another matter: then all drop out with one chance, a/(a+b), which is known. */
function hasNoDropOut(logs: Float64Array): boolean {
  const [, , logA = 0, logB = 0] = logs
  const hasRunOff = Math.min(logA, logB) <= -BOUND
  return hasRunOff || 1 / (1 + Math.exp(logB - logA)) < LEAST_DROP_OUT
}

/** What keeps any customer-base model from being fitted to these histories; null where nothing does. */
export function findObstacle(customers: readonly PurchaseHistory[]): NotFittedReason | null {
  if (customers.length === 0) return 'no-customers'
  if (!customers.every(isPossible)) return 'impossible-history'
  return customers.some((customer) => customer.x > 0) ? null : 'no-repeat-purchases'
}

/** The log-likelihood of histories at given parameters. */
export function bgNbdLogLikelihood(
  customers: readonly PurchaseHistory[],
  { r, alpha, a, b }: BgNbdParameters,
): number {
  return -negativeLogLikelihood(compressHistories(customers))(
    Float64Array.of(Math.log(r), Math.log(alpha), Math.log(a), Math.log(b)),
  ).value
}

/**
 * Probability that a customer is still active; 1 by construction for one without repeat purchases, which says
 * nothing about its health.
 */
export function probabilityAlive({ r, alpha, a, b }: BgNbdParameters, { x, tx, T }: PurchaseHistory): number {
  if (x === 0) return 1
  const logOdds = Math.log(a / (b + x - 1)) + (r + x) * Math.log1p((T - tx) / (alpha + tx))
  return 1 / (1 + Math.exp(logOdds))
}

/**
 * Expected purchases in the `horizon` after the observation.
 * The papers' ratio of hypergeometric functions after Euler's transformation, which is short for large x and long
 * horizons. At a = 1 the formula has a removable singularity: the mean of both sides.
 */
export function expectedPurchases(
  parameters: BgNbdParameters,
  history: PurchaseHistory,
  horizon: number,
): number {
  if (horizon <= 0) return 0
  const { r, alpha, a, b } = parameters
  if (Math.abs(a - 1) < NEAR_ONE) {
    const beside = (shifted: number) => expectedPurchases({ ...parameters, a: shifted }, history, horizon)
    return (beside(1 - 2 * NEAR_ONE) + beside(1 + 2 * NEAR_ONE)) / 2
  }
  const { x, T } = history
  const total = a + b + x - 1
  const c = Math.abs(total) < 1e-9 ? 1e-9 : total
  const z = horizon / (alpha + T + horizon)
  const shift = a + b - 1 - r
  // The transformed series is short, but its signs alternate where r is large; the plain one then loses no digits.
  const remaining =
    shift > LEAST_SHIFT
      ? hypergeometric(shift, a - 1, c, z, (a - 1) * Math.log1p(-z))
      : hypergeometric(r + x, b + x, c, z, (r + x) * Math.log1p(-z))
  const expected = (c / (a - 1)) * (1 - remaining) * probabilityAlive(parameters, history)
  return Math.max(expected, 0)
}

/** Expected repeat purchases of a new customer in the time from its first purchase. */
export function expectedPurchasesOfNew(parameters: BgNbdParameters, time: number): number {
  return expectedPurchases(parameters, { x: 0, tx: 0, T: 0 }, time)
}

/**
 * Probability of no purchase in the `horizon` after the observation: gone, or active and silent. Exact under the
 * model, since drop-out follows a purchase only.
 */
export function probabilityOfNone(
  parameters: BgNbdParameters,
  history: PurchaseHistory,
  horizon: number,
): number {
  const alive = probabilityAlive(parameters, history)
  const { r, alpha } = parameters
  const silent = Math.exp(-(r + history.x) * Math.log1p(horizon / (alpha + history.T)))
  return 1 - alive + alive * silent
}

/** Probability that a new customer makes exactly `x` repeat purchases in the time from its first purchase. */
export function probabilityOfCount({ r, alpha, a, b }: BgNbdParameters, time: number, x: number): number {
  const beta = (one: number, other: number) => logGamma(one) + logGamma(other) - logGamma(one + other)
  const idle = alpha / (alpha + time)
  /** Chance of j purchases by a customer that never drops out. */
  const counted = (j: number) =>
    Math.exp(
      logGamma(r + j) -
        logGamma(r) -
        logGamma(j + 1) +
        r * Math.log(idle) +
        (j === 0 ? 0 : j * Math.log1p(-idle)),
    )
  const stayed = Math.exp(beta(a, b + x) - beta(a, b)) * counted(x)
  if (x === 0) return stayed
  let fewer = 0
  for (let j = 0; j < x; j++) fewer += counted(j)
  return stayed + Math.exp(beta(a + 1, b + x - 1) - beta(a, b)) * Math.max(1 - fewer, 0)
}

const NEAR_ONE = 5e-5

const LEAST_SHIFT = -8

/**
 * Negative log-likelihood with its gradient, both over the logarithms of r, alpha, a and b. Purchases are whole
 * numbers: every ratio of gamma functions is a sum over them and kept per count, which leaves logarithms of time.
 */
function negativeLogLikelihood(rows: readonly WeightedHistory[]): (logs: Float64Array) => Evaluation {
  const repeaters = rows.filter((row) => row.x > 0)
  const silent = rows.filter((row) => row.x === 0)
  const counts = Float64Array.from(repeaters, (row) => row.count)
  const xs = Float64Array.from(repeaters, (row) => row.x)
  const lasts = Float64Array.from(repeaters, (row) => row.tx)
  const ends = Float64Array.from(repeaters, (row) => row.T)
  const mostPurchases = repeaters.reduce((most, row) => Math.max(most, row.x), 0)
  const customersOf = new Float64Array(mostPurchases + 1)
  for (const row of rows) customersOf[row.x] = (customersOf[row.x] ?? 0) + row.count

  return (logs) => {
    const [r = 0, alpha = 0, a = 0, b = 0] = logs.map(Math.exp)
    // r·ln alpha − (r + x)·ln(alpha + T), and the like, by what differs: r and alpha may both be huge.
    let value = 0
    let byR = 0
    let byAlpha = 0
    let byA = 0
    let byB = 0

    let risingR = 0
    let risingB = 0
    let slopeR = 0
    let slopeB = 0
    let slopeTotal = 0
    for (let x = 1; x <= mostPurchases; x++) {
      const k = x - 1
      risingR += Math.log(r + k)
      risingB += Math.log((b + k) / (a + b + k))
      slopeR += 1 / (r + k)
      slopeB += 1 / (b + k)
      slopeTotal += 1 / (a + b + k)
      const count = customersOf[x] ?? 0
      value += count * (risingR + risingB)
      byR += count * slopeR
      byA -= count * slopeTotal
      byB += count * (slopeB - slopeTotal)
    }

    for (const { T, count } of silent) {
      const logGrown = Math.log1p(T / alpha)
      value -= count * r * logGrown
      byR -= count * logGrown
      byAlpha += (count * r * T) / (alpha * (alpha + T))
    }

    const logA = Math.log(a)
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i] ?? 0
      const count = counts[i] ?? 0
      const last = lasts[i] ?? 0
      const end = ends[i] ?? 0
      const atEnd = alpha + end
      const atLast = alpha + last
      const logGrown = Math.log1p(end / alpha)
      const logSince = Math.log1p((end - last) / atLast)
      const odds = Math.exp(logA - Math.log(b + x - 1) + (r + x) * logSince)
      if (odds === Number.POSITIVE_INFINITY)
        return { value: Number.POSITIVE_INFINITY, gradient: logs.slice() }
      const gone = odds / (1 + odds)
      value += count * (Math.log1p(odds) - r * logGrown - x * Math.log(atEnd))
      byR -= count * (logGrown - gone * logSince)
      byAlpha +=
        (count * ((1 - gone) * ((r * end) / alpha - x))) / atEnd +
        (count * (gone * ((r * last) / alpha - x))) / atLast
      byA += (count * gone) / a
      byB -= (count * gone) / (b + x - 1)
    }
    return { value: -value, gradient: Float64Array.of(-byR * r, -byAlpha * alpha, -byA * a, -byB * b) }
  }
}

import { findObstacle, type NotFitted } from './bgnbd.ts'
import { logGamma } from './gamma-function.ts'
import { hypergeometric } from './hypergeometric.ts'
import { minimise, withNumericGradient } from './minimise.ts'
import { compressHistories, type PurchaseHistory } from './purchase-history.ts'

/** Purchase rates are gamma (`r`, `alpha`), drop-out rates gamma (`s`, `beta`); drop-out may come at any time. */
export interface ParetoNbdParameters {
  r: number
  /** Like `beta` in the unit of time of the histories. */
  alpha: number
  s: number
  beta: number
}

export interface ParetoNbdFit extends ParetoNbdParameters {
  kind: 'fitted'
  logLikelihood: number
}

/**
 * Maximum-likelihood fit of the Pareto/NBD model, searched over the logarithms of its parameters.
 * Sources: Schmittlein, Morrison & Colombo 1987, Management Science 33(1):1-24; Fader & Hardie 2005, note on the
 * derivation of its likelihood.
 */
export function fitParetoNbd(customers: readonly PurchaseHistory[]): ParetoNbdFit | NotFitted {
  const obstacle = findObstacle(customers)
  if (obstacle) return { kind: 'not-fitted', reason: obstacle }
  const rows = compressHistories(customers)
  const evaluate = withNumericGradient((logs) => {
    const [r = 0, alpha = 0, s = 0, beta = 0] = logs.map(Math.exp)
    const parameters = { r, alpha, s, beta }
    return -rows.reduce((sum, row) => sum + row.count * logLikelihoodOf(parameters, row), 0)
  })
  const typicalTime = Math.log(
    customers.reduce((sum, customer) => sum + customer.T, 0) / customers.length / 3,
  )
  const found = minimise(evaluate, [0, typicalTime, 0, typicalTime])
  if (!found.isConverged) return { kind: 'not-fitted', reason: 'not-converged' }
  const [r = 0, alpha = 0, s = 0, beta = 0] = found.at.map(Math.exp)
  return { kind: 'fitted', r, alpha, s, beta, logLikelihood: -found.value }
}

/** Probability that a customer is still active at the end of its observation. */
export function probabilityActive(parameters: ParetoNbdParameters, history: PurchaseHistory): number {
  const { r, alpha, s, beta } = parameters
  const { x, T } = history
  const odds = logDropOut(parameters, history) + (r + x) * Math.log(alpha + T) + s * Math.log(beta + T)
  return 1 / (1 + (s / (r + s + x)) * Math.exp(odds))
}

/** Expected purchases in the `horizon` after the observation; at s = 1 the mean of both sides of the singularity. */
export function expectedPurchasesPareto(
  parameters: ParetoNbdParameters,
  history: PurchaseHistory,
  horizon: number,
): number {
  const { r, alpha, s, beta } = parameters
  if (Math.abs(s - 1) < NEAR_ONE) {
    const beside = (shifted: number) =>
      expectedPurchasesPareto({ ...parameters, s: shifted }, history, horizon)
    return (beside(1 - 2 * NEAR_ONE) + beside(1 + 2 * NEAR_ONE)) / 2
  }
  const { x, T } = history
  const lasting = 1 - ((beta + T) / (beta + T + horizon)) ** (s - 1)
  const rate = ((r + x) * (beta + T)) / ((alpha + T) * (s - 1))
  return rate * lasting * probabilityActive(parameters, history)
}

const NEAR_ONE = 5e-5

function logLikelihoodOf(parameters: ParetoNbdParameters, history: PurchaseHistory): number {
  const { r, alpha, s, beta } = parameters
  const { x, T } = history
  const common = logGamma(r + x) - logGamma(r) + r * Math.log(alpha) + s * Math.log(beta)
  const active = -(r + x) * Math.log(alpha + T) - s * Math.log(beta + T)
  const gone = Math.log(s / (r + s + x)) + logDropOut(parameters, history)
  const larger = Math.max(active, gone)
  return common + larger + Math.log(Math.exp(active - larger) + Math.exp(gone - larger))
}

/**
 * Logarithm of the part of the likelihood that sums over the times of drop-out since the last purchase: a difference
 * of hypergeometric functions at both ends, each after Euler's transformation.
 */
function logDropOut({ r, alpha, s, beta }: ParetoNbdParameters, { x, tx, T }: PurchaseHistory): number {
  const total = r + s + x
  const isRateSlower = alpha >= beta
  const far = isRateSlower ? alpha : beta
  const [second, power] = isRateSlower ? [r + x, -s] : [s + 1, 1 - r - x]
  const end = (time: number) => {
    const z = Math.abs(alpha - beta) / (far + time)
    return (
      power * Math.log1p(-z) +
      Math.log(hypergeometric(1, second, total + 1, z)) -
      total * Math.log(far + time)
    )
  }
  const atLast = end(tx)
  const atEnd = end(T)
  return atLast > atEnd ? atLast + Math.log1p(-Math.exp(atEnd - atLast)) : Number.NEGATIVE_INFINITY
}

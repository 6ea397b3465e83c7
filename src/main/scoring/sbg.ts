import { minimise, withNumericGradient } from './minimise.ts'

/** Customers under contract leave at each renewal with a probability drawn from a beta distribution. */
export interface SbgParameters {
  alpha: number
  beta: number
}

export type SbgResult =
  | (SbgParameters & { kind: 'fitted'; logLikelihood: number })
  | { kind: 'not-fitted'; reason: 'too-short' | 'not-descending' | 'no-losses' | 'not-converged' }

/**
 * Maximum-likelihood fit of the shifted beta-geometric model of one cohort under contract.
 * Source: Fader & Hardie 2007, Journal of Interactive Marketing 21(1):76-90.
 * @param survivors customers left at the start and after each renewal, first the size of the cohort; never rising
 */
export function fitSbg(survivors: readonly number[]): SbgResult {
  if (survivors.length < 3) return { kind: 'not-fitted', reason: 'too-short' }
  const lost = survivors.slice(1).map((left, at) => (survivors[at] ?? left) - left)
  const isCohort = survivors.every((left) => Number.isFinite(left) && left >= 0) && lost.every((n) => n >= 0)
  if (!isCohort) return { kind: 'not-fitted', reason: 'not-descending' }
  if (lost.every((n) => n === 0)) return { kind: 'not-fitted', reason: 'no-losses' }
  const left = survivors.at(-1) ?? 0
  const found = minimise(
    withNumericGradient((logs) => {
      const [alpha = 0, beta = 0] = logs.map(Math.exp)
      const curve = sbgSurvival({ alpha, beta }, lost.length)
      const losses = lost.reduce(
        (sum, n, at) => (n === 0 ? sum : sum + n * Math.log((curve[at] ?? 0) - (curve[at + 1] ?? 0))),
        0,
      )
      return -losses - (left === 0 ? 0 : left * Math.log(curve.at(-1) ?? 0))
    }),
    [0, 0],
  )
  const hasRunOff = found.at.some((coordinate) => Math.abs(coordinate) >= 15)
  if (!found.isConverged || hasRunOff) return { kind: 'not-fitted', reason: 'not-converged' }
  const [alpha = 0, beta = 0] = found.at.map(Math.exp)
  return { kind: 'fitted', alpha, beta, logLikelihood: -found.value }
}

/** Share of the cohort left at the start and after each of the renewals: 1 first. */
export function sbgSurvival({ alpha, beta }: SbgParameters, renewals: number): number[] {
  const curve = [1]
  for (let renewal = 1; renewal <= renewals; renewal++) {
    curve.push(((curve.at(-1) ?? 0) * (beta + renewal - 1)) / (alpha + beta + renewal - 1))
  }
  return curve
}

import { averageRanks } from './ranks.ts'

export interface SpearmanCorrelation {
  /** −1 to 1, ties by average ranks. */
  rho: number
  /** Two-sided, from the t distribution with n − 2 degrees of freedom. */
  p: number
  n: number
}

/**
 * Spearman's rank correlation; null for fewer than three pairs, a constant list, or lists of unequal
 * length. Source: Spearman 1904, American J. Psychology 15:72-101.
 */
export function spearman(x: readonly number[], y: readonly number[]): SpearmanCorrelation | null {
  const n = x.length
  if (n < 3 || y.length !== n || ![...x, ...y].every(Number.isFinite)) return null
  const [ranksX, ranksY] = [averageRanks(x), averageRanks(y)]
  const mean = (n + 1) / 2
  let [products, squaresX, squaresY] = [0, 0, 0]
  for (const [i, rankX] of ranksX.entries()) {
    const [dx, dy] = [rankX - mean, (ranksY[i] ?? 0) - mean]
    products += dx * dy
    squaresX += dx * dx
    squaresY += dy * dy
  }
  if (squaresX === 0 || squaresY === 0) return null
  const rho = Math.min(Math.max(products / Math.sqrt(squaresX * squaresY), -1), 1)
  const rest = 1 - rho * rho
  return { rho, p: rest > 0 ? twoSidedP(rho * Math.sqrt((n - 2) / rest), n - 2) : 0, n }
}

/**
 * Kendall's tau-b, −1 to 1, corrected for ties; null like Spearman's.
 * Source: Kendall 1945, Biometrika 33:239-251.
 */
export function kendallTauB(x: readonly number[], y: readonly number[]): number | null {
  const n = x.length
  if (n < 3 || y.length !== n || ![...x, ...y].every(Number.isFinite)) return null
  let [difference, untiedX, untiedY] = [0, 0, 0]
  for (let i = 1; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const [orderX, orderY] = [compare(x[i], x[j]), compare(y[i], y[j])]
      difference += orderX * orderY
      untiedX += orderX ** 2
      untiedY += orderY ** 2
    }
  }
  if (untiedX === 0 || untiedY === 0) return null
  return Math.min(Math.max(difference / Math.sqrt(untiedX * untiedY), -1), 1)
}

const compare = (a = 0, b = 0): number => (a > b ? 1 : a < b ? -1 : 0)

/**
 * Two-sided probability of a t value at least this far from 0, for whole degrees of freedom from 1 on.
 * Source: Abramowitz & Stegun 1964, 26.7.3 and 26.7.4.
 */
export function twoSidedP(t: number, degrees: number): number {
  const angle = Math.atan2(Math.abs(t), Math.sqrt(degrees))
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
  const isOdd = degrees % 2 === 1
  let term = isOdd ? cosine : 1
  let sum = degrees > 1 ? term : 0
  for (let k = isOdd ? 2 : 1; k <= degrees - 3; k += 2) {
    term *= (k / (k + 1)) * cosine ** 2
    sum += term
  }
  const within = isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum
  return Math.min(Math.max(1 - within, 0), 1)
}

const MOST_TERMS = 2_000_000

/** Terms are scaled down by this before they overflow. */
const HUGE = 1e200
const LOG_HUGE = Math.log(HUGE)

/**
 * Gauss's hypergeometric function 2F1(a, b; c; z) by its power series, times a factor that may be too small for a
 * number of its own.
 * @param c no zero or negative integer
 * @param z 0 to below 1; the nearer to 1, the more terms
 * @param logFactor logarithm of the factor
 * @returns NaN where the series does not settle
 * Source: Abramowitz & Stegun 15.1.1.
 */
export function hypergeometric(a: number, b: number, c: number, z: number, logFactor = 0): number {
  let term = 1
  let sum = 1
  let logScale = logFactor
  for (let n = 0; n < MOST_TERMS; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z
    sum += term
    if (Math.abs(term) <= 1e-16 * Math.abs(sum)) return Math.exp(logScale) * sum
    if (Math.abs(term) > HUGE) {
      term /= HUGE
      sum /= HUGE
      logScale += LOG_HUGE
    }
  }
  return Number.NaN
}

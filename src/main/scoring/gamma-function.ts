/** From here on the asymptotic series below are exact to the last digit of a double. */
const ASYMPTOTIC_FROM = 10

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2

/**
 * Natural logarithm of the gamma function.
 * @param x above 0; anything else gives NaN
 * Source: Stirling's series, Abramowitz & Stegun 6.1.41, after raising the argument by 6.1.15.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN
  let raised = x
  let factors = 1
  while (raised < ASYMPTOTIC_FROM) {
    factors *= raised
    raised += 1
  }
  const inverse = 1 / raised
  const square = inverse * inverse
  const series =
    inverse *
    (1 / 12 -
      square *
        (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360360))))))
  return (raised - 0.5) * Math.log(raised) - raised + HALF_LOG_TWO_PI + series - Math.log(factors)
}

/**
 * Derivative of `logGamma`.
 * @param x above 0; anything else gives NaN
 * Source: Abramowitz & Stegun 6.3.18 and 6.3.5.
 */
export function digamma(x: number): number {
  if (!(x > 0)) return Number.NaN
  let raised = x
  let shift = 0
  while (raised < ASYMPTOTIC_FROM) {
    shift += 1 / raised
    raised += 1
  }
  const inverse = 1 / raised
  const square = inverse * inverse
  const series =
    square *
    (1 / 12 -
      square *
        (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - square * (691 / 32760))))))
  return Math.log(raised) - inverse / 2 - series - shift
}

import { withoutNegativeZero } from './readable-number.ts'

/**
 * Rounds the parts so that they add up to the rounded total exactly: largest remainders first, equal
 * ones in their order. Each part stays within two units of the last digit.
 * @param total sum of the parts, up to rounding
 * Source: Hamilton's method, Balinski & Young 1982, Fair Representation.
 */
export function apportion(parts: readonly number[], total: number, decimals: number): number[] {
  const scale = 10 ** decimals
  const units = parts.map((part) => Math.floor(part * scale))
  const order = parts
    .map((part, index) => ({ index, remainder: part * scale - Math.floor(part * scale) }))
    .sort((x, y) => y.remainder - x.remainder || x.index - y.index)
  const missing = Math.round(total * scale) - units.reduce((sum, unit) => sum + unit, 0)
  // A negative count takes from the smallest remainders.
  const step = Math.sign(missing)
  for (let given = 0; given < Math.abs(missing) && order.length > 0; given++) {
    const turn = given % order.length
    const index = order[step > 0 ? turn : order.length - 1 - turn]?.index ?? 0
    units[index] = (units[index] ?? 0) + step
  }
  return units.map((unit) => withoutNegativeZero(unit / scale))
}

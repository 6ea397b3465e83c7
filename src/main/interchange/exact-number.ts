import { AMOUNT_SCALE } from '#shared/domain/money.ts'

/** `coefficient` × 10^-`decimals`, without any rounding. */
export interface ExactNumber {
  coefficient: bigint
  decimals: number
}

const SCALE_DECIMALS = Math.round(Math.log10(AMOUNT_SCALE))
const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER)

/** The exact number behind an integer in ten-thousandths. */
export function exactFromTenThousandths(value: number): ExactNumber {
  return { coefficient: BigInt(value), decimals: SCALE_DECIMALS }
}

/** Rounded half away from zero to ten-thousandths, once; null where a safe integer cannot hold it. */
export function toTenThousandths({ coefficient, decimals }: ExactNumber): number | null {
  const value =
    decimals <= SCALE_DECIMALS
      ? coefficient * 10n ** BigInt(SCALE_DECIMALS - decimals)
      : divideHalfAway(coefficient, 10n ** BigInt(decimals - SCALE_DECIMALS))
  return value > MAX_SAFE || value < -MAX_SAFE ? null : Number(value)
}

export function multiplyExact(one: ExactNumber, other: ExactNumber): ExactNumber {
  return { coefficient: one.coefficient * other.coefficient, decimals: one.decimals + other.decimals }
}

function divideHalfAway(value: bigint, divisor: bigint): bigint {
  const magnitude = value < 0n ? -value : value
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n)
  return value < 0n ? -rounded : rounded
}

/** Product of two integers in ten-thousandths, again in ten-thousandths, rounded half away from zero; null where too large. */
export function multiplyTenThousandths(one: number, other: number): number | null {
  const product = one * other
  if (product > Number.MAX_SAFE_INTEGER || product < -Number.MAX_SAFE_INTEGER) {
    return toTenThousandths(multiplyExact(exactFromTenThousandths(one), exactFromTenThousandths(other)))
  }
  const magnitude = Math.abs(product)
  const rest = magnitude % AMOUNT_SCALE
  const whole = (magnitude - rest) / AMOUNT_SCALE
  const rounded = rest * 2 >= AMOUNT_SCALE ? whole + 1 : whole
  return product < 0 && rounded !== 0 ? -rounded : rounded
}

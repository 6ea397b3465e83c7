import { z } from 'zod'

/**
 * Amounts are integers in ten-thousandths of the currency unit, so that unit prices of three decimals
 * and percentage discounts add up exactly. ¥1.00 is 10 000.
 */
export const AMOUNT_SCALE = 10_000

export const amount = z.int()
export type Amount = z.infer<typeof amount>

/** ISO 4217 code. */
export const currencyCode = z.string().regex(/^[A-Z]{3}$/)
export type CurrencyCode = z.infer<typeof currencyCode>

/** Rounds half away from zero, so that a return is the exact mirror of its sale. */
export function roundHalfAway(value: number): number {
  return value < 0 ? -Math.round(-value) : Math.round(value)
}

/** Units (12.5) to an amount (125 000). The tiny nudge undoes binary residue such as 1.00005 × 10 000. */
export function amountFromUnits(units: number): Amount {
  const scaled = units * AMOUNT_SCALE
  return roundHalfAway(scaled * (1 + Number.EPSILON))
}

export function unitsFromAmount(value: Amount): number {
  return value / AMOUNT_SCALE
}

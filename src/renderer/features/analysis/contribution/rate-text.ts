import { type Amount, unitsFromAmount } from '#shared/domain/money.ts'

/** An amount as it is typed: plain digits, empty where it is unknown. */
export const rateText = (rate: Amount | null): string => (rate === null ? '' : String(unitsFromAmount(rate)))

/** A quantity as it is typed; null for nothing, undefined for what is no quantity. */
export function parseQuantity(text: string): number | null | undefined {
  const trimmed = text.trim().replaceAll(',', '')
  if (trimmed === '') return null
  const value = Number(trimmed)
  return Number.isFinite(value) && value >= 0 && value <= 100_000 ? value : undefined
}

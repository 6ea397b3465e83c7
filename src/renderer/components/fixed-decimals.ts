import type { Format } from './format.tsx'

/** A figure with exactly `decimals` places, so that the points of a column stand under each other. */
export function fixedDecimals(
  format: Pick<Format, 'percent'>,
  value: number | null | undefined,
  decimals: number,
): string {
  return format.percent(value, decimals).replace('%', '')
}

/**
 * Change of sales against an equally long base period. Without a positive base there is no percentage:
 * `new` and `lost` say what happened instead.
 */
export type Growth =
  | { kind: 'percent'; percent: number; symmetric: number }
  | { kind: 'new'; symmetric: number }
  | { kind: 'lost'; symmetric: number | null }
  | { kind: 'undefined'; reason: 'no-sales' | 'negative-base' | 'negative-sales' }

/**
 * @param current sales of the period @param base sales of the base period, in the same unit
 * `symmetric` is (current − base) / mean, −2 to 2, meant for tiny bases; null where sales are negative.
 * Source: Törnqvist, Vartia & Vartia 1985, How should relative changes be measured?
 */
export function growthOf(current: number, base: number): Growth {
  if (base < 0) return { kind: 'undefined', reason: 'negative-base' }
  if (base === 0) {
    if (current > 0) return { kind: 'new', symmetric: 2 }
    return { kind: 'undefined', reason: current < 0 ? 'negative-sales' : 'no-sales' }
  }
  if (current <= 0) return { kind: 'lost', symmetric: current < 0 ? null : -2 }
  return {
    kind: 'percent',
    percent: ((current - base) / base) * 100,
    symmetric: (current - base) / ((current + base) / 2),
  }
}

/** The input of the growth criterion: a lost customer is −100 %, a new one has no base and stays unknown. */
export function growthInput(growth: Growth | null): number | null {
  if (growth?.kind === 'percent') return growth.percent
  return growth?.kind === 'lost' ? -100 : null
}

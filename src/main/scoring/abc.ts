import type { AbcClass } from '#shared/domain/value-class.ts'

export interface ValuedItem {
  id: string
  /** Net sales or any other additive value, in any one unit. */
  value: number
}

export interface RankedItem extends ValuedItem {
  /** 1 is the largest value. */
  rank: number
  /** Part of the total, 0 to 1; null for a negative value or without a positive total. */
  share: number | null
  /** Share of this item and all larger ones. */
  cumulativeShare: number | null
}

export interface AbcCuts {
  /** An item is A while the share before it is below `a`, B while it is below `b`. */
  a: number
  b: number
}

export type AbcResult =
  | {
      kind: 'classified'
      /** Every item; negative ones are C. */
      classes: Map<string, AbcClass>
      /** Items whose returns exceed their sales: outside the total, to be listed apart. */
      negative: string[]
      /** Sum of the positive values. */
      total: number
    }
  | {
      kind: 'undefined'
      reason: AbcUndefinedReason
      ranking: RankedItem[]
    }

export type AbcUndefinedReason = 'no-positive-total' | 'too-few'

export const DEFAULT_ABC_CUTS: AbcCuts = { a: 0.8, b: 0.95 }

/** Fewer positive items than this give a ranking and no classes. */
export const ABC_MINIMUM_ITEMS = 5

/** Smallest values that are still A and B. */
export interface AbcCutoffs {
  a: number
  b: number
  total: number
}

/**
 * ABC classes by the share before the item, so that one customer with 85 % is A. Equal values that
 * straddle a cut all take the better class.
 * Source: Pareto 1896; Dickie 1951, ABC inventory analysis.
 */
export function classifyAbc(items: readonly ValuedItem[], cuts: AbcCuts = DEFAULT_ABC_CUTS): AbcResult {
  const cutoffs = abcCutoffs(Float64Array.from(items, (item) => item.value).sort(), cuts)
  if (typeof cutoffs === 'string') return { kind: 'undefined', reason: cutoffs, ranking: rankByValue(items) }
  const classes = new Map(items.map((item) => [item.id, abcClassOf(item.value, cutoffs)]))
  const negative = items.filter((item) => item.value < 0).map((item) => item.id)
  return { kind: 'classified', classes, negative, total: cutoffs.total }
}

/**
 * The values at which A and B end: with them a class depends on the value alone, which settles ties.
 * @param ascending values in ascending order; negative and zero ones are outside the total
 */
export function abcCutoffs(
  ascending: Float64Array,
  cuts: AbcCuts = DEFAULT_ABC_CUTS,
): AbcCutoffs | AbcUndefinedReason {
  let total = 0
  let count = 0
  for (const value of ascending) {
    if (value <= 0) continue
    total += value
    count += 1
  }
  if (total <= 0) return 'no-positive-total'
  if (count < ABC_MINIMUM_ITEMS) return 'too-few'

  const cutoffs: AbcCutoffs = { a: Number.POSITIVE_INFINITY, b: Number.POSITIVE_INFINITY, total }
  let before = 0
  for (let i = ascending.length - 1; i >= ascending.length - count; i--) {
    const value = ascending[i] ?? 0
    const hasReached = (cut: number) => before >= (cut - BINARY_RESIDUE) * total
    if (hasReached(cuts.b)) break
    if (!hasReached(cuts.a)) cutoffs.a = value
    cutoffs.b = value
    before += value
  }
  return cutoffs
}

/** C for zero and negative values: cutoffs are positive. */
export function abcClassOf(value: number, cutoffs: AbcCutoffs): AbcClass {
  if (value >= cutoffs.a) return 'A'
  return value >= cutoffs.b ? 'B' : 'C'
}

/** All items, the largest first; equal values in the order of their ids. */
export function rankByValue(items: readonly ValuedItem[]): RankedItem[] {
  const total = items.reduce((sum, item) => sum + Math.max(item.value, 0), 0)
  let cumulative = 0
  return items
    .toSorted((x, y) => y.value - x.value || (x.id < y.id ? -1 : 1))
    .map(({ id, value }, index) => {
      cumulative += Math.max(value, 0)
      const isInTotal = total > 0 && value >= 0
      return {
        id,
        value,
        rank: index + 1,
        share: isInTotal ? value / total : null,
        cumulativeShare: isInTotal ? Math.min(cumulative / total, 1) : null,
      }
    })
}

/** A running sum may miss a cut it should meet by this much of the total. */
const BINARY_RESIDUE = 1e-12

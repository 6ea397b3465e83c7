import { sortedAscending } from './quantile.ts'

export interface Gini {
  /** 0 (all equal) to 1 − 1/n. */
  population: number
  /** Times n/(n−1); null for a single value. */
  unbiased: number | null
  /** Negative values counted as zero, to be said beside the figure. */
  clippedCount: number
}

/**
 * Gini coefficient; null without a positive total.
 * Source: Gini 1912; G = 2·Σ i·x(i) / (n·Σ x) − (n + 1)/n over ascending values.
 */
export function gini(values: Iterable<number>): Gini | null {
  const ascending = sortedAscending(values)
  const n = ascending.length
  let total = 0
  let weighted = 0
  let clippedCount = 0
  ascending.forEach((value, i) => {
    if (value < 0) {
      clippedCount += 1
      return
    }
    total += value
    weighted += (i + 1) * value
  })
  if (total <= 0) return null
  const population = Math.max(0, (2 * weighted) / (n * total) - (n + 1) / n)
  return { population, unbiased: n > 1 ? (population * n) / (n - 1) : null, clippedCount }
}

export interface Herfindahl {
  /** 0 to 10 000: Σ (share in percent)². */
  index: number
  /** The same on 0 to 1. */
  fraction: number
  /** Equal-sized customers that would give the same concentration. */
  effectiveNumber: number
  /** Part of the largest customer, 0 to 1. */
  largestShare: number
  /** Negative values left out of the shares. */
  excludedCount: number
}

/**
 * Herfindahl-Hirschman index of the positive values; null without any.
 * Source: Hirschman 1945; Herfindahl 1950.
 */
export function herfindahl(values: Iterable<number>): Herfindahl | null {
  let total = 0
  let squares = 0
  let largest = 0
  let excludedCount = 0
  for (const value of values) {
    if (value < 0) {
      excludedCount += 1
      continue
    }
    total += value
    squares += value * value
    largest = Math.max(largest, value)
  }
  if (total <= 0) return null
  const fraction = squares / (total * total)
  return {
    index: (squares * 10_000) / (total * total),
    fraction,
    effectiveNumber: 1 / fraction,
    largestShare: largest / total,
    excludedCount,
  }
}

/** A point of a cumulative curve: the first `rank` customers are `customerShare` of all and hold `valueShare`. */
export interface CurvePoint {
  rank: number
  customerShare: number
  valueShare: number
}

/**
 * Lorenz curve from (0, 0) to (1, 1): smallest customers first, negative values clipped to zero.
 * Empty without a positive total. Source: Lorenz 1905.
 */
export function lorenzCurve(values: Iterable<number>, maxPoints = 200): CurvePoint[] {
  const ascending = sortedAscending(values).map((value) => Math.max(value, 0))
  return cumulativeCurve(ascending, maxPoints, [])
}

/**
 * Cumulative share of sales by rank, largest customer first, over customers with positive sales.
 * At most `maxPoints` points (never fewer than the exact ones): the ends, the ranks of the top 1, 5 and
 * 20 % and those that reach 50, 80 and 95 % of sales.
 */
export function paretoCurve(values: Iterable<number>, maxPoints = 200): CurvePoint[] {
  const descending = positiveDescending(values)
  const n = descending.length
  const keyRanks = [Math.ceil(n / 100), Math.ceil(n / 20), Math.ceil(n / 5)]
  const reaching = [0.5, 0.8, 0.95].map((share) => rankReaching(descending, share))
  return cumulativeCurve(descending, maxPoints, [...keyRanks, ...reaching])
}

/**
 * Share of sales that the best `fraction` of customers with positive sales hold, their number rounded
 * up as in the pyramid; null without any.
 */
export function shareOfTop(values: Iterable<number>, fraction: number): number | null {
  const descending = positiveDescending(values)
  const total = sum(descending)
  if (total <= 0) return null
  const count = Math.ceil(descending.length * fraction - 1e-9)
  return Math.min(sum(descending.subarray(0, count)) / total, 1)
}

/** How many of the largest customers together reach the share (0 to 1) of sales; 0 without any sales. */
export function rankReachingShare(values: Iterable<number>, share: number): number {
  return rankReaching(positiveDescending(values), share)
}

function positiveDescending(values: Iterable<number>): Float64Array {
  return sortedAscending(values)
    .filter((value) => value > 0)
    .reverse()
}

function rankReaching(descending: Float64Array, share: number): number {
  const goal = sum(descending) * (share - 1e-12)
  let cumulative = 0
  for (let i = 0; i < descending.length; i++) {
    cumulative += descending[i] ?? 0
    if (cumulative >= goal) return i + 1
  }
  return descending.length
}

function cumulativeCurve(ordered: Float64Array, maxPoints: number, keyRanks: number[]): CurvePoint[] {
  const n = ordered.length
  const total = sum(ordered)
  if (total <= 0) return []
  const ranks = new Set([0, n, ...keyRanks])
  const evenly = Math.min(maxPoints - ranks.size, n)
  for (let i = 1; i <= evenly; i++) ranks.add(Math.round((i * n) / (evenly + 1)))

  const points: CurvePoint[] = []
  let cumulative = 0
  for (let rank = 0; rank <= n; rank++) {
    if (rank > 0) cumulative += ordered[rank - 1] ?? 0
    if (!ranks.has(rank)) continue
    points.push({ rank, customerShare: rank / n, valueShare: rank === n ? 1 : cumulative / total })
  }
  return points
}

function sum(values: Float64Array): number {
  let total = 0
  for (const value of values) total += value
  return total
}

import type { Rfm, RfmMethod, RfmSegment } from '#shared/domain/rfm.ts'
import type { RfmBands } from '#shared/domain/scoring-model.ts'
import { countBelow, countUpTo, quantile, sortedAscending } from './quantile.ts'
import { isStrictlyAscending, roundSignificant, spreadApart } from './readable-number.ts'

export interface RfmCustomer {
  id: string
  /** Days from the last purchase to the as-of date. */
  recencyDays: number
  /** Distinct orders in the window; fully cancelled ones do not count. */
  orderCount: number
  /** Sales less returns in the window, in currency units. */
  netSales: number
}

export interface RfmResult {
  scores: Map<string, Rfm>
  /** `bands` where quintiles were asked for and there are too few customers for them. */
  method: RfmMethod
}

/** Quintiles of fewer customers would part nearly equal ones. */
export const QUINTILE_MINIMUM_CUSTOMERS = 50

export const DEFAULT_RECENCY_BANDS: readonly number[] = [30, 60, 90, 180]

/**
 * Recency, frequency and monetary scores 1 to 5; equal customers always get equal scores.
 * Bands: days up to and including the first limit earn 5, beyond the last 1; orders and sales from the
 * first limit on earn 2, from the last on 5.
 * Quintiles: ceil(5·rank/n) with the average rank for ties, recency ranked inversely.
 * Source: Hughes 1994, Strategic Database Marketing; Miglautsch 2000, J. Database Marketing 8:67-72.
 */
export function scoreRfm(
  customers: readonly RfmCustomer[],
  options: { method: RfmMethod; bands: RfmBands },
): RfmResult {
  const isByRank = options.method === 'quintiles' && customers.length >= QUINTILE_MINIMUM_CUSTOMERS
  const score = isByRank
    ? quintileScorer(customers)
    : (customer: RfmCustomer) => bandScores(customer, options.bands)
  return {
    scores: new Map(customers.map((customer) => [customer.id, score(customer)])),
    method: isByRank ? 'quintiles' : 'bands',
  }
}

/**
 * Bands to be shown and then kept: recency 30/60/90/180 days; orders and sales at the 20th, 40th, 60th
 * and 80th percentile of customers that bought, rounded and strictly ascending. One order scores 1.
 */
export function proposeRfmBands(customers: readonly RfmCustomer[]): RfmBands {
  const buyers = customers.filter((customer) => customer.orderCount > 0)
  return {
    recencyDays: [...DEFAULT_RECENCY_BANDS],
    orderCount: proposeOrderCounts(buyers.map((customer) => customer.orderCount)),
    netSales: proposeNetSales(buyers.map((customer) => customer.netSales).filter((sales) => sales > 0)),
  }
}

/**
 * Segment of a customer: what to do with it, by how fresh it is (recency) against how much it is
 * worth (mean of frequency and monetary). New customers are judged later.
 */
export function segmentOf(scores: Rfm, isNew: boolean): RfmSegment {
  if (isNew) return 'new'
  const { recency, frequency, monetary } = scores
  const worth = (frequency + monetary) / 2
  if (recency >= 4 && frequency >= 4 && monetary >= 4) return 'champions'
  if (recency >= 3 && worth >= 3.5) return 'loyal'
  if (recency >= 4) return 'promising'
  if (recency === 3) return 'needs-attention'
  if (worth >= 3) return 'at-risk'
  return recency === 2 ? 'needs-attention' : 'lost'
}

function bandScores(customer: RfmCustomer, bands: RfmBands): Rfm {
  return {
    recency: 5 - countLimits(bands.recencyDays, (limit) => customer.recencyDays > limit),
    frequency: 1 + countLimits(bands.orderCount, (limit) => customer.orderCount >= limit),
    monetary: 1 + countLimits(bands.netSales, (limit) => customer.netSales >= limit),
  }
}

function countLimits(limits: readonly number[], isPassed: (limit: number) => boolean): number {
  let count = 0
  for (const limit of limits) if (isPassed(limit)) count += 1
  return count
}

function quintileScorer(customers: readonly RfmCustomer[]): (customer: RfmCustomer) => Rfm {
  const recency = quintileOf(customers.map((customer) => -customer.recencyDays))
  const frequency = quintileOf(customers.map((customer) => customer.orderCount))
  const monetary = quintileOf(customers.map((customer) => customer.netSales))
  return (customer) => ({
    recency: recency(-customer.recencyDays),
    frequency: frequency(customer.orderCount),
    monetary: monetary(customer.netSales),
  })
}

function quintileOf(values: readonly number[]): (value: number) => number {
  const ascending = sortedAscending(values)
  const n = ascending.length
  return (value) => {
    const averageRank = (countBelow(ascending, value) + 1 + countUpTo(ascending, value)) / 2
    return Math.min(Math.max(Math.ceil((5 * averageRank) / n), 1), 5)
  }
}

const QUINTILE_PROBABILITIES = [0.2, 0.4, 0.6, 0.8]

function proposeOrderCounts(values: readonly number[]): number[] {
  const ascending = sortedAscending(values)
  const limits = QUINTILE_PROBABILITIES.map((probability, i) =>
    ascending.length === 0 ? 2 ** (i + 1) : Math.max(Math.round(quantile(ascending, probability)), 2),
  )
  return spreadApart(limits, 1, 'first')
}

function proposeNetSales(values: readonly number[]): number[] {
  const ascending = sortedAscending(values)
  if (ascending.length === 0) return [1_000, 3_000, 10_000, 30_000]
  const limits = QUINTILE_PROBABILITIES.map((probability) =>
    roundSignificant(quantile(ascending, probability), 2),
  )
  if (isStrictlyAscending(limits)) return limits
  const first = limits[0] ?? 1
  return spreadApart(limits, roundSignificant(first / 2, 1), 'first')
}

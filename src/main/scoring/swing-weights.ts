import { proportions } from './decision-table.ts'

/**
 * Weights from points for the swing of each criterion from its worst to its best level, the most wanted
 * swing as a rule at 100; also a split of 100 points that does not sum up. Null without a positive point,
 * or with a negative one. Source: Edwards & Barron 1994, Organizational Behavior 60:306-325 (SMARTS).
 */
export function swingWeights(points: readonly number[]): number[] | null {
  return points.every((point) => point >= 0 && Number.isFinite(point)) ? proportions(points) : null
}

/**
 * Rank-order centroid weights, where a judge can only say the order of the criteria: the k-th of n gets
 * the mean of 1/k … 1/n. Source: Edwards & Barron 1994 (SMARTER).
 * @param order positions 1 to n, each once
 */
export function rankOrderWeights(order: readonly number[]): number[] | null {
  const n = order.length
  const isOrder = new Set(order).size === n && order.every((k) => Number.isInteger(k) && k >= 1 && k <= n)
  if (!isOrder || n === 0) return null
  const tails = new Array<number>(n + 2).fill(0)
  for (let k = n; k >= 1; k--) tails[k] = (tails[k + 1] ?? 0) + 1 / k
  return order.map((k) => (tails[k] ?? 0) / n)
}

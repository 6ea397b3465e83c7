/** Points between two neighbouring anchors: six anchors earn 0, 20, 40, 60, 80 and 100. */
const POINTS_PER_BAND = 20

/**
 * Utility 0 to 100 of an input: linear between the anchors, clamped outside, never descending.
 * Equal neighbouring anchors make a step that already earns the upper points.
 * Source: Edwards & Barron 1994 (value functions for additive multi-attribute scoring).
 */
export function utilityOf(input: number, anchors: readonly number[]): number {
  let band = -1
  for (const anchor of anchors) {
    if (input < anchor) break
    band += 1
  }
  if (band < 0) return 0
  const low = anchors[band] ?? 0
  const high = anchors[band + 1]
  if (high === undefined) return POINTS_PER_BAND * (anchors.length - 1)
  return POINTS_PER_BAND * (band + (input - low) / (high - low))
}

/**
 * The smallest input that earns the points; null above what the last anchor earns.
 * Points of 0 and below give the first anchor.
 */
export function inputForUtility(points: number, anchors: readonly number[]): number | null {
  const position = Math.max(points, 0) / POINTS_PER_BAND
  if (position > anchors.length - 1) return null
  const band = Math.floor(position)
  const low = anchors[band] ?? null
  const high = anchors[band + 1]
  if (low === null || high === undefined) return low
  return low + (high - low) * (position - band)
}

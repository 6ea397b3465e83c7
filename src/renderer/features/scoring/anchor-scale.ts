/** A part of the way from the first to the last anchor, 0 to 1; values outside lie at the ends. */
export function anchorPosition(value: number, anchors: readonly number[]): number {
  const first = anchors[0] ?? 0
  const last = anchors.at(-1) ?? first
  if (last <= first) return 0
  return Math.min(1, Math.max(0, (value - first) / (last - first)))
}

/** Heights of the bins, 0 to 1, by the fullest one. */
export function binHeights(histogram: readonly number[]): number[] {
  const most = Math.max(0, ...histogram)
  return histogram.map((count) => (most > 0 ? count / most : 0))
}

/** Points that the anchors earn. */
export const ANCHOR_POINTS = [0, 20, 40, 60, 80, 100] as const

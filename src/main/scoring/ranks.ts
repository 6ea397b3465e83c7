/**
 * Ranks from 1 for the smallest value; equal values share the mean of the ranks they occupy, so the sum
 * is always n(n + 1)/2. Source: Kendall 1945, Biometrika 33:239-251 (mid-ranks).
 */
export function averageRanks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((x, y) => (values[x] ?? 0) - (values[y] ?? 0))
  const ranks = new Array<number>(values.length).fill(0)
  for (let first = 0; first < order.length; ) {
    const end = endOfTie(values, order, first)
    for (let at = first; at < end; at++) ranks[order[at] ?? 0] = (first + 1 + end) / 2
    first = end
  }
  return ranks
}

/** How many values each group of equal values has, groups of one left out. */
export function tieSizes(values: readonly number[]): number[] {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts.values()].filter((count) => count > 1)
}

function endOfTie(values: readonly number[], order: readonly number[], first: number): number {
  let end = first + 1
  while (end < order.length && values[order[end] ?? 0] === values[order[first] ?? 0]) end += 1
  return end
}

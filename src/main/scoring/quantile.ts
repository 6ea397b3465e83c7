/** Ascending copy; typed arrays sort by number without a comparator. */
export function sortedAscending(values: Iterable<number>): Float64Array {
  return Float64Array.from(values).sort()
}

/**
 * Quantile of ascending values by linear interpolation between order statistics.
 * @param probability 0 to 1
 * @returns NaN when there are no values
 * Source: Hyndman & Fan 1996, American Statistician 50(4):361-365, type 7.
 */
export function quantile(ascending: Float64Array, probability: number): number {
  const position = (ascending.length - 1) * probability
  const below = Math.floor(position)
  const low = ascending[below] ?? Number.NaN
  const high = ascending[Math.ceil(position)] ?? Number.NaN
  return low + (high - low) * (position - below)
}

/** The middle value, or the mean of the two middle values; null when there are none. */
export function median(values: Iterable<number>): number | null {
  const ascending = sortedAscending(values)
  return ascending.length === 0 ? null : quantile(ascending, 0.5)
}

/** How many ascending values are smaller than the given one. */
export function countBelow(ascending: Float64Array, value: number): number {
  return insertionIndex(ascending, (candidate) => candidate < value)
}

/** How many ascending values are smaller than or equal to the given one. */
export function countUpTo(ascending: Float64Array, value: number): number {
  return insertionIndex(ascending, (candidate) => candidate <= value)
}

function insertionIndex(ascending: Float64Array, isBefore: (candidate: number) => boolean): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(ascending[middle] ?? Number.NaN)) low = middle + 1
    else high = middle
  }
  return low
}

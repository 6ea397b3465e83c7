/**
 * Questions that show every factor equally often: up to three factors all of them and every pair, four
 * factors every three, more factors three at a time in a circle.
 */
export function bestWorstTasks(ids: readonly string[]): string[][] {
  const n = ids.length
  const take = (...places: number[]) => places.flatMap((place) => ids[place % n] ?? [])
  if (n < 2) return []
  if (n === 2) return [[...ids]]
  if (n === 3) return [[...ids], take(0, 1), take(1, 2), take(2, 0)]
  if (n === 4) return [take(0, 1, 2), take(1, 2, 3), take(2, 3, 0), take(3, 0, 1)]
  return ids.map((_, place) => take(place, place + 1, place + 3))
}

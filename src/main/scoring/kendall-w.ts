import { averageRanks, tieSizes } from './ranks.ts'

export interface Concordance {
  /** 0 (no agreement) to 1 (all judges alike), corrected for ties. */
  w: number
  /** The same without the correction; equal to `w` where nobody ties. */
  uncorrected: number
  /** m(n − 1)·W, to be held against chi-square with n − 1 degrees of freedom. */
  chiSquare: number
  judges: number
  items: number
}

/**
 * Agreement of judges: W = 12·S/(m²(n³ − n) − m·Σ(t³ − t)), S the squared deviations of the rank sums and
 * t the sizes of ties. Null for fewer than two judges or items, rankings of unequal length, or when
 * every judge ties everything.
 * Source: Kendall & Babington Smith 1939, Annals of Mathematical Statistics 10:275-287; Kendall 1948.
 * @param rankings one row per judge; ranks or any scores, since only their order counts
 */
export function kendallW(rankings: readonly (readonly number[])[]): Concordance | null {
  const judges = rankings.length
  const items = rankings[0]?.length ?? 0
  if (judges < 2 || items < 2 || rankings.some((row) => row.length !== items)) return null
  if (!rankings.every((row) => row.every(Number.isFinite))) return null
  const sums = new Array<number>(items).fill(0)
  for (const row of rankings) {
    averageRanks(row).forEach((rank, i) => {
      sums[i] = (sums[i] ?? 0) + rank
    })
  }
  const mean = (judges * (items + 1)) / 2
  const deviations = sums.reduce((total, sum) => total + (sum - mean) ** 2, 0)
  const ties = rankings.reduce(
    (total, row) => total + tieSizes(row).reduce((sum, size) => sum + size ** 3 - size, 0),
    0,
  )
  const most = judges ** 2 * (items ** 3 - items)
  const possible = most - judges * ties
  if (possible <= 0) return null
  const w = Math.min((12 * deviations) / possible, 1)
  return { w, uncorrected: (12 * deviations) / most, chiSquare: judges * (items - 1) * w, judges, items }
}

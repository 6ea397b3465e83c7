import type { RfmGrid } from '#shared/contract/rfm.ts'

/** One cell of the grid, scores 1 to 5. */
export interface RfmCell {
  recency: number
  frequency: number
}

const KEY = /^r([1-5])f([1-5])$/

/** As it stands in the address: r5f3. */
export const cellKey = ({ recency, frequency }: RfmCell): string => `r${recency}f${frequency}`

export function readCellKey(key: string | undefined): RfmCell | undefined {
  const match = KEY.exec(key ?? '')
  return match ? { recency: Number(match[1]), frequency: Number(match[2]) } : undefined
}

/** Both ends of a band, whole numbers; null where it is open. */
export interface Band {
  from: number | null
  to: number | null
}

type Bands = NonNullable<RfmGrid['bands']>

/** Days of a recency score: 5 up to and including the first limit, 1 beyond the last. */
export function recencyBand({ recencyDays }: Pick<Bands, 'recencyDays'>, score: number): Band {
  const at = 5 - score
  const before = recencyDays[at - 1]
  return { from: before === undefined ? null : before + 1, to: recencyDays[at] ?? null }
}

/** Orders of a frequency score: 2 from the first limit on, 5 from the last. */
export function frequencyBand({ orderCount }: Pick<Bands, 'orderCount'>, score: number): Band {
  const next = orderCount[score - 1]
  return { from: orderCount[score - 2] ?? null, to: next === undefined ? null : next - 1 }
}

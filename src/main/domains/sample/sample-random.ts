import { seededRandom } from '../../scoring/seeded-random.ts'

export interface SampleRandom {
  /** Uniform in [0, 1). */
  next(): number
  /** Uniform in [low, high). */
  between(low: number, high: number): number
  /** Whole number from low to high, both included. */
  integer(low: number, high: number): number
  pick<Item>(items: readonly Item[]): Item
  /** Standard normal. */
  normal(): number
}

/** The draws of the sample's generator; the same for the same seed on every machine. */
export function sampleRandom(seed: number): SampleRandom {
  const next = seededRandom(seed)
  const between = (low: number, high: number) => low + next() * (high - low)
  return {
    next,
    between,
    integer: (low, high) => Math.floor(between(low, high + 1)),
    pick(items) {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new RangeError('Nothing to pick from.')
      return item
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}

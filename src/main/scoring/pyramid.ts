import { PYRAMID_LEVELS, type PyramidLevel } from '#shared/domain/value-class.ts'
import type { ValuedItem } from './abc.ts'

export interface PyramidLevelSummary {
  level: PyramidLevel
  /** Customers by cumulative rounding; `count` is larger where equal values share the level. */
  plannedCount: number
  count: number
  value: number
  /** Part of the total of all levels, 0 to 1; 0 in an empty pyramid. */
  share: number
}

export interface Pyramid {
  levels: PyramidLevelSummary[]
  /** Only items with a positive value. */
  levelById: Map<string, PyramidLevel>
  /** Customers in the pyramid; below 100 the top 1 % is one customer, which the reader must be told. */
  customerCount: number
}

/** Smallest value of each of the three upper levels. */
export interface PyramidCutoffs {
  customerCount: number
  plannedCounts: Record<PyramidLevel, number>
  smallest: readonly [number, number, number]
}

/**
 * Customer pyramid 1 / 4 / 15 / 80 % by rank of value. Items without a positive value are outside it;
 * equal values take the better level.
 * Source: Curry & Curry 2000, The Customer Marketing Method.
 */
export function assignPyramid(items: readonly ValuedItem[]): Pyramid {
  const cutoffs = pyramidCutoffs(Float64Array.from(items, (item) => item.value).sort())
  const levelById = new Map<string, PyramidLevel>()
  const levelOf = (item: ValuedItem) => {
    const level = pyramidLevelOf(item.value, cutoffs)
    if (level) levelById.set(item.id, level)
    return level
  }
  const levels = summarizePyramid(
    cutoffs,
    items.map((item) => ({ level: levelOf(item), value: item.value })),
  )
  return { levels, levelById, customerCount: cutoffs.customerCount }
}

/** @param ascending values in ascending order; zero and negative ones are left out */
export function pyramidCutoffs(ascending: Float64Array): PyramidCutoffs {
  let customerCount = ascending.length
  for (const value of ascending) {
    if (value > 0) break
    customerCount -= 1
  }
  // Whole-number divisors: 0.01 × n can land just above a whole number and add a customer.
  const [first, second, third] = [100, 20, 5].map((divisor) => Math.ceil(customerCount / divisor))
  const upTo = [first ?? 0, second ?? 0, third ?? 0] as const
  const smallestOf = (count: number) => ascending[ascending.length - count] ?? Number.POSITIVE_INFINITY
  return {
    customerCount,
    plannedCounts: {
      'top-1': upTo[0],
      'next-4': upTo[1] - upTo[0],
      'next-15': upTo[2] - upTo[1],
      'other-80': customerCount - upTo[2],
    },
    smallest: [smallestOf(upTo[0]), smallestOf(upTo[1]), smallestOf(upTo[2])],
  }
}

export function pyramidLevelOf(value: number, cutoffs: PyramidCutoffs): PyramidLevel | null {
  if (!(value > 0)) return null
  const [top, next, third] = cutoffs.smallest
  if (value >= top) return 'top-1'
  if (value >= next) return 'next-4'
  return value >= third ? 'next-15' : 'other-80'
}

export function summarizePyramid(
  cutoffs: PyramidCutoffs,
  placed: Iterable<{ level: PyramidLevel | null; value: number }>,
): PyramidLevelSummary[] {
  const sums = new Map(PYRAMID_LEVELS.map((level) => [level, { count: 0, value: 0 }]))
  let total = 0
  for (const { level, value } of placed) {
    const sum = level && sums.get(level)
    if (!sum) continue
    sum.count += 1
    sum.value += value
    total += value
  }
  return PYRAMID_LEVELS.map((level) => {
    const { count, value } = sums.get(level) ?? { count: 0, value: 0 }
    return {
      level,
      plannedCount: cutoffs.plannedCounts[level],
      count,
      value,
      share: total > 0 ? value / total : 0,
    }
  })
}

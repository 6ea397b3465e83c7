/** The five standards of an indicator, best first, as the state-owned assets authority names them. */
export const STANDARD_LEVELS = ['excellent', 'good', 'average', 'low', 'poor'] as const

/** Part of the weight that reaching each of the five standards earns. */
export const STANDARD_COEFFICIENTS: readonly number[] = [1, 0.8, 0.6, 0.4, 0.2]

/** Best standard first: falling where more is better, rising where less is. */
export interface OneSidedScale {
  kind: 'one-sided'
  standards: readonly number[]
  /** Where the points end; without it everything worse than the last standard earns nothing. */
  floor?: number | null
}

/** Best between the first standards of both sides, such as the current ratio. */
export interface BandScale {
  kind: 'band'
  /** Falling from the lower end of the best range. */
  below: readonly number[]
  floorBelow?: number | null
  /** Rising from the upper end of the best range. */
  above: readonly number[]
  floorAbove?: number | null
}

export type IndicatorScale = OneSidedScale | BandScale

export type IndicatorScore =
  | {
      kind: 'scored'
      /** 0 to the weight; base plus adjustment. */
      points: number
      base: number
      adjustment: number
      /** Position among the standards, 0 the best; null beyond the last one. */
      standard: number | null
    }
  | { kind: 'undefined'; reason: IndicatorUndefinedReason }

export type IndicatorUndefinedReason = 'no-value' | 'standards-disordered' | 'standards-incomplete'

/**
 * Efficacy-coefficient points of one indicator: piecewise linear through its standards, the base of the
 * standard reached plus a part of the step to the next better one; capped at the weight. Beyond the last
 * standard the points fall to 0 at the floor. An unknown value is not scored.
 * @param coefficients part of the weight per standard, best first; the five of the official rules by default
 * Source: 企业绩效评价操作细则（修订）, 财政部 2002; 中央企业综合绩效评价实施细则, 国资委 2006.
 */
export function scoreIndicator(
  value: number | null,
  scale: IndicatorScale,
  weight: number,
  coefficients: readonly number[] = STANDARD_COEFFICIENTS,
): IndicatorScore {
  if (value === null || !Number.isFinite(value)) return { kind: 'undefined', reason: 'no-value' }
  const fault = scaleFault(scale, coefficients)
  if (fault) return { kind: 'undefined', reason: fault }
  if (scale.kind === 'one-sided') {
    const direction = isFalling(scale.standards) ? 1 : -1
    return pointsThrough(value, side(scale.standards, scale.floor, direction), weight, coefficients)
  }
  const below = side(scale.below, scale.floorBelow, 1)
  const above = side(scale.above, scale.floorAbove, -1)
  const isBelow = value < (scale.below[0] ?? value)
  return pointsThrough(value, isBelow ? below : above, weight, coefficients)
}

/** Why standards cannot be scored against; null where they can. Equal neighbours are a plain step. */
export function scaleFault(
  scale: IndicatorScale,
  coefficients: readonly number[] = STANDARD_COEFFICIENTS,
): IndicatorUndefinedReason | null {
  const sides = scale.kind === 'one-sided' ? [scale.standards] : [scale.below, scale.above]
  const isWhole = sides.every(
    (standards) =>
      standards.length >= 2 && standards.length === coefficients.length && standards.every(Number.isFinite),
  )
  if (!isWhole) return 'standards-incomplete'
  if (scale.kind === 'one-sided') {
    const isOrdered = isFalling(scale.standards) || isRising(scale.standards)
    return isOrdered && isFloorBeyond(scale.standards, scale.floor) ? null : 'standards-disordered'
  }
  const isOrdered =
    isFalling(scale.below) &&
    isRising(scale.above) &&
    (scale.below[0] ?? 0) <= (scale.above[0] ?? 0) &&
    isFloorBeyond(scale.below, scale.floorBelow) &&
    isFloorBeyond(scale.above, scale.floorAbove)
  return isOrdered ? null : 'standards-disordered'
}

interface Side {
  /** Turned so that more is better. */
  standards: readonly number[]
  floor: number | null
  direction: 1 | -1
}

const side = (standards: readonly number[], floor: number | null | undefined, direction: 1 | -1): Side => ({
  standards: standards.map((standard) => standard * direction),
  floor: floor === null || floor === undefined ? null : floor * direction,
  direction,
})

function pointsThrough(
  value: number,
  { standards, floor, direction }: Side,
  weight: number,
  coefficients: readonly number[],
): IndicatorScore {
  const reached = value * direction
  const at = standards.findIndex((standard) => reached >= standard)
  const baseOf = (index: number) => weight * (coefficients[index] ?? 0)
  if (at === 0) return scored(baseOf(0), 0, 0)
  if (at > 0) {
    const step = baseOf(at - 1) - baseOf(at)
    const part = partBetween(reached, standards[at] ?? 0, standards[at - 1] ?? 0)
    return scored(baseOf(at), part * step, at)
  }
  const last = standards.at(-1) ?? 0
  if (floor === null || reached <= floor) return scored(0, 0, null)
  return scored(0, partBetween(reached, floor, last) * baseOf(standards.length - 1), null)
}

const scored = (base: number, adjustment: number, standard: number | null): IndicatorScore => ({
  kind: 'scored',
  points: base + adjustment,
  base,
  adjustment,
  standard,
})

/** 0 at `low`, 1 at `high`; quartered where the distance itself is beyond the range of numbers. */
function partBetween(value: number, low: number, high: number): number {
  const distance = high - low
  if (Number.isFinite(distance)) return distance > 0 ? (value - low) / distance : 1
  return (value / 4 - low / 4) / (high / 4 - low / 4)
}

function isFalling(standards: readonly number[]): boolean {
  return isMonotone(standards, (better, worse) => better >= worse)
}

function isRising(standards: readonly number[]): boolean {
  return isMonotone(standards, (better, worse) => better <= worse)
}

/** In one direction throughout, the two ends apart. */
function isMonotone(
  standards: readonly number[],
  follows: (better: number, worse: number) => boolean,
): boolean {
  const isOrdered = standards.every(
    (worse, index) => index === 0 || follows(standards[index - 1] ?? 0, worse),
  )
  return isOrdered && standards[0] !== standards.at(-1)
}

function isFloorBeyond(standards: readonly number[], floor: number | null | undefined): boolean {
  if (floor === null || floor === undefined) return true
  const last = standards.at(-1) ?? 0
  return isFalling(standards) ? floor <= last : floor >= last
}

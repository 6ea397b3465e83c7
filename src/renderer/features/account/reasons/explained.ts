import type { AccountExplanation } from '#shared/contract/account.ts'
import type { CriterionKey } from '#shared/domain/scoring-model.ts'

type Item = AccountExplanation['items'][number]

const round = (value: number, decimals = 2) => {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale
}

/** The weight of each known criterion as it counted: in percent of the weights that are known. */
export function countedWeights(
  items: readonly Pick<Item, 'criterion' | 'weight' | 'points'>[],
): Map<CriterionKey, number> {
  const known = items.filter(({ points }) => points !== null)
  const total = known.reduce((sum, { weight }) => sum + weight, 0)
  return new Map(known.map(({ criterion, weight }) => [criterion, total > 0 ? (100 * weight) / total : 0]))
}

export interface PointsChange {
  /** Null gathers what is left between the listed changes and the difference of the scores. */
  criterion: CriterionKey | null
  points: number
}

const SMALLEST_CHANGE = 0.05
const LISTED_CHANGES = 4

/**
 * What moved the score since the quarter before, largest first; small changes and what became known or
 * unknown since are one rest, so that the changes always add up to the difference of the two scores.
 */
export function pointsChanges({
  items,
  scorePercent,
  previousScorePercent,
}: Pick<AccountExplanation, 'items' | 'scorePercent' | 'previousScorePercent'>): PointsChange[] {
  if (scorePercent === null || previousScorePercent === null) return []
  const listed = items
    .flatMap(({ criterion, points, previousPoints }): PointsChange[] =>
      points === null || previousPoints === null
        ? []
        : [{ criterion, points: round(points - previousPoints) }],
    )
    .filter(({ points }) => Math.abs(points) >= SMALLEST_CHANGE)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, LISTED_CHANGES)
  const rest = round(
    scorePercent - previousScorePercent - listed.reduce((sum, { points }) => sum + points, 0),
  )
  return [...listed, { criterion: null, points: rest }]
}

export interface WayUp {
  criterion: CriterionKey
  input: number | null
  /** Input that alone is enough; null when even full marks are not. */
  needed: number | null
  pointsAvailable: number
}

/** Single improvements that could reach the next class: those that suffice first, then by what they could add. */
export function waysUp(items: readonly Item[]): WayUp[] {
  return items
    .filter(({ points }) => points !== null)
    .map(({ criterion, input, inputForNextClass, pointsAvailable }) => ({
      criterion,
      input,
      needed: inputForNextClass,
      pointsAvailable,
    }))
    .sort(
      (a, b) =>
        Number(b.needed !== null) - Number(a.needed !== null) || b.pointsAvailable - a.pointsAvailable,
    )
}

/** The criterion whose weight has the least room before the class changes; null where none has a bound. */
export function narrowestInterval(
  items: readonly Item[],
): { criterion: CriterionKey; from: number; to: number } | null {
  const bounded = items.flatMap(({ criterion, stability }) =>
    stability && stability.to - stability.from < 100 ? [{ criterion, ...stability }] : [],
  )
  return bounded.sort((a, b) => a.to - a.from - (b.to - b.from))[0] ?? null
}

/** The steps of a waterfall: bars float between the running totals before and after each change. */
export function waterfall(
  start: number,
  changes: readonly PointsChange[],
): { change: PointsChange; from: number; to: number }[] {
  let running = start
  return changes.map((change) => {
    const from = running
    running = round(running + change.points)
    return { change, from, to: running }
  })
}

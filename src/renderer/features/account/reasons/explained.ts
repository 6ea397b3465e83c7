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
  /** A criterion's new figures; the small rest of them; what became known or unknown; the model's own changes. */
  kind: 'data' | 'rest' | 'knowledge' | 'weights' | 'anchors'
  criterion: CriterionKey | null
  points: number
}

type Waterfall = NonNullable<AccountExplanation['waterfall']>

const SMALLEST_CHANGE = 0.05
const LISTED_CHANGES = 4

/**
 * What moved the score since the last period, for a drawing: the largest new figures, the small ones as one rest,
 * then knowledge, weights and anchors where they moved it. The changes always add up to the difference.
 */
export function pointsChanges({ steps }: Pick<Waterfall, 'steps'>): PointsChange[] {
  const data = steps
    .filter(({ kind }) => kind === 'data')
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  const listed = data.filter(({ points }) => Math.abs(points) >= SMALLEST_CHANGE).slice(0, LISTED_CHANGES)
  const rest = data.filter((step) => !listed.includes(step))
  const others = steps.filter(({ kind, points }) => kind !== 'data' && points !== 0)
  return [
    ...listed.map(({ criterion, points }): PointsChange => ({ kind: 'data', criterion, points })),
    ...(rest.length > 0
      ? [
          {
            kind: 'rest' as const,
            criterion: null,
            points: round(rest.reduce((sum, { points }) => sum + points, 0)),
          },
        ]
      : []),
    ...others.map(({ kind, points }): PointsChange => ({ kind, criterion: null, points })),
  ]
}

/** Whether another model reads the new figures than read the old ones. */
export function isModelChanged({ steps }: Pick<Waterfall, 'steps'>): boolean {
  return steps.some(({ kind, points }) => (kind === 'weights' || kind === 'anchors') && points !== 0)
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

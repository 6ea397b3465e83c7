import type { LadderStep } from '#shared/contract/publication.ts'
import { VALUE_CLASSES, type ValueClass } from '#shared/domain/value-class.ts'

export type LadderQuarter = LadderStep

/** What was published, else what was calculated; null where the company was no account. */
export function shownClass({
  published,
  calculated,
}: Pick<LadderStep, 'published' | 'calculated'>): ValueClass | null {
  return published?.valueClass ?? calculated?.valueClass ?? null
}

/** How often the shown class rose and fell from one quarter to the next; a first order is neither. */
export function ladderMoves(quarters: readonly Pick<LadderStep, 'published' | 'calculated'>[]): {
  up: number
  down: number
} {
  const rungs: readonly (ValueClass | null)[] = VALUE_CLASSES
  const ranks = quarters.map((quarter) => rungs.indexOf(shownClass(quarter)))
  const moves = { up: 0, down: 0 }
  ranks.forEach((rank, i) => {
    const before = ranks[i - 1] ?? -1
    if (rank < 0 || before < 0 || rank === before) return
    moves[rank < before ? 'up' : 'down'] += 1
  })
  return moves
}

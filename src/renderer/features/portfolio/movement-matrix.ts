import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import { VALUE_CLASSES, type ValueClass } from '#shared/domain/value-class.ts'

type Cell = PortfolioOverview['migration']['cells'][number]

export interface MovementCell {
  to: ValueClass
  count: number
  /** 'same' on the diagonal. */
  direction: 'up' | 'down' | 'same'
}

export interface MovementRow {
  from: ValueClass
  cells: MovementCell[]
  /** Accounts of this class a quarter ago that still trade. */
  before: number
}

export interface MovementMatrix {
  rows: MovementRow[]
  /** Accounts per class now, newcomers included, and how many there were. */
  totals: { valueClass: ValueClass; now: number; before: number }[]
  /** Accounts in one of the six classes now. */
  now: number
}

const isTradingClass = (value: ValueClass | null): value is ValueClass =>
  VALUE_CLASSES.some((one) => one === value)

/**
 * The classes against each other, from the best to the worst; an absent pair counts 0. A class that is no
 * longer given is left out where no account was or is in it.
 */
export function movementMatrix(
  cells: readonly Cell[],
  isInUse: (valueClass: ValueClass) => boolean,
): MovementMatrix {
  const countOf = (from: (value: ValueClass | null) => boolean, to: (value: ValueClass | null) => boolean) =>
    cells.reduce((sum, cell) => sum + (from(cell.from) && to(cell.to) ? cell.count : 0), 0)
  const shown = VALUE_CLASSES.filter(
    (valueClass) =>
      isInUse(valueClass) || cells.some(({ from, to }) => from === valueClass || to === valueClass),
  )
  const rows = shown.map((from, fromRank): MovementRow => {
    const row = shown.map((to, toRank): MovementCell => {
      const direction = toRank === fromRank ? 'same' : toRank < fromRank ? 'up' : 'down'
      const count = countOf(
        (value) => value === from,
        (value) => value === to,
      )
      return { to, count, direction }
    })
    return { from, cells: row, before: row.reduce((sum, cell) => sum + cell.count, 0) }
  })
  const totals = shown.map((valueClass, rank) => ({
    valueClass,
    now: countOf(
      () => true,
      (value) => value === valueClass,
    ),
    before: rows[rank]?.before ?? 0,
  }))
  return { rows, totals, now: countOf(() => true, isTradingClass) }
}

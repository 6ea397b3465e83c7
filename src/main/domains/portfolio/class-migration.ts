import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import type { Day } from '#shared/domain/calendar.ts'
import type { ValueClass } from '#shared/domain/value-class.ts'
import { classRank, LAST_CLASS_RANK } from '../standing/standing-row.ts'

type Migration = PortfolioOverview['migration']

interface Moved {
  valueClass: ValueClass | null
  previousValueClass: ValueClass | null
}

/**
 * Moves since the quarter before, of accounts in one of the six classes on either day. Who comes from
 * none of them has entered, and moves neither up nor down.
 */
export function classMigration(accounts: readonly Moved[], previousAsOf: Day): Migration {
  const cells = new Map<string, Migration['cells'][number]>()
  const counts = { up: 0, down: 0, unchanged: 0, entered: 0 }
  for (const { valueClass: to, previousValueClass: from } of accounts) {
    const rank = tradingRank(to)
    const previousRank = tradingRank(from)
    if (rank === null && previousRank === null) continue
    const cell = cells.get(`${from} ${to}`)
    if (cell) cell.count += 1
    else cells.set(`${from} ${to}`, { from, to, count: 1 })
    if (rank === null) continue
    if (previousRank === null) counts.entered += 1
    else if (rank === previousRank) counts.unchanged += 1
    else counts[rank < previousRank ? 'up' : 'down'] += 1
  }
  const placeOf = (value: ValueClass | null) => classRank(value) ?? 0
  return {
    previousAsOf,
    cells: [...cells.values()].sort(
      (a, b) => placeOf(a.from) - placeOf(b.from) || placeOf(a.to) - placeOf(b.to),
    ),
    ...counts,
  }
}

/** Null for opportunities: a party that never traded has no place in the matrix. */
function tradingRank(valueClass: ValueClass | null): number | null {
  const rank = classRank(valueClass)
  return rank !== null && rank <= LAST_CLASS_RANK ? rank : null
}

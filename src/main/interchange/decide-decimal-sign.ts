import type { DecimalSign } from '#shared/domain/import.ts'
import { parseNumber } from './parse-number.ts'

export type DecimalVerdict = DecimalSign | 'ambiguous'

/** Gathers evidence about one column's decimal sign, cell by cell. */
export interface DecimalTally {
  add: (cell: string) => void
  /** Null where nothing in the column depends on the sign. */
  verdict: () => DecimalVerdict | null
  isSettled: () => boolean
}

/** So many cells ahead, the other sign can no longer be more than a slip. */
const SETTLING_LEAD = 50
const SETTLING_PLAIN = 2_000
/** Plain small numbers beside grouped large ones show grouping only in some number. */
const GROUPING_EVIDENCE = 10

export function createDecimalTally(): DecimalTally {
  let point = 0
  let comma = 0
  let eitherWithPoint = 0
  let eitherWithComma = 0
  let plainSmall = 0
  let plainLarge = 0
  return {
    add(cell) {
      if (!/[.,．，]/.test(cell)) {
        const plain = parseNumber(cell, '.')
        if (plain.ok) {
          if (Math.abs(plain.tenThousandths) < 10_000_000) plainSmall += 1
          else plainLarge += 1
        }
        return
      }
      const asPoint = parseNumber(cell, '.')
      const asComma = parseNumber(cell, ',')
      if (asPoint.ok && asComma.ok) {
        if (/[.．]/.test(cell)) eitherWithPoint += 1
        else eitherWithComma += 1
      } else if (asPoint.ok) point += 1
      else if (asComma.ok) comma += 1
    },
    verdict() {
      if (point !== comma) return point > comma ? '.' : ','
      if (point > 0) return 'ambiguous'
      const either = eitherWithPoint + eitherWithComma
      if (either === 0) return null
      // 950 beside 1,234 and never 1234: three decimals would not be dropped from just the small ones.
      const showsGroups = either >= GROUPING_EVIDENCE && plainSmall >= GROUPING_EVIDENCE && plainLarge === 0
      if (showsGroups && eitherWithPoint === 0) return '.'
      if (showsGroups && eitherWithComma === 0) return ','
      return 'ambiguous'
    },
    isSettled() {
      if (Math.abs(point - comma) >= SETTLING_LEAD) return true
      return (
        point + comma + eitherWithPoint + eitherWithComma === 0 && plainSmall + plainLarge >= SETTLING_PLAIN
      )
    },
  }
}

/**
 * The decimal sign of a whole column: the one under which more of its cells are numbers. 'ambiguous' where cells such as
 * `1,234` leave both open; null where no cell depends on it.
 */
export function decideDecimalSign(cells: Iterable<string>): DecimalVerdict | null {
  const tally = createDecimalTally()
  for (const cell of cells) tally.add(cell)
  return tally.verdict()
}

/** The decimal sign of each column: a column that leaves it open follows the others where these agree. */
export function decideDecimalSigns<Field extends string>(
  columns: readonly { field: Field; tally: DecimalTally }[],
  given: DecimalSign | undefined,
): Map<Field, DecimalVerdict | null> {
  const own = columns.map(({ field, tally }) => ({ field, verdict: given ?? tally.verdict() }))
  const decided = new Set(
    own.map(({ verdict }) => verdict).filter((verdict) => verdict === '.' || verdict === ','),
  )
  const [shared = null] = decided.size === 1 ? decided : []
  return new Map(
    own.map(({ field, verdict }) => [
      field,
      verdict === null || verdict === 'ambiguous' ? (shared ?? verdict) : verdict,
    ]),
  )
}

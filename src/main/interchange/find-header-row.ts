import { isKnownHeader } from './header-proposal.ts'
import { readDate } from './parse-date.ts'
import { parseNumber } from './parse-number.ts'

/** A row near the start of a file with its 1-based row number. */
export interface NumberedRow {
  row: number
  cells: readonly string[]
}

const ROWS_SEARCHED = 30

/**
 * The row that holds the headers: the one with most usual headers, else the first row about as wide as the rows below it
 * whose cells are words rather than numbers or dates. Null where there is no row at all.
 */
export function findHeaderRow(rows: readonly NumberedRow[]): number | null {
  const searched = rows.slice(0, ROWS_SEARCHED).filter(({ cells }) => !isDeclaration(cells))
  let best: NumberedRow | undefined
  let bestKnown = 1
  for (const row of searched) {
    const known = row.cells.filter((cell) => cell.trim() !== '' && isKnownHeader(cell)).length
    if (known > bestKnown) {
      best = row
      bestKnown = known
    }
  }
  if (best) return best.row
  const width = commonWidth(searched)
  const worded = searched.find(({ cells }) => {
    const filled = cells.filter((cell) => cell.trim() !== '')
    return filled.length * 2 > width && filled.filter(isWord).length * 2 > filled.length
  })
  return (worded ?? searched[0])?.row ?? null
}

/** Excel's line that names the delimiter, `sep=;`. */
function isDeclaration(cells: readonly string[]): boolean {
  return /^"?sep=/i.test(cells[0] ?? '')
}

function isWord(cell: string): boolean {
  const number = parseNumber(cell, null)
  const date = readDate(cell)
  return !number.ok && number.code === 'invalid-number' && date.kind === 'result' && !date.result.ok
}

function commonWidth(rows: readonly NumberedRow[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let width = 0
  let most = 0
  for (const [cells, count] of counts) {
    if (count > most || (count === most && cells > width)) {
      most = count
      width = cells
    }
  }
  return width
}

import Papa from 'papaparse'
import { DELIMITERS, type Delimiter } from '#shared/domain/import.ts'
import type { LineEnd } from './text-blocks.ts'

const ROWS_COMPARED = 60
/** Excel's own way to name the delimiter: a first line `sep=;`. */
const DECLARATION = /^\uFEFF?"?sep=(.)"?\s*$/i

/** The delimiter declared in the first line, if any. */
export function declaredDelimiter(firstLine: string): Delimiter | undefined {
  const declared = DECLARATION.exec(firstLine)?.[1]
  return DELIMITERS.find((delimiter) => delimiter === declared)
}

/**
 * The delimiter under which the first rows agree best on a number of cells. A comma where nothing divides the rows,
 * as in a file of one column.
 */
export function detectDelimiter(text: string, lineEnd: LineEnd): Delimiter {
  const declared = declaredDelimiter(text.slice(0, Math.max(text.indexOf(lineEnd), 0)))
  if (declared) return declared
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const score = agreement(text, delimiter, lineEnd)
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

/** Share of rows with the commonest width above one, a little in favour of more cells. */
function agreement(text: string, delimiter: Delimiter, lineEnd: LineEnd): number {
  const parser = new Papa.Parser({ delimiter, newline: lineEnd, preview: ROWS_COMPARED })
  const rows: string[][] = parser.parse(text, 0, false).data
  const counts = new Map<number, number>()
  let rowCount = 0
  for (const cells of rows) {
    if (cells.every((cell) => cell.trim() === '')) continue
    rowCount += 1
    if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  }
  let commonest = 0
  let width = 0
  for (const [cells, count] of counts) {
    if (count > commonest || (count === commonest && cells > width)) {
      commonest = count
      width = cells
    }
  }
  return rowCount === 0 ? 0 : (commonest / rowCount) * (1 + Math.log(Math.max(width, 1)) / 10)
}

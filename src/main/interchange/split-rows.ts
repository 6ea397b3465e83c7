import Papa from 'papaparse'
import type { Delimiter, RowErrorCode } from '#shared/domain/import.ts'
import { BAD_BYTE_MARK, showBadBytes } from './decode-escaped.ts'
import type { LineEnd, TextBlock } from './text-blocks.ts'

/** What a spreadsheet can hold in one cell. */
export const MAX_CELL_LENGTH = 32_767
/** A quoted cell that is still open after this many characters is taken for an unclosed one. */
const MAX_OPEN_LENGTH = 262_144
const SMALLEST_WINDOW = 512

/** A row that cannot be used as it stands, whatever its columns mean. */
export interface RowFault {
  /** 1-based row of the file; a row of several lines counts once, a blank line counts too. */
  row: number
  /** 0-based column of the cell at fault. */
  column: number
  code: Extract<
    RowErrorCode,
    'bad-bytes' | 'cell-too-long' | 'unclosed-quote' | 'too-many-cells' | 'error-cell'
  >
  cells: string[]
}

export interface SplitRows {
  rows: string[][]
  /** Row number in the file of each of `rows`. */
  rowNumbers: number[]
  faults: RowFault[]
  /** Rows without any content, which are left out. */
  blankCount: number
}

interface ParserError {
  code: string
  row: number
  /** Where the content of the quoted cell starts. */
  index: number
}

interface ParserResult {
  data: string[][]
  errors: ParserError[]
  meta: { cursor: number }
}

/**
 * Turns blocks of whole lines into rows of cells. A quoted cell may run over lines and blocks; one that is never properly
 * closed costs only the row where it opens, reading goes on at the next line.
 */
export function createRowSplitter(
  delimiter: Delimiter,
  lineEnd: LineEnd,
): { push: (block: TextBlock) => SplitRows; finish: () => SplitRows } {
  const parser = new Papa.Parser({ delimiter, newline: lineEnd })
  const parse = (text: string, isWhole: boolean): ParserResult => parser.parse(text, 0, !isWhole)
  let rowNumber = 0
  let carried = ''
  let mayHoldMarks = false

  const keep = (cells: string[], split: SplitRows): void => {
    rowNumber += 1
    const last = cells.length - 1
    const tail = cells[last] ?? ''
    if (tail.charCodeAt(tail.length - 1) === 13) cells[last] = withoutCarriageReturn(tail)
    const first = cells[0] ?? ''
    if ((first === '' || first.charCodeAt(0) <= 32) && isBlankRow(cells)) {
      split.blankCount += 1
      return
    }
    for (let at = 0; at < cells.length; at += 1) {
      if ((cells[at] ?? '').length > MAX_CELL_LENGTH) {
        split.faults.push({
          row: rowNumber,
          column: at,
          code: 'cell-too-long',
          cells: cells.map(showBadBytes),
        })
        return
      }
    }
    if (mayHoldMarks) {
      const column = cells.findIndex((cell) => cell.includes(BAD_BYTE_MARK))
      if (column !== -1) {
        split.faults.push({ row: rowNumber, column, code: 'bad-bytes', cells: cells.map(showBadBytes) })
        return
      }
    }
    split.rows.push(cells)
    split.rowNumbers.push(rowNumber)
  }

  const rejectLine = (given: string, split: SplitRows): void => {
    rowNumber += 1
    const line = withoutCarriageReturn(given)
    const { data, errors } = parse(line, true)
    // The quote stands just before the content the parser complains about.
    const before = line.slice(0, Math.max((errors[0]?.index ?? 1) - 1, 0))
    const column = (parse(before, true).data[0]?.length ?? 1) - 1
    split.faults.push({
      row: rowNumber,
      column,
      code: 'unclosed-quote',
      cells: (data[0] ?? [line]).map(showBadBytes),
    })
  }

  /** Splits `text`; what belongs to a row that is not complete yet is carried to the next block. */
  const split = (given: string, isWhole: boolean): SplitRows => {
    const text = isWhole ? withoutLineEnd(given, lineEnd) : given
    const result: SplitRows = { rows: [], rowNumbers: [], faults: [], blankCount: 0 }
    let at = 0
    let window = text.length
    while (at < text.length) {
      const end = windowEnd(text, at, window, lineEnd)
      const part = at === 0 && end === text.length ? text : text.slice(at, end)
      const isPartWhole = isWhole && end === text.length
      const parsed = parse(part, isPartWhole)
      const broken = brokenRow(parsed, delimiter, lineEnd)
      const rowCount = broken === -1 ? parsed.data.length : broken
      for (let row = 0; row < rowCount; row += 1) keep(parsed.data[row] ?? [], result)
      let done = isPartWhole ? part.length : parsed.meta.cursor
      if (broken !== -1) {
        done = lengthOfRows(part, broken, delimiter, lineEnd)
      } else if (done > 0 || end < text.length) {
        at += done
        window *= 2
        continue
      }
      const isTooLong = !isWhole && part.length - done > MAX_OPEN_LENGTH
      if (broken === -1 && !isTooLong) break
      const lineStop = part.indexOf(lineEnd, done)
      const stop = lineStop === -1 ? part.length : lineStop + 1
      rejectLine(part.slice(done, lineStop === -1 ? part.length : lineStop), result)
      at += stop
      // After a fault the next one is likely near: small steps keep a file full of them from being read over and over.
      window = SMALLEST_WINDOW
    }
    carried = text.slice(at)
    if (carried === '') mayHoldMarks = false
    return result
  }

  return {
    push(block) {
      if (block.isOverlong) {
        const result = split(carried, true)
        rowNumber += 1
        const cells = (parse(block.text, true).data[0] ?? []).map(showBadBytes)
        result.faults.push({
          row: rowNumber,
          column: Math.max(cells.length - 1, 0),
          code: 'cell-too-long',
          cells,
        })
        return result
      }
      if (block.hasBadBytes) mayHoldMarks = true
      const text = carried === '' ? block.text : carried + block.text
      return split(text, block.isLast)
    },
    finish: () => split(carried, true),
  }
}

function withoutCarriageReturn(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 13) end -= 1
  return text.slice(0, end)
}

/** Without the line end that would read as one more, empty row. */
function withoutLineEnd(text: string, lineEnd: LineEnd): string {
  return withoutCarriageReturn(text.endsWith(lineEnd) ? text.slice(0, -1) : text)
}

function isBlankRow(cells: string[]): boolean {
  for (const cell of cells) if (cell.trim() !== '') return false
  return true
}

/** The window is widened to the end of its last line, so that no line is cut. */
function windowEnd(text: string, at: number, window: number, lineEnd: LineEnd): number {
  if (at + window >= text.length) return text.length
  const stop = text.indexOf(lineEnd, at + window)
  return stop === -1 ? text.length : stop + 1
}

/**
 * Index of the first row whose quotes do not fit together, -1 where all do. A stray quote inside a quoted cell is text, unless
 * that cell runs over lines or delimiters: then its end is likely the start of the next quoted cell.
 */
function brokenRow(parsed: ParserResult, delimiter: Delimiter, lineEnd: LineEnd): number {
  const swallowsMore = (cell: string): boolean =>
    cell.includes(lineEnd) || (cell.includes('"') && cell.includes(delimiter))
  for (const error of parsed.errors) {
    if (error.code === 'MissingQuotes') return error.row
    const cells = parsed.data[error.row]
    if (!cells || cells.some(swallowsMore)) return error.row
  }
  return -1
}

/** Characters that the first `count` rows of a text with quotes take. */
function lengthOfRows(text: string, count: number, delimiter: Delimiter, lineEnd: LineEnd): number {
  if (count === 0) return 0
  const parsed: ParserResult = new Papa.Parser({ delimiter, newline: lineEnd, preview: count }).parse(
    text,
    0,
    false,
  )
  return parsed.meta.cursor
}

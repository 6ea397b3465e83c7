import { cleanText } from './clean-text.ts'
import { isMissingMark } from './missing-marks.ts'
import { parseDate, readDate } from './parse-date.ts'
import { parseNumber } from './parse-number.ts'

export const COLUMN_TYPES = ['text', 'integer', 'number', 'date', 'choice', 'empty'] as const
export type ColumnType = (typeof COLUMN_TYPES)[number]

export interface DescribedColumn {
  header: string
  type: ColumnType
  /** The first cell with content, at most 80 characters of it. */
  sample: string
  /** 0 to 100. */
  filledPercent: number
  /** How many different cells there are; null above the bound. */
  distinctCount: number | null
}

const DISTINCT_BOUND = 50
const CHOICE_BOUND = 20
const SAMPLE_LENGTH = 80
/** Share of filled cells that have to be of a type; the rest are slips. */
const TYPE_SHARE = 0.9

/** What each column seems to hold, judged by the rows given. */
export function describeColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): DescribedColumn[] {
  return headers.map((header, column) => {
    const cells = rows.map((row) => cleanText(row[column] ?? ''))
    return describeColumn(header, cells)
  })
}

function describeColumn(header: string, cells: readonly string[]): DescribedColumn {
  const filled = cells.filter((cell) => cell !== '' && !isMissingMark(cell))
  const distinct = new Set(filled)
  return {
    header,
    type: typeOf(filled, distinct.size),
    sample: [...(filled[0] ?? '')].slice(0, SAMPLE_LENGTH).join(''),
    filledPercent: cells.length === 0 ? 0 : Math.round((filled.length / cells.length) * 1000) / 10,
    distinctCount: distinct.size > DISTINCT_BOUND ? null : distinct.size,
  }
}

function typeOf(filled: readonly string[], distinctCount: number): ColumnType {
  if (filled.length === 0) return 'empty'
  const isMostly = (test: (cell: string) => boolean): boolean =>
    filled.filter(test).length >= filled.length * TYPE_SHARE
  if (isMostly(isDate)) return 'date'
  // 00123 and 91370100MA3 are names made of digits, and so are numbers longer than any count.
  if (isMostly((cell) => /^[+-]?(0|[1-9]\d{0,14})$/.test(cell))) return 'integer'
  if (isMostly(isNumber) && !isMostly((cell) => /^0\d+$/.test(cell) || /^\d{16,}$/.test(cell)))
    return 'number'
  const repeats = filled.length >= 4 && distinctCount * 2 <= filled.length
  return repeats && distinctCount <= CHOICE_BOUND ? 'choice' : 'text'
}

function isNumber(cell: string): boolean {
  const result = parseNumber(cell, null)
  return result.ok || result.code === 'ambiguous-number'
}

function isDate(cell: string): boolean {
  if (/^\d+$/.test(cell) && cell.length !== 8) return false
  const reading = readDate(cell)
  if (reading.kind === 'serial') return false
  const result = parseDate(cell, 'ambiguous')
  return result.ok || result.code === 'ambiguous-date'
}

import type { CellValue } from 'hucre/xlsx'
import type { DecimalSign } from '#shared/domain/import.ts'

/** What Excel shows for a formula that gave no result. */
const ERROR_CELL =
  /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|BLOCKED!|CONNECT!|FIELD!|UNKNOWN!)$/

export const isErrorCell = (text: string): boolean => text.charCodeAt(0) === 35 && ERROR_CELL.test(text)

/** Digits that a spreadsheet keeps of a number. */
const PRECISION = 15
const FIRST_INEXACT_ID = 1e15
const SECOND_MS = 1000

/**
 * A cell as a CSV file would have it, independent of time zone and locale. Numbers keep the 15 digits a spreadsheet keeps, and
 * are never taken for another number: three decimals get a fourth, and what has lost digits shows its exponent.
 */
export function sheetCellText(value: CellValue, decimalSign: DecimalSign): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value, decimalSign)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value instanceof Date ? dayText(value) : ''
}

function numberText(value: number, decimalSign: DecimalSign): string {
  if (!Number.isFinite(value)) return '#NUM!'
  const rounded = Number(value.toPrecision(PRECISION))
  if (Math.abs(rounded) >= FIRST_INEXACT_ID) return rounded.toExponential().replace('e+', 'E+')
  const text = String(rounded)
  const point = text.indexOf('.')
  const unmistakable = point !== -1 && text.length - point === 4 && !text.includes('e') ? `${text}0` : text
  return decimalSign === '.' ? unmistakable : unmistakable.replace('.', decimalSign)
}

function dayText(value: Date): string {
  const seconds = Math.round(value.getTime() / SECOND_MS)
  if (!Number.isFinite(seconds)) return '########'
  const [day = '', time = ''] = new Date(seconds * SECOND_MS).toISOString().split('T')
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`
}

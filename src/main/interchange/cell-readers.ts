import type { Day } from '#shared/domain/calendar.ts'
import type { DateOrder, DecimalSign, RowErrorCode } from '#shared/domain/import.ts'
import { type CurrencyCode, roundHalfAway } from '#shared/domain/money.ts'
import { cleanCell, cleanId, cleanText } from './clean-text.ts'
import { type ExactNumber, multiplyExact, toTenThousandths } from './exact-number.ts'
import { isMissingMark } from './missing-marks.ts'
import { narrowText } from './narrow-text.ts'
import { type DateResult, parseDate, plainDay, type SerialSystem } from './parse-date.ts'
import { type NumberResult, parseNumber, plainTenThousandths } from './parse-number.ts'
import { readCurrency } from './read-currency.ts'

/** A column of the file; `index` is -1 where the field is not mapped. */
export interface MappedColumn {
  index: number
  header: string
}

export type ReportProblem = (code: RowErrorCode, column: MappedColumn, value: string) => void
type Cells = readonly string[]

const REMEMBERED_CELLS = 20_000
/** A number that a spreadsheet has shortened for good: 1.23E+17. */
const SHORTENED_ID = /^[+-]?\d(?:[.,]\d+)?[eE][+-]\d{2,}$/

/** Reads names and ids; `null` for an empty cell. An id shortened by a spreadsheet is reported. */
export function createTextReader(
  column: MappedColumn,
  kind: 'name' | 'id' | 'customer-name' | 'customer-id',
  store: (text: string) => string,
  report: ReportProblem,
): (cells: Cells) => string | null {
  const { index } = column
  if (index === -1) return () => null
  const isId = kind === 'id' || kind === 'customer-id'
  const isCustomer = kind === 'customer-id' || kind === 'customer-name'
  let lastRaw = ''
  let lastText: string | null = null
  return (cells) => {
    const raw = cells[index]
    if (raw === undefined || raw === '') return null
    // Lines of one order follow each other, so a cell often repeats the one above.
    if (raw === lastRaw) return lastText
    const text = isId ? cleanId(raw) : cleanText(raw)
    if (text === '' || isMissingMark(text) || (isCustomer && text === 'NA')) return null
    if (isId && SHORTENED_ID.test(text)) {
      report('number-in-id', column, raw)
      return null
    }
    lastRaw = raw
    lastText = store(text)
    return lastText
  }
}

/** One number cell, overwritten by each `read`. */
export interface NumberCell {
  /** Integer in ten-thousandths; null where the cell is empty or was reported. */
  value: number | null
  /** Set where `value` had to be rounded. */
  exact: ExactNumber | null
  isPercent: boolean
  currencyText: string | null
  read: (cells: Cells) => void
}

export interface NumberReading {
  /** 'ambiguous' and null read a cell only where both signs give the same number. */
  decimalSign: DecimalSign | 'ambiguous' | null
  /** Every value of the column is multiplied by it. */
  factor: number
  allowsPercent: boolean
}

export function createNumberReader(
  column: MappedColumn,
  { decimalSign, factor, allowsPercent }: NumberReading,
  report: ReportProblem,
): NumberCell {
  const { index } = column
  const sign = decimalSign === '.' || decimalSign === ',' ? decimalSign : null
  const decimalCode = sign === null ? 0 : sign.charCodeAt(0)
  const exactFactor = factor === 1 ? null : exactNumber(factor)
  const cell: NumberCell = {
    value: null,
    exact: null,
    isPercent: false,
    currencyText: null,
    read: () => undefined,
  }
  if (index === -1) return cell

  const readSlowly = (raw: string): void => {
    const text = narrowText(cleanCell(raw))
    if (text === '' || text === 'NA' || isMissingMark(text)) return
    const result = scaled(parseNumber(raw, sign), exactFactor)
    if (!result.ok) {
      report(result.code, column, raw)
      return
    }
    if (result.isPercent && !allowsPercent) {
      report('invalid-number', column, raw)
      return
    }
    cell.value = result.tenThousandths
    cell.exact = result.exact.decimals > 4 ? result.exact : null
    cell.isPercent = result.isPercent
    cell.currencyText = result.currencyText
  }

  cell.read = (cells) => {
    cell.value = null
    cell.exact = null
    cell.isPercent = false
    cell.currencyText = null
    const raw = cells[index]
    if (raw === undefined || raw === '') return
    const plain = plainTenThousandths(raw, decimalCode)
    if (exactFactor === null && !Number.isNaN(plain)) cell.value = plain
    else readSlowly(raw)
  }
  return cell
}

function exactNumber(value: number): ExactNumber {
  const parsed = parseNumber(String(value), '.')
  return parsed.ok ? parsed.exact : { coefficient: BigInt(roundHalfAway(value)), decimals: 0 }
}

/** A cell that names its own unit is not scaled by the column's. */
function scaled(result: NumberResult, factor: ExactNumber | null): NumberResult {
  if (!result.ok || factor === null || result.hasOwnScale) return result
  const exact = multiplyExact(result.exact, factor)
  const tenThousandths = toTenThousandths(exact)
  return tenThousandths === null
    ? { ok: false, code: 'number-out-of-range' }
    : { ...result, exact, tenThousandths }
}

const HUNDRED_PERCENT = 1_000_000
/** 9折 and 85折 are what is paid of ten and of a hundred. */
const PAID_SHARE = /^(\d(?:\.\d+)?|\d{2})折$/

/** Reads a discount as ten-thousandths of a percent, 0 to 1 000 000; `null` for an empty cell. */
export function createDiscountReader(
  column: MappedColumn,
  reading: Omit<NumberReading, 'allowsPercent'> & { isFraction: boolean },
  report: ReportProblem,
): (cells: Cells) => number | null {
  const { index } = column
  if (index === -1) return () => null
  const cell = createNumberReader(column, { ...reading, allowsPercent: true }, report)
  return (cells) => {
    const raw = cells[index]
    if (raw === undefined || raw === '') return null
    const share = raw.endsWith('折') ? PAID_SHARE.exec(narrowText(cleanCell(raw)))?.[1] : undefined
    if (share !== undefined) {
      const paid = parseNumber(share, '.')
      const perUnit = /^\d{2}$/.test(share) ? 1 : 10
      return paid.ok ? HUNDRED_PERCENT - paid.tenThousandths * perUnit : null
    }
    cell.read(cells)
    if (cell.value === null) return null
    const percent = reading.isFraction && !cell.isPercent ? cell.value * 100 : cell.value
    if (percent >= 0 && percent <= HUNDRED_PERCENT) return percent
    report('invalid-discount', column, raw)
    return null
  }
}

/** Reads a calendar day; `null` for an empty cell. */
export function createDateReader(
  column: MappedColumn,
  order: DateOrder | 'ambiguous',
  serials: SerialSystem | null,
  report: ReportProblem,
): (cells: Cells) => Day | null {
  const { index } = column
  if (index === -1) return () => null
  const known = new Map<string, DateResult>()
  let lastRaw = ''
  let lastDay: Day | null = null
  return (cells) => {
    const raw = cells[index]
    if (raw === undefined || raw === '') return null
    if (raw === lastRaw) return lastDay
    const plain = plainDay(raw)
    if (plain !== null) {
      lastRaw = raw
      lastDay = plain
      return plain
    }
    let result = known.get(raw)
    if (!result) {
      const text = cleanCell(raw)
      if (text === '' || text === 'NA' || isMissingMark(text)) return null
      result = parseDate(raw, order, serials)
      if (known.size >= REMEMBERED_CELLS) known.clear()
      known.set(raw, result)
    }
    if (result.ok) return result.day
    report(result.code, column, raw)
    return null
  }
}

/** Reads a currency as its ISO code; `null` for an empty cell. */
export function createCurrencyReader(
  column: MappedColumn,
  home: CurrencyCode,
  report: ReportProblem,
): (cells: Cells) => CurrencyCode | null {
  const { index } = column
  if (index === -1) return () => null
  const known = new Map<string, CurrencyCode>()
  return (cells) => {
    const raw = cells[index]
    if (raw === undefined || raw === '') return null
    const remembered = known.get(raw)
    if (remembered !== undefined) return remembered
    const text = cleanCell(raw)
    if (text === '' || isMissingMark(text)) return null
    const currency = readCurrency(text, home)
    if (currency === null) {
      report('invalid-currency', column, raw)
      return null
    }
    if (known.size >= REMEMBERED_CELLS) known.clear()
    known.set(raw, currency)
    return currency
  }
}

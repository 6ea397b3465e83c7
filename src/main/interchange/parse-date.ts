import type { Day } from '#shared/domain/calendar.ts'
import type { DateOrder, RowErrorCode } from '#shared/domain/import.ts'
import { cleanCell } from './clean-text.ts'
import { narrowText } from './narrow-text.ts'

export type DateErrorCode = Extract<RowErrorCode, 'invalid-date' | 'ambiguous-date' | 'date-out-of-range'>
/** The year from whose start a workbook counts days. */
export type SerialSystem = 1900 | 1904
export type DateResult = { ok: true; day: Day } | { ok: false; code: DateErrorCode }

const FIRST_YEAR = 1900
const LAST_YEAR = 2100
/** Two-digit years up to this one are in this century. */
const LAST_SHORT_YEAR = 69
const ROC_EPOCH = 1911
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isDigit = (code: number): boolean => code >= 48 && code <= 57

function isCalendarDay(year: number, month: number, dayOfMonth: number): boolean {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > (DAYS_IN_MONTH[month - 1] ?? 0)) return false
  if (month !== 2 || dayOfMonth < 29) return true
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

const invalid: DateResult = { ok: false, code: 'invalid-date' }

function dayOf(year: number, month: number, dayOfMonth: number): DateResult {
  if (!isCalendarDay(year, month, dayOfMonth)) return invalid
  if (year < FIRST_YEAR || year > LAST_YEAR) return { ok: false, code: 'date-out-of-range' }
  const day = `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
  return { ok: true, day }
}

/**
 * `2024-03-05`, alone or before a time, straight from the characters; null for anything that needs `parseDate`.
 */
export function plainDay(text: string): Day | null {
  if (text.length < 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null
  let year = 0
  for (let at = 0; at < 4; at += 1) {
    const code = text.charCodeAt(at)
    if (!isDigit(code)) return null
    year = year * 10 + code - 48
  }
  const month = twoDigits(text, 5)
  const dayOfMonth = twoDigits(text, 8)
  if (year < FIRST_YEAR || year > LAST_YEAR || !isCalendarDay(year, month, dayOfMonth)) return null
  if (text.length === 10) return text
  return isPlainTime(text) ? text.slice(0, 10) : null
}

/** -1 where the two characters are not digits. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at)
  const ones = text.charCodeAt(at + 1)
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : -1
}

/** `…T08:26`, `… 08:26:00`, `… 08:26:00.000` from the eleventh character on. */
function isPlainTime(text: string): boolean {
  const separator = text.charCodeAt(10)
  if (separator !== 32 && separator !== 84) return false
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || text.charCodeAt(13) !== 58) return false
  if (text.length === 16) return true
  const second = twoDigits(text, 17)
  if (text.charCodeAt(16) !== 58 || second < 0 || second > 60) return false
  if (text.length === 19) return true
  if (text.charCodeAt(19) !== 46 || text.length === 20) return false
  for (let at = 20; at < text.length; at += 1) if (!isDigit(text.charCodeAt(at))) return false
  return true
}

/** Three numbers whose order the text leaves open: the year is last, or short and possibly first. */
export interface OpenDate {
  kind: 'open'
  numbers: readonly [number, number, number]
  mayStartWithYear: boolean
  mayEndWithYear: boolean
  isYearShort: boolean
}

/** What a text says about a date before the order of day and month is known. */
export type DateReading =
  | { kind: 'result'; result: DateResult }
  | OpenDate
  | { kind: 'serial'; serial: number }

const NUMERIC = /^(\d{1,4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,4})\.?$/
const CHINESE = /^(民国|民國)?\s*(\d{2,4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?(?:\.0+)?$/
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th|er)?\.?[\s\-/.,]*(\p{L}{3,12})\.?[\s\-/.,]*'?(\d{4}|\d{2})$/iu
const MONTH_FIRST = /^(\p{L}{3,12})\.?[\s-]*(\d{1,2})(?:st|nd|rd|th)?[\s,-]+'?(\d{4}|\d{2})$/iu
const YEAR_FIRST = /^(\d{4})[\s\-/](\p{L}{3,12})\.?[\s\-/](\d{1,2})$/u
/** 10000 is 1927-05-18, 73415 is 2100-12-31: five digits, so that a bare year or a compact date is never one. */
const SERIAL = /^([1-7]\d{4})(?:[.,]\d+)?$/
const LAST_SERIAL = 73_415
/** The day with the number 0, by the system; of 1900 as it counts from March of that year on, which it takes for a leap year. */
const SERIAL_EPOCH = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } satisfies Record<
  SerialSystem,
  number
>
const LAST_DAY: Day = `${LAST_YEAR}-12-31`
const TIME =
  /(?:[\sT,]+|(?<=[日号號]))(?:(?:上午|下午|晚上|凌晨|中午|[ap]\.?m\.?)\s*)?(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?|[时時点點][0-5]?\d分?(?:[0-5]?\d秒)?)\s*(?:[ap]\.?m\.?)?\s*(?:uhr|z|utc|gmt|[+-]\d{2}:?\d{2})?$/i
const WEEKDAY =
  /^(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*\.?,?\s+|\s*(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]$|\s*\([一二三四五六日月火水木金土]\)$/iu

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'jan january januar janv janvier jänner',
    'feb february februar fév févr février fev',
    'mar march märz mär mrz mars',
    'apr april avr avril',
    'may mai',
    'jun june juni juin',
    'jul july juli juil juillet',
    'aug august août aou',
    'sep sept september septembre',
    'oct october okt oktober octobre',
    'nov november novembre',
    'dec december dez dezember déc décembre',
  ].flatMap((names, at) => names.split(' ').map((name): [string, number] => [name, at + 1])),
)

const shortYear = (year: number): number => year + (year <= LAST_SHORT_YEAR ? 2000 : 1900)
const fixed = (result: DateResult): DateReading => ({ kind: 'result', result })

/** Reads what can be read without knowing the column; a time of day after the date is dropped. */
export function readDate(raw: string): DateReading {
  const plain = plainDay(raw)
  if (plain !== null) return fixed({ ok: true, day: plain })
  const text = narrowText(cleanCell(raw)).replace(WEEKDAY, '').replace(TIME, '').replace(WEEKDAY, '').trim()
  if (text.length < 5 || text.length > 40) return fixed(invalid)
  const numeric = NUMERIC.exec(text)
  if (numeric) return readNumeric(numeric[1] ?? '', numeric[3] ?? '', numeric[4] ?? '')
  const chinese = CHINESE.exec(text)
  if (chinese) {
    const year = Number(chinese[2])
    const isRoc = chinese[1] !== undefined || chinese[2]?.length === 3
    const isShort = chinese[2]?.length === 2
    return fixed(
      dayOf(
        isRoc ? year + ROC_EPOCH : isShort ? shortYear(year) : year,
        Number(chinese[3]),
        Number(chinese[4]),
      ),
    )
  }
  const compact = COMPACT.exec(text)
  if (compact) return fixed(dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3])))
  const serial = SERIAL.exec(text)
  if (serial && Number(serial[1]) <= LAST_SERIAL) return { kind: 'serial', serial: Number(serial[1]) }
  return fixed(readNamedMonth(text))
}

function readNumeric(first: string, second: string, third: string): DateReading {
  const numbers = [Number(first), Number(second), Number(third)] as const
  if (first.length === 4) return fixed(third.length > 2 ? invalid : dayOf(...numbers))
  // Years of the Republic of China are the only ones with three digits.
  if (first.length === 3) {
    return fixed(third.length > 2 ? invalid : dayOf(numbers[0] + ROC_EPOCH, numbers[1], numbers[2]))
  }
  const isYearShort = third.length < 3
  const mayStartWithYear = isYearShort && first.length === 2
  const mayEndWithYear = third.length === 4 || third.length === 2
  return { kind: 'open', numbers, mayStartWithYear, mayEndWithYear, isYearShort }
}

function readNamedMonth(text: string): DateResult {
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst) return namedDay(dayFirst[3] ?? '', dayFirst[2] ?? '', dayFirst[1] ?? '')
  const monthFirst = MONTH_FIRST.exec(text)
  if (monthFirst) return namedDay(monthFirst[3] ?? '', monthFirst[1] ?? '', monthFirst[2] ?? '')
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) return namedDay(yearFirst[1] ?? '', yearFirst[2] ?? '', yearFirst[3] ?? '')
  return invalid
}

function namedDay(year: string, month: string, dayOfMonth: string): DateResult {
  const number = MONTHS.get(month.toLowerCase())
  if (number === undefined) return invalid
  return dayOf(year.length === 2 ? shortYear(Number(year)) : Number(year), number, Number(dayOfMonth))
}

/** The open numbers read in one order. */
export function dayInOrder(date: OpenDate, order: DateOrder): DateResult {
  const [first, second, third] = date.numbers
  const year = (value: number): number => (date.isYearShort ? shortYear(value) : value)
  if (order === 'ymd') return date.mayStartWithYear ? dayOf(year(first), second, third) : invalid
  if (!date.mayEndWithYear) return invalid
  return order === 'dmy' ? dayOf(year(third), second, first) : dayOf(year(third), first, second)
}

const ORDERS: readonly DateOrder[] = ['ymd', 'dmy', 'mdy']

/**
 * Reads a calendar day, 1900-01-01 to 2100-12-31. `order` is the column's: 'dmy' and 'mdy' are held to strictly, 'ymd' and
 * 'ambiguous' accept a text with the year last only where one reading is possible, else 'ambiguous-date'. Excel serials
 * count only where `serials` says in which system, since any five digits look like one.
 */
export function parseDate(
  raw: string,
  order: DateOrder | 'ambiguous',
  serials: SerialSystem | null = null,
): DateResult {
  const reading = readDate(raw)
  if (reading.kind === 'result') return reading.result
  if (reading.kind === 'serial') {
    if (serials === null) return invalid
    const day = new Date(SERIAL_EPOCH[serials] + reading.serial * 86_400_000).toISOString().slice(0, 10)
    return day > LAST_DAY ? { ok: false, code: 'date-out-of-range' } : { ok: true, day }
  }
  if (order === 'dmy' || order === 'mdy' || (order === 'ymd' && reading.isYearShort)) {
    return dayInOrder(reading, order)
  }
  let only: DateResult = invalid
  for (const possible of ORDERS) {
    const result = dayInOrder(reading, possible)
    if (result.ok && only.ok && only.day !== result.day) return { ok: false, code: 'ambiguous-date' }
    if (result.ok || (!only.ok && only.code === 'invalid-date')) only = result
  }
  return only
}

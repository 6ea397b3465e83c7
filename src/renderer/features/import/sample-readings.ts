import type { Day } from '#shared/domain/calendar.ts'
import { DATE_ORDERS, type DateOrder, type DecimalSign } from '#shared/domain/import.ts'

const THREE_NUMBERS = /^\s*(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{1,2})(?!\d)/
const GROUP_OR_DECIMALS = /^[^\d.,]*(\d{1,3})([.,])(\d{3})[^\d.,]*$/
/** Two-digit years from 70 on belong to the last century, as the reader of files takes them. */
const FIRST_YEAR_OF_LAST_CENTURY = 70

export interface DateReading {
  order: DateOrder
  day: Day
}

/** The calendar days that a date of three numbers may be, one for each order that makes one; empty for other texts. */
export function dateReadings(text: string): DateReading[] {
  const numbers = THREE_NUMBERS.exec(text)
  if (!numbers) return []
  const [first = '', second = '', third = ''] = numbers.slice(1)
  return DATE_ORDERS.flatMap((order) => {
    if (order === 'ymd' && third.length === 4) return []
    const [year, month, date] =
      order === 'ymd'
        ? [first, second, third]
        : order === 'dmy'
          ? [third, second, first]
          : [third, first, second]
    const day = dayOf(fullYear(year), Number(month), Number(date))
    return day ? [{ order, day }] : []
  })
}

function fullYear(year: string): number {
  const value = Number(year)
  if (year.length === 4) return value
  return value + (value >= FIRST_YEAR_OF_LAST_CENTURY ? 1900 : 2000)
}

function dayOf(year: number, month: number, date: number): Day | null {
  const at = new Date(Date.UTC(year, month - 1, date))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date && date > 0
    ? at.toISOString().slice(0, 10)
    : null
}

/** The first cell that two orders read as different days, with its readings. */
export function ambiguousDate(
  cells: Iterable<string>,
): { text: string; readings: readonly DateReading[] } | null {
  for (const text of cells) {
    const readings = dateReadings(text)
    if (new Set(readings.map(({ day }) => day)).size > 1) return { text: text.trim(), readings }
  }
  return null
}

/** The first cell such as 1,234 that both decimal signs read, with what each makes of it. */
export function ambiguousNumber(
  cells: Iterable<string>,
): { text: string; readings: readonly { sign: DecimalSign; value: number }[] } | null {
  for (const text of cells) {
    const match = GROUP_OR_DECIMALS.exec(text)
    if (!match) continue
    const [, whole = '', mark = '', rest = ''] = match
    const grouped = Number(whole + rest)
    const decimal = Number(`${whole}.${rest}`)
    return {
      text: text.trim(),
      readings: [
        { sign: '.', value: mark === '.' ? decimal : grouped },
        { sign: ',', value: mark === ',' ? decimal : grouped },
      ],
    }
  }
  return null
}

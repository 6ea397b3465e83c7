import { z } from 'zod'

const FIRST_YEAR = 1800
const LAST_YEAR = 2199
const FIRST_DAY = `${FIRST_YEAR}-01-01`
const LAST_DAY = `${LAST_YEAR}-12-31`

/** A calendar day, YYYY-MM-DD, without a time zone; a window before or after it still has four-digit years. */
export const day = z.iso.date().refine((value) => value >= FIRST_DAY && value <= LAST_DAY, {
  error: `Expected ${FIRST_DAY} to ${LAST_DAY}`,
})
export type Day = z.infer<typeof day>

/** A calendar year that a day can fall in. */
export const year = z.int().min(FIRST_YEAR).max(LAST_YEAR)

/** An instant in UTC, ISO 8601 with a trailing Z. */
export const instant = z.iso.datetime()
export type Instant = z.infer<typeof instant>

/** Months since year 0: year × 12 + (month − 1). Consecutive months are consecutive integers. */
export const monthIndex = z.int()
export type MonthIndex = z.infer<typeof monthIndex>

const DAY_MS = 86_400_000

const toEpochDay = (value: Day): number => Date.parse(`${value}T00:00:00Z`) / DAY_MS
const fromEpochDay = (epochDay: number): Day => new Date(epochDay * DAY_MS).toISOString().slice(0, 10)

export function addDays(value: Day, days: number): Day {
  return fromEpochDay(toEpochDay(value) + days)
}

export function daysBetween(from: Day, to: Day): number {
  return toEpochDay(to) - toEpochDay(from)
}

export function monthOf(value: Day): MonthIndex {
  return Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7)) - 1
}

export function firstDayOfMonth(month: MonthIndex): Day {
  const year = String(Math.floor(month / 12)).padStart(4, '0')
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

export function lastDayOfMonth(month: MonthIndex): Day {
  return addDays(firstDayOfMonth(month + 1), -1)
}

/** Same day of another month, clamped to that month's end; the last day of a month maps to the last day. */
export function addMonths(value: Day, months: number): Day {
  const month = monthOf(value)
  if (value === lastDayOfMonth(month)) return lastDayOfMonth(month + months)
  const target = firstDayOfMonth(month + months)
  const shifted = `${target.slice(0, 8)}${value.slice(8)}`
  const end = lastDayOfMonth(month + months)
  return shifted > end ? end : shifted
}

/** The window of `months` months that ends on `asOf`, both days included. */
export function rollingWindow(asOf: Day, months: number): { from: Day; to: Day } {
  return { from: addDays(addMonths(asOf, -months), 1), to: asOf }
}

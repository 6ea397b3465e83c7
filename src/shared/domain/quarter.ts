import { z } from 'zod'
import { type Day, firstDayOfMonth, lastDayOfMonth, monthOf } from './calendar.ts'

/** A calendar quarter, such as 2026-Q3. Later quarters sort later as text. */
export const quarter = z.string().regex(/^(18|19|20|21)\d{2}-Q[1-4]$/)
export type Quarter = z.infer<typeof quarter>

const MONTHS = 3

/** Quarters since year 0; consecutive quarters are consecutive integers. */
function indexOf(value: Quarter): number {
  return Number(value.slice(0, 4)) * 4 + Number(value.slice(6)) - 1
}

function fromIndex(index: number): Quarter {
  return `${String(Math.floor(index / 4)).padStart(4, '0')}-Q${(index % 4) + 1}`
}

export function quarterOf(day: Day): Quarter {
  return fromIndex(Math.floor(monthOf(day) / MONTHS))
}

export function firstDayOfQuarter(value: Quarter): Day {
  return firstDayOfMonth(indexOf(value) * MONTHS)
}

export function lastDayOfQuarter(value: Quarter): Day {
  return lastDayOfMonth(indexOf(value) * MONTHS + MONTHS - 1)
}

export function addQuarters(value: Quarter, quarters: number): Quarter {
  return fromIndex(indexOf(value) + quarters)
}

/** How many quarters lie from one to the other; negative where the second is the earlier one. */
export function quartersBetween(from: Quarter, to: Quarter): number {
  return indexOf(to) - indexOf(from)
}

/** The last quarter that is over on the day, its own last day included. */
export function lastFullQuarter(day: Day): Quarter {
  const running = quarterOf(day)
  return day === lastDayOfQuarter(running) ? running : addQuarters(running, -1)
}

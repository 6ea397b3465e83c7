import { type Day, firstDayOfMonth, lastDayOfMonth } from '#shared/domain/calendar.ts'

const SEPARATED = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/

/** A day as people type it: 2026-9-3, 2026/09/03, 20260903, 2026年9月3日. Null for what is no day of the calendar. */
export function parseDay(text: string): Day | null {
  const match = SEPARATED.exec(text.trim()) ?? COMPACT.exec(text.trim())
  if (!match) return null
  const [, year = '', month = '', date = ''] = match
  if (Number(month) < 1 || Number(month) > 12) return null
  const index = Number(year) * 12 + Number(month) - 1
  const day = `${firstDayOfMonth(index).slice(0, 8)}${date.padStart(2, '0')}`
  return Number(date) >= 1 && day <= lastDayOfMonth(index) ? day : null
}

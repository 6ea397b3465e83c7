import {
  type Day,
  firstDayOfMonth,
  lastDayOfMonth,
  type MonthIndex,
  monthOf,
} from '#shared/domain/calendar.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'

/** First and last day, both included. */
export interface DayWindow {
  from: Day
  to: Day
}

export interface WindowParts {
  /** Months that lie in the window as a whole; null where there is none. */
  months: { from: MonthIndex; to: MonthIndex } | null
  /** Days of the window in months it only touches. */
  edges: DayWindow[]
}

/**
 * Parts a window into what kept months answer and what is left to the lines. A month without lines beyond the window
 * counts as whole.
 */
export function partWindow({ sqlite }: ReadDatabase, window: DayWindow): WindowParts {
  if (window.from > window.to) return { months: null, edges: [] }
  const firstMonth = monthOf(window.from)
  const lastMonth = monthOf(window.to)
  const hasEarlier = sqlite.prepare<[Day, Day]>(
    'SELECT 1 FROM order_line WHERE ordered_on >= ? AND ordered_on < ? LIMIT 1',
  )
  const hasLater = sqlite.prepare<[Day, Day]>(
    'SELECT 1 FROM order_line WHERE ordered_on > ? AND ordered_on <= ? LIMIT 1',
  )
  const isFirstWhole = !hasEarlier.get(firstDayOfMonth(firstMonth), window.from)
  const isLastWhole = !hasLater.get(window.to, lastDayOfMonth(lastMonth))
  if (firstMonth === lastMonth) {
    return isFirstWhole && isLastWhole
      ? { months: { from: firstMonth, to: lastMonth }, edges: [] }
      : { months: null, edges: [window] }
  }
  const from = isFirstWhole ? firstMonth : firstMonth + 1
  const to = isLastWhole ? lastMonth : lastMonth - 1
  const edges: DayWindow[] = []
  if (!isFirstWhole) edges.push({ from: window.from, to: lastDayOfMonth(firstMonth) })
  if (!isLastWhole) edges.push({ from: firstDayOfMonth(lastMonth), to: window.to })
  return { months: from <= to ? { from, to } : null, edges }
}

import type { HistoryEntry } from '#shared/contract/history.ts'
import type { Day } from '#shared/domain/calendar.ts'

export interface DayOfHistory {
  day: Day
  entries: HistoryEntry[]
}

/** Entries under their local day, in the order given. */
export function groupByDay(entries: readonly HistoryEntry[], dayOf: (at: string) => Day): DayOfHistory[] {
  const days: DayOfHistory[] = []
  for (const entry of entries) {
    const day = dayOf(entry.at)
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}

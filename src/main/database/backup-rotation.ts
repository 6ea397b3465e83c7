import { daysBetween } from '#shared/domain/calendar.ts'

const KEPT_DAYS = 7
const KEPT_WEEKS = 5
const KEPT_MONTHS = 12
/** Of the last day more than one is kept: the state before a migration or import may be wanted an hour later. */
const KEPT_RECENT = 10
const DAY_MS = 86_400_000

/**
 * Which backups may go: all but the newest of each of the last seven days, five weeks and twelve months that have
 * one, and the ten newest of the last 24 hours. Counting what exists, not what passed, an unused workspace loses none.
 */
export function expiredBackups<Backup extends { madeAt: string }>(
  backups: readonly Backup[],
  nowMs: number,
): Backup[] {
  const newestFirst = [...backups].sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
  const kept = new Set<Backup>()
  const keepNewestOf = (limit: number, periodOf: (day: string) => string | number) => {
    const periods = new Set<string | number>()
    for (const backup of newestFirst) {
      const period = periodOf(backup.madeAt.slice(0, 10))
      if (periods.has(period) || periods.size === limit) continue
      periods.add(period)
      kept.add(backup)
    }
  }
  keepNewestOf(KEPT_DAYS, (day) => day)
  // 1970-01-05 was a Monday.
  keepNewestOf(KEPT_WEEKS, (day) => Math.floor(daysBetween('1970-01-05', day) / 7))
  keepNewestOf(KEPT_MONTHS, (day) => day.slice(0, 7))
  const recent = newestFirst.filter(({ madeAt }) => nowMs - Date.parse(madeAt) < DAY_MS)
  for (const backup of recent.slice(0, KEPT_RECENT)) kept.add(backup)
  return newestFirst.filter((backup) => !kept.has(backup))
}

import type { AccountDetail } from '#shared/contract/account.ts'

export type RhythmState = 'never' | 'unknown' | 'within' | 'late' | 'silent'

/** Beyond its own rhythm times this, a customer is late; beyond the second, silent. */
const LATE = 1.5
const SILENT = 3

/** How the time since the last order compares with the customer's own median gap between orders. */
export function rhythmState({
  row,
  orderRhythmDays,
}: {
  row: Pick<AccountDetail['row'], 'recencyDays'>
  orderRhythmDays: number | null
}): { state: RhythmState; times: number | null } {
  if (row.recencyDays === null) return { state: 'never', times: null }
  if (orderRhythmDays === null || orderRhythmDays <= 0) return { state: 'unknown', times: null }
  const times = row.recencyDays / orderRhythmDays
  return { state: times > SILENT ? 'silent' : times > LATE ? 'late' : 'within', times }
}

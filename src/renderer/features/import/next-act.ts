import type { Gap } from './import-request.ts'
import { bringsNothing, newLines } from './receipt-facts.ts'
import type { CheckState } from './use-import-check.ts'

/** What the footer's primary button does, and says. */
export type NextAct =
  | { act: 'blocked'; reason: 'missing'; gaps: readonly Gap[] }
  | { act: 'blocked'; reason: 'unreadable' | 'nothing-new' | 'nothing-accepted' }
  /** On to the problems; rows and likely duplicates are 0 while the check is still running. */
  | { act: 'review'; isChecking: boolean; problemRows: number; duplicates: number }
  | { act: 'write'; rows: number; rejectedRows: number }

/** The act after the mapping: what is clean is written at once, the rest is looked at first. */
export function actAfterMapping(gaps: readonly Gap[], isReadable: boolean, checking: CheckState): NextAct {
  if (!isReadable) return { act: 'blocked', reason: 'unreadable' }
  if (gaps.length > 0) return { act: 'blocked', reason: 'missing', gaps }
  if (checking.state !== 'done') {
    return { act: 'review', isChecking: checking.state === 'running', problemRows: 0, duplicates: 0 }
  }
  const { check } = checking
  if (check.rejected > 0 || check.duplicates.length > 0) {
    return {
      act: 'review',
      isChecking: false,
      problemRows: check.rejected,
      duplicates: check.duplicates.length,
    }
  }
  return actAfterProblems(checking)
}

/** The act after the problems: write what can be written. */
export function actAfterProblems(checking: CheckState): NextAct {
  if (checking.state !== 'done') return { act: 'review', isChecking: true, problemRows: 0, duplicates: 0 }
  const { check } = checking
  if (check.accepted === 0) return { act: 'blocked', reason: 'nothing-accepted' }
  if (bringsNothing(check)) return { act: 'blocked', reason: 'nothing-new' }
  return { act: 'write', rows: newLines(check), rejectedRows: check.rejected }
}

import { MainstayError } from '#shared/contract/call-result.ts'
import type { Instant } from '#shared/domain/calendar.ts'
import type { CreditDecision } from '#shared/domain/credit.ts'
import type { Id } from '#shared/domain/id.ts'
import type { Quarter } from '#shared/domain/quarter.ts'
import type { ChangeWriter } from '../../ledger/ledger.ts'
import { type SheetEntries, sheetId } from './credit-repository.ts'
import type { OpenedSheet } from './credit-sheet.ts'

/**
 * The sheet as a finished rating. Errors: credit-incomplete; invalid-input where the grade changes without
 * a reason.
 */
export function finishSheet(
  { sheet, template }: OpenedSheet,
  { reason, author, ratedAt }: { reason: string; author: string; ratedAt: Instant },
): CreditDecision {
  const { result, previous, asOf } = sheet
  const { grade, points, pointsGrade, termsDays } = result
  if (grade === null || points === null || pointsGrade === null || termsDays === null) {
    throw new MainstayError('credit-incomplete', 'Too little is known for a grade.', {
      categories: result.missing,
    })
  }
  const before = sheet.decision ?? previous?.decision
  if (before && before.grade !== grade && reason === '') {
    throw new MainstayError('invalid-input', 'A changed grade needs a reason.', {
      fields: [{ path: 'reason', message: 'A changed grade needs a reason' }],
    })
  }
  return {
    grade,
    points,
    pointsGrade,
    gates: result.gates,
    coverage: result.coverage,
    indicators: sheet.rows.map(({ key, value, weight, points: earned }) => ({
      key,
      value,
      weight,
      points: earned,
    })),
    categories: result.categories,
    asOf,
    templateVersion: template.version,
    previous: previous && {
      quarter: previous.quarter,
      grade: previous.decision.grade,
      points: previous.decision.points,
    },
    limit: result.limit,
    termsDays,
    reason,
    author,
    ratedAt,
  }
}

/** Writes the sheet of an account and quarter whole: entries taken over from an earlier one become its own. */
export function writeSheet(
  writer: ChangeWriter,
  accountId: Id,
  quarter: Quarter,
  { entries, decision }: { entries: SheetEntries; decision?: CreditDecision },
): void {
  writer.setAll('credit_rating', sheetId(accountId, quarter), {
    core: { partyId: accountId, quarter },
    entries: { values: { ...entries.values }, insolvency: entries.insolvency },
    ...(decision ? { decision } : {}),
  })
}

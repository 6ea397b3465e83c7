import type { ImportCheck } from '#shared/contract/import.ts'
import type { RecordKind } from '#shared/domain/import-kind.ts'

/** Kinds whose rows carry an amount that adds up to something. */
const SUMMED: readonly RecordKind[] = ['invoices', 'payments', 'opportunities', 'customer-spend']
/** Kinds whose rows are placed by a day worth showing. */
const DATED: readonly RecordKind[] = ['invoices', 'payments', 'opportunities']
/** Kinds whose rows stand as they came and are never revised by a later file. */
const FIXED: readonly RecordKind[] = ['invoices', 'payments']

/** Which figures a check of records has something to say about. */
export function recordFacts(kind: RecordKind, check: Pick<ImportCheck, 'returns' | 'newAccounts'>) {
  return {
    hasUpdates: !FIXED.includes(kind),
    hasDays: DATED.includes(kind),
    hasSum: SUMMED.includes(kind),
    hasCredits: kind === 'invoices' && check.returns > 0,
    makesProspects: kind === 'opportunities' && check.newAccounts > 0,
  }
}

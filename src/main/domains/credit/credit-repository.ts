import { z } from 'zod'
import {
  type CreditDecision,
  type CreditEntry,
  type CreditIndicatorKey,
  type CreditTemplate,
  creditDecision,
  creditEntry,
  creditIndicatorKey,
  creditTemplate,
  type LegalState,
  legalState,
} from '#shared/domain/credit.ts'
import type { Id } from '#shared/domain/id.ts'
import { type Quarter, quarter } from '#shared/domain/quarter.ts'
import { idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { DEFAULT_CREDIT_TEMPLATE } from '../../scoring/credit-template.ts'

export type CreditEntries = Partial<Record<CreditIndicatorKey, CreditEntry>>

/** What was entered on a sheet. */
export interface SheetEntries {
  values: CreditEntries
  insolvency: (LegalState & { carriedFrom: Quarter | null }) | null
}

export interface SheetRow {
  quarter: Quarter
  entries: SheetEntries
  decision: CreditDecision | null
}

export const NO_ENTRIES: SheetEntries = { values: {}, insolvency: null }

const sheetEntries = z.strictObject({
  values: z.partialRecord(creditIndicatorKey, creditEntry),
  insolvency: legalState.extend({ carriedFrom: quarter.nullable() }).nullable(),
})

/** One sheet per account and quarter, the same row on every copy of the workspace. */
export function sheetId(accountId: Id, of: Quarter): Id {
  return stableId('credit-rating', accountId, of)
}

/** Every sheet of an account, the newest quarter first. */
export function listSheets(database: ReadDatabase, accountId: Id): SheetRow[] {
  const rows = database.all(
    tables
      .selectFrom('credit_rating')
      .select(['quarter', 'entries', 'decision'])
      .where('party_id', '=', idToBlob(accountId))
      .where('is_deleted', '=', 0)
      .orderBy('quarter', 'desc')
      .orderBy('id'),
  )
  return rows.flatMap((row) => {
    const of = quarter.safeParse(row.quarter)
    if (!of.success) return []
    const entries = sheetEntries.safeParse(JSON.parse(row.entries ?? 'null'))
    const decision = creditDecision.safeParse(JSON.parse(row.decision ?? 'null'))
    return [
      {
        quarter: of.data,
        entries: entries.success ? entries.data : NO_ENTRIES,
        decision: decision.success ? decision.data : null,
      },
    ]
  })
}

/** The newest template that this version understands; before any, the one every workspace begins with. */
export function readTemplate(database: ReadDatabase): CreditTemplate {
  const rows = database.all(
    tables
      .selectFrom('credit_template')
      .select('definition')
      .where('is_deleted', '=', 0)
      .where('definition', 'is not', null)
      .orderBy('version', 'desc')
      .orderBy('id'),
  )
  for (const { definition } of rows) {
    const parsed = creditTemplate.safeParse(JSON.parse(definition ?? 'null'))
    if (parsed.success) return parsed.data
  }
  return DEFAULT_CREDIT_TEMPLATE
}

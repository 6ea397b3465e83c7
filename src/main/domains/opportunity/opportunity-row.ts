import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { OpportunityFields } from '#shared/contract/opportunity.ts'
import { type Day, day } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import { currencyCode } from '#shared/domain/money.ts'
import {
  type CloseReason,
  closeReason,
  type OpportunityOutcome,
  type OpportunityStage,
  opportunityOutcome,
  opportunityStage,
  PURCHASE_SCENARIOS,
} from '#shared/domain/opportunity.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { Schema } from '../../database/schema.ts'

const reasons = z.array(z.unknown())
const scenario = z.enum(PURCHASE_SCENARIOS)

export interface StoredOpportunity {
  id: Id
  fields: OpportunityFields
  stage: OpportunityStage
  openedOn: Day | null
  outcome: { result: OpportunityOutcome; closedOn: Day; reasons: CloseReason[] } | null
}

/** Reasons unknown to this version are left out. */
function rowToReasons(text: string | null): CloseReason[] {
  return reasons
    .catch([])
    .parse(JSON.parse(text ?? '[]'))
    .flatMap((reason) => {
      const known = closeReason.safeParse(reason)
      return known.success ? [known.data] : []
    })
}

export function rowToOpportunity(row: Selectable<Schema['opportunity']>): StoredOpportunity {
  const result = opportunityOutcome.nullable().catch(null).parse(row.outcome)
  const currency = currencyCode.nullable().catch(null).parse(row.value_currency)
  return {
    id: blobToId(row.id),
    fields: {
      name: row.name ?? '',
      number: row.number,
      categoryId: row.category_id && blobToId(row.category_id),
      value: row.value_amount === null || currency === null ? null : { amount: row.value_amount, currency },
      probabilityPercent: row.probability_percent,
      expectedCloseOn: day.nullable().catch(null).parse(row.expected_close_on),
      competitor: row.competitor,
      scenario: scenario.nullable().catch(null).parse(row.scenario),
      owner: row.owner,
      notes: row.notes,
    },
    stage: opportunityStage.catch('identified').parse(row.stage),
    openedOn: day.nullable().catch(null).parse(row.opened_on),
    outcome:
      result === null || row.closed_on === null
        ? null
        : { result, closedOn: row.closed_on, reasons: rowToReasons(row.reasons) },
  }
}

import type { Selectable } from 'kysely'
import type { z } from 'zod'
import { whiteSpaceState } from '#shared/domain/wallet.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { Schema } from '../../database/schema.ts'
import { type BudgetRates, toBaseAmount } from '../order/budget-rates.ts'

export interface NotedCell {
  state: z.infer<typeof whiteSpaceState> | null
  /** In the base currency; null while unknown or without a rate. */
  potential: number | null
  competitor: string | null
  nextStep: string | null
  opportunityId: string | null
}

export function rowToCell(row: Selectable<Schema['white_space_cell']>, { rates }: BudgetRates): NotedCell {
  const rate = row.potential_currency === null ? undefined : rates.get(row.potential_currency)
  return {
    state: whiteSpaceState.nullable().catch(null).parse(row.state),
    potential:
      row.potential_amount === null || rate === undefined ? null : toBaseAmount(row.potential_amount, rate),
    competitor: row.competitor,
    nextStep: row.next_step,
    opportunityId: row.opportunity_id && blobToId(row.opportunity_id),
  }
}

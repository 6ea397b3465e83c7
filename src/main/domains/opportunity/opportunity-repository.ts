import type { OpportunityRow } from '#shared/contract/opportunity.ts'
import type { Day } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import { classOrNone } from '#shared/domain/value-class.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { probabilityOf, weightedValue } from '../../scoring/pipeline.ts'
import { type BudgetRates, toBaseAmount } from '../order/budget-rates.ts'
import { rowToOpportunity, type StoredOpportunity } from './opportunity-row.ts'

export interface ListedOpportunity extends OpportunityRow {
  accountKey: number
  classRank: number | null
}

/** Every living opportunity of a living company, newest first. */
export function listOpportunities(
  database: ReadDatabase,
  { rates }: BudgetRates,
  asOf: Day | null,
  accountId?: Id,
): ListedOpportunity[] {
  let opportunities = tables
    .selectFrom('opportunity')
    .innerJoin('party', 'party.id', 'opportunity.party_id')
    .leftJoin('account_standing as standing', 'standing.account_key', 'party.key')
    .leftJoin('category', (join) =>
      join.onRef('category.id', '=', 'opportunity.category_id').on('category.is_deleted', '=', 0),
    )
    .where('opportunity.is_deleted', '=', 0)
    .where('party.is_deleted', '=', 0)
    .where('party.kind', '=', 'company')
    .selectAll('opportunity')
    .select([
      'party.key as account_key',
      'party.id as account_id',
      'party.name as account',
      'standing.value_class',
      'standing.value_class_rank',
      'category.name as category',
    ])
    .orderBy('opportunity.opened_on', 'desc')
    .orderBy('opportunity.id')
  if (accountId !== undefined) opportunities = opportunities.where('party.id', '=', idToBlob(accountId))
  const fromCells = new Set(
    database
      .all(
        tables
          .selectFrom('white_space_cell')
          .select('opportunity_id')
          .where('is_deleted', '=', 0)
          .where('opportunity_id', 'is not', null),
      )
      .flatMap(({ opportunity_id }) => (opportunity_id ? [blobToId(opportunity_id)] : [])),
  )
  return database.all(opportunities).map((row): ListedOpportunity => {
    const { id, fields, stage, openedOn, outcome } = rowToOpportunity(row)
    const rate = fields.value ? rates.get(fields.value.currency) : undefined
    const baseValue = fields.value && rate !== undefined ? toBaseAmount(fields.value.amount, rate) : null
    const item = { stage, value: baseValue, probabilityPercent: fields.probabilityPercent }
    return {
      id,
      accountId: blobToId(row.account_id),
      account: row.account,
      accountKey: row.account_key,
      valueClass: classOrNone.parse(row.value_class),
      classRank: row.value_class_rank,
      ...fields,
      category: row.category,
      stage,
      effectivePercent: outcome ? (outcome.result === 'won' ? 100 : 0) : probabilityOf(item),
      baseValue,
      weighted: outcome ? null : weightedValue(item),
      openedOn,
      outcome,
      isOverdue:
        outcome === null && asOf !== null && fields.expectedCloseOn !== null && fields.expectedCloseOn < asOf,
      fromWhiteSpace: fromCells.has(id),
    }
  })
}

export interface FoundOpportunity extends StoredOpportunity {
  accountId: Id
  account: string
}

/** A living opportunity. */
export function findOpportunity(database: ReadDatabase, id: Id): FoundOpportunity | undefined {
  const row = database.get(
    tables
      .selectFrom('opportunity')
      .innerJoin('party', 'party.id', 'opportunity.party_id')
      .selectAll('opportunity')
      .select(['party.name as account', 'party.id as account_id'])
      .where('opportunity.id', '=', idToBlob(id))
      .where('opportunity.is_deleted', '=', 0)
      .where('party.is_deleted', '=', 0),
  )
  return row && { ...rowToOpportunity(row), accountId: blobToId(row.account_id), account: row.account }
}

/** The living opportunity that carries a number, if any. */
export function findOpportunityByNumber(database: ReadDatabase, number: string): Id | undefined {
  const row = database.get(
    tables.selectFrom('opportunity').select('id').where('number', '=', number).where('is_deleted', '=', 0),
  )
  return row && blobToId(row.id)
}

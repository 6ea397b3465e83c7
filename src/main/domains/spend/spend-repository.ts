import type { RecordedSpend } from '#shared/contract/wallet.ts'
import type { Id } from '#shared/domain/id.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { type BudgetRates, readBudgetRates } from '../order/budget-rates.ts'
import { rowToSpend } from './spend-row.ts'

/** The same wherever it is recorded, so that colleagues' figures of one category and year merge. */
export const customerSpendId = (accountId: Id, categoryId: Id, year: number): Id =>
  stableId('customer-spend', accountId, categoryId, String(year))

export interface SpendOfCategory extends RecordedSpend {
  accountKey: number
  categoryKey: number
}

/** Recorded spend of living accounts and categories, of all accounts or of one. */
export function listSpends(
  database: ReadDatabase,
  accountKey?: number,
  rates: BudgetRates = readBudgetRates(database),
): SpendOfCategory[] {
  let spends = tables
    .selectFrom('customer_spend')
    .innerJoin('party', 'party.id', 'customer_spend.party_id')
    .innerJoin('category', 'category.id', 'customer_spend.category_id')
    .where('customer_spend.is_deleted', '=', 0)
    .where('party.is_deleted', '=', 0)
    .where('party.kind', '=', 'company')
    .where('category.is_deleted', '=', 0)
    .selectAll('customer_spend')
    .select(['party.key as account_key', 'category.key as category_key'])
    .orderBy('customer_spend.year', 'desc')
    .orderBy('customer_spend.id')
  if (accountKey !== undefined) spends = spends.where('party.key', '=', accountKey)
  return database.all(spends).flatMap((row) => {
    const spend = rowToSpend(row, rates)
    return spend ? [{ ...spend, accountKey: row.account_key, categoryKey: row.category_key }] : []
  })
}

export interface StoredSpend {
  accountId: Buffer | null
  categoryId: Buffer | null
  spend: RecordedSpend
}

/** A living spend. */
export function findSpend(database: ReadDatabase, id: Id): StoredSpend | undefined {
  const row = database.get(
    tables
      .selectFrom('customer_spend')
      .selectAll()
      .where('id', '=', idToBlob(id))
      .where('is_deleted', '=', 0),
  )
  const spend = row && rowToSpend(row, readBudgetRates(database))
  return row && spend ? { accountId: row.party_id, categoryId: row.category_id, spend } : undefined
}

/** Parties of which spend was ever recorded, deleted figures included. */
export function partiesWithSpend(database: ReadDatabase): Id[] {
  const rows = database.all(
    tables.selectFrom('customer_spend').select('party_id').distinct().where('party_id', 'is not', null),
  )
  return rows.flatMap(({ party_id }) => (party_id ? [blobToId(party_id)] : []))
}

/** Whether spend was ever recorded in one of these categories, deleted figures included. */
export function hasSpendIn(database: ReadDatabase, categories: readonly Id[]): boolean {
  if (categories.length === 0) return false
  const rows = database.all(tables.selectFrom('customer_spend').select('category_id').distinct())
  const recorded = new Set(rows.flatMap((row) => (row.category_id ? [blobToId(row.category_id)] : [])))
  return categories.some((category) => recorded.has(category))
}

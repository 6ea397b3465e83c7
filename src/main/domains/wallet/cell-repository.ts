import type { Id } from '#shared/domain/id.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { type BudgetRates, readBudgetRates } from '../order/budget-rates.ts'
import { type NotedCell, rowToCell } from './cell-row.ts'

export const whiteSpaceCellId = (accountId: Id, categoryId: Id): Id =>
  stableId('white-space-cell', accountId, categoryId)

export interface CellOfAccount extends NotedCell {
  accountKey: number
  categoryKey: number
  /** The linked opportunity's name while it lives. */
  opportunityName: string | null
}

/** What people noted of white space, of all living accounts or of one. */
export function listCells(
  database: ReadDatabase,
  accountKey?: number,
  rates: BudgetRates = readBudgetRates(database),
): CellOfAccount[] {
  let cells = tables
    .selectFrom('white_space_cell')
    .innerJoin('party', 'party.id', 'white_space_cell.party_id')
    .innerJoin('category', 'category.id', 'white_space_cell.category_id')
    .leftJoin('opportunity', (join) =>
      join
        .onRef('opportunity.id', '=', 'white_space_cell.opportunity_id')
        .on('opportunity.is_deleted', '=', 0),
    )
    .where('white_space_cell.is_deleted', '=', 0)
    .where('party.is_deleted', '=', 0)
    .where('category.is_deleted', '=', 0)
    .selectAll('white_space_cell')
    .select([
      'party.key as account_key',
      'category.key as category_key',
      'opportunity.name as opportunity_name',
    ])
  if (accountKey !== undefined) cells = cells.where('party.key', '=', accountKey)
  return database.all(cells).map((row) => ({
    ...rowToCell(row, rates),
    // A removed opportunity leaves the cell as it was before one was opened.
    ...(row.opportunity_name === null ? { opportunityId: null } : {}),
    opportunityName: row.opportunity_name,
    accountKey: row.account_key,
    categoryKey: row.category_key,
  }))
}

export interface CategoryName {
  key: number
  id: Buffer
  name: string
}

export function listCategoryNames(database: ReadDatabase): CategoryName[] {
  return database.all(
    tables.selectFrom('category').select(['key', 'id', 'name']).where('is_deleted', '=', 0).orderBy('key'),
  )
}

import { MainstayError } from '#shared/contract/call-result.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts'
import { idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { listOrderLines } from '../order/order-lines.ts'
import { getCompany } from './account-detail.ts'

/** The order lines behind a figure, newest first. Errors: not-found for the account and for the category. */
export function listAccountLines(
  database: ReadDatabase,
  { id, from, to, categoryId, kind, offset, limit }: ParsedInputOf<'account.listLines'>,
): OutputOf<'account.listLines'> {
  const { key } = getCompany(database, id)
  const categoryKey = typeof categoryId === 'string' ? getCategoryKey(database, categoryId) : categoryId
  return listOrderLines(database, { accountKey: key, from, to, categoryKey, kind }, { offset, limit })
}

function getCategoryKey(database: ReadDatabase, id: string): number {
  const row = database.get(tables.selectFrom('category').select('key').where('id', '=', idToBlob(id)))
  if (!row) throw new MainstayError('not-found', 'There is no such category.', { id, kind: 'category' })
  return row.key
}

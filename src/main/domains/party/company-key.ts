import { MainstayError } from '#shared/contract/call-result.ts'
import type { Id } from '#shared/domain/id.ts'
import { idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'

/** Local key of a living company. Errors: not-found. */
export function requireCompanyKey(database: ReadDatabase, id: Id): number {
  const row = database.get(
    tables
      .selectFrom('party')
      .select('key')
      .where('id', '=', idToBlob(id))
      .where('kind', '=', 'company')
      .where('is_deleted', '=', 0),
  )
  if (!row) throw new MainstayError('not-found', 'There is no such account.', { id, kind: 'account' })
  return row.key
}

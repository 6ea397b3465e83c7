import type { Id } from '#shared/domain/id.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'

export interface AccountName {
  id: Id
  number: string
  name: string
}

/** Id, number and name of accounts by their local keys. */
export function namesOfAccounts(
  { sqlite }: ReadDatabase,
  accountKeys: readonly number[],
): (accountKey: number) => AccountName {
  const rows = sqlite
    .prepare<[string], { key: number; id: Buffer; number: string | null; name: string | null }>(
      'SELECT key, id, number, name FROM party WHERE key IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(accountKeys))
  const byKey = new Map(
    rows.map(({ key, id, number, name }) => [
      key,
      { id: blobToId(id), number: number ?? '', name: name ?? '' },
    ]),
  )
  return (accountKey) => {
    const found = byKey.get(accountKey)
    if (!found) throw new RangeError(`There is no account with the key ${accountKey}.`)
    return found
  }
}

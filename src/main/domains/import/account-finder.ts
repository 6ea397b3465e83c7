import type { Id } from '#shared/domain/id.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { coreName } from '../../ledger/core-name.ts'
import { stableId } from '../../ledger/stable-id.ts'

export interface FoundAccount {
  readonly key: number
  readonly id: Id
}

interface Row {
  key: number
  id: Buffer
}

/**
 * Finds customers of the workspace for rows that may not make new ones: by number, then by the id that customers imported
 * under that number have; a bare name by itself, then without its legal form. 'ambiguous' where a name fits several.
 */
export function createAccountFinder({
  sqlite,
}: ReadDatabase): (number: string | null, name: string | null) => FoundAccount | 'unknown' | 'ambiguous' {
  const living = "FROM party WHERE kind = 'company' AND is_deleted = 0"
  const byNumber = sqlite.prepare<[string], Row>(
    `SELECT key, id ${living} AND number = ? ORDER BY key LIMIT 1`,
  )
  const byId = sqlite.prepare<[Buffer], Row>(`SELECT key, id ${living} AND id = ?`)
  const byCore = sqlite.prepare<[string], Row & { name: string }>(
    `SELECT key, id, name ${living} AND name_core = ? ORDER BY key`,
  )
  const known = new Map<string, FoundAccount | 'unknown' | 'ambiguous'>()

  const found = (row: Row | undefined): FoundAccount | 'unknown' =>
    row ? { key: row.key, id: blobToId(row.id) } : 'unknown'

  const ofName = (name: string) => {
    const rows = byCore.all(coreName(name))
    const same = rows.filter((row) => row.name === name)
    const [only, ...others] = same.length > 0 ? same : rows
    return others.length > 0 ? 'ambiguous' : found(only)
  }

  return (number, name) => {
    const asked = number === null ? `n${name ?? ''}` : `#${number}`
    const met = known.get(asked)
    if (met !== undefined) return met
    const account =
      number === null
        ? ofName(name ?? '')
        : found(byNumber.get(number) ?? byId.get(idToBlob(stableId('customer-number', number))))
    known.set(asked, account)
    return account
  }
}

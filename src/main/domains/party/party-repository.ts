import { MainstayError } from '#shared/contract/call-result.ts'
import type { Id } from '#shared/domain/id.ts'
import type { PartyKind } from '#shared/domain/party.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'

/** Throws not-found unless a living party of that kind has the id. */
export function requireParty(database: ReadDatabase, id: Id, kind: PartyKind): void {
  const row = database.get(
    tables
      .selectFrom('party')
      .select('key')
      .where('id', '=', idToBlob(id))
      .where('kind', '=', kind)
      .where('is_deleted', '=', 0),
  )
  if (!row) throw new MainstayError('not-found', `There is no such ${kind}.`, { id, kind })
}

export function findPartyName(database: ReadDatabase, id: Id): string | undefined {
  return database.get(tables.selectFrom('party').select('name').where('id', '=', idToBlob(id)))?.name
}

/** Local keys of the companies behind changed party and role rows, deleted ones included. */
export function accountKeysOf(
  database: ReadDatabase,
  changed: { parties: readonly Id[]; roles: readonly Id[] },
): number[] {
  const keys = new Set<number>()
  for (const id of changed.parties) {
    const row = database.get(
      tables.selectFrom('party').select(['key', 'kind']).where('id', '=', idToBlob(id)),
    )
    if (row && row.kind !== 'person') keys.add(row.key)
  }
  for (const id of changed.roles) {
    const row = database.get(
      tables
        .selectFrom('party_role')
        .innerJoin('party', 'party.id', 'party_role.party_id')
        .select('party.key')
        .where('party_role.id', '=', idToBlob(id)),
    )
    if (row) keys.add(row.key)
  }
  return [...keys]
}

/** The living company that carries a customer number, if any. */
export function findCompanyByNumber(database: ReadDatabase, number: string): Id | undefined {
  const row = database.get(
    tables
      .selectFrom('party')
      .select('id')
      .where('number', '=', number)
      .where('kind', '=', 'company')
      .where('is_deleted', '=', 0),
  )
  return row && blobToId(row.id)
}

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

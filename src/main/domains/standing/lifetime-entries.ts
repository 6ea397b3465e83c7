import type { Id } from '#shared/domain/id.ts'
import { type LifetimeEntries, lifetimeEntries } from '#shared/domain/lifetime.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'

/** What was entered of each account; accounts without an entry are left out. */
export function readAllEntries(database: ReadDatabase): Map<Id, LifetimeEntries> {
  const rows = database.all(
    tables
      .selectFrom('lifetime_assumption')
      .select(['party_id', 'assumption'])
      .where('is_deleted', '=', 0)
      .where('assumption', 'is not', null),
  )
  const entries = new Map<Id, LifetimeEntries>()
  for (const { party_id: partyId, assumption } of rows) {
    const entered = parseEntries(assumption)
    if (partyId && Object.keys(entered).length > 0) entries.set(blobToId(partyId), entered)
  }
  return entries
}

export function readEntries(database: ReadDatabase, accountId: Id): LifetimeEntries {
  const row = database.get(
    tables
      .selectFrom('lifetime_assumption')
      .select('assumption')
      .where('party_id', '=', idToBlob(accountId))
      .where('is_deleted', '=', 0),
  )
  return parseEntries(row?.assumption ?? null)
}

/** An entry beyond today's limits counts as none. */
function parseEntries(text: string | null): LifetimeEntries {
  const parsed = lifetimeEntries.safeParse(JSON.parse(text ?? '{}'))
  return parsed.success ? parsed.data : {}
}

/** The accounts whose entries these rows hold, deleted rows included. */
export function partiesOfEntries({ sqlite }: ReadDatabase, rowIds: readonly Id[]): Id[] {
  const find = sqlite
    .prepare<[Buffer], Buffer | null>('SELECT party_id FROM lifetime_assumption WHERE id = ?')
    .pluck()
  return rowIds.flatMap((rowId) => {
    const partyId = find.get(idToBlob(rowId))
    return partyId ? [blobToId(partyId)] : []
  })
}

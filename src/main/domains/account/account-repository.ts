import { sql } from 'kysely'
import type { Id } from '#shared/domain/id.ts'
import { type PartyRole, partyRole } from '#shared/domain/party.ts'
import { idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'

export function listRoles(database: ReadDatabase, partyId: Id): PartyRole[] {
  return database
    .all(
      tables
        .selectFrom('party_role')
        .select('role')
        .where('party_id', '=', idToBlob(partyId))
        .where('is_deleted', '=', 0)
        .orderBy('role'),
    )
    .map((row) => partyRole.parse(row.role))
}

const NUMBER_PREFIX = 'C-'
const NUMBER_DIGITS = 5

/** The next number of the form C-00042; deleted accounts keep theirs. */
export function nextCustomerNumber(database: ReadDatabase): string {
  const row = database.get(
    tables
      .selectFrom('party')
      .select('number')
      .where(sql<boolean>`number glob ${NUMBER_PREFIX + '[0-9]'.repeat(NUMBER_DIGITS)}`)
      .orderBy('number', 'desc')
      .limit(1),
  )
  const highest = row?.number ? Number(row.number.slice(NUMBER_PREFIX.length)) : 0
  return NUMBER_PREFIX + String(highest + 1).padStart(NUMBER_DIGITS, '0')
}

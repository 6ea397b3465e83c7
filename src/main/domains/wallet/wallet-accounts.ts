import { classOrNone, type ValueClass } from '#shared/domain/value-class.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'

export interface ListedAccount {
  accountKey: number
  id: Buffer
  name: string
  number: string
  accountManager: string | null
  valueClass: ValueClass | null
  classRank: number | null
}

/** Every account with a standing, those that only may trade included. */
export function listWalletAccounts(database: ReadDatabase): ListedAccount[] {
  const rows = database.all(
    tables
      .selectFrom('account_standing as standing')
      .innerJoin('party', 'party.key', 'standing.account_key')
      .where('party.is_deleted', '=', 0)
      .select([
        'party.key',
        'party.id',
        'party.name',
        'party.number',
        'party.account_manager',
        'standing.value_class',
        'standing.value_class_rank',
      ]),
  )
  return rows.map((row) => ({
    accountKey: row.key,
    id: row.id,
    name: row.name,
    number: row.number ?? '',
    accountManager: row.account_manager,
    valueClass: classOrNone.parse(row.value_class),
    classRank: row.value_class_rank,
  }))
}

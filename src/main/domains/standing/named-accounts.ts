import type { Id } from '#shared/domain/id.ts'
import { classOrNone, type ValueClass } from '#shared/domain/value-class.ts'
import { blobToId } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'

/** What a list beside the accounts grid shows of an account. */
export interface NamedAccount {
  accountId: Id
  number: string
  name: string
  accountManager: string | null
  /** Null without a standing, and for a class that this version does not know. */
  valueClass: ValueClass | null
  /** Net sales of the window in the base currency. */
  netSales: number
  orderCount: number
}

/** Every living company by its key. */
export function readNamedAccounts(database: ReadDatabase): Map<number, NamedAccount> {
  const rows = database.all(
    tables
      .selectFrom('party')
      .leftJoin('account_standing as standing', 'standing.account_key', 'party.key')
      .select([
        'party.key',
        'party.id',
        'party.number',
        'party.name',
        'party.account_manager',
        'standing.value_class',
        'standing.net',
        'standing.order_count',
      ])
      .where('party.kind', '=', 'company')
      .where('party.is_deleted', '=', 0),
  )
  return new Map(
    rows.map((row) => [
      row.key,
      {
        accountId: blobToId(row.id),
        number: row.number ?? '',
        name: row.name,
        accountManager: row.account_manager,
        valueClass: classOrNone.parse(row.value_class),
        netSales: row.net ?? 0,
        orderCount: row.order_count ?? 0,
      },
    ]),
  )
}

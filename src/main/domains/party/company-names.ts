import type { Id } from '#shared/domain/id.ts'
import { classOrNone, type ValueClass } from '#shared/domain/value-class.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'

/** A living company as lists of figures name it. */
export interface CompanyName {
  accountKey: number
  id: Id
  name: string
  valueClass: ValueClass | null
}

/** Those of the keys that are living companies, in no order. */
export function readCompanyNames({ sqlite }: ReadDatabase, keys: Iterable<number>): CompanyName[] {
  return sqlite
    .prepare<[string], { accountKey: number; id: Buffer; name: string; valueClass: string | null }>(
      `SELECT party.key AS accountKey, party.id, party.name, standing.value_class AS valueClass
       FROM party LEFT JOIN account_standing AS standing ON standing.account_key = party.key
       WHERE party.kind = 'company' AND party.is_deleted = 0 AND party.merged_into IS NULL
         AND party.key IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify([...keys]))
    .map((row) => ({ ...row, id: blobToId(row.id), valueClass: classOrNone.parse(row.valueClass) }))
}

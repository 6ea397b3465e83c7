import { type FieldCriterion, fieldCriterion } from '#shared/domain/scoring-model.ts'
import { blobToId } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { FieldNumbers } from '../../scoring/account-inputs.ts'
import { readNumericValues } from '../field/custom-values.ts'

/** Values of the number and money fields of accounts, money in currency units; null for an account without any. */
export function readFieldFacts(database: ReadDatabase): (accountKey: number) => FieldNumbers | null {
  const columns = listNumericFields(database).map(({ id, key }) => ({
    key,
    values: readNumericValues(database, id),
  }))
  if (columns.length === 0) return () => null
  return (accountKey) => {
    const numbers: Partial<Record<FieldCriterion, number>> = {}
    let hasAny = false
    for (const { key, values } of columns) {
      const value = values.get(accountKey)
      if (value === undefined) continue
      numbers[key] = value
      hasAny = true
    }
    return hasAny ? numbers : null
  }
}

/** Number and money fields of accounts that are there, in their order. */
export function listNumericFields(database: ReadDatabase) {
  return database
    .all(
      tables
        .selectFrom('custom_field')
        .select(['id', 'name', 'kind', 'unit'])
        .where('is_deleted', '=', 0)
        .where('owner', '=', 'account')
        .where('kind', 'in', ['number', 'money'])
        .orderBy('position')
        .orderBy('id'),
    )
    .map((row) => {
      const id = blobToId(row.id)
      return {
        id,
        key: fieldCriterion.parse(`field:${id}`),
        name: row.name ?? '',
        isMoney: row.kind === 'money',
        unit: row.unit,
      }
    })
}

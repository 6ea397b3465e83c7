import type { FieldKind } from '#shared/domain/custom-field.ts'
import type { CustomFieldName } from '#shared/domain/import-field.ts'
import type { ImportKind } from '#shared/domain/import-kind.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { OwnField } from '../../interchange/mapped-fields.ts'
import type { CustomReading } from '../../interchange/record-field.ts'
import { listDefinitions } from '../field/field-repository.ts'

const READINGS = {
  text: 'text',
  number: 'decimal',
  money: 'amount',
  date: 'day',
  choice: 'option',
} as const satisfies Record<FieldKind, CustomReading>

/** The firm's own fields that a file of the kind can fill. */
export function ownFieldsOf(database: ReadDatabase, kind: ImportKind): OwnField[] {
  if (kind !== 'parties') return []
  return listDefinitions(database)
    .filter(({ owner }) => owner === 'account')
    .map(({ id, name, kind: fieldKind, options }) => ({
      field: `custom:${id}` satisfies CustomFieldName,
      name,
      reading: READINGS[fieldKind],
      options,
    }))
}

import { MainstayError } from '#shared/contract/call-result.ts'
import {
  type CustomFieldName,
  type FieldReading,
  fieldsOfKind,
  type ImportMapping,
  RECORD_FIELDS,
  type RecordField,
} from '#shared/domain/import-field.ts'
import type { RecordKind } from '#shared/domain/import-kind.ts'
import type { CsvFile } from './open-csv-file.ts'
import type { CustomReading, MappedField } from './record-field.ts'

/** A field of the firm's own that a file of the kind may fill. */
export interface OwnField {
  field: CustomFieldName
  name: string
  reading: CustomReading
  options: readonly string[]
}

/**
 * The columns that a mapping names, each with how it is read. A field of the firm's own may be named by its id or its name.
 * Errors: invalid-input for a field the kind has not, mapping-unknown-column.
 */
export function mappedFields(
  file: Pick<CsvFile, 'headers'>,
  kind: RecordKind,
  mapping: ImportMapping,
  ownFields: readonly OwnField[] = [],
): MappedField[] {
  const readings: Readonly<Record<string, FieldReading>> = RECORD_FIELDS[kind]
  return Object.entries(mapping).flatMap(([field, header]): MappedField[] => {
    if (header === undefined) return []
    const index = file.headers.indexOf(header)
    if (index === -1) {
      throw new MainstayError('mapping-unknown-column', `The file has no column “${header}”.`, {
        field,
        header,
      })
    }
    const column = { index, header }
    if (Object.hasOwn(readings, field)) {
      const reading = readings[field]
      return reading ? [{ field: field as RecordField, reading, column }] : []
    }
    const own = ownFields.find(
      (candidate) => candidate.field === field || `custom:${candidate.name}` === field,
    )
    if (own) return [{ field: own.field, reading: own.reading, options: own.options, column }]
    const expected = [...fieldsOfKind(kind), ...ownFields.map(({ name }) => `custom:${name}`)].join(', ')
    const message = `There is no field "${field}"; expected ${expected}.`
    throw new MainstayError('invalid-input', message, { fields: [{ path: `mapping.${field}`, message }] })
  })
}

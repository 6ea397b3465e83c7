import type { CustomFieldName, FieldReading, ImportField, RecordField } from '#shared/domain/import-field.ts'
import type { MappedColumn } from './cell-readers.ts'

/** A field of the firm's own: how its cells are read. */
export type CustomReading = 'text' | 'amount' | 'decimal' | 'day' | 'option'

/** One field that a column of the file is mapped to. */
export interface MappedField {
  field: RecordField | CustomFieldName
  reading: FieldReading | CustomReading
  column: MappedColumn
  /** For a field with a closed list of the firm's own. */
  options?: readonly string[]
}

const DAYS: ReadonlySet<MappedField['reading']> = new Set(['day'])
const NUMBERS: ReadonlySet<MappedField['reading']> = new Set([
  'amount',
  'decimal',
  'count',
  'percent',
  'year',
])

export const isDayField = ({ reading }: MappedField): boolean => DAYS.has(reading)
export const isNumberField = ({ reading }: MappedField): boolean => NUMBERS.has(reading)

/** Fields whose column a header unit such as 万元 may scale. */
export const isScaledReading = (reading: MappedField['reading']): boolean =>
  reading === 'amount' || reading === 'decimal'

/** What was read of a row: texts, days, integers in ten-thousandths (amount, decimal, percent), plain counts and years. */
export type FieldValue = string | number | boolean
export type RecordValues = Partial<Record<ImportField, FieldValue>>

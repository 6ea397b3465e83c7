import type { Noun } from '#shared/contract/events.ts'
import { idToBlob } from '../../database/id-blob.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { RegisterValue } from '../ledger.ts'

/** Who may receive a register in a team package; core registers also decide whether a row lives. */
export const REGISTER_CLASSES = ['core', 'contact-personal', 'commercial', 'credit', 'internal'] as const
export type RegisterClass = (typeof REGISTER_CLASSES)[number]

export type ColumnValue = string | number | Buffer | null

/** Fields that are only true together, and the columns they are shown in. */
export interface Register {
  readonly class: RegisterClass
  readonly columns: readonly string[]
  /** One value per column. Null, and anything of a wrong shape, gives what an unset register shows. */
  toColumns(value: RegisterValue): readonly ColumnValue[]
}

export interface RegisterTable {
  readonly noun: Noun
  readonly registers: Readonly<Record<string, Register>>
}

export const toText = (value: RegisterValue): string | null => (typeof value === 'string' ? value : null)

export const toInteger = (value: RegisterValue): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : null

export const toReal = (value: RegisterValue): number | null => (typeof value === 'number' ? value : null)

export const toReference = (value: RegisterValue): Buffer | null =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
    ? idToBlob(value)
    : null

export const toJson = (value: RegisterValue): string | null => (value === null ? null : canonicalJson(value))

/** A field of a grouped register; null where the value is no group. */
export function fieldOf(value: RegisterValue, field: string): RegisterValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return Object.hasOwn(value, field) ? (value[field] ?? null) : null
}

const single =
  (convert: (value: RegisterValue) => ColumnValue) =>
  (registerClass: RegisterClass, column: string): Register => ({
    class: registerClass,
    columns: [column],
    toColumns: (value) => [convert(value)],
  })

export const text = single(toText)
/** Text in a column that is never null. */
export const filledText = single((value) => toText(value) ?? '')
export const integer = single(toInteger)
export const reference = single(toReference)
export const json = single(toJson)
export const real = single(toReal)

/** Fields that are only true together, each in a column of its own: column → field and how it is read. */
export function grouped(
  registerClass: RegisterClass,
  fields: Readonly<Record<string, readonly [field: string, convert: (value: RegisterValue) => ColumnValue]>>,
): Register {
  const readers = Object.values(fields)
  return {
    class: registerClass,
    columns: Object.keys(fields),
    toColumns: (value) => readers.map(([field, convert]) => convert(fieldOf(value, field))),
  }
}

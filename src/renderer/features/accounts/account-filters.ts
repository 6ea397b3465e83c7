import type { AccountFilter } from '#shared/contract/account.ts'
import type { FieldFilter } from '#shared/contract/field-filter.ts'
import { type FieldKey, fieldIdOf, isFieldKey } from '#shared/domain/custom-field.ts'
import type { Id } from '#shared/domain/id.ts'
import type { ValueClass } from '#shared/domain/value-class.ts'

/** The filters offered as chips, in their order; text has a field of its own. */
export const FILTER_KEYS = [
  'valueClasses',
  'movement',
  'abc',
  'pyramid',
  'rfmSegments',
  'accountManagers',
  'industries',
  'countries',
  'netSales',
  'trading',
  'overridden',
] as const
export type PlainFilterKey = (typeof FILTER_KEYS)[number]
/** A chip: one of the grid's own filters, or that of a custom field. */
export type FilterKey = PlainFilterKey | FieldKey

/** The classes that make a customer a key account. */
export const KEY_ACCOUNT_CLASSES: readonly ValueClass[] = ['diamond', 'gold', 'strategic', 'potential']

const isSet = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== undefined)

/** What the filter says of a custom field. */
export const fieldFilterOf = (filter: AccountFilter, fieldId: Id): FieldFilter | undefined =>
  filter.fields?.find((one) => one.fieldId === fieldId)

/** Whether it narrows anything. */
export function isFieldFilterActive(filter: FieldFilter): boolean {
  if (filter.orMissing) return true
  switch (filter.kind) {
    case 'text':
      return (filter.contains ?? '').trim() !== ''
    case 'choice':
      return isSet(filter.options)
    default:
      return filter.from !== undefined || filter.to !== undefined
  }
}

/** The filter with another condition on a custom field. */
export function withFieldFilter(filter: AccountFilter, condition: FieldFilter): AccountFilter {
  const others = (filter.fields ?? []).filter(({ fieldId }) => fieldId !== condition.fieldId)
  return normalFilter({ ...filter, fields: [...others, condition] })
}

export function isFilterActive(filter: AccountFilter, key: FilterKey): boolean {
  if (isFieldKey(key)) {
    const condition = fieldFilterOf(filter, fieldIdOf(key))
    return condition !== undefined && isFieldFilterActive(condition)
  }
  if (key === 'netSales') return isSet(filter.minimumNetSales) || isSet(filter.maximumNetSales)
  return isSet(filter[key])
}

/** The filter without one of its parts. */
export function withoutFilter(filter: AccountFilter, key: FilterKey | 'text'): AccountFilter {
  const { ...rest } = filter
  if (isFieldKey(key)) {
    const fields = (rest.fields ?? []).filter(({ fieldId }) => fieldId !== fieldIdOf(key))
    delete rest.fields
    return fields.length > 0 ? { ...rest, fields } : rest
  }
  if (key === 'netSales') {
    delete rest.minimumNetSales
    delete rest.maximumNetSales
  } else delete rest[key]
  return rest
}

/** The filter with a list's value added or taken away; an emptied list is no filter. */
export function toggleChoice<Value extends string>(
  chosen: readonly Value[] | undefined,
  value: Value,
): Value[] | undefined {
  const next = chosen?.includes(value) ? chosen.filter((one) => one !== value) : [...(chosen ?? []), value]
  return next.length > 0 ? next : undefined
}

/** The same filter without empty parts, keys in one order, so that equal filters are equal texts. */
export function normalFilter({ fields = [], ...filter }: AccountFilter): AccountFilter {
  const active = fields
    .filter(isFieldFilterActive)
    .map(withoutEmptyParts)
    .sort((one, other) => (one.fieldId < other.fieldId ? -1 : 1))
  return withoutEmptyParts({ ...filter, fields: active })
}

function withoutEmptyParts<Part extends object>(part: Part): Part
function withoutEmptyParts(part: object): object {
  const entries = Object.entries(part)
    .filter(([, value]) => isSet(value) && value !== '' && value !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries)
}

export const isSameFilter = (one: AccountFilter, other: AccountFilter): boolean =>
  JSON.stringify(normalFilter(one)) === JSON.stringify(normalFilter(other))

/** Whether exactly the key-account classes are chosen, whatever else narrows them. */
export function isKeyAccountFilter({ valueClasses }: AccountFilter): boolean {
  return (
    valueClasses?.length === KEY_ACCOUNT_CLASSES.length &&
    KEY_ACCOUNT_CLASSES.every((one) => valueClasses.includes(one))
  )
}

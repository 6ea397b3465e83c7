import type { AccountFilter } from '#shared/contract/account.ts'
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
export type FilterKey = (typeof FILTER_KEYS)[number]

/** The classes that make a customer a key account. */
export const KEY_ACCOUNT_CLASSES: readonly ValueClass[] = ['diamond', 'gold', 'strategic', 'potential']

const isSet = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== undefined)

export function isFilterActive(filter: AccountFilter, key: FilterKey): boolean {
  if (key === 'netSales') return isSet(filter.minimumNetSales) || isSet(filter.maximumNetSales)
  return isSet(filter[key])
}

/** The filter without one of its parts. */
export function withoutFilter(filter: AccountFilter, key: FilterKey | 'text'): AccountFilter {
  const { ...rest } = filter
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
export function normalFilter(filter: AccountFilter): AccountFilter {
  const entries = Object.entries(filter)
    .filter(([, value]) => isSet(value) && value !== '')
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

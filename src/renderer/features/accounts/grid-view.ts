import type { AccountFilter, AccountSort } from '#shared/contract/account.ts'
import type { SavedView } from '#shared/contract/view.ts'
import { type FieldKey, fieldIdOf, isFieldKey } from '#shared/domain/custom-field.ts'
import type { Id } from '#shared/domain/id.ts'
import { isKeyAccountFilter, isSameFilter, normalFilter } from './account-filters.ts'

/** Every column the grid has itself; the sort fields keep their names. */
export const COLUMN_KEYS = [
  'name',
  'number',
  'valueClass',
  'scorePercent',
  'netSales',
  'growthPercent',
  'trend',
  'marginPercent',
  'rfm',
  'rfmSegment',
  'recencyDays',
  'orderCount',
  'abc',
  'pyramid',
  'grossSales',
  'returns',
  'priorNetSales',
  'coveragePercent',
  'accountManager',
  'city',
  'industry',
  'country',
] as const
export type PlainColumn = (typeof COLUMN_KEYS)[number]
/** A column of the grid or a custom field of accounts. */
export type ColumnKey = PlainColumn | FieldKey

export const DEFAULT_COLUMNS: readonly ColumnKey[] = [
  'name',
  'valueClass',
  'scorePercent',
  'netSales',
  'growthPercent',
  'trend',
  'marginPercent',
  'rfmSegment',
  'recencyDays',
  'accountManager',
]

export const DEFAULT_SORT: readonly AccountSort[] = [{ field: 'netSales', descending: true }]

/** The part of the address that says what the grid shows. */
export interface ViewSearch {
  view?: string | undefined
  filter?: AccountFilter | undefined
  sort?: AccountSort[] | undefined
  columns?: string[] | undefined
}

export interface GridView {
  /** 'all', 'key', or the id of a saved view. */
  tab: string
  saved: SavedView | null
  filter: AccountFilter
  sort: readonly AccountSort[]
  columns: readonly ColumnKey[]
  /** Differs from the saved view it came from, or from the plain list. */
  isChanged: boolean
}

/** The custom fields there are; while they are not known yet, a view keeps those it names. */
export type KnownFields = readonly { id: Id }[] | undefined

const isPlainColumn = (key: string): key is PlainColumn => COLUMN_KEYS.some((one) => one === key)

const hasField = (fields: KnownFields, fieldId: Id) => fields?.some(({ id }) => id === fieldId) ?? true

/** Known columns in their order; the name always stands first, since a row without one says nothing. */
export function columnsOf(keys: readonly string[] | undefined, fields: KnownFields): ColumnKey[] {
  const known = (keys ?? []).filter(
    (key): key is ColumnKey => isPlainColumn(key) || (isFieldKey(key) && hasField(fields, fieldIdOf(key))),
  )
  const wanted = known.length > 0 ? known : DEFAULT_COLUMNS
  return ['name', ...new Set(wanted.filter((key) => key !== 'name'))]
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The filter without what it says of fields that are gone. */
function filterOf(filter: AccountFilter | undefined, fields: KnownFields): AccountFilter {
  const { fields: ofFields = [], ...rest } = filter ?? {}
  return normalFilter({ ...rest, fields: ofFields.filter(({ fieldId }) => hasField(fields, fieldId)) })
}

/** The order without fields that are gone; the usual one where nothing is left. */
function orderOf(sort: readonly AccountSort[] | undefined, fields: KnownFields): readonly AccountSort[] {
  const known = (sort ?? []).filter(({ field }) => !isFieldKey(field) || hasField(fields, fieldIdOf(field)))
  return known.length > 0 ? known : DEFAULT_SORT
}

/** What the address asks for, on top of the saved view it names; fields that are gone are left out of both. */
export function resolveView(
  search: ViewSearch,
  savedViews: readonly SavedView[],
  fields: KnownFields,
): GridView {
  const saved = savedViews.find(({ id }) => id === search.view) ?? null
  const base = {
    filter: filterOf(saved?.filter, fields),
    sort: orderOf(saved?.sort, fields),
    columns: columnsOf(saved?.columns, fields),
  }
  const filter = search.filter ? filterOf(search.filter, fields) : base.filter
  const sort = search.sort && search.sort.length > 0 ? orderOf(search.sort, fields) : base.sort
  const columns = search.columns ? columnsOf(search.columns, fields) : base.columns
  const isChanged = saved
    ? !isSameFilter(filter, base.filter) || !isSame(sort, base.sort) || !isSame(columns, base.columns)
    : Object.keys(filter).length > 0 || !isSame(sort, base.sort) || !isSame(columns, base.columns)
  return {
    tab: saved?.id ?? (isKeyAccountFilter(filter) ? 'key' : 'all'),
    saved,
    filter,
    sort,
    columns,
    isChanged,
  }
}

/** The order with a column shown, hidden, or moved by `step` places; the name stays where it is. */
export function moveColumn(columns: readonly ColumnKey[], key: ColumnKey, step: -1 | 1): ColumnKey[] {
  const from = columns.indexOf(key)
  const to = from + step
  const neighbour = columns[to]
  if (from < 1 || to < 1 || neighbour === undefined) return [...columns]
  return columns.map((one, index) => (index === from ? neighbour : index === to ? key : one))
}

export function toggleColumn(columns: readonly ColumnKey[], key: ColumnKey): ColumnKey[] {
  if (key === 'name') return [...columns]
  return columns.includes(key) ? columns.filter((one) => one !== key) : [...columns, key]
}

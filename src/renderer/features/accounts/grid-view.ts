import type { AccountFilter, AccountSort } from '#shared/contract/account.ts'
import type { SavedView } from '#shared/contract/view.ts'
import { isKeyAccountFilter, isSameFilter, normalFilter } from './account-filters.ts'

/** Every column the grid can show; the sort fields keep their names. */
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
export type ColumnKey = (typeof COLUMN_KEYS)[number]

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

const isColumnKey = (key: string): key is ColumnKey => COLUMN_KEYS.some((one) => one === key)

/** Known columns in their order; the name always stands first, since a row without one says nothing. */
export function columnsOf(keys: readonly string[] | undefined): ColumnKey[] {
  const known = (keys ?? []).filter(isColumnKey)
  const wanted = known.length > 0 ? known : DEFAULT_COLUMNS
  return ['name', ...new Set(wanted.filter((key) => key !== 'name'))]
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** What the address asks for, on top of the saved view it names. */
export function resolveView(search: ViewSearch, savedViews: readonly SavedView[]): GridView {
  const saved = savedViews.find(({ id }) => id === search.view) ?? null
  const base = {
    filter: saved?.filter ?? {},
    sort: saved && saved.sort.length > 0 ? saved.sort : DEFAULT_SORT,
    columns: columnsOf(saved?.columns),
  }
  const filter = normalFilter(search.filter ?? base.filter)
  const sort = search.sort && search.sort.length > 0 ? search.sort : base.sort
  const columns = search.columns ? columnsOf(search.columns) : base.columns
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

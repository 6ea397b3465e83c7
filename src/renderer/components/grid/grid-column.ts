import type { ReactNode } from 'react'

/** How a cell is edited in place; what is typed comes back as text. */
export interface GridEdit<Row> {
  /** Text the editor starts with. */
  text: (row: Row) => string
  /** Writes the change; the grid shows it once the answer has changed. */
  commit: (row: Row, text: string) => void
}

export interface GridColumn<Row> {
  key: string
  header: string
  /** Explains the header when it is an abbreviation. */
  headerHint?: string
  width: number
  /** Left out where the columns don't fit, the highest first; a drawer beside the grid says what it says. */
  yields?: number
  /** Takes the width that is left over, in proportion. */
  flex?: number
  align?: 'start' | 'end'
  isSortable?: boolean
  /** Stays at the left when scrolled sideways. */
  isPinned?: boolean
  render: (row: Row) => ReactNode
  /** Full text on hover. */
  hint?: (row: Row) => string
  edit?: GridEdit<Row>
}

export interface GridSort {
  field: string
  descending: boolean
}

/** The grid's own scroll bar. */
const SCROLL_BAR = 16

/** Columns for so many pixels: those that yield are left out one by one, but never what the rows are sorted by. */
export function fittingColumns<Row>(
  columns: readonly GridColumn<Row>[],
  sort: readonly GridSort[],
  room: number,
): readonly GridColumn<Row>[] {
  const width = columns.reduce((sum, column) => sum + column.width, SCROLL_BAR)
  if (width <= room) return columns
  const [next] = columns
    .filter(({ key, yields }) => yields !== undefined && !sort.some(({ field }) => field === key))
    .sort((one, other) => (other.yields ?? 0) - (one.yields ?? 0))
  return next
    ? fittingColumns(
        columns.filter((column) => column !== next),
        sort,
        room,
      )
    : columns
}

/** The one order a list is asked for: that of the grid if the list knows its field, else the list's own. */
export function knownSort<Field extends string>(
  [first]: readonly GridSort[],
  fields: readonly Field[],
  own: { field: Field; descending: boolean },
): { field: Field; descending: boolean } {
  const field = fields.find((one) => one === first?.field)
  return field && first ? { field, descending: first.descending } : own
}

/** `isAll` selects everything the filter matches but `ids`; else `ids` are what is selected. */
export interface GridSelection {
  isAll: boolean
  ids: ReadonlySet<string>
}

export const NOTHING_SELECTED: GridSelection = { isAll: false, ids: new Set() }

export const isSelected = (selection: GridSelection, id: string): boolean =>
  selection.isAll !== selection.ids.has(id)

/** How many of `total` rows are selected. */
export const selectedCount = (selection: GridSelection, total: number): number =>
  selection.isAll ? Math.max(0, total - selection.ids.size) : selection.ids.size

export function toggleSelected(
  selection: GridSelection,
  ids: readonly string[],
  isOn: boolean,
): GridSelection {
  const next = new Set(selection.ids)
  for (const id of ids) {
    if (isOn === selection.isAll) next.delete(id)
    else next.add(id)
  }
  return { isAll: selection.isAll, ids: next }
}

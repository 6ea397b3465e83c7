import type { ColDef, ICellRendererParams, SuppressKeyboardEventParams } from 'ag-grid-community'
import styles from './DataGrid.module.css'
import type { GridColumn } from './grid-column.ts'
import { SelectAllHeader, SelectCell } from './SelectCell.tsx'

export const SELECT_COLUMN = 'select'

const isSelectAll = (event: KeyboardEvent): boolean => event.key === 'a' && (event.ctrlKey || event.metaKey)

/** While a text is composed, and for the keys the grid's user acts on, the grid stands back. */
export function standsBack({ event, editing }: SuppressKeyboardEventParams): boolean {
  if (event.isComposing) return true
  const isOurs = !editing && (event.key === 'Enter' || event.key === ' ' || isSelectAll(event))
  // The grid tells its listeners later, when the browser would have scrolled for Space already.
  if (isOurs) event.preventDefault()
  return isOurs
}

export function selectColumn<Row>(rowId: (row: Row) => string, rowName: (row: Row) => string): ColDef<Row> {
  return {
    colId: SELECT_COLUMN,
    headerName: '',
    width: 44,
    pinned: 'left',
    lockPosition: 'left',
    resizable: false,
    suppressMovable: true,
    headerComponent: SelectAllHeader,
    cellRenderer: ({ data, node }: ICellRendererParams<Row>) =>
      data ? <SelectCell id={rowId(data)} name={rowName(data)} rowIndex={node.rowIndex ?? 0} /> : null,
    cellClass: styles.select ?? '',
    headerClass: styles.select ?? '',
  }
}

export function columnDefinition<Row>(column: GridColumn<Row>): ColDef<Row> {
  const { edit, hint } = column
  return {
    colId: column.key,
    headerName: column.header,
    ...(column.headerHint ? { headerTooltip: column.headerHint } : {}),
    width: column.width,
    ...(column.flex === undefined ? {} : { flex: column.flex, minWidth: column.width }),
    sortable: column.isSortable ?? false,
    sortingOrder: ['desc', 'asc'],
    ...(column.isPinned ? { pinned: 'left', lockPinned: true } : {}),
    ...(column.align === 'end'
      ? { headerClass: 'ag-right-aligned-header', cellClass: ['ag-right-aligned-cell', styles.number ?? ''] }
      : {}),
    cellRenderer: ({ data }: ICellRendererParams<Row>) => (data ? column.render(data) : null),
    ...(hint ? { tooltipValueGetter: ({ data }) => (data ? hint(data) : '') } : {}),
    ...(edit
      ? {
          editable: ({ data }) => data !== undefined,
          cellEditor: 'agTextCellEditor',
          valueGetter: ({ data }) => (data ? edit.text(data) : ''),
          valueSetter: ({ data, newValue, oldValue }) => {
            const text = String(newValue ?? '')
            if (text !== oldValue) edit.commit(data, text)
            return false
          },
        }
      : {}),
  }
}

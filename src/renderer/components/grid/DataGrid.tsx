import { Button } from '@mantine/core'
import type {
  CellDoubleClickedEvent,
  CellFocusedEvent,
  CellKeyDownEvent,
  ColumnMovedEvent,
  GridApi,
  RowClassParams,
  SortChangedEvent,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isEditable } from '../actions/shortcut.ts'
import { ErrorNotice } from '../ErrorNotice.tsx'
import { styleNonce } from '../theme/style-nonce.ts'
import { columnDefinition, SELECT_COLUMN, selectColumn, standsBack } from './column-definition.tsx'
import styles from './DataGrid.module.css'
import {
  type GridColumn,
  type GridSelection,
  type GridSort,
  isSelected,
  NOTHING_SELECTED,
  toggleSelected,
} from './grid-column.ts'
import { gridDatasource, type LoadGridPage } from './grid-datasource.ts'
import { gridTheme } from './grid-theme.ts'
import { SelectionContext, type SelectionState } from './selection-context.ts'
import { useFittingColumns } from './use-fitting-columns.ts'
import { useGridTexts } from './use-grid-texts.ts'
import { useRefresh } from './use-refresh.ts'
import { useActiveRow, useSelectedRows } from './use-row-marks.ts'

export interface DataGridProps<Row extends object> {
  /** Accessible name. */
  label: string
  /** Memoised; visible columns in order. Keys are the sort fields. */
  columns: readonly GridColumn<Row>[]
  rowId: (row: Row) => string
  /** Names a row, for its checkbox. */
  rowName: (row: Row) => string
  /** Memoised on the filter: another function starts the grid again at the top. */
  loadPage: LoadGridPage<Row>
  /** Another value refetches what is shown in place, as after a change. */
  revision?: unknown
  sort: readonly GridSort[]
  onSort: (sort: GridSort[]) => void
  /** Without it rows have no checkboxes. */
  onSelection?: (selection: GridSelection) => void
  selection?: GridSelection
  /** Row shown in the drawer; the drawer then follows the focus. */
  activeId?: string | null
  onPreview?: (row: Row) => void
  onOpen?: (row: Row) => void
  /** Keys in their new order after a column was dragged. */
  onColumnOrder?: (keys: string[]) => void
}

const ACTIVE_ROW = styles.active ?? 'active'
const BLOCK_ROWS = 100
const DEFAULT_COLUMN = { suppressKeyboardEvent: standsBack, suppressHeaderMenuButton: true, resizable: true }
const ROW_SELECTION = {
  mode: 'multiRow',
  checkboxes: false,
  headerCheckbox: false,
  enableClickSelection: false,
} as const

const sortOf = (api: GridApi): GridSort[] =>
  api
    .getColumnState()
    .filter(({ sort }) => sort)
    .sort((one, other) => (one.sortIndex ?? 0) - (other.sortIndex ?? 0))
    .map(({ colId, sort }) => ({ field: colId, descending: sort === 'desc' }))

const isSameSort = (one: readonly GridSort[], other: readonly GridSort[]) =>
  JSON.stringify(one) === JSON.stringify(other)

/** The grid for long lists: pages come from the application, which also sorts and filters. */
export function DataGrid<Row extends object>(props: DataGridProps<Row>) {
  const { label, columns, rowId, rowName, loadPage, revision, sort, onSelection } = props
  const selection = props.selection ?? NOTHING_SELECTED
  const activeId = props.activeId ?? null
  const { t } = useTranslation('common')
  const texts = useGridTexts()
  const nonce = styleNonce()
  const frame = useRef<HTMLDivElement>(null)
  const anchor = useRef(0)
  const live = useRef(props)
  const [api, setApi] = useState<GridApi<Row> | null>(null)
  const [total, setTotal] = useState(0)
  const [failure, setFailure] = useState<unknown>(null)

  useEffect(() => {
    live.current = props
  })

  const hasSelection = onSelection !== undefined
  const fitting = useFittingColumns(frame, columns, sort)
  const columnDefs = useMemo(
    () => [
      ...(hasSelection ? [selectColumn(rowId, rowName)] : []),
      ...fitting.map((column) => columnDefinition(column)),
    ],
    [fitting, hasSelection, rowId, rowName],
  )

  useEffect(() => {
    if (!api || isSameSort(sortOf(api), sort)) return
    const state = sort.map(({ field, descending }, sortIndex) => ({
      colId: field,
      sort: descending ? ('desc' as const) : ('asc' as const),
      sortIndex,
    }))
    api.applyColumnState({ state, defaultState: { sort: null } })
  }, [api, sort])

  useEffect(() => {
    const onTotal = (count: number) => {
      setTotal(count)
      setFailure(null)
    }
    api?.setGridOption('datasource', gridDatasource(loadPage, onTotal, setFailure))
  }, [api, loadPage])

  useRefresh({ api, revision, loadPage, rowId, sortOf })
  useSelectedRows(api, selection)
  useActiveRow(frame, activeId, ACTIVE_ROW)

  useEffect(() => {
    if (!api) return
    const grid = frame.current?.querySelector('[role="grid"], [role="treegrid"]')
    grid?.setAttribute('aria-label', label)
  }, [api, label])

  const onCellKeyDown = useCallback(({ event, data, api: grid, column }: CellKeyDownEvent<Row>) => {
    const { onPreview, onOpen, onSelection: select, selection: selected = NOTHING_SELECTED } = live.current
    if (!(event instanceof KeyboardEvent) || event.isComposing || !data) return
    // The key that ends an edit comes from its field, after the edit has ended.
    if (grid.getEditingCells().length > 0 || isEditable(event.target)) return
    const id = live.current.rowId(data)
    if (event.key === 'Enter') onOpen?.(data)
    else if (event.key === ' ' && column.getColId() === SELECT_COLUMN) {
      select?.(toggleSelected(selected, [id], !isSelected(selected, id)))
    } else if (event.key === ' ') onPreview?.(data)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) select?.({ isAll: true, ids: new Set() })
  }, [])

  const onCellFocused = useCallback(({ rowIndex, api: grid }: CellFocusedEvent<Row>) => {
    const { activeId: active, onPreview } = live.current
    if (!active || rowIndex === null || rowIndex === undefined) return
    const data = grid.getDisplayedRowAtIndex(rowIndex)?.data
    if (data && live.current.rowId(data) !== active) onPreview?.(data)
  }, [])

  const onCellDoubleClicked = useCallback(({ data, column, node }: CellDoubleClickedEvent<Row>) => {
    if (data && !column.isCellEditable(node)) live.current.onOpen?.(data)
  }, [])

  const onSortChanged = useCallback(({ api: grid, source }: SortChangedEvent<Row>) => {
    if (source === 'api') return
    live.current.onSort(sortOf(grid))
  }, [])

  const onColumnMoved = useCallback(({ api: grid, finished, source }: ColumnMovedEvent<Row>) => {
    if (!finished || source !== 'uiColumnMoved') return
    const keys = grid.getAllDisplayedColumns().map((column) => column.getColId())
    live.current.onColumnOrder?.(keys.filter((key) => key !== SELECT_COLUMN))
  }, [])

  const getRowId = useCallback(({ data }: { data: Row }) => live.current.rowId(data), [])
  const rowClassRules = useMemo(
    () => ({
      [ACTIVE_ROW]: ({ data }: RowClassParams<Row>) =>
        data !== undefined && live.current.rowId(data) === live.current.activeId,
    }),
    [],
  )

  const selectionState = useMemo<SelectionState>(
    () => ({
      selection,
      total,
      toggle: (rowIndex, id, isOn, isRange) => {
        const from = isRange ? Math.min(anchor.current, rowIndex) : rowIndex
        const to = isRange ? Math.max(anchor.current, rowIndex) : rowIndex
        const ids = Array.from({ length: to - from + 1 }, (_, step) => {
          const data = api?.getDisplayedRowAtIndex(from + step)?.data
          return data ? rowId(data) : null
        }).filter((found) => found !== null)
        anchor.current = rowIndex
        onSelection?.(toggleSelected(selection, isRange ? ids : [id], isOn))
      },
      toggleAll: (isOn) => onSelection?.({ isAll: isOn, ids: new Set() }),
    }),
    [api, selection, total, rowId, onSelection],
  )

  return (
    <SelectionContext value={selectionState}>
      <div ref={frame} className={styles.grid}>
        {failure !== null && (
          <div className={styles.failure}>
            <ErrorNotice
              failure={failure}
              action={<Button onClick={() => api?.purgeInfiniteCache()}>{t('tryAgain')}</Button>}
            />
          </div>
        )}
        <AgGridReact<Row>
          theme={gridTheme}
          {...(nonce ? { styleNonce: nonce } : {})}
          columnDefs={columnDefs}
          defaultColDef={DEFAULT_COLUMN}
          rowModelType="infinite"
          cacheBlockSize={BLOCK_ROWS}
          maxBlocksInCache={20}
          blockLoadDebounceMillis={20}
          getRowId={getRowId}
          rowSelection={ROW_SELECTION}
          rowClassRules={rowClassRules}
          getLocaleText={texts}
          suppressMultiSort={false}
          suppressDragLeaveHidesColumns
          maintainColumnOrder={false}
          animateRows={false}
          tooltipShowDelay={400}
          onGridReady={(event) => setApi(event.api)}
          onCellKeyDown={onCellKeyDown}
          onCellFocused={onCellFocused}
          onCellDoubleClicked={onCellDoubleClicked}
          onSortChanged={onSortChanged}
          onColumnMoved={onColumnMoved}
          noRowsOverlayComponent={() => <span className={styles.empty}>{t('grid.noRows')}</span>}
        />
      </div>
    </SelectionContext>
  )
}

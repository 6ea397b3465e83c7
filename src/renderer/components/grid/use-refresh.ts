import type { GridApi } from 'ag-grid-community'
import { useEffect, useRef } from 'react'
import type { GridSort } from './grid-column.ts'
import type { LoadGridPage } from './grid-datasource.ts'

interface RefreshInput<Row> {
  api: GridApi<Row> | null
  revision: unknown
  loadPage: LoadGridPage<Row>
  rowId: (row: Row) => string
  sortOf: (api: GridApi<Row>) => GridSort[]
}

/** Writes what changed into the rows on screen, whose places stay as they are. */
async function renewShownRows<Row>({ loadPage, rowId, sortOf }: RefreshInput<Row>, api: GridApi<Row>) {
  const places = api.getRenderedNodes().flatMap(({ rowIndex }) => (rowIndex === null ? [] : [rowIndex]))
  if (places.length === 0) return
  const offset = Math.min(...places)
  const { rows } = await loadPage({ offset, limit: Math.max(...places) - offset + 1, sort: sortOf(api) })
  const nodes = new Map(api.getRenderedNodes().map((node) => [node.id, node]))
  for (const row of rows) nodes.get(rowId(row))?.updateData(row)
}

/**
 * Refetches the rows when the revision changes. While a cell is edited, as after Tab went on to the next
 * one, only the values on screen are renewed; the rest waits for the end of the edit.
 */
export function useRefresh<Row>(input: RefreshInput<Row>): void {
  const { api, revision } = input
  const live = useRef(input)
  const shown = useRef(revision)
  useEffect(() => {
    live.current = input
  })
  useEffect(() => {
    if (!api || shown.current === revision) return
    shown.current = revision
    if (api.getEditingCells().length === 0) {
      api.refreshInfiniteCache()
      return
    }
    void renewShownRows(live.current, api).catch(() => undefined)
    const onStopped = () => {
      if (api.getEditingCells().length > 0) return
      api.removeEventListener('cellEditingStopped', onStopped)
      api.refreshInfiniteCache()
    }
    api.addEventListener('cellEditingStopped', onStopped)
  }, [api, revision])
}

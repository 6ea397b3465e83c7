import type { GridApi } from 'ag-grid-community'
import { useEffect, useRef } from 'react'
import { type GridSelection, isSelected } from './grid-column.ts'

/** Keeps the grid's own idea of selected rows, and so `aria-selected`, in step with ours as rows come in. */
export function useSelectedRows<Row>(api: GridApi<Row> | null, selection: GridSelection): void {
  useEffect(() => {
    if (!api) return
    const mark = () => {
      for (const node of api.getRenderedNodes()) {
        if (node.id !== undefined && node.data !== undefined) {
          const isOn = isSelected(selection, node.id)
          if (node.isSelected() !== isOn) node.setSelected(isOn)
        }
      }
    }
    mark()
    api.addEventListener('modelUpdated', mark)
    api.addEventListener('viewportChanged', mark)
    return () => {
      if (api.isDestroyed()) return
      api.removeEventListener('modelUpdated', mark)
      api.removeEventListener('viewportChanged', mark)
    }
  }, [api, selection])
}

/** Redraws the row that was shown in the drawer and the one that is now. */
export function useActiveRow<Row>(api: GridApi<Row> | null, activeId: string | null): void {
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (!api || shown.current === activeId) return
    const touched = [shown.current, activeId]
    shown.current = activeId
    const rowNodes = api.getRenderedNodes().filter((node) => touched.includes(node.id ?? null))
    if (rowNodes.length > 0) api.redrawRows({ rowNodes })
  }, [api, activeId])
}

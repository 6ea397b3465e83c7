import type { GridApi } from 'ag-grid-community'
import { type RefObject, useEffect } from 'react'
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

/** Moves the mark of the row shown in the drawer without redrawing rows, which would end an edit. */
export function useActiveRow(
  frame: RefObject<HTMLElement | null>,
  activeId: string | null,
  mark: string,
): void {
  useEffect(() => {
    for (const row of frame.current?.querySelectorAll('[row-id]') ?? []) {
      row.classList.toggle(mark, activeId !== null && row.getAttribute('row-id') === activeId)
    }
  }, [frame, activeId, mark])
}

import { type RefObject, useEffect, useMemo, useState } from 'react'
import { fittingColumns, type GridColumn, type GridSort } from './grid-column.ts'

/** The columns there is room for in the frame, as it grows and shrinks. */
export function useFittingColumns<Row>(
  frame: RefObject<HTMLElement | null>,
  columns: readonly GridColumn<Row>[],
  sort: readonly GridSort[],
): readonly GridColumn<Row>[] {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY)
  const mayYield = columns.some((column) => column.yields !== undefined)
  useEffect(() => {
    const element = frame.current
    if (!element || !mayYield) return
    const observer = new ResizeObserver(() => setRoom(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame, mayYield])
  const keys = fittingColumns(columns, sort, room)
    .map(({ key }) => key)
    .join(' ')
  // The same columns stay the same array, so that the grid keeps its place while a window is resized.
  return useMemo(() => columns.filter(({ key }) => keys.split(' ').includes(key)), [columns, keys])
}

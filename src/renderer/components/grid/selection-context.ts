import { createContext, useContext } from 'react'
import { type GridSelection, NOTHING_SELECTED } from './grid-column.ts'

export interface SelectionState {
  selection: GridSelection
  total: number
  /** A row's box was clicked; with shift the rows since the last click follow it. */
  toggle: (rowIndex: number, id: string, isOn: boolean, isRange: boolean) => void
  toggleAll: (isOn: boolean) => void
}

export const SelectionContext = createContext<SelectionState>({
  selection: NOTHING_SELECTED,
  total: 0,
  toggle: () => undefined,
  toggleAll: () => undefined,
})

export const useSelectionState = (): SelectionState => useContext(SelectionContext)

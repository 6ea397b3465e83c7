import type { AccountRow } from '#shared/contract/account.ts'
import type { GridSelection } from '../../components/grid/grid-column.ts'

export interface SelectionTotals {
  count: number
  /** Null while a selected row has not been loaded. */
  netSales: number | null
  /** Mean of the known scores, and how many are known; null while rows are not loaded. */
  score: { mean: number | null; known: number } | null
}

/** Count, sum and mean of what is selected, from the rows the grid has loaded. */
export function selectionTotals(
  selection: GridSelection,
  loadedRow: (id: string) => AccountRow | undefined,
  all: { total: number; netSales: number },
): SelectionTotals {
  const marked = [...selection.ids].map((id) => loadedRow(id))
  const known = marked.filter((row) => row !== undefined)
  const isComplete = known.length === marked.length
  const sum = known.reduce((total, row) => total + row.netSales, 0)
  if (selection.isAll) {
    return {
      count: Math.max(0, all.total - selection.ids.size),
      netSales: isComplete ? all.netSales - sum : null,
      score: null,
    }
  }
  const scores = known.map((row) => row.scorePercent).filter((score) => score !== null)
  return {
    count: selection.ids.size,
    netSales: isComplete ? sum : null,
    score: isComplete
      ? {
          mean: scores.length > 0 ? scores.reduce((total, score) => total + score, 0) / scores.length : null,
          known: scores.length,
        }
      : null,
  }
}

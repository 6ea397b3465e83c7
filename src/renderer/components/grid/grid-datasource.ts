import type { IDatasource } from 'ag-grid-community'
import type { GridSort } from './grid-column.ts'

export interface GridPage<Row> {
  rows: Row[]
  /** Rows the filter matches, this page included. */
  total: number
}

export type LoadGridPage<Row> = (page: {
  offset: number
  limit: number
  sort: GridSort[]
}) => Promise<GridPage<Row>>

/** Lets the grid ask for blocks of rows; the sort comes from the grid's own header. */
export function gridDatasource<Row>(
  loadPage: LoadGridPage<Row>,
  onTotal: (total: number) => void,
  onFailure: (failure: unknown) => void,
): IDatasource {
  return {
    getRows: ({ startRow, endRow, sortModel, successCallback, failCallback }) => {
      const sort = sortModel.map(({ colId, sort: order }) => ({ field: colId, descending: order === 'desc' }))
      loadPage({ offset: startRow, limit: endRow - startRow, sort }).then(
        ({ rows, total }) => {
          onTotal(total)
          successCallback(rows, total)
        },
        (failure) => {
          onFailure(failure)
          failCallback()
        },
      )
    },
  }
}

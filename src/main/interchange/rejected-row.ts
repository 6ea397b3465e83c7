import type { RowProblem } from '#shared/domain/import.ts'
import type { RowFault } from './split-rows.ts'

/** A row that is not taken in, with its cells as they stand in the file. */
export interface RejectedRow {
  row: number
  cells: readonly string[]
  problems: RowProblem[]
}

const LONGEST_VALUE = 200

/** A row that cannot be read at all, as a rejected one. */
export function rejectedFault(
  { row, column, code, cells }: RowFault,
  headers: readonly string[],
): RejectedRow {
  const value = (cells[column] ?? '').slice(0, LONGEST_VALUE)
  return { row, cells, problems: [{ row, column: headers[column] ?? `Column ${column + 1}`, value, code }] }
}

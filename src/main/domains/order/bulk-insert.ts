import type { Database as Sqlite } from 'better-sqlite3'

/** Rows per statement; more of them cost more to bind than they save. */
const ROWS_AT_ONCE = 10

export type Cell = string | number | null

export interface BulkInsert {
  /** One row, its cells in the order of the columns. */
  add(...cells: Cell[]): void
  /** The same, cell by cell; the row ends by itself. */
  put(cell: Cell): void
  /** Writes what is still held back. */
  finish(): void
}

/**
 * Inserts many rows through statements of several rows each. `statementOf` receives the list of value rows,
 * such as `(?,?),(?,?)`, and returns the whole statement.
 */
export function createBulkInsert(
  sqlite: Sqlite,
  columnCount: number,
  statementOf: (rows: string) => string,
): BulkInsert {
  const row = `(${Array(columnCount).fill('?').join(',')})`
  const many = sqlite.prepare<[Cell[]]>(statementOf(Array(ROWS_AT_ONCE).fill(row).join(',')))
  const one = sqlite.prepare<[Cell[]]>(statementOf(row))
  const full = ROWS_AT_ONCE * columnCount
  const held: Cell[] = []
  const put = (cell: Cell) => {
    held.push(cell)
    if (held.length === full) {
      many.run(held)
      held.length = 0
    }
  }
  return {
    add(...cells) {
      for (const cell of cells) put(cell)
    },
    put,
    finish() {
      for (let at = 0; at < held.length; at += columnCount) one.run(held.slice(at, at + columnCount))
      held.length = 0
    },
  }
}

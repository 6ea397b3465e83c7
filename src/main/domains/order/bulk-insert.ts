import type { Database as Sqlite } from 'better-sqlite3'

/** Rows per statement; more of them cost more to bind than they save. */
const ROWS_AT_ONCE = 10

export type Cell = string | number | null

export interface BulkInsert {
  /** The next cell of a row, in the order of its placeholders; a row ends by itself. */
  put(cell: Cell): void
  /** Writes what is still held back. */
  finish(): void
}

/**
 * Inserts many rows through statements of several rows each. `row` is one row of values such as `(?, ?, 'CNY', NULL)`:
 * what is the same in all rows stands in it and needs no binding. A row that breaks a constraint rolls the whole
 * transaction back: SQLite then need not keep a copy of every page for the case that a single statement fails.
 */
export function createBulkInsert(
  sqlite: Sqlite,
  { into, row, onConflict = '' }: { into: string; row: string; onConflict?: string },
): BulkInsert {
  const statementOf = (rowCount: number) =>
    sqlite.prepare<[Cell[]]>(
      `INSERT OR ROLLBACK INTO ${into} VALUES ${Array(rowCount).fill(row).join(', ')} ${onConflict}`,
    )
  const many = statementOf(ROWS_AT_ONCE)
  const one = statementOf(1)
  const width = row.split('?').length - 1
  const full = ROWS_AT_ONCE * width
  const held: Cell[] = []
  return {
    put(cell) {
      held.push(cell)
      if (held.length === full) {
        many.run(held)
        held.length = 0
      }
    },
    finish() {
      for (let at = 0; at < held.length; at += width) one.run(held.slice(at, at + width))
      held.length = 0
    },
  }
}

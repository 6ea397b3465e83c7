import type { Database as Sqlite } from 'better-sqlite3'
import type { Compilable } from 'kysely'

/** Reads only: what a query handler gets. */
export interface ReadDatabase {
  /** All rows of a query. */
  all<Row>(query: Compilable<Row>): Row[]
  /** The first row, or undefined. */
  get<Row>(query: Compilable<Row>): Row | undefined
  /** The connection itself, for statements beyond the query builder: bulk reads, FTS, window functions. */
  readonly sqlite: Sqlite
}

/** One connection, synchronous throughout: a transaction can't be left open by a forgotten await. */
export interface WorkspaceDatabase extends ReadDatabase {
  /** Runs an insert, update or delete and returns how many rows it touched. */
  run(query: Compilable<unknown>): number
  /** BEGIN IMMEDIATE … COMMIT around `work`; joins a transaction that is already open. */
  transaction<Result>(work: () => Result): Result
  close(): void
}

import type { Database as Sqlite } from 'better-sqlite3'

/** Fewer rows go in faster than indexes are dropped and made. */
export const WORTH_SUSPENDING = 10_000

/**
 * Drops the indexes of tables inside the open transaction and returns what makes them again, as they were.
 * Filling an empty table first and sorting once is much faster than keeping an index up row by row.
 */
export function suspendIndexes(sqlite: Sqlite, tables: readonly string[]): () => void {
  const definitions = sqlite
    .prepare<string[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema
       WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (${tables.map(() => '?').join(',')}) ORDER BY rowid`,
    )
    .all(...tables)
  for (const { name } of definitions) sqlite.exec(`DROP INDEX "${name}"`)
  return () => {
    for (const { sql } of definitions) sqlite.exec(sql)
  }
}

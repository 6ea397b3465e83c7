import type { ReadDatabase } from './workspace-database.ts'

/**
 * Writes a consistent copy as one file, whatever is being written meanwhile; a reader's connection will do.
 * Errors: disk-full; a name that is taken.
 */
export function copyWorkspace({ sqlite }: ReadDatabase, file: string): void {
  const isQueryOnly = Number(sqlite.pragma('query_only', { simple: true })) === 1
  // A file opened for reading stays safe without it; VACUUM INTO counts as a write.
  sqlite.pragma('query_only = OFF')
  try {
    sqlite.prepare('VACUUM INTO ?').run(file)
  } finally {
    if (isQueryOnly) sqlite.pragma('query_only = ON')
  }
}

import { dumpWorkspace } from '../../../src/main/database/dump.ts'
import { openDatabase } from '../../../src/main/database/open-database.ts'
import type { ReadDatabase } from '../../../src/main/database/workspace-database.ts'

/** Reads a workspace file beside whoever has it open. */
export function readWorkspace<Result>(file: string, read: (database: ReadDatabase) => Result): Result {
  const database = openDatabase(file, { mode: 'reader' })
  try {
    return read(database)
  } finally {
    database.close()
  }
}

/** Hash of everything the workspace shows; equal for two workspaces that show the same. */
export const contentOf = (file: string): string =>
  readWorkspace(file, (database) => dumpWorkspace(database).hash)

/** The same, line by line, for files small enough to compare in a message. */
export const contentLinesOf = (file: string): string[] =>
  readWorkspace(file, (database) => dumpWorkspace(database, { lines: true }).lines)

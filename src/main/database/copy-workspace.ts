import type { ReadDatabase } from './workspace-database.ts'

/** Writes a consistent copy as one file, whatever is being written meanwhile. Errors: disk-full; a taken name. */
export function copyWorkspace(database: ReadDatabase, file: string): void {
  database.sqlite.prepare('VACUUM INTO ?').run(file)
}

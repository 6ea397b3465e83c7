import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { MainstayError } from '#shared/contract/call-result.ts'
import { publishFile } from './durable-file.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open-database.ts'
import type { WorkspaceDatabase } from './workspace-database.ts'

/**
 * Makes a new workspace file. It gets its name only when `fill` has succeeded and every byte is on disk, so a
 * crash leaves no half-made workspace. Errors: workspace-exists, disk-full, and what `fill` throws.
 */
export function createDatabaseFile(file: string, fill: (database: WorkspaceDatabase) => void): void {
  if (existsSync(file)) throw new MainstayError('workspace-exists', 'There is a file already.')
  const temporary = `${file}.${randomUUID().slice(0, 8)}.new`
  try {
    const database = openDatabase(temporary, { mode: 'writer', create: true })
    try {
      migrate(database, { backup: () => {} })
      fill(database)
      // One file only: the write-ahead log goes into it.
      database.sqlite.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      database.close()
    }
    publishFile(temporary, file)
  } catch (error) {
    for (const ending of ['', '-wal', '-shm']) rmSync(temporary + ending, { force: true })
    throw error
  }
}

import { makeBackup } from './backup.ts'
import { checkIntegrity } from './integrity.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open-database.ts'
import type { WorkspaceDatabase } from './workspace-database.ts'

/**
 * Opens a workspace for writing the way a user's file is opened: header, every page, then the migrations that are
 * due, a verified backup before them. `now` in milliseconds.
 * Errors: those of `openDatabase`, workspace-damaged, workspace-newer, disk-full; the file is then as it was.
 */
export function openWorkspaceDatabase(
  file: string,
  { backupFolder, now }: { backupFolder: string; now: number },
): WorkspaceDatabase {
  const database = openDatabase(file, { mode: 'writer' })
  try {
    checkIntegrity(database, 'quick')
    migrate(database, {
      backup: () => makeBackup(database, { folder: backupFolder, reason: 'before-migration', now }),
    })
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

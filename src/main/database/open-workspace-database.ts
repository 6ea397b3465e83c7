import { statSync } from 'node:fs'
import { makeBackup } from './backup.ts'
import { inspectFile } from './inspect-file.ts'
import { checkIntegrity } from './integrity.ts'
import { migrate, newestVersion } from './migrate.ts'
import { openDatabase } from './open-database.ts'
import type { WorkspaceDatabase } from './workspace-database.ts'

/** Reading every page of a larger file takes longer than a user waits: it is checked while it is used. */
const CHECKED_AT_ONCE_BYTES = 32_000_000

export const isCheckedAtOnce = (file: string): boolean => statSync(file).size <= CHECKED_AT_ONCE_BYTES

/** Whether a file can be read as it stands: a workspace for which no migration and no change of its log is due. */
export function isUpToDate(file: string): boolean {
  const { version, isLogged } = inspectFile(file)
  return isLogged && version === newestVersion()
}

/** Removes what a reader that had the file to itself leaves beside it; only a connection that may write can. */
export function removeLogFiles(file: string): void {
  try {
    openDatabase(file, { mode: 'writer' }).close()
  } catch {
    // They do no harm, and the next opening says what is wrong.
  }
}

/**
 * Opens a workspace for writing the way a user's file is opened: header, every page of a file of ordinary size, then
 * the migrations that are due, a verified backup before them. `now` in milliseconds.
 * Errors: those of `openDatabase`, workspace-damaged, workspace-newer, disk-full; the file is then as it was.
 */
export function openWorkspaceDatabase(
  file: string,
  { backupFolder, now }: { backupFolder: string; now: number },
): WorkspaceDatabase {
  const database = openDatabase(file, { mode: 'writer' })
  try {
    if (isCheckedAtOnce(file)) checkIntegrity(database, 'quick')
    migrate(database, {
      backup: () => makeBackup(database, { folder: backupFolder, reason: 'before-migration', now }),
    })
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

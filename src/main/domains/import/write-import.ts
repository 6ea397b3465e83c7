import { rmSync } from 'node:fs'
import type { ImportCheck, ImportReceipt } from '#shared/contract/import.ts'
import type { Language } from '#shared/contract/workspace.ts'
import type { Id } from '#shared/domain/id.ts'
import type { CommandContext } from '../../application/ports.ts'
import { idToBlob } from '../../database/id-blob.ts'
import { toMainstayError } from '../../database/sqlite-error.ts'
import type { WorkspaceDatabase } from '../../database/workspace-database.ts'
import { createRejectedFile, type RejectedFile } from '../../interchange/rejected-file.ts'
import { createRowErrorMessage } from './row-error-message.ts'

export interface WrittenImport {
  check: ImportCheck
  batchId: Id | null
  /** False leaves the workspace as it was. */
  hasChanged: boolean
}

/** Kibibytes, negative as SQLite wants it: lines go to the end of a table, which needs little of it in memory. */
const IMPORT_CACHE = -16_384

/**
 * Runs one import in one transaction and gathers its rejected rows in a file for the user. A failure or a cancel leaves the
 * workspace as it was. Errors: those of `write`, disk-full.
 */
export async function writeInOneTransaction(
  context: CommandContext,
  { fileName, headers, language }: { fileName: string; headers: readonly string[]; language: Language },
  write: (rejectedFile: RejectedFile) => Promise<WrittenImport>,
): Promise<ImportReceipt> {
  const startedAt = context.now()
  const { sqlite } = context.database
  const download = context.files.prepareDownload(`${fileName.replace(/\.[^.]*$/, '')}-rejected.csv`)
  const rejectedFile = createRejectedFile(download.path, headers, createRowErrorMessage(language))
  const cacheSize = sqlite.pragma('cache_size', { simple: true })
  try {
    sqlite.pragma(`cache_size = ${IMPORT_CACHE}`)
    sqlite.exec('BEGIN IMMEDIATE')
    const { check, batchId, hasChanged } = await write(rejectedFile)
    sqlite.exec(hasChanged ? 'COMMIT' : 'ROLLBACK')
    const { rowCount } = rejectedFile.close()
    return {
      ...check,
      batchId,
      seconds: (context.now() - startedAt) / 1000,
      rejectedFile: rowCount > 0 ? download.finish() : null,
    }
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    rejectedFile.close()
    rmSync(download.path, { force: true })
    throw toMainstayError(error)
  } finally {
    sqlite.pragma(`cache_size = ${cacheSize}`)
  }
}

/** The key that the next batch is bound to get; facts are written under it before the batch itself. */
export function nextBatchKey({ sqlite }: WorkspaceDatabase): number {
  return (sqlite.prepare<[], number | null>('SELECT max(key) FROM fact_batch').pluck().get() ?? 0) + 1
}

export function requireBatchKey({ sqlite }: WorkspaceDatabase, id: Id, expected: number): void {
  const key = sqlite
    .prepare<[Buffer], number>('SELECT key FROM fact_batch WHERE id = ?')
    .pluck()
    .get(idToBlob(id))
  if (key !== expected) throw new Error(`The batch got the key ${key} instead of ${expected}.`)
}

import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { ImportCheck, ImportReceipt, ImportRequest } from '#shared/contract/import.ts'
import type { Id } from '#shared/domain/id.ts'
import type { CommandContext } from '../../application/ports.ts'
import { idToBlob } from '../../database/id-blob.ts'
import { toMainstayError } from '../../database/sqlite-error.ts'
import type { WorkspaceDatabase } from '../../database/workspace-database.ts'
import { createRejectedFile, type RejectedFile } from '../../interchange/rejected-file.ts'
import type { ChangeWriter } from '../../ledger/ledger.ts'
import { readRememberedColumns, writeMapping } from './import-mapping.ts'
import { createRowErrorMessage } from './row-error-message.ts'

export interface WrittenImport {
  check: ImportCheck
  batchId: Id | null
  /** False leaves the workspace as it was. */
  hasChanged: boolean
}

/** What plans of every kind have in common. */
interface WrittenPlan {
  fileName: string
  file: { headers: readonly string[] }
  request: Pick<ImportRequest, 'kind' | 'language' | 'mapping' | 'unitFactors'>
}

/** Kibibytes, negative as SQLite wants it: lines go to the end of a table, which needs little of it in memory. */
const IMPORT_CACHE = -16_384

/**
 * Runs one import in one transaction and gathers its rejected rows in a file for the user. A failure or a cancel leaves the
 * workspace as it was. Errors: those of `write`, disk-full.
 */
export async function writeInOneTransaction(
  context: CommandContext,
  { fileName, file: { headers }, request: { language } }: WrittenPlan,
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

/** Errors: nothing-to-import for a file without rows. */
export function requireRows({ total }: ImportCheck): void {
  if (total === 0) {
    throw new MainstayError('nothing-to-import', 'The file has no rows below its header.')
  }
}

/** Records the batch that the import's rows were written under. `sha256` is null where all that came are registers. */
export function writeBatch(
  { database, author, now }: CommandContext,
  change: ChangeWriter,
  { fileName, request: { kind } }: WrittenPlan,
  { key, sha256, rowCount }: { key: number; sha256: string | null; rowCount: number },
): Id {
  const id = randomUUID()
  const importedAt = new Date(now()).toISOString()
  change.setAll('fact_batch', id, {
    core: { kind, fileName, sha256, rowCount, importedAt, author },
    state: { withdrawn: false },
  })
  requireBatchKey(database, id, key)
  return id
}

/** Remembers how the file's columns were read, for the next file of the kind. */
export function rememberColumns(
  { database }: CommandContext,
  change: ChangeWriter,
  { file: { headers }, request }: WrittenPlan,
): void {
  writeMapping(change, request.kind, headers, request, readRememberedColumns(database, request.kind))
}

function requireBatchKey({ sqlite }: WorkspaceDatabase, id: Id, expected: number): void {
  const key = sqlite
    .prepare<[Buffer], number>('SELECT key FROM fact_batch WHERE id = ?')
    .pluck()
    .get(idToBlob(id))
  if (key !== expected) throw new Error(`The batch got the key ${key} instead of ${expected}.`)
}

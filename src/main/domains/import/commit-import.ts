import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { ImportCheck, ImportReceipt } from '#shared/contract/import.ts'
import type { Id } from '#shared/domain/id.ts'
import type { CommandContext, JobControl } from '../../application/ports.ts'
import { idToBlob } from '../../database/id-blob.ts'
import { toMainstayError } from '../../database/sqlite-error.ts'
import type { WorkspaceDatabase } from '../../database/workspace-database.ts'
import { createRejectedFile, type RejectedFile } from '../../interchange/rejected-file.ts'
import type { IdsByKey } from '../order/batch-digest.ts'
import { noteCounted } from '../order/counted-categories.ts'
import { createOrderLineWriter } from '../order/order-line-writer.ts'
import { recategoriseProducts } from '../order/rebuild-aggregates.ts'
import { readRememberedColumns, writeMapping } from './import-mapping.ts'
import type { ImportPlan } from './import-plan.ts'
import { type ImportReading, openImportReading, readImport } from './read-import.ts'
import { createRowErrorMessage } from './row-error-message.ts'
import { writeMasters } from './write-masters.ts'

/** Kibibytes, negative as SQLite wants it: lines go to the end of a table, which needs little of it in memory. */
const IMPORT_CACHE = -16_384

/**
 * Imports the file in one transaction and as one entry of the history. A failure or a cancel leaves the workspace as it
 * was; so does a file that brings nothing new. Rejected rows go to a file for the user. Errors: nothing-to-import for a
 * file without rows, column-undecided, cancelled, disk-full.
 */
export async function commitImport(
  context: CommandContext,
  plan: ImportPlan,
  control: JobControl,
): Promise<ImportReceipt> {
  const startedAt = context.now()
  const { sqlite } = context.database
  const download = context.files.prepareDownload(`${plan.fileName.replace(/\.[^.]*$/, '')}-rejected.csv`)
  const messageOf = createRowErrorMessage(plan.request.language)
  const rejectedFile = createRejectedFile(download.path, plan.file.headers, messageOf)
  const cacheSize = sqlite.pragma('cache_size', { simple: true })
  try {
    sqlite.pragma(`cache_size = ${IMPORT_CACHE}`)
    sqlite.exec('BEGIN IMMEDIATE')
    const { check, batchId, hasChanged } = await writeImport(context, plan, control, rejectedFile)
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

async function writeImport(
  { database, ledger, author, now }: CommandContext,
  plan: ImportPlan,
  control: JobControl,
  rejectedFile: RejectedFile,
): Promise<{ check: ImportCheck; batchId: Id | null; hasChanged: boolean }> {
  const batchId = randomUUID()
  const batchKey =
    (database.sqlite.prepare<[], number | null>('SELECT max(key) FROM fact_batch').pluck().get() ?? 0) + 1
  const reading = openImportReading(database, plan)
  const lines = createOrderLineWriter(database, {
    batchKey,
    book: reading.book,
    columns: plan.columns,
    ids: idsOf(reading),
  })
  const check = await readImport(plan, reading, control, { write: lines.write, reject: rejectedFile.add })
  if (check.total === 0)
    throw new MainstayError('nothing-to-import', 'The file has no rows below its header.')

  const lineCount = check.accepted - check.unchanged
  if (lineCount === 0 && !hasMasterChanges(reading)) return { check, batchId: null, hasChanged: false }

  const label = { key: 'import.order-lines', values: { file: plan.fileName, count: lineCount } }
  const change = ledger.open(label, ['import', 'account', 'product'])
  const whole = { done: plan.file.bytes, total: plan.file.bytes, rows: check.total }
  writeMasters(database, change, reading)
  await control.checkpoint(whole)
  const { sha256 } = lines.finish()
  await control.checkpoint(whole)
  if (lineCount > 0) {
    change.setAll('fact_batch', batchId, {
      core: {
        kind: plan.request.kind,
        fileName: plan.fileName,
        sha256,
        rowCount: lineCount,
        importedAt: new Date(now()).toISOString(),
        author,
      },
      state: { withdrawn: false },
    })
    requireBatchKey(database, batchId, batchKey)
  }
  const { mapping, unitFactors } = plan.request
  writeMapping(change, plan.file.headers, mapping, unitFactors, readRememberedColumns(database))
  countCategories(database, reading)
  change.finish()
  return { check, batchId: lineCount > 0 ? batchId : null, hasChanged: true }
}

function hasMasterChanges({ accounts, products }: ImportReading): boolean {
  const isChanged = (entry: { isNew: boolean; filled: ReadonlySet<string> }) =>
    entry.isNew || entry.filled.size > 0
  return [...accounts.entries()].some(isChanged) || [...products.entries()].some(isChanged)
}

/** Lines met before their product's category was known are counted again; those of fresh products are right as they are. */
function countCategories(database: WorkspaceDatabase, { products }: ImportReading): void {
  const late: Id[] = []
  const counted: number[] = []
  for (const product of products.entries()) {
    if (product.filled.has('category')) late.push(product.id)
    else if (product.isFresh) counted.push(product.key)
  }
  noteCounted(database.sqlite, counted)
  recategoriseProducts(database, late)
}

/** Ids of accounts and products that the import has met, written or not. */
function idsOf({ accounts, products }: ImportReading): IdsByKey {
  return { accountId: (key) => accounts.idOf(key), productId: (key) => products.idOf(key) }
}

function requireBatchKey({ sqlite }: WorkspaceDatabase, id: Id, expected: number): void {
  const key = sqlite
    .prepare<[Buffer], number>('SELECT key FROM fact_batch WHERE id = ?')
    .pluck()
    .get(idToBlob(id))
  if (key !== expected) throw new Error(`The batch got the key ${key} instead of ${expected}.`)
}

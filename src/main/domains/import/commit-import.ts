import { randomUUID } from 'node:crypto'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { ImportReceipt } from '#shared/contract/import.ts'
import type { Id } from '#shared/domain/id.ts'
import type { CommandContext, JobControl } from '../../application/ports.ts'
import type { WorkspaceDatabase } from '../../database/workspace-database.ts'
import type { RejectedFile } from '../../interchange/rejected-file.ts'
import type { IdsByKey } from '../order/batch-digest.ts'
import { noteCounted } from '../order/counted-categories.ts'
import { createOrderLineWriter } from '../order/order-line-writer.ts'
import { recategoriseProducts } from '../order/rebuild-aggregates.ts'
import { readRememberedColumns, writeMapping } from './import-mapping.ts'
import type { ImportPlan } from './import-plan.ts'
import { type ImportReading, openImportReading, readImport } from './read-import.ts'
import { nextBatchKey, requireBatchKey, type WrittenImport, writeInOneTransaction } from './write-import.ts'
import { writeMasters } from './write-masters.ts'

/**
 * Imports order lines in one transaction and as one entry of the history. A failure or a cancel leaves the workspace as it
 * was; so does a file that brings nothing new. Rejected rows go to a file for the user. Errors: nothing-to-import for a
 * file without rows, column-undecided, cancelled, disk-full.
 */
export function commitImport(
  context: CommandContext,
  plan: ImportPlan,
  control: JobControl,
): Promise<ImportReceipt> {
  const { fileName, file, request } = plan
  return writeInOneTransaction(
    context,
    { fileName, headers: file.headers, language: request.language },
    (rejectedFile) => writeImport(context, plan, control, rejectedFile),
  )
}

async function writeImport(
  { database, ledger, author, now }: CommandContext,
  plan: ImportPlan,
  control: JobControl,
  rejectedFile: RejectedFile,
): Promise<WrittenImport> {
  const batchId = randomUUID()
  const batchKey = nextBatchKey(database)
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
  const columns = readRememberedColumns(database, plan.request.kind)
  writeMapping(change, plan.request.kind, plan.file.headers, { mapping, unitFactors }, columns)
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

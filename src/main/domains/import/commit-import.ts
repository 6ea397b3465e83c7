import type { ImportReceipt } from '#shared/contract/import.ts'
import type { Id } from '#shared/domain/id.ts'
import type { CommandContext, JobControl } from '../../application/ports.ts'
import type { WorkspaceDatabase } from '../../database/workspace-database.ts'
import type { RejectedFile } from '../../interchange/rejected-file.ts'
import type { IdsByKey } from '../order/batch-digest.ts'
import { noteCounted } from '../order/counted-categories.ts'
import { createOrderLineWriter } from '../order/order-line-writer.ts'
import { recategoriseProducts } from '../order/rebuild-aggregates.ts'
import type { ImportPlan } from './import-plan.ts'
import { type ImportReading, openImportReading, readImport } from './read-import.ts'
import {
  nextBatchKey,
  rememberColumns,
  requireRows,
  type WrittenImport,
  writeBatch,
  writeInOneTransaction,
} from './write-import.ts'
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
  return writeInOneTransaction(context, plan, (rejectedFile) =>
    writeImport(context, plan, control, rejectedFile),
  )
}

async function writeImport(
  context: CommandContext,
  plan: ImportPlan,
  control: JobControl,
  rejectedFile: RejectedFile,
): Promise<WrittenImport> {
  const { database, ledger } = context
  const batchKey = nextBatchKey(database)
  const reading = openImportReading(database, plan)
  const lines = createOrderLineWriter(database, {
    batchKey,
    book: reading.book,
    columns: plan.columns,
    ids: idsOf(reading),
  })
  const check = await readImport(plan, reading, control, { write: lines.write, reject: rejectedFile.add })
  requireRows(check)

  const lineCount = check.accepted - check.unchanged
  if (lineCount === 0 && !hasMasterChanges(reading)) return { check, batchId: null, hasChanged: false }

  const label = { key: 'import.order-lines', values: { file: plan.fileName, count: lineCount } }
  const change = ledger.open(label, ['import', 'account', 'product'])
  const whole = { done: plan.file.bytes, total: plan.file.bytes, rows: check.total }
  writeMasters(database, change, reading)
  await control.checkpoint(whole)
  const { sha256 } = lines.finish()
  await control.checkpoint(whole)
  const batchId =
    lineCount > 0 ? writeBatch(context, change, plan, { key: batchKey, sha256, rowCount: lineCount }) : null
  rememberColumns(context, change, plan)
  countCategories(database, reading)
  change.finish()
  return { check, batchId, hasChanged: true }
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

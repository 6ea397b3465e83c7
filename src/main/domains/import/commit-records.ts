import type { ImportCheck, ImportReceipt } from '#shared/contract/import.ts'
import type { CommandContext, JobControl } from '../../application/ports.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { RejectedFile } from '../../interchange/rejected-file.ts'
import { openRecordTarget } from './open-record-target.ts'
import { readRecords } from './read-records.ts'
import type { RecordPlan } from './record-plan.ts'
import {
  nextBatchKey,
  rememberColumns,
  requireRows,
  type WrittenImport,
  writeBatch,
  writeInOneTransaction,
} from './write-import.ts'

/** Reads the whole file as an import would and says what it would do; writes nothing. Errors: column-undecided, cancelled. */
export function checkRecords(
  database: ReadDatabase,
  plan: RecordPlan,
  control: JobControl,
): Promise<ImportCheck> {
  return readRecords(plan, openRecordTarget(database, plan, null), control, () => {})
}

/**
 * Imports records in one transaction and as one entry of the history; a file that brings nothing new changes nothing.
 * Errors: nothing-to-import for a file without rows, column-undecided, cancelled, disk-full.
 */
export function commitRecords(
  context: CommandContext,
  plan: RecordPlan,
  control: JobControl,
): Promise<ImportReceipt> {
  return writeInOneTransaction(context, plan, (rejectedFile) =>
    writeRecords(context, plan, control, rejectedFile),
  )
}

async function writeRecords(
  context: CommandContext,
  plan: RecordPlan,
  control: JobControl,
  rejectedFile: RejectedFile,
): Promise<WrittenImport> {
  const { database, ledger } = context
  const { kind, file, fileName } = plan
  const batchKey = nextBatchKey(database)
  const target = openRecordTarget(database, plan, batchKey)
  const check = await readRecords(plan, target, control, rejectedFile.add)
  requireRows(check)
  const count = check.created + check.updated
  if (count + check.newAccounts + check.updatedAccounts === 0) {
    return { check, batchId: null, hasChanged: false }
  }
  const label = { key: `import.${kind}`, values: { file: fileName, count } }
  const change = ledger.open(label, ['import', ...target.nouns])
  const { facts } = target.write(change)
  await control.checkpoint({ done: file.bytes, total: file.bytes, rows: check.total })
  // Registers say in the log themselves what was written; only facts need a name for their rows.
  const sha256 = facts?.sha256 ?? null
  const batchId = writeBatch(context, change, plan, { key: batchKey, sha256, rowCount: count })
  rememberColumns(context, change, plan)
  change.finish()
  return { check, batchId, hasChanged: true }
}

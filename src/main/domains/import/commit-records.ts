import { randomUUID } from 'node:crypto'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { ImportCheck, ImportReceipt } from '#shared/contract/import.ts'
import type { CommandContext, JobControl } from '../../application/ports.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { RejectedFile } from '../../interchange/rejected-file.ts'
import { readRememberedColumns, writeMapping } from './import-mapping.ts'
import { openRecordTarget } from './open-record-target.ts'
import { readRecords } from './read-records.ts'
import type { RecordPlan } from './record-plan.ts'
import { nextBatchKey, requireBatchKey, type WrittenImport, writeInOneTransaction } from './write-import.ts'

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
  const { fileName, file, request } = plan
  return writeInOneTransaction(
    context,
    { fileName, headers: file.headers, language: request.language },
    (rejectedFile) => writeRecords(context, plan, control, rejectedFile),
  )
}

async function writeRecords(
  { database, ledger, author, now }: CommandContext,
  plan: RecordPlan,
  control: JobControl,
  rejectedFile: RejectedFile,
): Promise<WrittenImport> {
  const { kind, file, fileName, request } = plan
  const batchKey = nextBatchKey(database)
  const target = openRecordTarget(database, plan, batchKey)
  const check = await readRecords(plan, target, control, rejectedFile.add)
  if (check.total === 0) {
    throw new MainstayError('nothing-to-import', 'The file has no rows below its header.')
  }
  const count = check.created + check.updated
  if (count + check.newAccounts + check.updatedAccounts === 0) {
    return { check, batchId: null, hasChanged: false }
  }
  const label = { key: `import.${kind}`, values: { file: fileName, count } }
  const change = ledger.open(label, ['import', ...target.nouns])
  const { facts } = target.write(change)
  await control.checkpoint({ done: file.bytes, total: file.bytes, rows: check.total })
  const batchId = randomUUID()
  change.setAll('fact_batch', batchId, {
    core: {
      kind,
      fileName,
      // Registers say in the log themselves what was written; only facts need a name for their rows.
      sha256: facts?.sha256 ?? null,
      rowCount: count,
      importedAt: new Date(now()).toISOString(),
      author,
    },
    state: { withdrawn: false },
  })
  requireBatchKey(database, batchId, batchKey)
  const columns = readRememberedColumns(database, kind)
  writeMapping(change, kind, file.headers, request, columns)
  change.finish()
  return { check, batchId, hasChanged: true }
}

import type { ImportCheck } from '#shared/contract/import.ts'
import type { JobControl } from '../../application/ports.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { ImportPlan } from './import-plan.ts'
import { openImportReading, readImport } from './read-import.ts'

/** Reads the whole file as an import would and says what it would do; writes nothing. Errors: column-undecided, cancelled. */
export function checkImport(
  database: ReadDatabase,
  plan: ImportPlan,
  control: JobControl,
): Promise<ImportCheck> {
  return readImport(plan, openImportReading(database, plan), control, { write: () => {}, reject: () => {} })
}

import type { FileInspection, ImportRequest } from '#shared/contract/import.ts'
import type { Id } from '#shared/domain/id.ts'
import type { ReadSettings } from '#shared/domain/import.ts'
import type { ImportKind } from '#shared/domain/import-kind.ts'
import type { CommandContext, QueryContext } from '../../application/ports.ts'
import { proposeKind } from '../../interchange/header-proposal.ts'
import { inspectFile } from '../../interchange/inspect-file.ts'
import { openRowFile } from '../../interchange/open-row-file.ts'
import { checkImport } from './check-import.ts'
import { commitImport } from './commit-import.ts'
import { checkRecords, commitRecords } from './commit-records.ts'
import { readRememberedColumns, rememberedMapping } from './import-mapping.ts'
import { planImport } from './import-plan.ts'
import { ownFieldsOf } from './own-fields.ts'
import { planRecords } from './record-plan.ts'

/** What a file holds and how its columns may be read. Errors: file-missing, those of opening it. */
export async function inspectImport(
  { database, files }: QueryContext,
  {
    fileToken,
    kind: asked,
    settings,
  }: { fileToken: string; kind?: ImportKind | undefined; settings: ReadSettings },
): Promise<FileInspection> {
  const { path, name } = files.pathOf(fileToken)
  const file = await openRowFile(path, settings, files.scratchFolder)
  const kind = asked ?? proposeKind(file.headers)
  const columns = readRememberedColumns(database, kind)
  const inspection = inspectFile(file, kind, settings, {
    fileName: name,
    ownFields: ownFieldsOf(database, kind),
    remembered: rememberedMapping(columns, file.headers),
  })
  return {
    ...inspection,
    columns: inspection.columns.map((column) => {
      const remembered = columns.get(column.header)
      return column.basis === 'remembered' && remembered
        ? { ...column, unitFactor: remembered.unitFactor }
        : column
    }),
  }
}

/** Starts a dry run of an import. Errors: file-missing, column-undecided, those of opening the file. */
export async function startCheck(context: QueryContext, request: ImportRequest): Promise<{ jobId: Id }> {
  const { kind } = request
  if (kind === 'order-lines') {
    const plan = await planImport(context, request)
    return {
      jobId: context.startJob('import-check', (control) => checkImport(context.database, plan, control)),
    }
  }
  const plan = await planRecords(context, kind, request)
  return {
    jobId: context.startJob('import-check', (control) => checkRecords(context.database, plan, control)),
  }
}

/** Starts an import. Errors: file-missing, column-undecided, those of opening the file. */
export async function startCommit(context: CommandContext, request: ImportRequest): Promise<{ jobId: Id }> {
  const { kind } = request
  if (kind === 'order-lines') {
    const plan = await planImport(context, request)
    return { jobId: context.startJob('import-commit', (control) => commitImport(context, plan, control)) }
  }
  const plan = await planRecords(context, kind, request)
  return { jobId: context.startJob('import-commit', (control) => commitRecords(context, plan, control)) }
}

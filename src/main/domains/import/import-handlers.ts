import type { FileInspection } from '#shared/contract/import.ts'
import type { ReadSettings } from '#shared/domain/import.ts'
import { type ImportKind, importKind } from '#shared/domain/import-kind.ts'
import type { EngineHandlers, QueryContext } from '../../application/ports.ts'
import { blobToId } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
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

async function inspect(
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

function listBatches(database: ReadDatabase) {
  return database
    .all(
      tables
        .selectFrom('fact_batch')
        .selectAll()
        .where('imported_at', 'is not', null)
        .orderBy('imported_at', 'desc')
        .orderBy('key', 'desc'),
    )
    .map((row) => ({
      id: blobToId(row.id),
      kind: importKind.parse(row.kind),
      fileName: row.file_name,
      importedAt: row.imported_at ?? '',
      author: row.author ?? '',
      rowCount: row.row_count,
      isWithdrawn: row.is_withdrawn === 1 || row.is_deleted === 1,
    }))
}

export const importHandlers = {
  'import.inspect': inspect,
  'import.check': async (context, request) => {
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
  },
  'import.commit': async (context, request) => {
    const { kind } = request
    if (kind === 'order-lines') {
      const plan = await planImport(context, request)
      return { jobId: context.startJob('import-commit', (control) => commitImport(context, plan, control)) }
    }
    const plan = await planRecords(context, kind, request)
    return { jobId: context.startJob('import-commit', (control) => commitRecords(context, plan, control)) }
  },
  'import.listBatches': ({ database }) => listBatches(database),
} satisfies EngineHandlers<'import'>

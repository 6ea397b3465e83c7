import { importKind } from '#shared/domain/import-kind.ts'
import type { EngineHandlers } from '../../application/ports.ts'
import { blobToId } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'

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

/** Readers of files take as long to load as all the rest: they wait for the first file. */
const loadRequests = () => import('./import-requests.ts')

export const importHandlers = {
  'import.inspect': async (context, input) => (await loadRequests()).inspectImport(context, input),
  'import.check': async (context, request) => (await loadRequests()).startCheck(context, request),
  'import.commit': async (context, request) => (await loadRequests()).startCommit(context, request),
  'import.listBatches': ({ database }) => listBatches(database),
} satisfies EngineHandlers<'import'>

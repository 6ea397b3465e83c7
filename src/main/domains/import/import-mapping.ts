import type { Id } from '#shared/domain/id.ts'
import {
  fieldsOfKind,
  type ImportField,
  type ImportMapping,
  importField,
  isCustomField,
} from '#shared/domain/import-field.ts'
import type { ImportKind } from '#shared/domain/import-kind.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { ChangeWriter } from '../../ledger/ledger.ts'
import { stableId } from '../../ledger/stable-id.ts'

export interface RememberedColumn {
  field: ImportField
  /** Factor its values are multiplied by, null for none. */
  unitFactor: number | null
}

/** Header → field as earlier imports of the kind had it. */
export function readRememberedColumns(
  database: ReadDatabase,
  kind: ImportKind,
): Map<string, RememberedColumn> {
  const rows = database.all(
    tables
      .selectFrom('import_mapping')
      .select(['header', 'field', 'unit_factor'])
      .where('kind', '=', kind)
      .where('is_deleted', '=', 0),
  )
  const own = new Set<string>(fieldsOfKind(kind))
  const columns = new Map<string, RememberedColumn>()
  for (const { header, field, unit_factor } of rows) {
    const known = importField.safeParse(field)
    if (header === null || !known.success) continue
    if (own.has(known.data) || isCustomField(known.data)) {
      columns.set(header, { field: known.data, unitFactor: unit_factor })
    }
  }
  return columns
}

/** Field → header for the columns of one file; of two headers for one field the first in the file. */
export function rememberedMapping(
  columns: ReadonlyMap<string, RememberedColumn>,
  headers: readonly string[],
): ImportMapping {
  const mapping: ImportMapping = {}
  for (const header of headers) {
    const column = columns.get(header)
    if (column && mapping[column.field] === undefined) mapping[column.field] = header
  }
  return mapping
}

/** Remembers how a file's headers were mapped; a header that was left out is no longer remembered. */
export function writeMapping(
  writer: ChangeWriter,
  kind: ImportKind,
  headers: readonly string[],
  { mapping, unitFactors }: { mapping: ImportMapping; unitFactors: Partial<Record<ImportField, number>> },
  remembered: ReadonlyMap<string, RememberedColumn>,
): void {
  const idOf = (header: string): Id => stableId('import-mapping', kind, header)
  const mapped = new Set<string>()
  for (const name of [...fieldsOfKind(kind), ...Object.keys(mapping).filter(isCustomField)]) {
    const field: ImportField = name
    const header = mapping[field]
    if (header === undefined) continue
    mapped.add(header)
    const value = { kind, header, field, unitFactor: unitFactors[field] ?? null }
    writer.set('import_mapping', idOf(header), 'mapping', value)
  }
  for (const header of headers) {
    if (remembered.has(header) && !mapped.has(header)) writer.remove('import_mapping', idOf(header))
  }
}

import type { Id } from '#shared/domain/id.ts'
import {
  ORDER_LINE_FIELDS,
  type OrderLineField,
  type OrderLineMapping,
  orderLineField,
} from '#shared/domain/order-line.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { ChangeWriter } from '../../ledger/ledger.ts'
import { stableId } from '../../ledger/stable-id.ts'

const KIND = 'order-lines'

export interface RememberedColumn {
  field: OrderLineField
  /** Factor its values are multiplied by, null for none. */
  unitFactor: number | null
}

/** Header → field as earlier imports had it. */
export function readRememberedColumns(database: ReadDatabase): Map<string, RememberedColumn> {
  const rows = database.all(
    tables
      .selectFrom('import_mapping')
      .select(['header', 'field', 'unit_factor'])
      .where('kind', '=', KIND)
      .where('is_deleted', '=', 0),
  )
  const columns = new Map<string, RememberedColumn>()
  for (const { header, field, unit_factor } of rows) {
    const known = orderLineField.safeParse(field)
    if (header !== null && known.success) columns.set(header, { field: known.data, unitFactor: unit_factor })
  }
  return columns
}

/** Field → header for the columns of one file; of two headers for one field the first in the file. */
export function rememberedMapping(
  columns: ReadonlyMap<string, RememberedColumn>,
  headers: readonly string[],
): OrderLineMapping {
  const mapping: OrderLineMapping = {}
  for (const header of headers) {
    const column = columns.get(header)
    if (column && mapping[column.field] === undefined) mapping[column.field] = header
  }
  return mapping
}

/** Remembers how a file's headers were mapped; a header that was left out is no longer remembered. */
export function writeMapping(
  writer: ChangeWriter,
  headers: readonly string[],
  mapping: OrderLineMapping,
  unitFactors: Partial<Record<OrderLineField, number>>,
  remembered: ReadonlyMap<string, RememberedColumn>,
): void {
  const mapped = new Set<string>()
  for (const field of ORDER_LINE_FIELDS) {
    const header = mapping[field]
    if (header === undefined) continue
    mapped.add(header)
    const value = { kind: KIND, header, field, unitFactor: unitFactors[field] ?? null }
    writer.set('import_mapping', mappingId(header), 'mapping', value)
  }
  for (const header of headers) {
    if (remembered.has(header) && !mapped.has(header)) writer.remove('import_mapping', mappingId(header))
  }
}

const mappingId = (header: string): Id => stableId('import-mapping', KIND, header)

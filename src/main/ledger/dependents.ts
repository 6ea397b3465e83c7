import type { Database as Sqlite } from 'better-sqlite3'
import { blobToId } from '../database/id-blob.ts'
import type { Origins } from './origins.ts'
import type { RowState, RowStates } from './row-state.ts'

/** Registers that hold the id of another row, by the table that is referred to. */
const REFERENCES: Readonly<Record<string, readonly { table: string; column: string; register: string }[]>> = {
  party: [
    { table: 'party_role', column: 'party_id', register: 'core' },
    { table: 'employment', column: 'person_id', register: 'core' },
    { table: 'employment', column: 'company_id', register: 'core' },
    { table: 'custom_value', column: 'party_id', register: 'core' },
    { table: 'class_override', column: 'party_id', register: 'core' },
    { table: 'lifetime_assumption', column: 'party_id', register: 'core' },
    { table: 'credit_rating', column: 'party_id', register: 'core' },
    { table: 'purchase_judgement', column: 'party_id', register: 'core' },
    { table: 'customer_spend', column: 'party_id', register: 'core' },
    { table: 'white_space_cell', column: 'party_id', register: 'core' },
    { table: 'opportunity', column: 'party_id', register: 'core' },
    { table: 'account_activity', column: 'party_id', register: 'core' },
    { table: 'relationship_complexity', column: 'party_id', register: 'core' },
    { table: 'segment_worksheet', column: 'best_party_id', register: 'worksheet' },
    { table: 'segment_worksheet', column: 'worst_party_id', register: 'worksheet' },
  ],
  category: [
    { table: 'product', column: 'category_id', register: 'category' },
    { table: 'customer_spend', column: 'category_id', register: 'core' },
    { table: 'white_space_cell', column: 'category_id', register: 'core' },
    { table: 'opportunity', column: 'category_id', register: 'category' },
  ],
  custom_field: [{ table: 'custom_value', column: 'field_id', register: 'core' }],
  opportunity: [{ table: 'white_space_cell', column: 'opportunity_id', register: 'opportunity' }],
  cost_activity: [{ table: 'account_activity', column: 'activity_id', register: 'core' }],
}

/**
 * Keys of groups after `groupKey` that made something which needs the leaving rows: rows that refer to them,
 * imported facts of their accounts and products, and payments of their invoices.
 */
export function findDependentGroups(
  sqlite: Sqlite,
  { states, origins }: { states: RowStates; origins: Origins },
  leaving: readonly RowState[],
  groupKey: number,
): Set<number> {
  const groups = new Set<number>()
  const leavingRows = new Set(leaving.map((state) => state.tableName + state.id))

  const laterGroups = (table: string, row: Buffer, register: string): number[] => {
    const id = blobToId(row)
    if (leavingRows.has(table + id)) return []
    return origins
      .ofHeads(states.get(table, id), register)
      .flatMap((origin) => (origin && origin.groupKey > groupKey ? [origin.groupKey] : []))
  }

  for (const [referredTo, references] of Object.entries(REFERENCES)) {
    const gone = leaving.filter((state) => state.tableName === referredTo)
    for (const { table, column, register } of gone.length > 0 ? references : []) {
      const readRows = sqlite
        .prepare<[Buffer], Buffer>(`SELECT id FROM ${table} WHERE ${column} = ? AND is_deleted = 0`)
        .pluck()
      for (const state of gone) {
        for (const row of readRows.all(state.blob)) {
          for (const later of laterGroups(table, row, register)) groups.add(later)
        }
      }
    }
  }

  const batches = sqlite
    .prepare<[], { key: number; id: Buffer }>(
      'SELECT key, id FROM fact_batch WHERE is_deleted = 0 AND is_withdrawn = 0',
    )
    .all()
  for (const batch of batches) {
    const later = laterGroups('fact_batch', batch.id, 'core')
    if (later.length > 0 && batchNeeds(sqlite, batch.key, leaving)) {
      for (const group of later) groups.add(group)
    }
  }
  return groups
}

function batchNeeds(sqlite: Sqlite, batchKey: number, leaving: readonly RowState[]): boolean {
  const idsOf = (tableName: string) =>
    new Set(leaving.filter((state) => state.tableName === tableName).map((state) => state.id))
  const needs = (ids: ReadonlySet<string>, rows: string): boolean =>
    ids.size > 0 &&
    sqlite
      .prepare<[number], Buffer>(rows)
      .pluck()
      .all(batchKey)
      .some((id) => ids.has(blobToId(id)))
  const parties = idsOf('party')
  return (
    needs(parties, `SELECT id FROM party WHERE key IN (${usedBy('account_key', 'order_line')})`) ||
    needs(parties, `SELECT id FROM party WHERE key IN (${usedBy('account_key', 'invoice')})`) ||
    needs(idsOf('product'), `SELECT id FROM product WHERE key IN (${usedBy('product_key', 'order_line')})`) ||
    // Payments need the import that brought their invoices.
    needs(
      idsOf('fact_batch'),
      `SELECT id FROM fact_batch WHERE key IN (
         SELECT DISTINCT invoice.batch_key FROM payment JOIN invoice ON invoice.number = payment.invoice_number
         WHERE payment.batch_key = ? AND invoice.is_withdrawn = 0)`,
    )
  )
}

const usedBy = (column: string, table: string): string =>
  `SELECT DISTINCT ${column} FROM ${table} WHERE batch_key = ?`

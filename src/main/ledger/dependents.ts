import type { Database as Sqlite } from 'better-sqlite3'
import type { RowState } from './row-state.ts'

/** Register tables that hold the id of another row, by the table that is referred to. */
const REFERENCES: Readonly<Record<string, readonly { table: string; column: string }[]>> = {
  party: [
    { table: 'party_role', column: 'party_id' },
    { table: 'employment', column: 'person_id' },
    { table: 'employment', column: 'company_id' },
  ],
  category: [{ table: 'product', column: 'category_id' }],
}

/**
 * Keys of groups after `groupKey` that made something which needs the leaving rows: rows that refer to them,
 * and imported order lines of their accounts and products.
 */
export function findDependentGroups(
  sqlite: Sqlite,
  leaving: readonly RowState[],
  groupKey: number,
): Set<number> {
  const groups = new Set<number>()
  const leavingRows = new Set(leaving.map((state) => state.tableName + state.blob.toString('hex')))
  const latestGroup = sqlite
    .prepare<[Buffer, string, number], number | null>(
      `SELECT max(op.group_key) FROM head JOIN op ON op.device_key = head.device_key AND op.seq = head.seq
       WHERE head.row_id = ? AND head.table_name = ? AND op.group_key > ?`,
    )
    .pluck()

  for (const state of leaving) {
    for (const { table, column } of REFERENCES[state.tableName] ?? []) {
      const rows = sqlite
        .prepare<[Buffer], Buffer>(`SELECT id FROM ${table} WHERE ${column} = ? AND is_deleted = 0`)
        .pluck()
        .all(state.blob)
      for (const row of rows) {
        if (leavingRows.has(table + row.toString('hex'))) continue
        const later = latestGroup.get(row, table, groupKey)
        if (later) groups.add(later)
      }
    }
  }

  const batches = sqlite
    .prepare<[], { key: number; id: Buffer }>(
      'SELECT key, id FROM fact_batch WHERE is_deleted = 0 AND is_withdrawn = 0',
    )
    .all()
  for (const batch of batches) {
    if (leavingRows.has(`fact_batch${batch.id.toString('hex')}`)) continue
    const later = latestGroup.get(batch.id, 'fact_batch', groupKey)
    if (later && batchNeeds(sqlite, batch.key, leaving)) groups.add(later)
  }
  return groups
}

function batchNeeds(sqlite: Sqlite, batchKey: number, leaving: readonly RowState[]): boolean {
  const needed = (tableName: 'party' | 'product', column: string): boolean => {
    const rows = leaving.filter((state) => state.tableName === tableName)
    if (rows.length === 0) return false
    const ids = new Set(rows.map((state) => state.blob.toString('hex')))
    return sqlite
      .prepare<[number], Buffer>(
        `SELECT id FROM ${tableName} WHERE key IN (SELECT DISTINCT ${column} FROM order_line WHERE batch_key = ?)`,
      )
      .pluck()
      .all(batchKey)
      .some((id) => ids.has(id.toString('hex')))
  }
  return needed('party', 'account_key') || needed('product', 'product_key')
}

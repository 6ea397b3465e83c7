import { blobToId } from '../database/id-blob.ts'
import type { WorkspaceDatabase } from '../database/workspace-database.ts'
import { createMaterialiser } from './materialise.ts'
import { parsePred } from './op-record.ts'
import { createPartySearch } from './party-search.ts'
import { registerTables } from './registers/register-tables.ts'
import { createRowStates } from './row-state.ts'

/**
 * Derives heads, register tables and search index anew from the ops, in one transaction. Rows keep their keys,
 * which facts refer to; rows the log does not know go. Returns the number of rows shown.
 */
export function rebuildRegisters(database: WorkspaceDatabase): number {
  return database.transaction(() => {
    rebuildHeads(database)
    const rows = rebuildTables(database)
    createPartySearch(database.sqlite).rebuild()
    return rows
  })
}

/** A head is an op that no other op has seen. */
function rebuildHeads({ sqlite }: WorkspaceDatabase): void {
  const seen = new Set<string>()
  const preds = sqlite.prepare<[], string>("SELECT pred FROM op WHERE pred <> ''").pluck()
  for (const pred of preds.iterate()) {
    for (const { deviceKey, seq } of parsePred(pred)) seen.add(`${deviceKey}:${seq}`)
  }
  sqlite.exec('DELETE FROM head')
  const insert = sqlite.prepare(
    'INSERT INTO head (row_id, table_name, register, device_key, seq) VALUES (?, ?, ?, ?, ?)',
  )
  const ops = sqlite.prepare<
    [],
    { deviceKey: number; seq: number; rowId: Buffer; tableName: string; register: string }
  >(
    `SELECT device_key AS deviceKey, seq, row_id AS rowId, table_name AS tableName, register
     FROM op ORDER BY device_key, seq`,
  )
  for (const { deviceKey, seq, rowId, tableName, register } of ops.all()) {
    if (!seen.has(`${deviceKey}:${seq}`)) insert.run(rowId, tableName, register, deviceKey, seq)
  }
}

function rebuildTables({ sqlite }: WorkspaceDatabase): number {
  const states = createRowStates(sqlite)
  const materialiser = createMaterialiser(sqlite, states.deviceId)
  let shown = 0
  for (const [tableName, table] of Object.entries(registerTables)) {
    const registers = Object.keys(table.registers).map((register) => ({ register }))
    sqlite
      .prepare(`DELETE FROM ${tableName} WHERE id NOT IN (SELECT row_id FROM head WHERE table_name = ?)`)
      .run(tableName)
    const rows = sqlite
      .prepare<[string], Buffer>('SELECT DISTINCT row_id FROM head WHERE table_name = ?')
      .pluck()
      .all(tableName)
    for (const row of rows) materialiser.write(states.get(tableName, blobToId(row)), registers, true)
    shown += rows.length
  }
  return shown
}

import type { Database as Sqlite } from 'better-sqlite3'
import type { Id } from '#shared/domain/id.ts'
import { blobToId, idToBlob } from '../database/id-blob.ts'
import { DELETED_REGISTER } from './ledger.ts'
import { type HeadOp, type OpPlace, shownOf } from './op-record.ts'
import type { RegisterTable } from './registers/register.ts'
import { getRegisterTable } from './registers/register-tables.ts'

/** What the log says of one row: the heads of each register. */
export interface RowState {
  readonly tableName: string
  readonly table: RegisterTable
  readonly id: Id
  readonly blob: Buffer
  readonly heads: Map<string, HeadOp[]>
}

export interface RowStates {
  get(tableName: string, id: Id): RowState
  /** Text form of a device's id, without dashes. */
  deviceId(deviceKey: number): string
  /** Forgets everything read: after a rollback, or when another transaction may have written. */
  clear(): void
}

/** Rows of a large import are rarely met twice; this bounds what they hold in memory. */
const ROW_LIMIT = 4000

/** Reads rows of the log through a cache. */
export function createRowStates(sqlite: Sqlite): RowStates {
  const readHeads = sqlite.prepare<
    [Buffer, string],
    { register: string; deviceKey: number; seq: number; hlc: string; value: string }
  >(
    `SELECT head.register, head.device_key AS deviceKey, head.seq, op.hlc, op.value
     FROM head JOIN op ON op.device_key = head.device_key AND op.seq = head.seq
     WHERE head.row_id = ? AND head.table_name = ?`,
  )
  const readDevice = sqlite.prepare<[number], { id: Buffer }>('SELECT id FROM device WHERE key = ?')
  const rows = new Map<string, RowState>()
  const devices = new Map<number, string>()

  return {
    get(tableName, id) {
      const name = tableName + id
      const known = rows.get(name)
      if (known) return known
      const table = getRegisterTable(tableName)
      const blob = idToBlob(id)
      const state: RowState = { tableName, table, id: blobToId(blob), blob, heads: new Map() }
      for (const { register, ...op } of readHeads.all(blob, tableName)) {
        const heads = state.heads.get(register)
        if (heads) heads.push(op)
        else state.heads.set(register, [op])
      }
      if (rows.size >= ROW_LIMIT) rows.clear()
      rows.set(name, state)
      return state
    },
    deviceId(deviceKey) {
      const known = devices.get(deviceKey)
      if (known) return known
      const id = readDevice.get(deviceKey)?.id.toString('hex') ?? ''
      devices.set(deviceKey, id)
      return id
    },
    clear() {
      rows.clear()
      devices.clear()
    },
  }
}

/** Canonical JSON of what a register shows; 'null' where it was never written. */
export function shownText(state: RowState, register: string, deviceId: RowStates['deviceId']): string {
  const heads = state.heads.get(register)
  if (!heads) return 'null'
  const [only] = heads
  const shown = heads.length === 1 ? only : shownOf(heads, deviceId)
  return shown?.value ?? 'null'
}

export const isCore = (table: RegisterTable, register: string): boolean =>
  table.registers[register]?.class === 'core'

function* coreHeads(state: RowState): Generator<OpPlace> {
  for (const [register, heads] of state.heads) if (isCore(state.table, register)) yield* heads
}

/** A delete names the core heads it saw, by device: an edit it did not see keeps the row. */
export function deletionValue(state: RowState, deviceId: RowStates['deviceId']): Record<string, number[]> {
  const seen: Record<string, number[]> = {}
  for (const { deviceKey, seq } of coreHeads(state)) {
    const device = deviceId(deviceKey)
    const sequences = seen[device] ?? []
    sequences.push(seq)
    seen[device] = sequences
  }
  for (const sequences of Object.values(seen)) sequences.sort((a, b) => a - b)
  return seen
}

/** A row lives while one of its core values was not seen by a delete. */
export function isAlive(state: RowState, deviceId: RowStates['deviceId']): boolean {
  const deletionHeads = state.heads.get(DELETED_REGISTER)
  if (!deletionHeads || deletionHeads.every(({ value }) => value === 'null')) return hasCore(state)
  const deletions = deletionHeads
    .filter(({ value }) => value !== 'null')
    .map(({ value }) => JSON.parse(value) as Record<string, number[]>)
  for (const { deviceKey, seq } of coreHeads(state)) {
    const device = deviceId(deviceKey)
    if (!deletions.some((seen) => seen[device]?.includes(seq))) return true
  }
  return false
}

function hasCore(state: RowState): boolean {
  for (const register of state.heads.keys()) if (isCore(state.table, register)) return true
  return false
}

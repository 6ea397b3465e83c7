import type { Database as Sqlite, Statement } from 'better-sqlite3'
import type { Noun } from '#shared/contract/events.ts'
import type { ChangeLabel, HistoryEntry } from '#shared/contract/history.ts'
import type { Id } from '#shared/domain/id.ts'
import { blobToId, idToBlob } from '../database/id-blob.ts'
import { canonicalJson } from './canonical-json.ts'
import { type Device, ensureDevice, randomIdBlob } from './device.ts'
import { nextStamp } from './hybrid-clock.ts'
import type { LedgerPorts, MaterialisedChange } from './ledger.ts'
import { formatPred, type HeadOp } from './op-record.ts'
import type { RowState } from './row-state.ts'

export interface GroupHeader {
  kind: 'do' | 'undo' | 'redo'
  /** The entry an undo or redo acts on. */
  actsOn: Id | null
  label: ChangeLabel
  nouns: readonly Noun[]
}

/** A register, named once per append, and its new value as canonical JSON. */
export interface RegisterWrite {
  register: string
  value: string
}

/** One labelled group on its way into the log. */
export interface Group {
  /** Appends ops on one row; each supersedes all heads of its register. */
  append(state: RowState, writes: readonly RegisterWrite[], reason?: string): void
  /** Notes a register, or `DELETED_REGISTER`, as shown anew. */
  note(state: RowState, register: string): void
  /** True once there is an op. */
  hasOps(): boolean
  /** Writes the entry and what the next group needs; runs `afterChange`. */
  finish(): HistoryEntry
}

export interface GroupWriter {
  begin(header: GroupHeader): Group
}

const SALT_BYTES = 16
/** One request for randomness serves this many ops. */
const SALTS_PER_REQUEST = 512

function createSalts(randomBytes: (length: number) => Buffer): () => Buffer {
  let pool: Buffer = Buffer.alloc(0)
  let offset = 0
  return () => {
    if (offset >= pool.length) {
      pool = randomBytes(SALT_BYTES * SALTS_PER_REQUEST)
      offset = 0
    }
    offset += SALT_BYTES
    return pool.subarray(offset - SALT_BYTES, offset)
  }
}

const formatInstant = (ms: number): string => {
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 0 || date.getUTCFullYear() > 9999
    ? new Date(0).toISOString()
    : date.toISOString()
}

const NO_HEADS: readonly HeadOp[] = []

/** Inserts of one to many rows at once; a row of the log is small, so the call is what costs. */
function rowsStatement(
  sqlite: Sqlite,
  target: string,
  width: number,
): (rows: number) => Statement<[unknown[]]> {
  const statements: Statement<[unknown[]]>[] = []
  const row = `(?${', ?'.repeat(width - 1)})`
  return (rows) => {
    const known = statements[rows]
    if (known) return known
    const statement = sqlite.prepare<[unknown[]]>(
      `INSERT INTO ${target} VALUES ${Array(rows).fill(row).join(', ')}`,
    )
    statements[rows] = statement
    return statement
  }
}

/** Prepares the statements that append to the log; groups follow one another, never side by side. */
export function createGroupWriter(sqlite: Sqlite, ports: LedgerPorts): GroupWriter {
  const insertOps = rowsStatement(
    sqlite,
    'op (device_key, seq, hlc, table_name, row_id, register, value, salt, pred, reason, group_key)',
    11,
  )
  const insertHeads = rowsStatement(sqlite, 'head (row_id, table_name, register, device_key, seq)', 5)
  const deleteHead = sqlite.prepare(
    'DELETE FROM head WHERE row_id = ? AND table_name = ? AND register = ? AND device_key = ? AND seq = ?',
  )
  const insertGroup = sqlite.prepare(
    `INSERT INTO change_group (id, device_key, kind, acts_on, label_key, label_values, nouns, author, recorded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const finishGroup = sqlite.prepare('UPDATE change_group SET op_count = ? WHERE key = ?')
  const advanceDevice = sqlite.prepare('UPDATE device SET last_seq = ?, last_hlc = ? WHERE key = ?')
  const nextSalt = createSalts(ports.randomBytes)

  return {
    begin(header) {
      const at = formatInstant(ports.now())
      const author = ports.author()
      const groupId = randomIdBlob(ports.randomBytes)
      let device: Device | undefined
      let groupKey = 0
      let opCount = 0
      const changes: MaterialisedChange[] = []

      const record = (): Device => {
        if (device) return device
        device = ensureDevice(sqlite, ports, at)
        const recorded = insertGroup.run(
          groupId,
          device.key,
          header.kind,
          header.actsOn === null ? null : idToBlob(header.actsOn),
          header.label.key,
          canonicalJson(header.label.values),
          canonicalJson([...header.nouns]),
          author,
          at,
        )
        groupKey = Number(recorded.lastInsertRowid)
        return device
      }

      return {
        append(state, writes, reason) {
          const own = record()
          const ops: unknown[] = []
          const heads: unknown[] = []
          for (const { register, value } of writes) {
            own.lastSeq += 1
            own.lastHlc = nextStamp(own.lastHlc, ports.now())
            const seen = state.heads.get(register) ?? NO_HEADS
            ops.push(own.key, own.lastSeq, own.lastHlc, state.tableName, state.blob, register, value)
            ops.push(nextSalt(), formatPred(seen), reason ?? null, groupKey)
            heads.push(state.blob, state.tableName, register, own.key, own.lastSeq)
            for (const { deviceKey, seq } of seen) {
              deleteHead.run(state.blob, state.tableName, register, deviceKey, seq)
            }
            state.heads.set(register, [{ deviceKey: own.key, seq: own.lastSeq, hlc: own.lastHlc, value }])
          }
          insertOps(writes.length).run(ops)
          insertHeads(writes.length).run(heads)
          opCount += writes.length
        },
        note(state, register) {
          changes.push({ table: state.tableName, rowId: state.id, register })
        },
        hasOps: () => opCount > 0,
        finish() {
          const own = record()
          finishGroup.run(opCount, groupKey)
          advanceDevice.run(own.lastSeq, own.lastHlc, own.key)
          ports.afterChange(changes)
          return {
            id: blobToId(groupId),
            label: header.label,
            author,
            at,
            opCount,
            state: 'done',
            actsOn: header.actsOn,
            nouns: [...header.nouns],
          }
        },
      }
    },
  }
}

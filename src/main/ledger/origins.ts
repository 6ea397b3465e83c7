import type { Database as Sqlite } from 'better-sqlite3'
import { type HeadOp, type OpPlace, parsePred, shownOf } from './op-record.ts'
import type { RowState, RowStates } from './row-state.ts'

/** Where a value was first written, undo and redo looked through. */
export interface Origin extends OpPlace {
  groupKey: number
}

export interface RecordedGroup {
  key: number
  id: Buffer
  kind: 'do' | 'undo' | 'redo'
  actsOn: Buffer | null
}

export interface Origins {
  /**
   * An undo shows an older value again: its origin is that older op, or null where there was none.
   * Two registers with equal origins are in the same state.
   */
  of(state: RowState, register: string, place: OpPlace): Origin | null
  /** Origins of all heads of a register. */
  ofHeads(state: RowState, register: string): (Origin | null)[]
  /** The op shown among those an op's author saw. */
  shownAmong(pred: string): HeadOp | undefined
  /** The group that an undo or redo turned back. */
  invertedBy(groupKey: number): number | null
  /** Forgets everything read: after a rollback, keys may come again. */
  clear(): void
}

/** Reads the log. */
export function createOrigins(sqlite: Sqlite, deviceId: RowStates['deviceId']): Origins {
  const readOp = sqlite.prepare<[number, number], HeadOp & { pred: string; groupKey: number }>(
    `SELECT device_key AS deviceKey, seq, hlc, value, pred, group_key AS groupKey
     FROM op WHERE device_key = ? AND seq = ?`,
  )
  const readFirstPred = sqlite
    .prepare<[Buffer, string, string, number], string>(
      `SELECT pred FROM op WHERE row_id = ? AND register = ? AND table_name = ? AND group_key = ?
       ORDER BY device_key, seq LIMIT 1`,
    )
    .pluck()
  const readGroup = sqlite.prepare<[number], RecordedGroup>(
    'SELECT key, id, kind, acts_on AS actsOn FROM change_group WHERE key = ?',
  )
  const readLatest = sqlite
    .prepare<[Buffer, Buffer, string, number], number>(
      `SELECT max(key) FROM change_group
       WHERE (id = ? OR acts_on = ?) AND kind <> ? AND key < ?`,
    )
    .pluck()

  const inverted = new Map<number, number | null>()

  const invertedBy = (groupKey: number): number | null => {
    const known = inverted.get(groupKey)
    if (known !== undefined) return known
    const group = readGroup.get(groupKey)
    const found =
      group && group.kind !== 'do' && group.actsOn
        ? (readLatest.get(group.actsOn, group.actsOn, group.kind, groupKey) ?? null)
        : null
    inverted.set(groupKey, found)
    return found
  }

  const shownAmong = (pred: string): HeadOp | undefined =>
    shownOf(
      parsePred(pred).flatMap(({ deviceKey, seq }) => readOp.get(deviceKey, seq) ?? []),
      deviceId,
    )

  const of = (state: RowState, register: string, place: OpPlace): Origin | null => {
    let current: OpPlace | undefined = place
    while (current) {
      const op = readOp.get(current.deviceKey, current.seq)
      if (!op) return null
      const turnedBack = invertedBy(op.groupKey)
      if (turnedBack === null) return { deviceKey: op.deviceKey, seq: op.seq, groupKey: op.groupKey }
      const pred = readFirstPred.get(state.blob, register, state.tableName, turnedBack)
      current = shownAmong(pred ?? op.pred)
    }
    return null
  }

  return {
    of,
    ofHeads: (state, register) => (state.heads.get(register) ?? []).map((head) => of(state, register, head)),
    shownAmong,
    invertedBy,
    clear: () => inverted.clear(),
  }
}

import type { Database as Sqlite } from 'better-sqlite3'
import { type HeadOp, type OpPlace, parsePred } from './op-record.ts'

export interface RecordedOp extends HeadOp {
  register: string
  pred: string
  reason: string | null
  groupKey: number
}

export interface OpChain {
  get(place: OpPlace): RecordedOp | undefined
  /**
   * The given ops and what their authors saw, and so on back, each once; `from` ends the way at groups
   * recorded before it. Every op of a register is reached from its heads.
   */
  walk(places: readonly OpPlace[], from?: number): Generator<RecordedOp>
}

/** Follows the log backwards. */
export function createOpChain(sqlite: Sqlite): OpChain {
  const readOp = sqlite.prepare<[number, number], RecordedOp>(
    `SELECT device_key AS deviceKey, seq, hlc, register, value, pred, reason, group_key AS groupKey
     FROM op WHERE device_key = ? AND seq = ?`,
  )
  const get = ({ deviceKey, seq }: OpPlace) => readOp.get(deviceKey, seq)
  return {
    get,
    *walk(places, from = 0) {
      const met = new Set<string>()
      let due: readonly OpPlace[] = places
      while (due.length > 0) {
        const next: OpPlace[] = []
        for (const place of due) {
          const name = `${place.deviceKey}:${place.seq}`
          if (met.has(name)) continue
          met.add(name)
          const op = get(place)
          if (!op || op.groupKey < from) continue
          yield op
          next.push(...parsePred(op.pred))
        }
        due = next
      }
    },
  }
}

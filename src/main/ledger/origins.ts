import type { Database as Sqlite } from 'better-sqlite3'
import { createOpChain } from './op-chain.ts'
import { type HeadOp, type OpPlace, parsePred, shownOf } from './op-record.ts'
import type { RowState, RowStates } from './row-state.ts'

/** Where a value was first written, undo and redo looked through. */
export interface Origin extends OpPlace {
  groupKey: number
}

export interface Origins {
  /**
   * An undo shows an older value again: its origin is that older op, or null where there was none.
   * Two heads with equal origins leave a register in the same state.
   */
  of(place: OpPlace): Origin | null
  /** Origins of all heads of a register. */
  ofHeads(state: RowState, register: string): (Origin | null)[]
  /** The op shown among those an op's author saw. */
  shownAmong(pred: string): HeadOp | undefined
  /** Key of the group an op belongs to. */
  groupOf(place: OpPlace): number
  /** Whether the history of these heads begins before a group. */
  reachBefore(heads: readonly OpPlace[], groupKey: number): boolean
  /** Forgets everything read: after a rollback, keys may come again. */
  clear(): void
}

/** Reads the log. */
export function createOrigins(sqlite: Sqlite, deviceId: RowStates['deviceId']): Origins {
  const chain = createOpChain(sqlite)
  const readGroup = sqlite.prepare<[number], { kind: string; actsOn: Buffer | null }>(
    'SELECT kind, acts_on AS actsOn FROM change_group WHERE key = ?',
  )
  const readLatest = sqlite
    .prepare<[Buffer, Buffer, string, number], number | null>(
      'SELECT max(key) FROM change_group WHERE (id = ? OR acts_on = ?) AND kind <> ? AND key < ?',
    )
    .pluck()
  const inverted = new Map<number, number | null>()

  /** The group that an undo or redo turned back; null for any other. */
  const invertedBy = (groupKey: number): number | null => {
    const known = inverted.get(groupKey)
    if (known !== undefined) return known
    const group = readGroup.get(groupKey)
    const found =
      group?.actsOn && group.kind !== 'do'
        ? (readLatest.get(group.actsOn, group.actsOn, group.kind, groupKey) ?? null)
        : null
    inverted.set(groupKey, found)
    return found
  }

  const shownAmong = (pred: string): HeadOp | undefined =>
    shownOf(
      parsePred(pred).flatMap((place) => chain.get(place) ?? []),
      deviceId,
    )

  /** What the first op of a group on this register saw; undefined when the group did not write it. */
  const seenByGroup = (place: OpPlace, groupKey: number): string | undefined => {
    let seen: string | undefined
    for (const op of chain.walk([place], groupKey)) if (op.groupKey === groupKey) seen = op.pred
    return seen
  }

  const of = (place: OpPlace): Origin | null => {
    let current: OpPlace | undefined = place
    while (current) {
      const op = chain.get(current)
      if (!op) return null
      const turnedBack = invertedBy(op.groupKey)
      if (turnedBack === null) return { deviceKey: op.deviceKey, seq: op.seq, groupKey: op.groupKey }
      current = shownAmong(seenByGroup(current, turnedBack) ?? op.pred)
    }
    return null
  }

  return {
    of,
    ofHeads: (state, register) => (state.heads.get(register) ?? []).map(of),
    shownAmong,
    groupOf: (place) => chain.get(place)?.groupKey ?? 0,
    reachBefore(heads, groupKey) {
      for (const op of chain.walk(heads)) if (op.groupKey < groupKey) return true
      return false
    },
    clear: () => inverted.clear(),
  }
}

import type { Database as Sqlite } from 'better-sqlite3'
import { blobToId } from '../database/id-blob.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Group } from './group.ts'
import { DELETED_REGISTER } from './ledger.ts'
import type { OpPlace } from './op-record.ts'
import type { Origin } from './origins.ts'
import { registerTables } from './registers/register-tables.ts'
import { deletionValue, isAlive, isCore, type RowState, shownText } from './row-state.ts'
import type { RowWriterParts } from './row-writer.ts'

/** What one group did to one row. */
interface RowEffect {
  state: RowState
  /** Register → what was seen before the group's first op on it, and the group's last op on it. */
  registers: Map<string, { pred: string; last: OpPlace }>
  wasAlive: boolean
  /** The group made the row: before it there was nothing to go back to. */
  isMade: boolean
}

export interface Inversion {
  /** Keys of later groups whose changes would be lost. */
  laterGroups: Set<number>
  /** Rows that are there now and would go. */
  leaving: RowState[]
  write(group: Group): void
}

/** Prepares to turn a recorded group back. Reads only, until `write` is called. */
export function planInversion(sqlite: Sqlite, parts: RowWriterParts, groupKey: number): Inversion {
  const { states, materialiser, origins } = parts
  const { deviceId } = states
  const effects = readEffects(sqlite, parts, groupKey)
  const laterGroups = new Set<number>()
  const leaving: RowState[] = []

  const groupOf = sqlite
    .prepare<[number, number], number>('SELECT group_key FROM op WHERE device_key = ? AND seq = ?')
    .pluck()

  const blame = (head: OpPlace, origin: Origin | null) => {
    const later =
      origin && origin.groupKey > groupKey ? origin.groupKey : groupOf.get(head.deviceKey, head.seq)
    if (later !== undefined) laterGroups.add(later)
  }

  /** Whether every head still shows what the group left; undo and redo in between are looked through. */
  const compareRegister = (state: RowState, register: string, last: OpPlace) => {
    const heads = state.heads.get(register) ?? []
    if (heads.length === 1 && isSame(heads[0], last)) return
    const left = origins.of(state, register, last)
    for (const head of heads) {
      if (isSame(head, last)) continue
      const origin = origins.of(state, register, head)
      if (!isSameOrigin(origin, left)) blame(head, origin)
    }
  }

  /** A row that goes takes with it what others wrote into its other registers. */
  const compareOthers = ({ state, registers }: RowEffect) => {
    for (const [register, heads] of state.heads) {
      if (registers.has(register)) continue
      for (const head of heads) {
        if ((groupOf.get(head.deviceKey, head.seq) ?? 0) <= groupKey) continue
        const origin = origins.of(state, register, head)
        if (origin && origin.groupKey > groupKey) blame(head, origin)
      }
    }
  }

  const isWantedAlive = ({ state, registers, wasAlive, isMade }: RowEffect): boolean =>
    isMade || registers.has(DELETED_REGISTER) ? wasAlive : isAlive(state, deviceId)

  for (const effect of effects) {
    const { state, registers } = effect
    for (const [register, { last }] of registers) compareRegister(state, register, last)
    const isNowAlive = isAlive(state, deviceId)
    if (!isNowAlive && !registers.has(DELETED_REGISTER)) {
      for (const head of state.heads.get(DELETED_REGISTER) ?? []) {
        blame(head, origins.of(state, DELETED_REGISTER, head))
      }
    }
    if (isNowAlive && !isWantedAlive(effect)) {
      leaving.push(state)
      compareOthers(effect)
    }
  }

  const restore = (group: Group, effect: RowEffect) => {
    const state = states.get(effect.state.tableName, effect.state.id)
    const wasShown = isAlive(state, deviceId)
    const wanted = isWantedAlive({ ...effect, state })
    const written: string[] = []
    for (const [register, { pred }] of effect.registers) {
      if (register === DELETED_REGISTER) continue
      // What only ever belonged to a row that goes stays with it, ready for a redo.
      if (effect.isMade && pred === '') continue
      const before = origins.shownAmong(pred)?.value ?? 'null'
      const isConflict = (state.heads.get(register)?.length ?? 0) > 1
      if (!isConflict && shownText(state, register, deviceId) === before) continue
      group.append(state, register, before)
      written.push(register)
    }
    const isShown = isAlive(state, deviceId)
    if (isShown && !wanted) {
      group.append(state, DELETED_REGISTER, canonicalJson(deletionValue(state, deviceId)))
    } else if (!isShown && wanted) {
      group.append(state, DELETED_REGISTER, 'null')
    }
    if (written.length === 0 && wasShown === wanted) return
    materialiser.write(state, written)
    for (const register of written) group.note(state, register)
    if (wasShown !== wanted) group.note(state, DELETED_REGISTER)
  }

  return {
    laterGroups,
    leaving,
    write(group) {
      for (const effect of effects) restore(group, effect)
    },
  }
}

const isSame = (a: OpPlace | undefined, b: OpPlace): boolean =>
  a !== undefined && a.deviceKey === b.deviceKey && a.seq === b.seq

const isSameOrigin = (a: Origin | null, b: Origin | null): boolean =>
  a === null || b === null ? a === b : isSame(a, b)

function readEffects(sqlite: Sqlite, { states, origins }: RowWriterParts, groupKey: number): RowEffect[] {
  const effects = new Map<string, RowEffect>()
  const ops = sqlite
    .prepare<
      [number],
      { deviceKey: number; seq: number; tableName: string; rowId: Buffer; register: string; pred: string }
    >(
      `SELECT device_key AS deviceKey, seq, table_name AS tableName, row_id AS rowId, register, pred
       FROM op WHERE group_key = ? ORDER BY device_key, seq`,
    )
    .all(groupKey)
  for (const { tableName, rowId, register, pred, deviceKey, seq } of ops) {
    const id = blobToId(rowId)
    const name = tableName + id
    let effect = effects.get(name)
    if (!effect) {
      effect = { state: states.get(tableName, id), registers: new Map(), wasAlive: false, isMade: false }
      effects.set(name, effect)
    }
    const known = effect.registers.get(register)
    if (known) known.last = { deviceKey, seq }
    else effect.registers.set(register, { pred, last: { deviceKey, seq } })
  }
  const wasThere = createExistenceCheck(sqlite)
  for (const effect of effects.values()) {
    const deletion = effect.registers.get(DELETED_REGISTER)
    const isKnown =
      [...effect.registers].some(
        ([register, { pred }]) => pred !== '' && isCore(effect.state.table, register),
      ) || wasThere(effect.state, groupKey)
    effect.isMade = !isKnown
    effect.wasAlive =
      isKnown && (!deletion || (origins.shownAmong(deletion.pred)?.value ?? 'null') === 'null')
  }
  return [...effects.values()]
}

/** Whether a core register of the row was written before the group. */
function createExistenceCheck(sqlite: Sqlite): (state: RowState, groupKey: number) => boolean {
  const statements = new Map(
    Object.entries(registerTables).map(([tableName, table]) => {
      const names = Object.keys(table.registers).filter((register) => isCore(table, register))
      const statement = sqlite.prepare<unknown[], number>(
        `SELECT 1 FROM op WHERE row_id = ? AND register IN (${names.map(() => '?').join(', ')})
           AND table_name = ? AND group_key < ? LIMIT 1`,
      )
      return [
        tableName,
        (state: RowState, groupKey: number) =>
          statement.get(state.blob, ...names, tableName, groupKey) !== undefined,
      ]
    }),
  )
  return (state, groupKey) => statements.get(state.tableName)?.(state, groupKey) ?? false
}

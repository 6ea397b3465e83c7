import type { Database as Sqlite } from 'better-sqlite3'
import { blobToId } from '../database/id-blob.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Group, RegisterWrite } from './group.ts'
import { DELETED_REGISTER } from './ledger.ts'
import type { OpPlace } from './op-record.ts'
import type { Origin } from './origins.ts'
import { deletionValue, isAlive, isCore, type RowState } from './row-state.ts'
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
  /** Rows that are gone now and would come back. */
  returning: RowState[]
  write(group: Group): void
}

/** Prepares to turn a recorded group back. Reads only, until `write` is called. */
export function planInversion(sqlite: Sqlite, parts: RowWriterParts, groupKey: number): Inversion {
  const { states, materialiser, origins } = parts
  const { deviceId } = states
  const effects = readEffects(sqlite, parts, groupKey)
  const laterGroups = new Set<number>()
  const leaving: RowState[] = []
  const returning: RowState[] = []

  const blame = (head: OpPlace, origin: Origin | null) => {
    laterGroups.add(origin && origin.groupKey > groupKey ? origin.groupKey : origins.groupOf(head))
  }

  /** Whether every head still shows what the group left; undo and redo in between are looked through. */
  const compareRegister = (state: RowState, register: string, last: OpPlace) => {
    const heads = state.heads.get(register) ?? []
    if (heads.length === 1 && isSame(heads[0], last)) return
    const left = origins.of(last)
    for (const head of heads) {
      if (isSame(head, last)) continue
      const origin = origins.of(head)
      if (!isSameOrigin(origin, left)) blame(head, origin)
    }
  }

  /** A row that goes takes with it what others wrote into its other registers. */
  const compareOthers = ({ state, registers }: RowEffect) => {
    for (const [register, heads] of state.heads) {
      if (registers.has(register)) continue
      for (const head of heads) {
        if (origins.groupOf(head) <= groupKey) continue
        const origin = origins.of(head)
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
    if (!registers.has(DELETED_REGISTER)) {
      for (const head of isNowAlive ? [] : (state.heads.get(DELETED_REGISTER) ?? [])) {
        const origin = origins.of(head)
        if (origin && origin.groupKey > groupKey) blame(head, origin)
      }
    }
    if (isNowAlive && !isWantedAlive(effect)) {
      leaving.push(state)
      compareOthers(effect)
    }
    if (!isNowAlive && isWantedAlive(effect)) returning.push(state)
  }

  const restore = (group: Group, effect: RowEffect) => {
    const { state } = effect
    const wasShown = isAlive(state, deviceId)
    const wanted = isWantedAlive(effect)
    const writes: RegisterWrite[] = []
    for (const [register, { pred }] of effect.registers) {
      if (register === DELETED_REGISTER) continue
      // What only ever belonged to a row that goes stays with it, ready for a redo.
      if (effect.isMade && pred === '') continue
      // Written even where it shows the same: otherwise the entry would count as a later change for ever.
      writes.push({ register, value: origins.shownAmong(pred)?.value ?? 'null' })
    }
    if (writes.length > 0) group.append(state, writes)
    // A delete names the heads it saw, so it comes after what it is to cover; a return is always said outright.
    const isSaid = effect.registers.has(DELETED_REGISTER) || wasShown !== wanted
    if (isSaid || isAlive(state, deviceId) !== wanted) {
      const value = wanted ? 'null' : canonicalJson(deletionValue(state, deviceId))
      const write = { register: DELETED_REGISTER, value }
      group.append(state, [write])
      writes.push(write)
    }
    if (writes.length === 0) return
    materialiser.write(state, writes, false)
    for (const { register } of writes) {
      if (register !== DELETED_REGISTER) group.note(state, register)
    }
    if (wasShown !== wanted) group.note(state, DELETED_REGISTER)
  }

  return {
    laterGroups,
    leaving,
    returning,
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
  for (const effect of effects.values()) {
    const { state, registers } = effect
    const deletion = registers.get(DELETED_REGISTER)
    const isKnown =
      [...registers].some(([register, { pred }]) => pred !== '' && isCore(state.table, register)) ||
      [...state.heads].some(
        ([register, heads]) =>
          isCore(state.table, register) && !registers.has(register) && origins.reachBefore(heads, groupKey),
      )
    effect.isMade = !isKnown
    effect.wasAlive =
      isKnown && (!deletion || (origins.shownAmong(deletion.pred)?.value ?? 'null') === 'null')
  }
  return [...effects.values()]
}

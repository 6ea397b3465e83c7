import type { Id } from '#shared/domain/id.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Group, RegisterWrite } from './group.ts'
import { type ChangeWriter, DELETED_REGISTER, type RegisterValue } from './ledger.ts'
import type { Materialiser } from './materialise.ts'
import type { Origins } from './origins.ts'
import { getRegister } from './registers/register-tables.ts'
import { deletionValue, isAlive, isCore, type RowState, type RowStates, shownText } from './row-state.ts'

export interface RowWriterParts {
  states: RowStates
  materialiser: Materialiser
  origins: Origins
}

/** Writes rows into an open group. `assertOpen` throws once the group has ended. */
export function createRowWriter(
  group: Group,
  { states, materialiser, origins }: RowWriterParts,
  assertOpen: () => void,
): ChangeWriter {
  const { deviceId } = states

  /** A row that was never more than an undone creation starts empty; a row that was deleted comes back whole. */
  const revival = (state: RowState, given: Readonly<Record<string, unknown>>): RegisterWrite[] => {
    const comeBack = { register: DELETED_REGISTER, value: 'null' }
    const wasNeverMade = origins.ofHeads(state, DELETED_REGISTER).every((origin) => origin === null)
    if (!wasNeverMade) return [comeBack]
    const left = [...state.heads.keys()].filter(
      (register) =>
        register !== DELETED_REGISTER &&
        !Object.hasOwn(given, register) &&
        shownText(state, register, deviceId) !== 'null',
    )
    return [comeBack, ...left.map((register) => ({ register, value: 'null' }))]
  }

  const setAll = (
    tableName: string,
    rowId: Id,
    values: Readonly<Record<string, RegisterValue>>,
    reason?: string,
  ): boolean => {
    assertOpen()
    const state = states.get(tableName, rowId)
    const isNew = state.heads.size === 0
    const writes: RegisterWrite[] = []
    if (!isNew && state.heads.has(DELETED_REGISTER) && !isAlive(state, deviceId)) {
      const touchesCore = Object.keys(values).some((register) => isCore(state.table, register))
      if (touchesCore) writes.push(...revival(state, values))
    }
    for (const [register, value] of Object.entries(values)) {
      // Refuses an unknown register before it reaches the log.
      getRegister(state.table, register)
      const text = canonicalJson(value)
      const isConflict = (state.heads.get(register)?.length ?? 0) > 1
      if (!isConflict && shownText(state, register, deviceId) === text) continue
      writes.push({ register, value: text })
    }
    if (writes.length === 0) return false
    group.append(state, writes, reason)
    materialiser.write(state, writes, isNew)
    for (const { register } of writes) group.note(state, register)
    return true
  }

  return {
    set: (table, rowId, register, value, reason) => setAll(table, rowId, { [register]: value }, reason),
    setAll,
    remove(tableName, rowId) {
      assertOpen()
      const state = states.get(tableName, rowId)
      if (!isAlive(state, deviceId)) return
      const write = { register: DELETED_REGISTER, value: canonicalJson(deletionValue(state, deviceId)) }
      group.append(state, [write])
      materialiser.write(state, [write], false)
      group.note(state, DELETED_REGISTER)
    },
  }
}

import type { Id } from '#shared/domain/id.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Group } from './group.ts'
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
  const revive = (state: RowState, given: ReadonlySet<string>): string[] => {
    const wasNeverMade = origins.ofHeads(state, DELETED_REGISTER).every((origin) => origin === null)
    group.append(state, DELETED_REGISTER, 'null')
    if (!wasNeverMade) return []
    const emptied: string[] = []
    for (const register of [...state.heads.keys()]) {
      if (register === DELETED_REGISTER || given.has(register)) continue
      if (shownText(state, register, deviceId) === 'null') continue
      group.append(state, register, 'null')
      emptied.push(register)
    }
    return emptied
  }

  const setAll = (
    tableName: string,
    rowId: Id,
    values: Readonly<Record<string, RegisterValue>>,
    reason?: string,
  ): boolean => {
    assertOpen()
    const state = states.get(tableName, rowId)
    const wasAlive = isAlive(state, deviceId)
    const registers = Object.keys(values)
    const written: string[] = []
    let isRevived = false
    if (
      !wasAlive &&
      state.heads.has(DELETED_REGISTER) &&
      registers.some((name) => isCore(state.table, name))
    ) {
      written.push(...revive(state, new Set(registers)))
      isRevived = true
    }
    for (const register of registers) {
      // Refuses an unknown register before it reaches the log.
      getRegister(state.table, register)
      const text = canonicalJson(values[register] ?? null)
      const heads = state.heads.get(register)
      const isConflict = heads !== undefined && heads.length > 1
      if (!isConflict && shownText(state, register, deviceId) === text) continue
      group.append(state, register, text, reason)
      written.push(register)
    }
    if (written.length === 0 && !isRevived) return false
    materialiser.write(state, written)
    for (const register of written) group.note(state, register)
    if (isRevived) group.note(state, DELETED_REGISTER)
    return true
  }

  return {
    set: (table, rowId, register, value, reason) => setAll(table, rowId, { [register]: value }, reason),
    setAll,
    remove(tableName, rowId) {
      assertOpen()
      const state = states.get(tableName, rowId)
      if (!isAlive(state, deviceId)) return
      group.append(state, DELETED_REGISTER, canonicalJson(deletionValue(state, deviceId)))
      materialiser.write(state, [])
      group.note(state, DELETED_REGISTER)
    },
  }
}

import type { Id } from '#shared/domain/id.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { canonicalJson } from '../../ledger/canonical-json.ts'
import type { ChangeWriter, RegisterValue } from '../../ledger/ledger.ts'
import { createRowStates, isAlive, shownText } from '../../ledger/row-state.ts'

type Registers = Readonly<Record<string, RegisterValue>>

/** Registers that an import is going to write, compared with what the workspace shows. */
export interface RegisterDraft {
  /** Whether the row is there, or is going to be. */
  isThere(table: string, id: Id): boolean
  /** What a register shows, or is going to show; null where it was never written. */
  shown(table: string, id: Id, register: string): RegisterValue
  /** Keeps what differs from what is shown. A row that was removed comes back with what is given. */
  set(table: string, id: Id, registers: Registers): 'created' | 'updated' | 'unchanged'
  /** Rows in the order they were first set. */
  write(writer: ChangeWriter): void
}

/** Writes nothing until `write`, so that a dry run decides exactly as the import does. */
export function createRegisterDraft({ sqlite }: ReadDatabase): RegisterDraft {
  const states = createRowStates(sqlite)
  const pending = new Map<string, { table: string; id: Id; registers: Record<string, RegisterValue> }>()

  const isLiving = (table: string, id: Id): boolean => isAlive(states.get(table, id), states.deviceId)
  const shown = (table: string, id: Id, register: string): RegisterValue => {
    const drafted = pending.get(table + id)?.registers
    if (drafted && Object.hasOwn(drafted, register)) return drafted[register] ?? null
    if (!isLiving(table, id)) return null
    return JSON.parse(shownText(states.get(table, id), register, states.deviceId))
  }

  return {
    isThere: (table, id) => pending.has(table + id) || isLiving(table, id),
    shown,
    set(table, id, registers) {
      const drafted = pending.get(table + id)
      const wasThere = drafted !== undefined || isLiving(table, id)
      const changes = Object.entries(registers).filter(
        ([register, value]) =>
          !wasThere || canonicalJson(shown(table, id, register)) !== canonicalJson(value),
      )
      if (wasThere && changes.length === 0) return 'unchanged'
      const row = drafted ?? { table, id, registers: {} }
      for (const [register, value] of changes) row.registers[register] = value
      pending.set(table + id, row)
      return wasThere ? 'updated' : 'created'
    },
    write(writer) {
      for (const { table, id, registers } of pending.values()) writer.setAll(table, id, registers)
    },
  }
}

/** What became of a row when several of its parts were set. */
export function combined(
  ...states: readonly ('created' | 'updated' | 'unchanged')[]
): 'created' | 'updated' | 'unchanged' {
  if (states[0] === 'created') return 'created'
  return states.every((state) => state === 'unchanged') ? 'unchanged' : 'updated'
}

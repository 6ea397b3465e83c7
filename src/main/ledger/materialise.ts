import type { Database as Sqlite, Statement } from 'better-sqlite3'
import { DELETED_REGISTER } from './ledger.ts'
import { createPartySearch } from './party-search.ts'
import type { ColumnValue } from './registers/register.ts'
import { getRegister } from './registers/register-tables.ts'
import { isAlive, type RowState, type RowStates, shownText } from './row-state.ts'

export interface Materialiser {
  /** Shows the named registers of a row in its table, and whether the row is deleted. */
  write(state: RowState, registers: readonly { register: string }[], isNew: boolean): void
  /** Ends a group: what is searched follows what is shown. */
  flush(): void
  /** Forgets a group that was rolled back. */
  clear(): void
}

/** Statements are kept per table and set of registers: one row is one statement, whatever was written. */
export function createMaterialiser(sqlite: Sqlite, deviceId: RowStates['deviceId']): Materialiser {
  const statements = new Map<string, Statement<ColumnValue[]>>()
  const search = createPartySearch(sqlite)

  const statementFor = (state: RowState, names: readonly string[]): Statement<ColumnValue[]> => {
    const name = `${state.tableName} ${names.join(' ')}`
    const known = statements.get(name)
    if (known) return known
    const columns = ['is_deleted', ...names.flatMap((register) => getRegister(state.table, register).columns)]
    const statement = sqlite.prepare<ColumnValue[]>(
      `INSERT INTO ${state.tableName} (id, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})
       ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    )
    statements.set(name, statement)
    return statement
  }

  return {
    write(state, registers, isNew) {
      const names: string[] = []
      const values: ColumnValue[] = [state.blob, isAlive(state, deviceId) ? 0 : 1]
      for (const { register } of registers) {
        if (register === DELETED_REGISTER) continue
        names.push(register)
        const shown = JSON.parse(shownText(state, register, deviceId))
        values.push(...getRegister(state.table, register).toColumns(shown))
      }
      if (state.tableName === 'party') search.expect(state.blob, isNew, registers)
      statementFor(state, names).run(...values)
    },
    flush: search.flush,
    clear: search.clear,
  }
}

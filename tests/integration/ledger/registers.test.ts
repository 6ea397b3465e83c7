import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REGISTER_CLASSES } from '../../../src/main/ledger/registers/register.ts'
import { registerTables } from '../../../src/main/ledger/registers/register-tables.ts'
import { createTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let made: TestWorkspace
beforeAll(() => {
  made = createTestWorkspace()
})
afterAll(() => made.close())

const ROW_COLUMNS = ['id', 'is_deleted']

/** Columns of a table that the log writes, from the file itself. */
function columnsOf(table: string): string[] {
  return made.database.sqlite
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
    .pluck()
    .all(table)
    .filter((name) => !ROW_COLUMNS.includes(name) && name !== 'key')
}

it('every table whose rows can be deleted is written through the log', () => {
  const deletable = made.database.sqlite
    .prepare<[], string>(
      `SELECT schema.name FROM sqlite_schema AS schema JOIN pragma_table_info(schema.name) AS field
       WHERE schema.type = 'table' AND field.name = 'is_deleted' ORDER BY 1`,
    )
    .pluck()
    .all()
  expect(Object.keys(registerTables).sort()).toEqual(deletable)
})

describe.each(Object.entries(registerTables))('%s', (tableName, table) => {
  const registers = Object.entries(table.registers)

  it('has each of its columns in exactly one register, so that none escapes its class', () => {
    expect(registers.flatMap(([, { columns }]) => [...columns]).sort()).toEqual(columnsOf(tableName).sort())
  })

  it('has a class for every register, and a core one to decide whether a row lives', () => {
    for (const [, register] of registers) expect(REGISTER_CLASSES).toContain(register.class)
    expect(registers.map(([, register]) => register.class)).toContain('core')
  })

  it('shows an emptied register as it shows one that was never written', () => {
    const id = Buffer.alloc(16, 7)
    made.database.sqlite.prepare(`INSERT INTO ${tableName} (id) VALUES (?)`).run(id)
    const unset = made.database.sqlite.prepare(`SELECT * FROM ${tableName} WHERE id = ?`).get(id)
    const emptied = Object.fromEntries(
      registers.flatMap(([, { columns, toColumns }]) =>
        toColumns(null).map((value, index) => [columns[index], value]),
      ),
    )
    expect(unset).toMatchObject(emptied)
  })

  it('shows nothing, and fails at nothing, where a value has a shape it does not know', () => {
    const strange = [
      0,
      1.5,
      'x',
      true,
      [],
      ['a'],
      {},
      { partyId: 'no id', amount: 'ten', budgetRate: 'x' },
      -1e300,
    ]
    for (const [, register] of registers) {
      for (const value of strange) {
        const shown = register.toColumns(value)
        expect(shown).toHaveLength(register.columns.length)
        for (const column of shown) {
          expect(
            column === null ||
              typeof column === 'string' ||
              typeof column === 'number' ||
              Buffer.isBuffer(column),
          ).toBe(true)
        }
      }
    }
  })
})

it('money with its currency and year is one register: two writers cannot make a third sum of it', () => {
  const { revenue } = registerTables.party.registers
  expect(revenue.columns).toEqual(['revenue_amount', 'revenue_currency', 'revenue_year'])
  expect(revenue.toColumns({ amount: 120_000, currency: 'EUR', year: 2025 })).toEqual([120_000, 'EUR', 2025])
})

import { afterEach, beforeEach, expect, it } from 'vitest'
import { dumpWorkspace } from '../../../src/main/database/dump.ts'
import { change } from '../../support/ledger-commands.ts'
import { createTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let made: TestWorkspace
beforeEach(() => {
  made = createTestWorkspace()
})
afterEach(() => made.close())

const hash = () => dumpWorkspace(made.database).hash
const names = () =>
  made.database.sqlite
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    .pluck()
    .all()

/** What is no content: the log, what is withdrawn, the search index. */
const LEFT_OUT = ['device', 'change_group', 'op', 'head', 'order_line_withdrawn']

/** A value of the right type for a column, so that a row can be made in any table. */
const filler: Record<string, string> = {
  INTEGER: '7',
  TEXT: "'x'",
  REAL: '0.1',
  BLOB: "x'000102030405060708090a0b0c0d0e0f'",
}

it('covers every table of the workspace but the log: a row more anywhere is another dump', () => {
  made.database.sqlite.pragma('foreign_keys = OFF')
  for (const name of names().filter((table) => !table.startsWith('party_search'))) {
    const columns = made.database.sqlite.pragma(`table_info(${name})`) as { name: string; type: string }[]
    const values = columns.map((column) =>
      ['is_deleted', 'is_withdrawn'].includes(column.name)
        ? '0'
        : name === 'standing_basis' && column.name === 'key'
          ? '1'
          : filler[column.type],
    )
    if (name === 'change_group') values[columns.findIndex((column) => column.name === 'kind')] = "'do'"
    const before = hash()
    made.database.sqlite.exec(`INSERT INTO ${name} VALUES (${values.join(', ')})`)
    expect([name, hash() === before]).toEqual([name, LEFT_OUT.includes(name)])
  }
})

it('tells fractions apart that differ in their last digit only', () => {
  made.database.sqlite.exec("INSERT INTO currency_rate VALUES (zeroblob(16), 0, 'EUR', 0.1)")
  const before = hash()
  made.database.sqlite.exec('UPDATE currency_rate SET budget_rate = 0.10000000000000002')
  expect(hash()).not.toBe(before)
})

it('tells null, empty text and a number written as text apart', () => {
  change(made, [{ kind: 'set', row: 0, register: 'name', value: 'Acme' }])
  const hashes = ['NULL', "''", "'null'", "'1'"].map((value) => {
    made.database.sqlite.exec(`UPDATE party SET city = ${value}`)
    return hash()
  })
  expect(new Set(hashes).size).toBe(hashes.length)
})

it('does not depend on the order in which rows were written', () => {
  const row = (key: number) =>
    `INSERT INTO order_line (key, batch_key, order_key, account_key, ordered_on, amount, currency, base_amount, is_return)
     VALUES (${key}, 1, 1, 1, '2026-01-01', ${key}, 'CNY', ${key}, 0);`
  made.database.sqlite.exec(row(2) + row(1))
  const turned = hash()
  made.database.sqlite.exec(`DELETE FROM order_line; ${row(1)} ${row(2)}`)
  expect(hash()).toBe(turned)
})

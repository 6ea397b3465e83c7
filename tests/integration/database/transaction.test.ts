import { afterEach, beforeEach, expect, it } from 'vitest'
import { dumpWorkspace } from '../../../src/main/database/dump.ts'
import { tables } from '../../../src/main/database/schema.ts'
import { change, errorCodeOf, everythingIn } from '../../support/ledger-commands.ts'
import { createTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let made: TestWorkspace
beforeEach(() => {
  made = createTestWorkspace()
})
afterEach(() => made.close())

const add = (number: number) =>
  made.database.run(
    tables.insertInto('category').values({ id: Buffer.alloc(16, number), name: String(number) }),
  )
const names = () =>
  made.database.all(tables.selectFrom('category').select('name').orderBy('name')).map(({ name }) => name)

it('a transaction that throws leaves nothing, and the next one works', () => {
  expect(() =>
    made.database.transaction(() => {
      add(1)
      throw new Error('stop')
    }),
  ).toThrow('stop')
  expect(made.database.sqlite.inTransaction).toBe(false)
  made.database.transaction(() => add(2))
  expect(names()).toEqual(['2'])
})

it('an inner transaction that throws takes back its own part only, when the outer one goes on', () => {
  made.database.transaction(() => {
    add(1)
    expect(() =>
      made.database.transaction(() => {
        add(2)
        throw new Error('inner')
      }),
    ).toThrow('inner')
    made.database.transaction(() => add(3))
  })
  expect(names()).toEqual(['1', '3'])
})

it('a transaction whose work is a promise is refused and rolled back: it would commit before the work is done', () => {
  expect(() =>
    made.database.transaction(async () => {
      add(1)
    }),
  ).toThrow('promise')
  expect(names()).toEqual([])
})

it('queries of endlessly changing text do not pile up prepared statements, and each still works', () => {
  add(1)
  for (let length = 1; length < 1200; length += 1) {
    const ids = Array.from({ length }, () => Buffer.alloc(16, 1))
    if (length % 100 === 0) {
      expect(made.database.all(tables.selectFrom('category').select('name').where('id', 'in', ids))).toEqual([
        { name: '1' },
      ])
    } else {
      made.database.get(tables.selectFrom('category').select('key').where('key', '=', length).limit(length))
    }
  }
})

it('a disk that fills up during a change says so and leaves the workspace as it was', () => {
  const { sqlite } = made.database
  change(made, [{ kind: 'set', row: 0, register: 'name', value: 'Acme' }])
  const before = everythingIn(made.database)
  const limit = Number(sqlite.pragma('page_count', { simple: true })) + 3
  sqlite.pragma(`max_page_count = ${limit}`)
  const fill = () =>
    made.ledger.change({ key: 'test', values: {} }, ['account'], (writer) => {
      for (let number = 0; number < 2000; number += 1) {
        writer.set(
          'category',
          `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
          'name',
          'x'.repeat(50),
        )
      }
    })
  expect(errorCodeOf(fill)).toBe('disk-full')
  expect(sqlite.inTransaction).toBe(false)
  expect(everythingIn(made.database)).toEqual(before)
  sqlite.pragma('max_page_count = 1000000')
  fill()
  expect(dumpWorkspace(made.database).lineCount).toBe(2001)
})

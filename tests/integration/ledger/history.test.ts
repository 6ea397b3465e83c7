import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLedger } from '../../../src/main/ledger/create-ledger.ts'
import { DELETED_REGISTER, type MaterialisedChange } from '../../../src/main/ledger/ledger.ts'
import { listEntries, registerHistory } from '../../../src/main/ledger/read-history.ts'
import { createTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

const party = '00000000-0000-4000-8000-000000000001'
let made: TestWorkspace
let author = ''
let clock = Date.UTC(2026, 10, 21, 8)
let followed: (readonly MaterialisedChange[])[] = []
beforeEach(() => {
  author = '王芳'
  followed = []
  made = createTestWorkspace({
    author: () => author,
    now: () => {
      clock += 1000
      return clock
    },
    afterChange: (changes) => followed.push([...changes]),
  })
})
afterEach(() => made.close())

const write = (label: string, values: Record<string, string | null>, source?: string) =>
  made.ledger.change({ key: label, values: { name: 'Acme' } }, ['account'], (writer) =>
    writer.setAll('party', party, values, source),
  )

describe('the history of a row', () => {
  it('tells who changed which field from what to what, newest first', () => {
    write('account.create', { name: 'Acme', city: '上海' })
    author = '李雷'
    write('account.revise', { city: '苏州' }, 'visit report')
    made.ledger.undo(undefined, false)
    const told = registerHistory(made.database, party, 'city')
    expect(
      told.map(({ author: who, before, after, source, label }) => [who, before, after, source, label.key]),
    ).toEqual([
      ['李雷', '苏州', '上海', null, 'history.undo'],
      ['李雷', '上海', '苏州', 'visit report', 'account.revise'],
      ['王芳', null, '上海', null, 'account.create'],
    ])
    expect(told.map(({ at }) => at)).toEqual([...told.map(({ at }) => at)].sort().reverse())
  })

  it('tells deletion and return as a field of their own, without internals of the log', () => {
    write('account.create', { name: 'Acme' })
    made.ledger.change({ key: 'account.remove', values: {} }, ['account'], (writer) =>
      writer.remove('party', party),
    )
    made.ledger.undo(undefined, false)
    expect(registerHistory(made.database, party, DELETED_REGISTER)).toMatchObject([
      { before: true, after: false },
      { before: false, after: true },
    ])
    expect(registerHistory(made.database, party).map(({ field }) => field)).toEqual([
      'deleted',
      'deleted',
      'name',
    ])
  })

  it('is empty for a row that is not known', () => {
    expect(registerHistory(made.database, '00000000-0000-4000-8000-00000000ffff')).toEqual([])
  })
})

it('a change that changes nothing leaves no entry, and what follows a change is not run', () => {
  write('account.create', { name: 'Acme' })
  const outcome = write('account.revise', { name: 'Acme', city: null })
  expect(outcome).toEqual({ result: false, entry: null })
  expect(listEntries(made.database, { offset: 0, limit: 10 }).total).toBe(1)
  expect(followed).toHaveLength(1)
})

it('what follows a change runs once for a change of many rows, and sees all of them', () => {
  made.ledger.change({ key: 'test', values: {} }, ['account'], (writer) => {
    writer.setAll('party', party, { name: 'Acme', city: 'Ulm' })
    writer.set('category', party, 'name', 'drives')
  })
  made.ledger.undo(undefined, false)
  expect(followed).toEqual([
    [
      { table: 'party', rowId: party, register: 'name' },
      { table: 'party', rowId: party, register: 'city' },
      { table: 'category', rowId: party, register: 'name' },
    ],
    [
      { table: 'party', rowId: party, register: DELETED_REGISTER },
      { table: 'category', rowId: party, register: DELETED_REGISTER },
    ],
  ])
})

it('pages of the history do not repeat or skip entries', () => {
  for (let number = 0; number < 7; number += 1) write('account.revise', { name: `Acme ${number}` })
  const page = (offset: number) => listEntries(made.database, { offset, limit: 3 }).entries
  const all = [...page(0), ...page(3), ...page(6)]
  expect(new Set(all.map(({ id }) => id)).size).toBe(7)
  expect(all[0]?.label).toEqual({ key: 'account.revise', values: { name: 'Acme' } })
})

it('a file that another installation goes on with numbers its changes as a device of its own', () => {
  write('account.create', { name: 'Acme' })
  const elsewhere = createLedger(made.database, {
    author: () => 'somebody',
    now: () => clock,
    randomBytes,
    afterChange: () => {},
    installationId: 'another laptop',
  })
  elsewhere.change({ key: 'account.revise', values: {} }, ['account'], (writer) =>
    writer.set('party', party, 'name', 'Acme 2'),
  )
  expect(
    made.database.sqlite.prepare('SELECT device_key, seq, pred FROM op ORDER BY device_key').raw().all(),
  ).toEqual([
    [1, 1, ''],
    [2, 1, '1:1'],
  ])
})

it('salts differ for every op: with equal ones a short value could be guessed from its hash', () => {
  made.ledger.change({ key: 'test', values: {} }, ['account'], (writer) => {
    for (let number = 0; number < 1200; number += 1) {
      writer.set('category', `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, 'name', 'same')
    }
  })
  const { ops, salts } = made.database.sqlite
    .prepare<[], { ops: number; salts: number }>(
      'SELECT count(*) AS ops, count(DISTINCT salt) AS salts FROM op WHERE length(salt) = 16',
    )
    .get() ?? { ops: 0, salts: 0 }
  expect([ops, salts]).toEqual([1200, 1200])
})

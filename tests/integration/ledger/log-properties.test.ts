import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { idToBlob } from '../../../src/main/database/id-blob.ts'
import { formatStamp } from '../../../src/main/ledger/hybrid-clock.ts'
import { parsePred } from '../../../src/main/ledger/op-record.ts'
import { rebuildRegisters } from '../../../src/main/ledger/rebuild.ts'
import {
  change,
  checkSearchIndex,
  emptyWorkspace,
  everythingIn,
  LEDGER_ROWS,
  type LedgerStep,
  ledgerSteps,
  writeSteps,
} from '../../support/ledger-commands.ts'
import { createTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

// Hundreds of histories, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 })

let made: TestWorkspace
/** Jumps about: what is recorded must not depend on the computer's clock. */
let clock = Date.UTC(2026, 0, 1)
beforeAll(() => {
  made = createTestWorkspace({ now: () => clock })
})
afterAll(() => made.close())

type Command =
  | { kind: 'do'; steps: LedgerStep[] }
  | { kind: 'undo' | 'redo'; pick: number }
  | { kind: 'clock'; by: number }
const command = fc.oneof<fc.Arbitrary<Command>[]>(
  ledgerSteps().map((steps) => ({ kind: 'do', steps })),
  fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), pick: fc.nat() }),
  fc.integer({ min: -9e11, max: 9e11 }).map((by) => ({ kind: 'clock', by })),
)
const commands = fc.array(command, { minLength: 3, maxLength: 20 })

/** Any order, by force: what no user would do the log must still bear. */
function run(sequence: readonly Command[]): void {
  emptyWorkspace(made)
  clock = Date.UTC(2026, 0, 1)
  const entries: string[] = []
  for (const step of sequence) {
    if (step.kind === 'clock') clock += step.by
    else if (step.kind === 'do') {
      const entry = change(made, step.steps)
      if (entry) entries.push(entry)
    } else {
      const entry = entries[step.pick % Math.max(1, entries.length)]
      const isUndone = made.database.sqlite
        .prepare<[Buffer | null], number>('SELECT is_undone FROM change_group WHERE id = ?')
        .pluck()
        .get(entry ? idToBlob(entry) : null)
      if (entry && isUndone === (step.kind === 'undo' ? 0 : 1)) made.ledger[step.kind](entry, true)
    }
  }
}

const opsOf = () =>
  made.database.sqlite
    .prepare<[], { device_key: number; seq: number; hlc: string; pred: string; group_key: number }>(
      'SELECT * FROM op ORDER BY device_key, seq',
    )
    .all()

it('no op is lost: each is either a head or has been seen by a later op on its register', () => {
  fc.assert(
    fc.property(commands, (sequence) => {
      run(sequence)
      const seen = new Set(
        opsOf().flatMap(({ pred }) => parsePred(pred).map((place) => `${place.deviceKey}:${place.seq}`)),
      )
      const heads = new Set(
        made.database.sqlite.prepare<[], string>("SELECT device_key || ':' || seq FROM head").pluck().all(),
      )
      for (const { device_key, seq } of opsOf()) {
        const name = `${device_key}:${seq}`
        expect([heads.has(name), seen.has(name)]).toContain(true)
        expect(heads.has(name) && seen.has(name)).toBe(false)
      }
      expect(heads.size + seen.size).toBe(opsOf().length)
    }),
    { numRuns: 100 },
  )
})

it('ops are numbered without gaps and stamped in that order, whatever the clock of the computer does', () => {
  fc.assert(
    fc.property(commands, (sequence) => {
      run(sequence)
      const ops = opsOf()
      expect(ops.map(({ seq }) => seq)).toEqual(ops.map((_, index) => index + 1))
      for (const [index, { hlc }] of ops.entries())
        if (index > 0) expect(hlc > (ops[index - 1]?.hlc ?? '')).toBe(true)
    }),
    { numRuns: 60 },
  )
})

it('what is shown is what a rebuild from the log shows: every column, deleted rows, heads, keys and search', () => {
  fc.assert(
    fc.property(commands, (sequence) => {
      run(sequence)
      checkSearchIndex(made.database)
      const before = everythingIn(made.database)
      rebuildRegisters(made.database)
      checkSearchIndex(made.database)
      expect(everythingIn(made.database)).toEqual(before)
    }),
    { numRuns: 120 },
  )
})

it('a rebuild repairs tables that were spoilt, and drops rows that the log does not know', () => {
  run([{ kind: 'do', steps: [{ kind: 'set', row: 0, register: 'name', value: 'Acme' }] }])
  const before = everythingIn(made.database)
  made.database.sqlite.exec(`
    UPDATE party SET name = 'spoilt', is_deleted = 1, notes = 'x';
    DELETE FROM head;
    INSERT INTO category (id, name) VALUES (x'000000000000400080000000000000ff', 'from nowhere')`)
  rebuildRegisters(made.database)
  expect(everythingIn(made.database)).toEqual(before)
})

describe('an exception in the middle of a change', () => {
  const failing = (steps: readonly LedgerStep[], after: number) =>
    made.ledger.change({ key: 'test', values: {} }, ['account'], (writer) => {
      writeSteps(writer, steps.slice(0, after))
      throw new Error('stop')
    })

  it('leaves every table as it was, at whichever step it comes, and the next change goes on from there', () => {
    fc.assert(
      fc.property(commands, ledgerSteps(), fc.nat(6), ledgerSteps(), (sequence, steps, after, next) => {
        run(sequence)
        const before = everythingIn(made.database)
        expect(() => failing(steps, after)).toThrow('stop')
        expect(everythingIn(made.database)).toEqual(before)
        change(made, next)
        const seqs = opsOf().map(({ seq }) => seq)
        expect(seqs).toEqual(seqs.map((_, index) => index + 1))
        const shown = everythingIn(made.database)
        rebuildRegisters(made.database)
        expect(everythingIn(made.database)).toEqual(shown)
      }),
      { numRuns: 100 },
    )
  })

  it('also undoes what follows from the change, when that is what fails', () => {
    const failsAfter = createTestWorkspace({
      afterChange: () => {
        throw new Error('no standing')
      },
    })
    const before = everythingIn(failsAfter.database)
    expect(() => change(failsAfter, [{ kind: 'set', row: 0, register: 'name', value: 'A' }])).toThrow(
      'no standing',
    )
    expect(everythingIn(failsAfter.database)).toEqual(before)
    failsAfter.close()
  })

  it('refuses an unknown register or table before anything is written', () => {
    emptyWorkspace(made)
    const write = (table: string, register: string) => () =>
      made.ledger.change({ key: 'test', values: {} }, ['account'], (writer) =>
        writer.set(table, LEDGER_ROWS[0]?.id ?? '', register, 'x'),
      )
    for (const [table, register] of [
      ['party', 'colour'],
      ['party', 'constructor'],
      ['party', 'deleted'],
      ['order_line', 'amount'],
      ['__proto__', 'name'],
    ] as const) {
      expect(write(table, register)).toThrow(RangeError)
    }
    expect(opsOf()).toEqual([])
  })
})

describe('a change that stays open over the steps of a job', () => {
  const label = { key: 'import.commit', values: {} }

  it('is one entry, and after a rollback leaves nothing and does not stand in the way', () => {
    emptyWorkspace(made)
    const { sqlite } = made.database
    sqlite.exec('BEGIN IMMEDIATE')
    const abandoned = made.ledger.open(label, ['import'])
    writeSteps(abandoned, [{ kind: 'set', row: 0, register: 'name', value: 'A' }])
    sqlite.exec('ROLLBACK')
    expect(opsOf()).toEqual([])

    sqlite.exec('BEGIN IMMEDIATE')
    const kept = made.ledger.open(label, ['import'])
    writeSteps(kept, [{ kind: 'set', row: 0, register: 'name', value: 'B' }])
    writeSteps(kept, [{ kind: 'set', row: 1, register: 'name', value: 'C' }])
    expect(kept.finish()).toMatchObject({ opCount: 2, label })
    sqlite.exec('COMMIT')
    expect(new Set(opsOf().map(({ group_key }) => group_key)).size).toBe(1)
    expect(() => writeSteps(abandoned, [{ kind: 'set', row: 0, register: 'name', value: 'late' }])).toThrow(
      'has ended',
    )
    expect(() => writeSteps(kept, [{ kind: 'set', row: 0, register: 'name', value: 'late' }])).toThrow(
      'has ended',
    )
  })

  it('cannot be begun outside a transaction, where a crash would leave half of it', () => {
    expect(() => made.ledger.open(label, ['import'])).toThrow('transaction')
  })
})

describe('values that two devices wrote without knowing of each other', () => {
  /** An op of a colleague, as a merge will bring it in. */
  const receive = (register: string, value: string, hlc: string, pred = '') => {
    const { sqlite } = made.database
    sqlite.exec(
      "INSERT OR IGNORE INTO device (key, id, installation_id, added_at) VALUES (99, x'ffffffffffffffffffffffffffffffff', 'other', '')",
    )
    sqlite.exec(
      `INSERT OR IGNORE INTO change_group (key, id, device_key, kind, label_key, label_values, nouns, author, recorded_at)
       VALUES (999, x'ffffffffffffffffffffffffffffffff', 99, 'do', 'test', '{}', '[]', 'Colleague', '2026-01-01T00:00:00.000Z')`,
    )
    const seq =
      sqlite.prepare<[], number>('SELECT count(*) + 1 FROM op WHERE device_key = 99').pluck().get() ?? 1
    const row = idToBlob(LEDGER_ROWS[0]?.id ?? '')
    sqlite
      .prepare(
        `INSERT INTO op (device_key, seq, hlc, table_name, row_id, register, value, salt, pred, group_key)
         VALUES (99, ?, ?, 'party', ?, ?, ?, x'00', ?, 999)`,
      )
      .run(seq, hlc, row, register, value, pred)
    rebuildRegisters(made.database)
  }
  const shown = () => made.database.sqlite.prepare('SELECT name, notes, is_deleted FROM party').get()
  const setName = (value: string): LedgerStep => ({ kind: 'set', row: 0, register: 'name', value })
  const prepare = () => {
    emptyWorkspace(made)
    clock = Date.UTC(2026, 0, 1)
    change(made, [setName('mine')])
  }

  it('are both kept, the later one shown, until somebody decides', () => {
    prepare()
    receive('name', '"theirs"', formatStamp(clock + 60_000, 0))
    expect(shown()).toMatchObject({ name: 'theirs' })
    expect(
      made.database.sqlite.prepare("SELECT count(*) FROM head WHERE register = 'name'").pluck().get(),
    ).toBe(2)
    change(made, [setName('theirs')])
    expect(
      made.database.sqlite.prepare("SELECT count(*) FROM head WHERE register = 'name'").pluck().get(),
    ).toBe(1)
  })

  it('an answer to a value one has seen wins over it, however late the clock of the first was', () => {
    prepare()
    receive('name', '"theirs"', formatStamp(Date.UTC(2090, 0, 1), 0))
    change(made, [setName('corrected')])
    expect(shown()).toMatchObject({ name: 'corrected' })
    rebuildRegisters(made.database)
    expect(shown()).toMatchObject({ name: 'corrected' })
  })

  it('an edit that a delete had not seen keeps the complete row', () => {
    prepare()
    change(made, [
      { kind: 'set', row: 0, register: 'notes', value: 'a' },
      { kind: 'remove', row: 0 },
    ])
    expect(shown()).toMatchObject({ is_deleted: 1 })
    receive('name', '"edited meanwhile"', formatStamp(clock + 1, 0), '1:1')
    expect(shown()).toEqual({ name: 'edited meanwhile', notes: 'a', is_deleted: 0 })
  })

  it('an unseen edit of a field that a restricted copy lacks does not decide whether the row lives', () => {
    prepare()
    change(made, [{ kind: 'remove', row: 0 }])
    receive('notes', '"edited meanwhile"', formatStamp(clock + 1, 0))
    expect(shown()).toMatchObject({ is_deleted: 1 })
  })
})

import fc from 'fast-check'
import { afterEach, expect, it, vi } from 'vitest'
import { dumpWorkspace } from '../../../src/main/database/dump.ts'
import { listEntries, undoRedoState } from '../../../src/main/ledger/read-history.ts'
import {
  change,
  checkSearchIndex,
  emptyWorkspace,
  errorCodeOf,
  LEDGER_ROWS,
  type LedgerStep,
  ledgerSteps,
} from '../../support/ledger-commands.ts'
import { createTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

// Hundreds of histories, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 })

const open: TestWorkspace[] = []
const workspace = (): TestWorkspace => {
  const made = createTestWorkspace()
  open.push(made)
  return made
}
afterEach(() => {
  for (const made of open.splice(0)) made.close()
})

const dumpOf = ({ database }: TestWorkspace): string =>
  dumpWorkspace(database, { lines: true }).lines.join('\n')

type Command = { kind: 'do'; steps: LedgerStep[] } | { kind: 'undo' } | { kind: 'redo' }
const commands = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: ledgerSteps().map((steps): Command => ({ kind: 'do', steps })) },
    { weight: 3, arbitrary: fc.constant<Command>({ kind: 'undo' }) },
    { weight: 2, arbitrary: fc.constant<Command>({ kind: 'redo' }) },
  ),
  { minLength: 3, maxLength: 24 },
)

it('undo and redo walk back and forth over the same contents, whatever was changed in between', () => {
  const made = workspace()
  fc.assert(
    fc.property(commands, (sequence) => {
      emptyWorkspace(made)
      const past: { before: string; after: string }[] = []
      let undone: { before: string; after: string }[] = []
      for (const command of sequence) {
        const before = dumpOf(made)
        if (command.kind === 'do') {
          if (!change(made, command.steps)) continue
          past.push({ before, after: dumpOf(made) })
          undone = []
        } else {
          const [from, to] = command.kind === 'undo' ? [past, undone] : [undone, past]
          const turned = from.pop()
          const code = errorCodeOf(() => made.ledger[command.kind](undefined, false))
          expect(code).toBe(turned ? null : `nothing-to-${command.kind}`)
          if (!turned) continue
          to.push(turned)
          expect(dumpOf(made)).toBe(command.kind === 'undo' ? turned.before : turned.after)
        }
        const { undo, redo } = undoRedoState(made.database)
        expect([undo !== null, redo !== null]).toEqual([past.length > 0, undone.length > 0])
      }
      checkSearchIndex(made.database)
    }),
    { numRuns: 100 },
  )
})

it('any entry, undone by force out of order, comes back by redo to the very same contents', () => {
  const made = workspace()
  const picked = fc.array(fc.nat(), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(fc.array(ledgerSteps(), { minLength: 2, maxLength: 8 }), picked, (changes, picks) => {
      emptyWorkspace(made)
      const entries = changes.flatMap((steps) => change(made, steps) ?? [])
      for (const pick of picks) {
        const entry = entries[pick % Math.max(1, entries.length)]
        if (!entry) return
        const before = dumpOf(made)
        made.ledger.undo(entry, true)
        made.ledger.redo(entry, false)
        expect(dumpOf(made)).toBe(before)
      }
    }),
    { numRuns: 100 },
  )
})

it('entries that met no other can be undone in any order, as if they had never been', () => {
  const [with_, without] = [workspace(), workspace()]
  const rows = LEDGER_ROWS.filter(({ table }) => table === 'employment' || table === 'saved_view')
  const moved = (steps: LedgerStep[], by: number) => steps.map((step) => ({ ...step, row: step.row + by }))
  const first = ledgerSteps(rows.slice(0, 1)).map((steps) => moved(steps, 2))
  const others = fc.array(
    ledgerSteps(rows.slice(1)).map((steps) => moved(steps, 3)),
    { maxLength: 3 },
  )
  fc.assert(
    fc.property(first, others, (own, theirs) => {
      emptyWorkspace(with_)
      emptyWorkspace(without)
      const entry = change(with_, own)
      for (const steps of theirs) {
        change(with_, steps)
        change(without, steps)
      }
      if (!entry) return
      with_.ledger.undo(entry, false)
      expect(dumpOf(with_)).toBe(dumpOf(without))
    }),
    { numRuns: 80 },
  )
})

const party = LEDGER_ROWS[0]?.id ?? ''
const set = (register: string, value: string): LedgerStep => ({ kind: 'set', row: 0, register, value })

it('an entry that was changed since is not undone unasked, and names who changed it when', () => {
  const made = workspace()
  const created = change(made, [set('name', 'A')]) ?? ''
  change(made, [set('name', 'B')])
  const { entries } = listEntries(made.database, { offset: 0, limit: 1 })
  expect(() => made.ledger.undo(created, false)).toThrow(
    expect.objectContaining({
      code: 'changed-since',
      details: {
        author: 'Tester',
        at: entries[0]?.at,
        entryId: entries[0]?.id,
        label: { key: 'test', values: {} },
      },
    }),
  )
  made.ledger.undo(created, true)
  expect(dumpOf(made)).toBe('')
})

it('a later change that was itself undone is no reason to ask', () => {
  const made = workspace()
  const created = change(made, [set('name', 'A')]) ?? ''
  change(made, [set('name', 'B')])
  made.ledger.undo(undefined, false)
  made.ledger.undo(created, false)
  expect(dumpOf(made)).toBe('')
})

it('a change back to the same value is a change since: its author meant it', () => {
  const made = workspace()
  change(made, [set('name', 'A')])
  const second = change(made, [set('name', 'B')]) ?? ''
  change(made, [set('name', 'C')])
  change(made, [set('name', 'B')])
  expect(errorCodeOf(() => made.ledger.undo(second, false))).toBe('changed-since')
})

it('undoing the creation of a row asks when somebody has since filled in another field of it', () => {
  const made = workspace()
  const created = change(made, [set('name', 'A')]) ?? ''
  change(made, [set('notes', 'called twice')])
  expect(errorCodeOf(() => made.ledger.undo(created, false))).toBe('changed-since')
})

it('undoing an edit of a row that was deleted since asks, and by force leaves it deleted', () => {
  const made = workspace()
  change(made, [set('name', 'A')])
  const edited = change(made, [set('name', 'B')]) ?? ''
  const removed = change(made, [{ kind: 'remove', row: 0 }]) ?? ''
  expect(errorCodeOf(() => made.ledger.undo(edited, false))).toBe('changed-since')
  made.ledger.undo(edited, true)
  expect(dumpOf(made)).toBe('')
  made.ledger.undo(removed, false)
  expect(dumpOf(made)).toContain('"A"')
})

it('undoing the creation of a row asks when another row has come to refer to it', () => {
  const made = workspace()
  const created = change(made, [set('name', 'A')]) ?? ''
  const role = '00000000-0000-4000-8000-0000000000aa'
  made.ledger.change({ key: 'role', values: {} }, ['party'], (writer) =>
    writer.set('party_role', role, 'core', { partyId: party, role: 'customer' }),
  )
  expect(errorCodeOf(() => made.ledger.undo(created, false))).toBe('changed-since')
})

it('undoing an import asks when a later import has orders of the customers it made', () => {
  const made = workspace()
  const importBatch = (batch: string, account?: string) =>
    made.ledger.change({ key: 'import.commit', values: {} }, ['import'], (writer) => {
      if (account) writer.setAll('party', account, { kind: 'company', name: 'A', number: 'C-1' })
      writer.setAll('fact_batch', batch, {
        core: { kind: 'order-lines', fileName: 'a.csv' },
        state: { withdrawn: false },
      })
    }).entry?.id ?? ''
  const first = importBatch('00000000-0000-4000-8000-0000000000b1', party)
  importBatch('00000000-0000-4000-8000-0000000000b2')
  const addLine = (batchKey: number) =>
    made.database.sqlite
      .prepare(
        `INSERT INTO order_line (batch_key, order_key, account_key, ordered_on, amount, currency, base_amount, is_return)
         VALUES (?, 1, 1, '2026-01-01', 10, 'CNY', 10, 0)`,
      )
      .run(batchKey)
  addLine(1)
  made.ledger.undo(first, false)
  made.ledger.redo(first, false)
  addLine(2)
  expect(errorCodeOf(() => made.ledger.undo(first, false))).toBe('changed-since')
})

it('a row keeps its local key through deletion, undo and redo, because facts hold on to it', () => {
  const made = workspace()
  const keyOf = () => made.database.sqlite.prepare('SELECT key FROM party WHERE name = ?').pluck().get('A')
  change(made, [{ ...set('name', 'other'), row: 1 }])
  change(made, [set('name', 'A')])
  const key = keyOf()
  made.ledger.undo(undefined, false)
  change(made, [{ kind: 'set', row: 4, register: 'name', value: 'in between' }])
  change(made, [set('name', 'A')])
  expect(keyOf()).toBe(key)
})

it('a row made again after its first making was undone does not inherit what it held then', () => {
  const made = workspace()
  change(made, [set('name', 'A'), set('notes', 'from a wrong column')])
  made.ledger.undo(undefined, false)
  change(made, [set('name', 'A')])
  expect(dumpOf(made)).not.toContain('wrong column')
  made.ledger.undo(undefined, false)
  expect(dumpOf(made)).toBe('')
})

it('a deleted row that is written again comes back whole', () => {
  const made = workspace()
  change(made, [set('name', 'A'), set('notes', 'kept')])
  change(made, [{ kind: 'remove', row: 0 }])
  expect(dumpOf(made)).toBe('')
  change(made, [set('name', 'A')])
  expect(dumpOf(made)).toContain('kept')
})

it('a new change ends the redo of what was undone before, and an undone entry can still be named', () => {
  const made = workspace()
  const first = change(made, [set('name', 'A')]) ?? ''
  made.ledger.undo(undefined, false)
  change(made, [{ ...set('name', 'B'), row: 1 }])
  expect(errorCodeOf(() => made.ledger.redo(undefined, false))).toBe('nothing-to-redo')
  made.ledger.redo(first, false)
  expect(dumpOf(made)).toContain('"A"')
  expect(errorCodeOf(() => made.ledger.redo(first, false))).toBe('nothing-to-redo')
})

it('an undo is a labelled entry that names what it acted on; it cannot be undone itself', () => {
  const made = workspace()
  const first = change(made, [set('name', 'A')], 'account.create') ?? ''
  const entry = made.ledger.undo(undefined, false)
  expect(entry).toMatchObject({
    actsOn: first,
    label: { key: 'history.undo', values: { label: 'account.create' } },
  })
  expect(errorCodeOf(() => made.ledger.undo(entry.id, false))).toBe('nothing-to-undo')
  const { entries, total } = listEntries(made.database, { offset: 0, limit: 10 })
  expect(total).toBe(2)
  expect(entries.map(({ id, state }) => [id, state])).toEqual([
    [entry.id, 'done'],
    [first, 'undone'],
  ])
})

import fc from 'fast-check'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { WorkspaceDatabase } from '../../src/main/database/workspace-database.ts'
import type { ChangeWriter, RegisterValue } from '../../src/main/ledger/ledger.ts'
import type { TestWorkspace } from './workspace.ts'

export interface LedgerRow {
  table: string
  id: string
  registers: Record<string, RegisterValue[]>
}

const rowId = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const texts = [null, 'a', '乙', 'Ü']

/** Few rows, few registers and few values, so that changes meet each other. */
export const LEDGER_ROWS: readonly LedgerRow[] = [
  ...[1, 2].map((number) => ({
    table: 'party',
    id: rowId(number),
    registers: {
      name: ['东澜传动', 'Acme Ltd', 'Acme', null],
      number: texts,
      notes: texts,
      revenue: [
        null,
        { amount: 10, currency: 'CNY', year: 2025 },
        { amount: 20, currency: 'EUR', year: 2024 },
      ],
    },
  })),
  {
    table: 'employment',
    id: rowId(3),
    registers: {
      core: [
        { personId: rowId(1), companyId: rowId(2) },
        { personId: rowId(2), companyId: rowId(1) },
      ],
      post: [null, { title: 'a', department: null }, { title: 'b', department: 'c' }],
      period: [null, { startedOn: '2025-01-01', endedOn: null }],
    },
  },
  { table: 'saved_view', id: rowId(4), registers: { definition: ['a', { b: [1, true, null] }, null] } },
  { table: 'category', id: rowId(5), registers: { name: texts } },
]

export type LedgerStep =
  | { kind: 'set'; row: number; register: string; value: RegisterValue }
  | { kind: 'remove'; row: number }

export function ledgerSteps(rows: readonly LedgerRow[] = LEDGER_ROWS): fc.Arbitrary<LedgerStep[]> {
  const set = fc
    .integer({ min: 0, max: rows.length - 1 })
    .chain((row) =>
      fc.constantFrom(...Object.keys(rows[row]?.registers ?? {})).map((register) => ({ row, register })),
    )
    .chain(({ row, register }) =>
      fc
        .constantFrom(...(rows[row]?.registers[register] ?? []))
        .map((value): LedgerStep => ({ kind: 'set', row, register, value })),
    )
  const remove = fc
    .integer({ min: 0, max: rows.length - 1 })
    .map((row): LedgerStep => ({ kind: 'remove', row }))
  return fc.array(fc.oneof({ weight: 5, arbitrary: set }, { weight: 1, arbitrary: remove }), {
    minLength: 1,
    maxLength: 6,
  })
}

export function writeSteps(
  writer: ChangeWriter,
  steps: readonly LedgerStep[],
  rows: readonly LedgerRow[] = LEDGER_ROWS,
): void {
  for (const step of steps) {
    const row = rows[step.row]
    if (!row) continue
    if (step.kind === 'set') writer.set(row.table, row.id, step.register, step.value)
    else writer.remove(row.table, row.id)
  }
}

/** One change made of the steps; null when it wrote nothing. */
export function change(
  { ledger }: TestWorkspace,
  steps: readonly LedgerStep[],
  label = 'test',
): string | null {
  return (
    ledger.change({ key: label, values: {} }, ['account'], (writer) => writeSteps(writer, steps)).entry?.id ??
    null
  )
}

/** Code of the error that `work` throws, or null. */
export function errorCodeOf(work: () => unknown): string | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof MainstayError) return error.code
    throw error
  }
}

/** Every row of the log and of what is shown from it, deleted rows and search index included. */
export function everythingIn(
  { sqlite }: WorkspaceDatabase,
  except: readonly string[] = [],
): Record<string, unknown[]> {
  const names = sqlite
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'party_search%'",
    )
    .pluck()
    .all()
  const everything: Record<string, unknown[]> = {}
  for (const name of names.filter((table) => !except.includes(table))) {
    everything[name] = sqlite.prepare(`SELECT * FROM ${name}`).all()
  }
  return everything
}

/** Throws when the full-text index does not say what the parties say. */
export function checkSearchIndex({ sqlite }: WorkspaceDatabase): void {
  sqlite.exec("INSERT INTO party_search (party_search, rank) VALUES ('integrity-check', 1)")
}

/**
 * Takes everything out of a workspace, log included, so that the next run of a property starts afresh without the cost
 * of a new file; nothing is flushed to disk, which only a crash would notice.
 */
export function emptyWorkspace({ database: { sqlite } }: TestWorkspace): void {
  sqlite.pragma('synchronous = OFF')
  sqlite.pragma('foreign_keys = OFF')
  const names = sqlite
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'party_search%' AND name NOT LIKE 'sqlite%'",
    )
    .pluck()
    .all()
  sqlite.exec(`BEGIN; ${names.map((name) => `DELETE FROM ${name};`).join(' ')} COMMIT`)
  sqlite.exec("INSERT INTO party_search (party_search) VALUES ('delete-all')")
  sqlite.pragma('foreign_keys = ON')
}

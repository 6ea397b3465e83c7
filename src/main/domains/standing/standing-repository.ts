import type { Day } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import { type AbcClass, abcClass } from '#shared/domain/value-class.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import { type AccountStandingTable, tables } from '../../database/schema.ts'
import type { ReadDatabase, WorkspaceDatabase } from '../../database/workspace-database.ts'
import { classRank, type Standing, standingToRow } from './standing-row.ts'

/** What the kept standings were computed for; all null while there is nothing to look at. */
export interface StandingBasis {
  asOf: Day | null
  previousAsOf: Day | null
  modelId: Id | null
}

/** Undefined before the first refresh. */
export function findStandingBasis(database: ReadDatabase): StandingBasis | undefined {
  const row = database.get(tables.selectFrom('standing_basis').selectAll())
  return (
    row && {
      asOf: row.as_of_on,
      previousAsOf: row.previous_as_of_on,
      modelId: row.model_id && blobToId(row.model_id),
    }
  )
}

export function recordStandingBasis(database: WorkspaceDatabase, basis: StandingBasis): void {
  const row = {
    as_of_on: basis.asOf,
    previous_as_of_on: basis.previousAsOf,
    model_id: basis.modelId === null ? null : idToBlob(basis.modelId),
  }
  database.run(
    tables
      .insertInto('standing_basis')
      .values({ key: 1, ...row })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(row)),
  )
}

const COLUMNS = [
  'account_key',
  'value_class',
  'value_class_rank',
  'previous_value_class',
  'previous_value_class_rank',
  'decided_by',
  'is_provisional',
  'is_new',
  'score',
  'coverage',
  'abc',
  'pyramid',
  'pyramid_rank',
  'rfm_recency',
  'rfm_frequency',
  'rfm_monetary',
  'rfm_segment',
  'recency_days',
  'order_count',
  'gross',
  'returns',
  'net',
  'prior_net',
  'growth',
  'margin',
  'monthly',
  'computed_value_class',
  'is_overridden',
] as const satisfies readonly (keyof AccountStandingTable)[]

/** Puts these standings in the place of all there were. */
export function replaceStandings(database: WorkspaceDatabase, standings: Iterable<Standing>): void {
  // Without a condition SQLite clears the table and its index page by page.
  database.sqlite.exec('DELETE FROM account_standing')
  insertStandings(database, standings)
}

export function insertStandings({ sqlite }: WorkspaceDatabase, standings: Iterable<Standing>): void {
  const insert = sqlite.prepare(
    `INSERT INTO account_standing (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`,
  )
  for (const standing of standings) {
    const row = standingToRow(standing)
    insert.run(COLUMNS.map((column) => row[column]))
  }
}

export function removeStandings({ sqlite }: WorkspaceDatabase, accountKeys: readonly number[]): void {
  const remove = sqlite.prepare('DELETE FROM account_standing WHERE account_key = ?')
  for (const key of accountKeys) remove.run(key)
}

/** The part of a standing that judgements and the model decide. */
export type ClassOfAccount = Pick<
  Standing,
  | 'accountKey'
  | 'valueClass'
  | 'computedValueClass'
  | 'isOverridden'
  | 'previousValueClass'
  | 'decidedBy'
  | 'isProvisional'
  | 'score'
  | 'coverage'
>

export function reviseClasses({ sqlite }: WorkspaceDatabase, accounts: readonly ClassOfAccount[]): void {
  const revise = sqlite.prepare(
    `UPDATE account_standing SET value_class = ?, value_class_rank = ?, previous_value_class = ?,
       previous_value_class_rank = ?, decided_by = ?, is_provisional = ?, score = ?, coverage = ?,
       computed_value_class = ?, is_overridden = ?
     WHERE account_key = ?`,
  )
  for (const account of accounts) {
    revise.run(
      account.valueClass,
      classRank(account.valueClass),
      account.previousValueClass,
      classRank(account.previousValueClass),
      account.decidedBy,
      account.isProvisional ? 1 : 0,
      account.score,
      account.coverage,
      account.computedValueClass,
      account.isOverridden ? 1 : 0,
      account.accountKey,
    )
  }
}

/** What a refresh of a few accounts takes over from their standing. */
export interface KeptFigures {
  hasFigures: boolean
  abc: AbcClass | null
}

/** By account key; without those that have no standing. */
export function readKeptFigures(
  { sqlite }: ReadDatabase,
  accountKeys: readonly number[],
): Map<number, KeptFigures> {
  const rows = sqlite
    .prepare<[string], { key: number; abc: string | null; hasFigures: 0 | 1 }>(
      `SELECT account_key AS key, abc, recency_days IS NOT NULL OR gross <> 0 OR returns <> 0 AS hasFigures
       FROM account_standing WHERE account_key IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(accountKeys))
  return new Map(
    rows.map((row) => [
      row.key,
      { hasFigures: row.hasFigures === 1, abc: abcClass.nullable().parse(row.abc) },
    ]),
  )
}

/** Accounts in all and by value class, from the kept standings. */
export function countClasses(database: ReadDatabase): {
  accountCount: number
  classCounts: Record<string, number>
} {
  const rows = database.all(
    tables
      .selectFrom('account_standing')
      .select((builder) => ['value_class', builder.fn.countAll<number>().as('accounts')])
      .groupBy('value_class'),
  )
  return {
    accountCount: rows.reduce((sum, row) => sum + row.accounts, 0),
    classCounts: Object.fromEntries(
      rows.flatMap((row) => (row.value_class === null ? [] : [[row.value_class, row.accounts]])),
    ),
  }
}

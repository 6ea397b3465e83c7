import type { Database as Sqlite } from 'better-sqlite3'
import { MainstayError } from '#shared/contract/call-result.ts'
import { initialMigration } from './migrations/0001-initial.ts'
import { modelsMigration } from './migrations/0002-models.ts'
import { fieldValuesMigration } from './migrations/0003-field-values.ts'
import type { WorkspaceDatabase } from './workspace-database.ts'

export interface Migration {
  /** The user_version the file has afterwards; consecutive from 1. */
  version: number
  statements: string
}

/** In order; a migration that has been released is never edited. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, statements: initialMigration },
  { version: 2, statements: modelsMigration },
  { version: 3, statements: fieldValuesMigration },
]

export interface MigrateOptions {
  /** Makes a verified backup; called once, before the first migration of a file that has content. */
  backup: () => unknown
  migrations?: readonly Migration[]
}

export function schemaVersion(sqlite: Sqlite): number {
  return Number(sqlite.pragma('user_version', { simple: true }))
}

/** The version this application writes. */
export function newestVersion(migrations: readonly Migration[] = MIGRATIONS): number {
  return migrations.at(-1)?.version ?? 0
}

/** Errors: workspace-newer when a later version of Mainstay wrote the file. */
export function refuseNewer(version: number, migrations: readonly Migration[] = MIGRATIONS): void {
  const known = newestVersion(migrations)
  if (version <= known) return
  throw new MainstayError('workspace-newer', `The file has version ${version}, known is ${known}.`, {
    version,
    known,
  })
}

/**
 * Brings a file to the newest version, each step in a transaction of its own.
 * Returns the versions it ran. Errors: workspace-newer, and whatever `backup` throws, with nothing changed.
 */
export function migrate(
  database: WorkspaceDatabase,
  { backup, migrations = MIGRATIONS }: MigrateOptions,
): number[] {
  const version = schemaVersion(database.sqlite)
  refuseNewer(version, migrations)
  const due = migrations.filter((migration) => migration.version > version)
  if (due.length > 0 && version > 0) backup()
  for (const migration of due) {
    database.transaction(() => {
      database.sqlite.exec(migration.statements)
      database.sqlite.pragma(`user_version = ${migration.version}`)
    })
  }
  return due.map((migration) => migration.version)
}

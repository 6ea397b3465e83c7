import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { MainstayError } from '#shared/contract/call-result.ts'
import { connect } from './connect.ts'
import { APPLICATION_ID, inspectFile, refusalOf } from './inspect-file.ts'
import { refuseNewer, schemaVersion } from './migrate.ts'
import { toMainstayError } from './sqlite-error.ts'
import type { WorkspaceDatabase } from './workspace-database.ts'

export interface OpenOptions {
  /** A reader sees what is committed while the writer goes on, and cannot write. */
  mode: 'writer' | 'reader'
  /** Makes an empty database where there is no file; a file that is there is never replaced. */
  create?: boolean
}

/**
 * Opens one connection to a workspace file, the settings of durability applied and its header checked.
 * Errors: workspace-missing, -foreign, -damaged, -encrypted, -newer, and -exists with `create`.
 */
export function openDatabase(file: string, { mode, create = false }: OpenOptions): WorkspaceDatabase {
  if (create && existsSync(file)) throw new MainstayError('workspace-exists', 'There is a file already.')
  if (!create) {
    const { kind, version } = inspectFile(file)
    const refusal = refusalOf(kind)
    if (refusal) throw refusal
    refuseNewer(version)
  }
  let sqlite: Database.Database | undefined
  try {
    sqlite = new Database(file, { readonly: mode === 'reader', fileMustExist: !create, timeout: 5000 })
    if (create) sqlite.pragma(`application_id = ${APPLICATION_ID}`)
    // Asked again, since a later version may still stand in the write-ahead log; nothing is written before that.
    refuseNewer(schemaVersion(sqlite))
    applySettings(sqlite, mode)
    return connect(sqlite)
  } catch (error) {
    sqlite?.close()
    throw toMainstayError(error)
  }
}

function applySettings(sqlite: Database.Database, mode: OpenOptions['mode']): void {
  if (mode === 'writer') {
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('secure_delete = ON')
    // A large import would otherwise leave its whole log on disk.
    sqlite.pragma('journal_size_limit = 67108864')
  } else {
    sqlite.pragma('query_only = ON')
  }
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cell_size_check = ON')
  sqlite.pragma('temp_store = MEMORY')
  sqlite.pragma('cache_size = -65536')
}

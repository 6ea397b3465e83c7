import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { MainstayError } from '#shared/contract/call-result.ts'
import { type WorkspaceBackup, workspaceBackup } from '#shared/contract/workspace.ts'
import { expiredBackups } from './backup-rotation.ts'
import { publishFile } from './durable-file.ts'
import { checkIntegrity, fingerprintOf } from './integrity.ts'
import { openDatabase } from './open-database.ts'
import { tables } from './schema.ts'
import { toMainstayError } from './sqlite-error.ts'
import type { WorkspaceDatabase } from './workspace-database.ts'

export interface BackupOptions {
  /** One folder per workspace; made where it is missing. */
  folder: string
  reason: WorkspaceBackup['reason']
  /** Milliseconds since 1970. */
  now: number
}

const ENDING = '.mainstay'
const NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-([a-z-]+)-(\d+)\.mainstay$/

/**
 * Writes a copy of the workspace, opens it again and compares it before it counts as a backup; then lets expired
 * ones go. Errors: disk-full, workspace-damaged when the copy is not sound, busy inside a transaction.
 */
export function makeBackup(database: WorkspaceDatabase, options: BackupOptions): WorkspaceBackup {
  if (database.sqlite.inTransaction) throw new MainstayError('busy', 'A change is being written.')
  mkdirSync(options.folder, { recursive: true })
  const temporary = join(options.folder, `${randomUUID().slice(0, 8)}.tmp`)
  try {
    database.sqlite.prepare('VACUUM INTO ?').run(temporary)
    verifyCopy(database, temporary)
    const name = nameFor(options, countAccounts(database))
    publishFile(temporary, join(options.folder, name))
    rotateBackups(options.folder, options.now)
    return describeBackup(options.folder, name) ?? fail(`The backup ${name} cannot be read back.`)
  } catch (error) {
    throw toMainstayError(error)
  } finally {
    rmSync(temporary, { force: true })
  }
}

function fail(message: string): never {
  throw new MainstayError('workspace-damaged', message)
}

/** The copy is opened as a restore would, and must hold the same log and as many rows. */
function verifyCopy(database: WorkspaceDatabase, copyFile: string): void {
  const copy = openDatabase(copyFile, { mode: 'reader' })
  try {
    checkIntegrity(copy, 'full')
    if (!isDeepStrictEqual(fingerprintOf(copy), fingerprintOf(database))) {
      fail('The backup differs from the workspace.')
    }
  } finally {
    copy.close()
  }
}

const countAccounts = (database: WorkspaceDatabase): number =>
  database.get(
    tables
      .selectFrom('party')
      .select((builder) => builder.fn.countAll<number>().as('accounts'))
      .where('kind', '=', 'company')
      .where('is_deleted', '=', 0)
      .where('merged_into', 'is', null),
  )?.accounts ?? 0

function nameFor({ reason, now }: BackupOptions, accountCount: number): string {
  return `${new Date(now).toISOString().replace(/[-:.]/g, '')}-${reason}-${accountCount}${ENDING}`
}

function describeBackup(folder: string, name: string): WorkspaceBackup | null {
  const parts = NAME.exec(name)
  if (!parts) return null
  const [, year, month, day, hour, minute, second, ms, reason, accountCount] = parts
  const described = workspaceBackup.safeParse({
    id: name,
    madeAt: `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`,
    reason,
    bytes: statSync(join(folder, name)).size,
    accountCount: Number(accountCount),
  })
  return described.success ? described.data : null
}

/** Backups of a folder, newest first; other files are left out. */
export function listBackups(folder: string): WorkspaceBackup[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => describeBackup(folder, name) ?? [])
    .sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
}

/** Removes what the rotation no longer keeps and returns the ids. `now` in milliseconds. */
export function rotateBackups(folder: string, now: number): string[] {
  const expired = expiredBackups(listBackups(folder), now)
  for (const { id } of expired) rmSync(join(folder, id), { force: true })
  return expired.map(({ id }) => id)
}

/**
 * Puts a backup beside the workspace as a file of its own and returns its path; the workspace stays untouched.
 * The copy numbers its further changes as a device of its own. Errors: not-found, workspace-damaged, disk-full.
 */
export function restoreBackup(folder: string, backupId: string, workspaceFile: string): string {
  const backup = listBackups(folder).find(({ id }) => id === backupId)
  if (!backup) throw new MainstayError('not-found', 'There is no such backup.', { id: backupId })
  const target = freeName(workspaceFile, backup.madeAt)
  const temporary = `${target}.${randomUUID().slice(0, 8)}.new`
  try {
    copyFileSync(join(folder, backup.id), temporary)
    const copy = openDatabase(temporary, { mode: 'writer' })
    try {
      checkIntegrity(copy, 'full')
      copy.run(tables.updateTable('device').set({ installation_id: '' }))
      copy.sqlite.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      copy.close()
    }
    publishFile(temporary, target)
    return target
  } catch (error) {
    throw toMainstayError(error)
  } finally {
    for (const ending of ['', '-wal', '-shm']) rmSync(temporary + ending, { force: true })
  }
}

function freeName(workspaceFile: string, madeAt: string): string {
  const stem = basename(workspaceFile, extname(workspaceFile))
  const moment = madeAt.slice(0, 16).replace('T', ' ').replace(':', '-')
  for (let number = 1; ; number += 1) {
    const name = `${stem} (${moment})${number === 1 ? '' : ` ${number}`}${ENDING}`
    const path = join(dirname(workspaceFile), name)
    if (!existsSync(path)) return path
  }
}

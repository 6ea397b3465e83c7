import { mkdirSync } from 'node:fs'
import { basename } from 'node:path'
import { unwrap } from '#shared/contract/call-result.ts'
import { type WorkspaceBackup, type WorkspaceSummary, workspaceBackup } from '#shared/contract/workspace.ts'
import type { Instant } from '#shared/domain/calendar.ts'
import { listBackups } from '../database/backup.ts'
import { isCheckedAtOnce, isUpToDate, removeLogFiles } from '../database/open-workspace-database.ts'
import { refuseUnsafeLocation } from '../database/unsafe-location.ts'
import { acquireWorkspaceLock } from '../database/workspace-lock.ts'
import type { SampleLanguage } from '../domains/sample/fill-sample-workspace.ts'
import type { Engine } from './create-engine.ts'
import { type DeferredEngine, deferEngine } from './deferred-engine.ts'
import type { EngineOptions } from './engine-protocol.ts'
import { classCounts, type RememberedWorkspace, shownLocation, workspaceIdOf } from './recent-workspaces.ts'

const DAY_MS = 86_400_000
/** A workspace that is only looked into gets no backup, and opening waits for none. */
const FIRST_BACKUP_CHECK_MS = 120_000
const BACKUP_CHECK_MS = 3_600_000
/** The first screens come before the writer; the first command doesn't wait for this. */
const WRITER_START_MS = 1_000

export type OpeningPurpose = 'reading' | 'writing'

export interface OpenWorkspaceOptions {
  isSample: boolean
  sampleLanguage: SampleLanguage | null
  exchangeFolder: string
  backupFolder: string
  author: string
  installationId: string
  /** The one thing it is opened for: only the engine for that is started ahead. Null for a user who stays. */
  purpose: OpeningPurpose | null
  now(): number
  /** With `opensAfter` the engine gets ready at once and opens the file when that is fulfilled. */
  startEngine(options: EngineOptions, opensAfter?: Promise<unknown>): Promise<Engine>
  remember(workspace: RememberedWorkspace): void
  /** Another process took the workspace over, as after a long sleep: nothing more may be written. */
  lockLost(): void
  /** The summary shows another backup time from now on. */
  backedUp(): void
}

/** The workspace that is open: its two engines, its lock, and what the frame shows of it. */
export interface OpenWorkspace {
  readonly path: string
  readonly writer: Engine
  readonly reader: Engine
  lastSavedAt: Instant | null
  summary(): Promise<WorkspaceSummary>
  setAuthor(author: string): void
  cancel(jobId: string): Promise<boolean>
  backUp(reason: WorkspaceBackup['reason']): Promise<WorkspaceBackup>
  /** Writes a consistent copy of the workspace file. */
  copyTo(path: string): Promise<void>
  close(): Promise<void>
}

/**
 * Opens a workspace file: location, lock, then the reader. The writer, which migrates, comes first where a migration is
 * due, and otherwise with the first command or soon after.
 * Errors: unsafe-location, workspace-locked and those of opening; the lock is given back on every failure.
 */
export async function openWorkspace(path: string, options: OpenWorkspaceOptions): Promise<OpenWorkspace> {
  refuseUnsafeLocation(path)
  mkdirSync(options.exchangeFolder, { recursive: true })
  let isLost = false
  const lock = acquireWorkspaceLock(path, {
    owner: options.author,
    now: options.now,
    onLost: () => {
      isLost = true
      options.lockLost()
    },
  })
  const engineOptions = {
    workspaceFile: path,
    exchangeFolder: options.exchangeFolder,
    backupFolder: options.backupFolder,
    author: options.author,
    installationId: options.installationId,
  }
  const writer = deferEngine(() =>
    options.startEngine({ ...engineOptions, role: 'writer', sampleLanguage: options.sampleLanguage }),
  )
  let opening: Promise<Engine> | undefined
  const reader = deferEngine(() =>
    options.startEngine({ ...engineOptions, role: 'reader', sampleLanguage: null }, opening),
  )
  try {
    // A file that is as it should be can be read before anything is ready to write.
    if (options.purpose === 'writing' || options.sampleLanguage || !isUpToDate(path)) {
      opening = writer.start()
      await (options.purpose ? opening : Promise.all([opening, reader.start()]))
    } else {
      await reader.start()
      if (isCheckedAtOnce(path)) unwrap(await reader.run({ kind: 'check' }))
    }
    const tidy = () => {
      if (!isLost && !writer.hasStarted()) removeLogFiles(path)
    }
    return describe(path, options, { writer, reader, tidy, release: lock.release })
  } catch (error) {
    // The one that has not failed may still be opening the file: the lock is kept until it can be closed.
    await reader.close()
    await writer.close()
    if (reader.hasStarted() && !writer.hasStarted()) removeLogFiles(path)
    lock.release()
    throw error
  }
}

interface OpenedEngines {
  writer: DeferredEngine
  reader: DeferredEngine
  /** Removes what a reader alone leaves beside the file, unless another process has taken it over. */
  tidy(): void
  release(): void
}

function describe(
  path: string,
  options: OpenWorkspaceOptions,
  { writer, reader, tidy, release }: OpenedEngines,
): OpenWorkspace {
  const openedAt = new Date(options.now()).toISOString()
  let backupTimer: NodeJS.Timeout | undefined
  let lastBackupAt: Instant | null = listBackups(options.backupFolder)[0]?.madeAt ?? null

  /** The one that is there: neither is started for this alone. */
  const started = () => (reader.hasStarted() ? reader : writer)
  const read = async <Value>(name: string): Promise<Value | null> => {
    const result = await started().call(name, {}, new Map())
    return result.ok ? (result.value as Value) : null
  }
  const nameOf = async () =>
    (await read<{ companyName: string }>('settings.get'))?.companyName ?? basename(path)

  /** Never fails: a workspace whose engine has stopped still has to close and to give back its lock. */
  const remember = async () => {
    const counts = await started().run({ kind: 'counts' })
    const known = classCounts.safeParse(counts.ok ? counts.value : null)
    if (!known.success) return
    options.remember({ path, name: await nameOf(), openedAt, isSample: options.isSample, ...known.data })
  }

  const workspace: OpenWorkspace = {
    path,
    writer,
    reader,
    lastSavedAt: null,
    async summary() {
      return {
        id: workspaceIdOf(path),
        name: await nameOf(),
        fileName: basename(path),
        location: shownLocation(path),
        isSample: options.isSample,
        isReadOnly: false,
        openedAt,
        lastSavedAt: workspace.lastSavedAt,
        lastBackupAt,
      }
    },
    setAuthor(author) {
      writer.setAuthor(author)
    },
    async cancel(jobId) {
      const found = await Promise.all([writer.cancel(jobId), reader.cancel(jobId)])
      return found.includes(true)
    },
    async backUp(reason) {
      const backup = workspaceBackup.parse(unwrap(await writer.run({ kind: 'backup', reason })))
      lastBackupAt = backup.madeAt
      options.backedUp()
      return backup
    },
    async copyTo(target) {
      unwrap(await reader.run({ kind: 'copy', path: target }))
    },
    async close() {
      clearTimeout(backupTimer)
      clearTimeout(writerTimer)
      await remember()
      await reader.close()
      await writer.close()
      tidy()
      release()
    },
  }
  const backUpWhenDue = () => {
    const isDue = lastBackupAt === null || options.now() - Date.parse(lastBackupAt) > DAY_MS
    // A sample can be made again; it needs no backup.
    if (isDue && !options.isSample) void workspace.backUp('scheduled').catch(() => undefined)
    backupTimer = setTimeout(backUpWhenDue, BACKUP_CHECK_MS).unref()
  }
  backupTimer = setTimeout(backUpWhenDue, FIRST_BACKUP_CHECK_MS).unref()
  const startWriter = () => void writer.start().catch(() => undefined)
  const writerTimer = options.purpose ? undefined : setTimeout(startWriter, WRITER_START_MS).unref()
  void remember()
  return workspace
}

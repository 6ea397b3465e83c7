import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type CallResult, MainstayError } from '#shared/contract/call-result.ts'
import { operationByName } from '#shared/contract/contract.ts'
import type { ApplicationEvent } from '#shared/contract/events.ts'
import { isCheckedAtOnce } from '../database/open-workspace-database.ts'
import type { SampleLanguage } from '../domains/sample/fill-sample-workspace.ts'
import type { Engine } from './create-engine.ts'
import { createPreferences } from './device-preferences.ts'
import { dispatch } from './dispatch.ts'
import type { EngineOptions, ResolvedFiles } from './engine-protocol.ts'
import { startEngineThread } from './engine-thread.ts'
import { readInstallationId } from './installation-id.ts'
import { type OpeningPurpose, type OpenWorkspace, openWorkspace } from './open-workspace.ts'
import type { HostHandlers } from './ports.ts'
import { createRecentWorkspaces, workspaceIdOf } from './recent-workspaces.ts'
import { createWorkspaceHandlers } from './workspace-handlers.ts'

export interface ApplicationPorts {
  /** The application's own folder: workspaces, backups, preferences, files on their way. */
  dataFolder: string
  /** The built engine entry for worker threads. */
  engineEntry: string | URL
  /** That of the data folder when left out. */
  installationId?: string
  /** The one thing a workspace is opened for, as on the command line; left out for a user who stays. */
  purpose?: OpeningPurpose
  /** Name written into the history until the user sets another. */
  defaultAuthor: string
  now(): number
}

export interface Application {
  /** Never rejects; an unknown name is a typed error too. */
  call(name: string, input: unknown): Promise<CallResult>
  onEvent(listener: (event: ApplicationEvent) => void): () => void
  /** Hands in a picked or uploaded file; the token is what operations take. */
  registerFile(file: { path: string; name: string }): string
  /** Where a download token points; the host copies or streams it. */
  downloadPath(token: string): { path: string; name: string } | undefined
  /** Empty at start; uploads are written here. */
  readonly uploadFolder: string
  close(): Promise<void>
}

const NO_FILES: ResolvedFiles = new Map()

/** The first screens come before the check of a large file. */
const CHECK_AFTER_MS = 5_000

/** Composition root: one application, at most one open workspace, knows no host. */
export async function createApplication(ports: ApplicationPorts): Promise<Application> {
  const exchangeFolder = join(ports.dataFolder, 'exchange', `${process.pid}-${randomUUID().slice(0, 8)}`)
  const uploadFolder = join(exchangeFolder, 'in')
  mkdirSync(uploadFolder, { recursive: true })

  const listeners = new Set<(event: ApplicationEvent) => void>()
  const emit = (event: ApplicationEvent) => {
    if (event.type === 'saved' && current) current.lastSavedAt = event.at
    for (const listener of listeners) listener(event)
  }
  const handedIn = new Map<string, { path: string; name: string }>()
  const handedOut = new Map<string, { path: string; name: string }>()
  const installationId = ports.installationId ?? readInstallationId(ports.dataFolder)
  const preferences = createPreferences(ports.dataFolder, ports.defaultAuthor)
  const recents = createRecentWorkspaces(ports.dataFolder)

  const backupFolderOf = (path: string) => join(ports.dataFolder, 'backups', workspaceIdOf(path))

  let current: OpenWorkspace | null = null
  /** Opening and closing happen one after the other, whoever asks. */
  let switching: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = switching.then(work)
    switching = turn.catch(() => undefined)
    return turn
  }

  const startEngine = (options: EngineOptions, opensAfter?: Promise<unknown>): Promise<Engine> =>
    startEngineThread(
      options,
      {
        entry: ports.engineEntry,
        emit,
        announceDownload: (file) => {
          handedOut.set(file.token, { path: file.path, name: file.name })
        },
        crashed: () => {
          void inTurn(leave)
        },
      },
      opensAfter,
    )

  const leave = async () => {
    const leaving = current
    if (!leaving) return
    current = null
    await leaving.close()
    emit({ type: 'changed', nouns: ['workspace'] })
  }

  /** Files whose pages were found damaged while they were open. */
  const damaged = new Set<string>()

  /** Reads every page of a large file beside its use; a damaged one is closed before more is written into it. */
  const checkBesideUse = async (path: string) => {
    const checker = await startEngine({
      role: 'reader',
      workspaceFile: path,
      exchangeFolder,
      backupFolder: backupFolderOf(path),
      author: '',
      installationId,
      sampleLanguage: null,
    })
    const result = await checker.run({ kind: 'check' })
    await checker.close()
    if (result.ok || result.error.code !== 'workspace-damaged') return
    damaged.add(path)
    await inTurn(async () => {
      if (current?.path === path) await leave()
    })
  }

  const enter = async (path: string, how: { isSample: boolean; sampleLanguage: SampleLanguage | null }) => {
    if (current?.path === path) return current
    if (damaged.has(path)) {
      throw new MainstayError('workspace-damaged', 'The workspace file is damaged inside.')
    }
    await leave()
    current = await openWorkspace(path, {
      ...how,
      exchangeFolder,
      backupFolder: backupFolderOf(path),
      author: preferences.read().author,
      installationId,
      purpose: ports.purpose ?? null,
      now: ports.now,
      startEngine,
      remember: recents.remember,
      lockLost: () => void inTurn(leave),
      backedUp: () => emit({ type: 'changed', nouns: ['workspace'] }),
    })
    emit({ type: 'changed', nouns: ['workspace'] })
    if (!isCheckedAtOnce(path)) {
      setTimeout(() => {
        if (current?.path === path) void checkBesideUse(path).catch(() => undefined)
      }, CHECK_AFTER_MS).unref()
    }
    return current
  }

  /** The file may still have to be made, as for a new workspace. */
  const pathOf = (token: string): string => {
    const file = handedIn.get(token)
    if (!file) throw new MainstayError('file-missing', 'The file is no longer available; choose it again.')
    return file.path
  }

  const workspaceHandlers = createWorkspaceHandlers({
    dataFolder: ports.dataFolder,
    exchangeFolder,
    now: ports.now,
    current: () => current,
    enter: (path, how) => inTurn(() => enter(path, how)),
    leave: () => inTurn(leave),
    pathOf,
    backupFolderOf,
    startEngine,
    author: () => preferences.read().author,
    installationId,
    handOut: (path, name) => {
      const token = randomUUID()
      handedOut.set(token, { path, name })
      return token
    },
    recents,
    language: () => preferences.read().language,
  })

  const hostHandlers: HostHandlers = {
    ...workspaceHandlers,
    'preferences.get': () => preferences.read(),
    'preferences.revise': (changes) => {
      const next = preferences.revise(changes)
      current?.setAuthor(next.author)
      emit({ type: 'changed', nouns: ['preferences'] })
      return next
    },
    'job.cancel': async ({ jobId }) => (current ? current.cancel(jobId) : false),
  }

  const filesNamedBy = (input: unknown): ResolvedFiles => {
    const token = typeof input === 'object' && input !== null && 'fileToken' in input && input.fileToken
    const file = typeof token === 'string' ? handedIn.get(token) : undefined
    // An unknown token reaches the engine unresolved and comes back as file-missing.
    return typeof token === 'string' && file ? new Map([[token, file]]) : NO_FILES
  }

  const hostAnswers: Record<string, unknown> = hostHandlers

  return {
    async call(name, input) {
      const operation = operationByName.get(name)
      if (!operation || operation.place === 'host') {
        return dispatch(name, input, (known, parsed) =>
          (hostAnswers[known] as (parsed: unknown) => unknown)(parsed),
        )
      }
      const workspace = current
      if (!workspace) {
        return dispatch(name, input, () => {
          throw new MainstayError('no-workspace', 'Open or create a workspace first.')
        })
      }
      const engine = operation.kind === 'command' ? workspace.writer : workspace.reader
      return engine.call(name, input, filesNamedBy(input))
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    registerFile(file) {
      const token = randomUUID()
      handedIn.set(token, { path: file.path, name: basename(file.name) || 'file' })
      return token
    },
    downloadPath: (token) => handedOut.get(token),
    uploadFolder,
    async close() {
      await inTurn(leave)
      rmSync(exchangeFolder, { recursive: true, force: true })
    },
  }
}

import { randomBytes, randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { type CallResult, MainstayError } from '#shared/contract/call-result.ts'
import { operationByName } from '#shared/contract/contract.ts'
import type { ApplicationEvent, Noun } from '#shared/contract/events.ts'
import { makeBackup } from '../database/backup.ts'
import { copyWorkspace } from '../database/copy-workspace.ts'
import { checkIntegrity } from '../database/integrity.ts'
import { openDatabase } from '../database/open-database.ts'
import { openWorkspaceDatabase } from '../database/open-workspace-database.ts'
import type { WorkspaceDatabase } from '../database/workspace-database.ts'
import { adoptStarterModelIfNone } from '../domains/model/starter-model-adoption.ts'
import { countClasses } from '../domains/standing/standing-repository.ts'
import { createLedger } from '../ledger/create-ledger.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { dispatch, toCallError } from './dispatch.ts'
import { applyEffects } from './effects.ts'
import { engineHandlers } from './engine-handlers.ts'
import type { EngineOptions, EngineTask, ResolvedFiles } from './engine-protocol.ts'
import { createJobRunner } from './job-runner.ts'
import type { CommandContext, FilePort, QueryContext } from './ports.ts'

export interface EnginePorts {
  emit(event: ApplicationEvent): void
  /** Announces a file made for the user, so that the host can hand it out. */
  announceDownload(file: { token: string; path: string; name: string }): void
  now(): number
}

export interface Engine {
  call(name: string, input: unknown, files: ResolvedFiles): Promise<CallResult>
  /** False when no such job runs here. */
  cancel(jobId: string): Promise<boolean>
  /** Waits for a running job; a backup answers with what `workspace.checkpoint` returns. */
  run(task: EngineTask): Promise<CallResult>
  setAuthor(author: string): void
  close(): Promise<void>
}

type AnyHandler = (context: unknown, input: unknown) => unknown

/** One open workspace on one connection: a writer that answers commands, or a reader that answers queries. */
export async function createEngine(options: EngineOptions, ports: EnginePorts): Promise<Engine> {
  const database =
    options.role === 'writer'
      ? openWorkspaceDatabase(options.workspaceFile, { backupFolder: options.backupFolder, now: ports.now() })
      : openDatabase(options.workspaceFile, { mode: 'reader' })
  const jobs = createJobRunner(ports.emit, ports.now)
  let author = options.author
  const resolved = new Map<string, { path: string; name: string }>()

  const files: FilePort = {
    pathOf(token) {
      const file = resolved.get(token)
      if (!file) throw new MainstayError('file-missing', 'The file is no longer available; choose it again.')
      return file
    },
    scratchFolder: options.exchangeFolder,
    prepareDownload(name) {
      const token = randomUUID()
      const path = join(options.exchangeFolder, token)
      return {
        path,
        finish() {
          ports.announceDownload({ token, path, name })
          return { token, name, bytes: statSync(path).size }
        },
      }
    },
  }

  const changedNouns = new Set<Noun>()
  const announceChanges = () => {
    if (changedNouns.size === 0) return
    const nouns = [...changedNouns]
    changedNouns.clear()
    ports.emit({ type: 'saved', at: new Date(ports.now()).toISOString() })
    ports.emit({ type: 'changed', nouns })
  }

  const queryContext: QueryContext = { database, files, startJob: jobs.start }
  const commandContext: CommandContext | null =
    options.role === 'writer'
      ? {
          database,
          files,
          ledger: announcingLedger(database, changedNouns, ports, {
            author: () => author,
            installationId: options.installationId,
          }),
          get author() {
            return author
          },
          startJob: (kind, work) =>
            jobs.start(kind, async (control) => {
              try {
                return await work(control)
              } finally {
                announceChanges()
              }
            }),
          changed: (nouns) => {
            for (const noun of nouns) changedNouns.add(noun)
          },
          now: ports.now,
        }
      : null

  if (commandContext && options.sampleLanguage) {
    const { fillSampleWorkspace, isEmptyWorkspace } = await import(
      '../domains/sample/fill-sample-workspace.ts'
    )
    if (isEmptyWorkspace(database)) {
      fillSampleWorkspace(commandContext, options.sampleLanguage)
      announceChanges()
    }
  }

  const runTask = (task: EngineTask): unknown => {
    switch (task.kind) {
      case 'copy':
        return copyWorkspace(database, task.path)
      case 'check':
        return checkIntegrity(database, 'quick')
      case 'counts':
        return countClasses(database)
      case 'backup':
        return makeBackup(database, { folder: options.backupFolder, reason: task.reason, now: ports.now() })
    }
  }

  const handlers: Record<string, unknown> = engineHandlers
  const answer = (name: string, input: unknown): unknown => {
    const handler = handlers[name] as AnyHandler
    const isCommand = operationByName.get(name)?.kind === 'command'
    if (!isCommand) return handler(queryContext, input)
    if (!commandContext) throw new MainstayError('read-only', 'This thread only reads.')
    try {
      return handler(commandContext, input)
    } finally {
      announceChanges()
    }
  }

  return {
    async call(name, input, handedIn) {
      for (const [token, file] of handedIn) resolved.set(token, file)
      if (operationByName.get(name)?.kind === 'command') await jobs.idle()
      return dispatch(name, input, answer)
    },
    cancel: async (jobId) => jobs.cancel(jobId),
    async run(task) {
      await jobs.idle()
      try {
        return { ok: true, value: runTask(task) }
      } catch (thrown) {
        return { ok: false, error: toCallError(thrown) }
      }
    },
    setAuthor(next) {
      author = next
    },
    async close() {
      jobs.cancelAll()
      await jobs.idle()
      database.close()
    },
  }
}

/** The ledger as commands see it: effects run in the same transaction, and what changed is announced. */
function announcingLedger(
  database: WorkspaceDatabase,
  changedNouns: Set<Noun>,
  ports: EnginePorts,
  { author, installationId }: { author(): string; installationId: string },
): Ledger {
  const ledger = createLedger(database, {
    author,
    installationId,
    now: ports.now,
    randomBytes,
    afterChange: (changes) => applyEffects(database, changes),
  })
  const announce = (nouns: readonly Noun[]) => {
    for (const noun of [...nouns, 'history', 'portfolio', 'search'] as const) changedNouns.add(noun)
  }
  return {
    change(label, nouns, write) {
      const outcome = ledger.change(label, nouns, write)
      if (outcome.entry) announce(nouns)
      return outcome
    },
    open(label, nouns) {
      const open = ledger.open(label, nouns)
      return {
        ...open,
        finish() {
          adoptStarterModelIfNone(database, open, { author: author(), now: ports.now() })
          announce([...nouns, 'model'])
          return open.finish()
        },
      }
    },
    undo(entryId, force) {
      const entry = ledger.undo(entryId, force)
      announce(entry.nouns)
      return entry
    },
    redo(entryId, force) {
      const entry = ledger.redo(entryId, force)
      announce(entry.nouns)
      return entry
    },
  }
}

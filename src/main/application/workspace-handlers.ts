import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { MainstayError, unwrap } from '#shared/contract/call-result.ts'
import type { Language } from '#shared/contract/workspace.ts'
import { listBackups, restoreBackup } from '../database/backup.ts'
import { refuseUnsafeLocation } from '../database/unsafe-location.ts'
import type { SampleLanguage } from '../domains/sample/fill-sample-workspace.ts'
import type { Engine } from './create-engine.ts'
import type { EngineOptions } from './engine-protocol.ts'
import type { OpenWorkspace } from './open-workspace.ts'
import type { HostHandlers } from './ports.ts'
import type { RecentWorkspaces } from './recent-workspaces.ts'

type WorkspaceOperations = {
  [Name in keyof HostHandlers as Name extends `workspace.${string}` ? Name : never]: HostHandlers[Name]
}

export interface WorkspaceHandlerPorts {
  dataFolder: string
  exchangeFolder: string
  now(): number
  current(): OpenWorkspace | null
  enter(
    path: string,
    how: { isSample: boolean; sampleLanguage: SampleLanguage | null },
  ): Promise<OpenWorkspace>
  leave(): Promise<void>
  /** Errors: file-missing. */
  pathOf(token: string): string
  author(): string
  installationId: string
  backupFolderOf(path: string): string
  startEngine(options: EngineOptions): Promise<Engine>
  handOut(path: string, name: string): string
  recents: RecentWorkspaces
  language(): Language | null
}

const ENDING = '.mainstay'

/** The ledger's code is needed here for a new file alone, so it waits for one. */
const loadLedger = () => import('../ledger/create-workspace-file.ts')

/** A name as it may stand in a file name on every system. */
const safeFileName = (name: string) =>
  name
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80) || 'workspace'

/** The name itself, or with a number behind it where the file is there already. */
function freePath(folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${name}${number === 1 ? '' : ` ${number}`}${ENDING}`)
    if (!existsSync(path)) return path
  }
}

/** Everything that opens, closes or copies workspaces. Paths come from file tokens or this device's own folder. */
export function createWorkspaceHandlers(ports: WorkspaceHandlerPorts): WorkspaceOperations {
  const ownFolder = join(ports.dataFolder, 'workspaces')

  const requireOpen = (): OpenWorkspace => {
    const open = ports.current()
    if (!open) throw new MainstayError('no-workspace', 'Open or create a workspace first.')
    return open
  }

  /** A consistent copy beside the original, for a look that leaves the original alone. */
  const copyOf = async (path: string): Promise<string> => {
    const copy = freePath(dirname(path), `${basename(path, ENDING)} (copy)`)
    const engine = await ports.startEngine({
      role: 'reader',
      workspaceFile: path,
      exchangeFolder: ports.exchangeFolder,
      backupFolder: ports.backupFolderOf(path),
      author: ports.author(),
      installationId: ports.installationId,
      sampleLanguage: null,
    })
    const result = await engine.run({ kind: 'copy', path: copy })
    await engine.close()
    unwrap(result)
    return copy
  }

  return {
    'workspace.current': async () => (await ports.current()?.summary()) ?? null,

    'workspace.listRecent': () => ports.recents.list(),

    'workspace.create': async ({ name, baseCurrency, fileToken }) => {
      mkdirSync(ownFolder, { recursive: true })
      const path = fileToken ? ports.pathOf(fileToken) : freePath(ownFolder, safeFileName(name))
      refuseUnsafeLocation(path)
      const { createWorkspaceFile } = await loadLedger()
      createWorkspaceFile(path, {
        name,
        baseCurrency,
        author: ports.author(),
        installationId: ports.installationId,
        now: ports.now,
      })
      const opened = await ports.enter(path, { isSample: false, sampleLanguage: null })
      return opened.summary()
    },

    'workspace.open': async (input) => {
      const recent = 'recentId' in input ? ports.recents.find(input.recentId) : undefined
      const path = 'fileToken' in input ? ports.pathOf(input.fileToken) : recent?.path
      if (!path || !existsSync(path)) {
        throw new MainstayError('workspace-missing', 'The workspace file is no longer there.', {
          name: recent?.name ?? '',
        })
      }
      const opened = await ports.enter(input.readOnlyCopy ? await copyOf(path) : path, {
        isSample: recent?.isSample ?? false,
        sampleLanguage: null,
      })
      return opened.summary()
    },

    'workspace.openSample': async (input) => {
      const language: SampleLanguage = (input.language ?? ports.language()) === 'en' ? 'en' : 'zh'
      const folder = join(ports.dataFolder, 'sample')
      mkdirSync(folder, { recursive: true })
      const { SAMPLE_FIRM } = await import('../domains/sample/sample-firm.ts')
      const name = SAMPLE_FIRM.company[language]
      const path = join(folder, `${name}${ENDING}`)
      if (!existsSync(path)) {
        const { createWorkspaceFile } = await loadLedger()
        createWorkspaceFile(path, {
          name,
          baseCurrency: SAMPLE_FIRM.currency,
          author: ports.author(),
          installationId: ports.installationId,
          now: ports.now,
        })
      }
      const opened = await ports.enter(path, { isSample: true, sampleLanguage: language })
      return opened.summary()
    },

    'workspace.close': async () => {
      await ports.leave()
      return null
    },

    'workspace.forgetRecent': ({ recentId }) => {
      ports.recents.forget(recentId)
      return null
    },

    'workspace.checkpoint': () => requireOpen().backUp('checkpoint'),

    'workspace.listBackups': () => listBackups(ports.backupFolderOf(requireOpen().path)),

    'workspace.restoreBackup': async ({ backupId }) => {
      const { path } = requireOpen()
      const target = restoreBackup(ports.backupFolderOf(path), backupId, path)
      const opened = await ports.enter(target, { isSample: false, sampleLanguage: null })
      return opened.summary()
    },

    'workspace.exportCopy': async () => {
      const open = requireOpen()
      const name = basename(open.path)
      const path = join(ports.exchangeFolder, randomUUID())
      await open.copyTo(path)
      return { token: ports.handOut(path, name), name, bytes: statSync(path).size }
    },
  }
}

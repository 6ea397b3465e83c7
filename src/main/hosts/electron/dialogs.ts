import { randomUUID } from 'node:crypto'
import { copyFile, rename, rm, stat } from 'node:fs/promises'
import { basename, extname, isAbsolute } from 'node:path'
import type { BrowserWindow, Dialog } from 'electron'
import type { CallResult } from '#shared/contract/call-result.ts'
import type { FileKind, PickedFile } from '#shared/contract/host-bridge.ts'
import type { Application } from '../../application/create-application.ts'
import { failure, fileFailure } from '../file-failure.ts'
import type { HostAnswers } from './ipc.ts'
import type { MenuTexts } from './menu-texts.ts'

/** Endings a window may hand in, by what they are for. */
const ENDINGS: Readonly<Record<FileKind, readonly string[]>> = {
  orders: ['csv', 'txt', 'tsv', 'xlsx', 'xlsm'],
  workspace: ['mainstay'],
}
const KNOWN_ENDINGS = new Set(Object.values(ENDINGS).flat())

interface DialogPorts {
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  window(): BrowserWindow
  application: Pick<Application, 'registerFile' | 'downloadPath'>
  texts(): MenuTexts
}

/** A file of this machine as the token that operations take. Errors: file-missing, file-unreadable. */
export async function takeFile(
  application: Pick<Application, 'registerFile'>,
  path: string,
): Promise<CallResult<PickedFile>> {
  const name = basename(path)
  if (!isAbsolute(path) || !KNOWN_ENDINGS.has(extname(path).slice(1).toLowerCase())) {
    return failure('file-unreadable', `${name} is of no known kind`, { name })
  }
  try {
    const found = await stat(path)
    if (!found.isFile()) return failure('file-unreadable', `${name} is not a file`, { name })
    return { ok: true, value: { token: application.registerFile({ path, name }), name, bytes: found.size } }
  } catch (error) {
    return fileFailure(error, name, 'read')
  }
}

/** Copies beside the target first, so that a full disk leaves what stood there before. */
async function copyWhole(from: string, to: string): Promise<void> {
  const unfinished = `${to}.${randomUUID().slice(0, 8)}.part`
  try {
    await copyFile(from, unfinished)
    await rename(unfinished, to)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** What a window asks about files. Paths come from the system's dialogs and stay on this side. */
export function answerFileRequests({
  dialog,
  window,
  application,
  texts,
}: DialogPorts): Pick<HostAnswers, 'pick-file' | 'pick-place' | 'receive-file' | 'save-download'> {
  const kindName = (kind: FileKind) => texts().dialogs[kind === 'orders' ? 'ordersKind' : 'workspaceKind']
  const filterOf = (kind: FileKind) => ({ name: kindName(kind), extensions: [...ENDINGS[kind]] })
  return {
    async 'pick-file'({ kind }) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: texts().dialogs[kind === 'orders' ? 'pickOrders' : 'pickWorkspace'],
        filters: [filterOf(kind)],
        properties: ['openFile'],
      })
      const [path] = filePaths
      return canceled || path === undefined ? { ok: true, value: null } : takeFile(application, path)
    },
    async 'pick-place'({ suggestedName }) {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        title: texts().dialogs.newWorkspace,
        defaultPath: `${basename(suggestedName)}.mainstay`,
        filters: [filterOf('workspace')],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      if (canceled || filePath === '') return { ok: true, value: null }
      const path = extname(filePath).toLowerCase() === '.mainstay' ? filePath : `${filePath}.mainstay`
      const name = basename(path)
      return { ok: true, value: { token: application.registerFile({ path, name }), name } }
    },
    'receive-file': ({ path }) => takeFile(application, path),
    async 'save-download'({ download }) {
      const made = application.downloadPath(download.token)
      if (!made) return failure('file-missing', 'The file is no longer available', { name: download.name })
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        title: texts().dialogs.saveDownload,
        defaultPath: basename(made.name),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      if (canceled || filePath === '') return { ok: true, value: false }
      try {
        await copyWhole(made.path, filePath)
        return { ok: true, value: true }
      } catch (error) {
        return fileFailure(error, basename(filePath), 'write')
      }
    },
  }
}

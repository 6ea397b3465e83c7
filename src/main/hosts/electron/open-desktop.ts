import { existsSync } from 'node:fs'
import { app, BrowserWindow, dialog, ipcMain, nativeTheme, session, shell } from 'electron'
import type { HostEvent } from '#shared/contract/host-bridge.ts'
import type { Application } from '../../application/create-application.ts'
import type { Parts } from '../application-ports.ts'
import { listBuiltFiles } from '../built-files.ts'
import { openWorkspaceFile } from '../open-at-start.ts'
import { APP_PAGE } from './app-origin.ts'
import { serveBuiltFiles } from './app-protocol.ts'
import { EVENT_CHANNEL } from './channels.ts'
import { answerFileRequests, takeFile } from './dialogs.ts'
import { answerWindow } from './ipc.ts'
import { setNativeMenu } from './native-menu.ts'
import { openExternal } from './open-external.ts'
import type { Seal } from './sealing.ts'
import type { StartArguments } from './start-arguments.ts'
import { createWaitingEvents } from './waiting-events.ts'
import { windowOptions } from './window.ts'

export interface Desktop {
  /** Brings the window to the front, making one where none is open. */
  focus(): void
  open(start: StartArguments): Promise<void>
}

/** The session of our windows: kept in memory, so that nothing of a workspace stays in Chromium's own folder. */
const PARTITION = 'mainstay'

/** Opens the window over the application. Called once, after Electron is ready. */
export async function openDesktop(application: Application, parts: Parts, seal: Seal): Promise<Desktop> {
  const ownSession = session.fromPartition(PARTITION)
  seal.session(ownSession)
  serveBuiltFiles(ownSession.protocol, listBuiltFiles(parts.rendererFolder))

  let current: BrowserWindow | undefined
  const send = (message: { type: 'application' | 'host'; event: unknown }) =>
    current?.webContents.send(EVENT_CHANNEL, message)
  const waiting = createWaitingEvents((event: HostEvent) => send({ type: 'host', event }))
  application.onEvent((event) => send({ type: 'application', event }))

  const makeWindow = (): BrowserWindow => {
    const window = new BrowserWindow(
      windowOptions({
        session: ownSession,
        preloadFile: parts.preloadFile,
        isPackaged: app.isPackaged,
        isDark: nativeTheme.shouldUseDarkColors,
      }),
    )
    window.once('ready-to-show', () => window.show())
    window.once('closed', () => {
      current = undefined
      waiting.pause()
    })
    window.webContents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) waiting.pause()
    })
    // Nothing unsaved lives in a page: a crashed one is loaded anew.
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') window.reload()
    })
    void window.loadURL(APP_PAGE)
    return window
  }
  const window = (): BrowserWindow => {
    current ??= makeWindow()
    return current
  }
  const focus = () => {
    const shown = window()
    if (shown.isMinimized()) shown.restore()
    shown.focus()
  }

  const { texts } = await setNativeMenu(application, (command) => {
    focus()
    waiting.add({ type: 'menu', command })
  })
  const files = answerFileRequests({ dialog, window, application, texts })
  answerWindow(ipcMain, () => current?.webContents, {
    ...files,
    call: ({ name, input }) => application.call(name, input),
    listen: async () => {
      waiting.listen()
      return { ok: true, value: null }
    },
    'open-external': ({ address }) => openExternal(address, { dialog, shell, window, texts }),
  })

  return {
    focus,
    async open({ workspace, isSample }) {
      if (isSample) waiting.add({ type: 'menu', command: 'open-sample' })
      if (workspace === undefined) return
      if (!existsSync(workspace)) {
        await openWorkspaceFile(application, workspace)
        return
      }
      const file = await takeFile(application, workspace)
      if (file.ok) waiting.add({ type: 'open-workspace', file: file.value })
    },
  }
}

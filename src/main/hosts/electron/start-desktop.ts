import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, protocol } from 'electron'
import { createApplication } from '../../application/create-application.ts'
import { findParts, systemPorts } from '../application-ports.ts'
import { registerAppScheme } from './app-protocol.ts'
import { findDebuggingSwitch } from './debugging.ts'
import { menuTexts, nearestLanguage } from './menu-texts.ts'
import { keepOffline } from './network.ts'
import { type Desktop, openDesktop } from './open-desktop.ts'
import { type Seal, sealEverything } from './sealing.ts'
import { readStartArguments } from './start-arguments.ts'

function explainAndExit(error: unknown): void {
  const { title } = menuTexts(nearestLanguage(app.getPreferredSystemLanguages())).failure
  dialog.showErrorBox(title, error instanceof Error ? error.message : String(error))
  app.exit(1)
}

/** Files and starts that come before the window is there wait for it. */
function followStarts(desktop: Promise<Desktop>): void {
  const open = (args: readonly string[], folder: string) =>
    withDesktop(({ focus, open: openIn }) => {
      focus()
      return openIn(readStartArguments(args, folder))
    })
  const withDesktop = (act: (desktop: Desktop) => unknown) => {
    // A desktop that could not be opened has been explained already.
    desktop.then(act, () => undefined).catch(explainAndExit)
  }
  app.on('second-instance', (_event, args, folder) => open(args.slice(1), folder))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open([path], '/')
  })
  app.on('activate', () => withDesktop(({ focus }) => focus()))
  open(process.argv.slice(1), process.cwd())
}

async function whenReady(entryFile: string, dataFolder: string, seal: Seal): Promise<Desktop> {
  await app.whenReady()
  const parts = findParts(entryFile)
  const application = await createApplication(systemPorts(parts, dataFolder))
  let isClosing = false
  app.on('will-quit', (event) => {
    // Whoever quits a second time waits for the workspace to close, too.
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    const blocked = seal.blockedRequestCount()
    if (blocked > 0) process.stderr.write(`${blocked} requests to the outside were cancelled\n`)
    void application.close().finally(() => app.exit())
  })
  return openDesktop(application, parts, seal)
}

/**
 * Starts the desktop application, or hands over to the one that runs already.
 * What Electron takes only before it is ready happens before this returns.
 */
export function startDesktop(entryFile: string): void {
  const debugging = findDebuggingSwitch(app)
  if (debugging !== undefined) {
    explainAndExit(new Error(`--${debugging}`))
    return
  }
  const { dataFolder } = systemPorts(findParts(entryFile))
  const chromiumFolder = join(dataFolder, 'window')
  mkdirSync(chromiumFolder, { recursive: true })
  app.setPath('userData', chromiumFolder)
  app.enableSandbox()
  keepOffline(app.commandLine)
  registerAppScheme(protocol)
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  const seal = sealEverything(app)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())
  const desktop = whenReady(entryFile, dataFolder, seal)
  desktop.catch(explainAndExit)
  followStarts(desktop)
}

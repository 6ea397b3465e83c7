import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import type { MainstayBridge } from '#shared/contract/host-bridge.ts'
import { cancellable, createElectronStandIn, type StandInSettings } from '../../support/electron-stand-in.ts'
import { makeBuiltLayout } from './built-layout.ts'

/** Waits for what takes as long as it takes on a busy machine. */
export const soon = <Result>(check: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(check, { timeout: 30_000 })

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Starts the desktop application over the stand-in, as far as Electron lets it before it is ready. */
export async function startBeforeReady(settings: StandInSettings = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-desktop-'))
  const dataFolder = join(folder, 'data')
  const { mainFolder } = makeBuiltLayout(folder)
  const standIn = createElectronStandIn(settings)
  const listenersBefore = new Map(SIGNALS.map((signal) => [signal, process.listeners(signal)]))
  vi.stubEnv('MAINSTAY_DATA', dataFolder)
  vi.resetModules()
  vi.doMock('electron', () => standIn.module)
  const { startDesktop } = await import('../../../src/main/hosts/electron/start-desktop.ts')
  startDesktop(join(mainFolder, 'index.js'))
  return {
    ...standIn,
    folder,
    dataFolder,
    async stop() {
      const quitting = cancellable({})
      standIn.fireApp('will-quit', quitting)
      if (quitting.defaultPrevented) await soon(() => standIn.argumentsOf('app.exit')[0])
      for (const signal of SIGNALS) {
        for (const listener of process.listeners(signal)) {
          if (!listenersBefore.get(signal)?.includes(listener)) process.off(signal, listener)
        }
      }
      vi.unstubAllEnvs()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type ElectronTarget = Awaited<ReturnType<typeof startDesktopTarget>>

/** The desktop application with its window, on the real application. */
export async function startDesktopTarget(settings: StandInSettings = {}) {
  const started = await startBeforeReady(settings)
  started.becomeReady()
  const window = await soon(() => {
    const [first] = started.windows
    if (!first) throw new Error('No window yet')
    return first
  })
  const session = started.sessions.get('mainstay')
  if (!session) throw new Error('No session of our own')
  return { ...started, window, session }
}

/** Runs the preload as a window does; a sealed one reports that it is in a sandbox and apart from the page. */
export async function runPreload(
  { module }: Pick<ElectronTarget, 'module'>,
  { isSealed }: { isSealed: boolean },
): Promise<void> {
  const report = { configurable: true, value: isSealed }
  vi.resetModules()
  vi.doMock('electron', () => module)
  Object.defineProperties(process, { sandboxed: report, contextIsolated: report })
  try {
    await import('../../../src/main/preload.ts')
  } finally {
    Reflect.deleteProperty(process, 'sandboxed')
    Reflect.deleteProperty(process, 'contextIsolated')
  }
}

/** What the page of a sealed window finds as `window.mainstay`. */
export async function loadBridge(desktop: ElectronTarget): Promise<MainstayBridge<File>> {
  await runPreload(desktop, { isSealed: true })
  return desktop.exposed.get('mainstay') as MainstayBridge<File>
}

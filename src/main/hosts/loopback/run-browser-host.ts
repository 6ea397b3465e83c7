import { type Application, createApplication } from '../../application/create-application.ts'
import { findParts, systemPorts } from '../application-ports.ts'
import { listBuiltFiles } from '../built-files.ts'
import { openWorkspaceFile } from '../open-at-start.ts'
import { BROWSER_HOST_USAGE, type BrowserOptions, parseBrowserOptions } from './browser-options.ts'
import { type LoopbackServer, startHttpServer } from './http-server.ts'
import { openBrowser } from './open-browser.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)
const describe = (error: unknown) => (error instanceof Error ? error.message : String(error))

async function openFirst(application: Application, { workspace, isSample }: BrowserOptions): Promise<void> {
  if (!workspace && !isSample) return
  const result = workspace
    ? await openWorkspaceFile(application, workspace)
    : await application.call('workspace.openSample', {})
  if (!result.ok) throw new Error(`${workspace ?? 'The sample workspace'}: ${result.error.message}`)
}

/** Ctrl-C reaches a program twice where its parent passes it on; only a later one means impatience. */
const IMPATIENT_MILLISECONDS = 2_000

function closeOnSignal(server: LoopbackServer): void {
  let askedAt: number | undefined
  const end = () => {
    askedAt ??= Date.now()
    if (Date.now() - askedAt > IMPATIENT_MILLISECONDS) process.exit(1)
    void server.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
}

async function serve(options: BrowserOptions, entryFile: string): Promise<void> {
  const parts = findParts(entryFile)
  const application = await createApplication(systemPorts(parts, options.dataFolder))
  try {
    const files = listBuiltFiles(parts.rendererFolder)
    await openFirst(application, options)
    const server = await startHttpServer(application, files, {
      port: options.port,
      report: (error) => say(describe(error)),
    })
    closeOnSignal(server)
    const address = server.address()
    process.stdout.write(`Mainstay  ${address}\n`)
    if (options.opensBrowser && !(await openBrowser(address))) {
      say('No browser could be opened; open the address above yourself.')
    }
    await server.closed
  } finally {
    await application.close()
  }
}

/**
 * Runs the loopback host until it is told to end or nobody has used it for half a day.
 * Prints one line with the address. Resolves to the exit code: 0, 1 when it can't start, 2 for a wrong option.
 */
export async function runBrowserHost(args: readonly string[], entryFile: string): Promise<number> {
  let options: BrowserOptions
  try {
    options = parseBrowserOptions(args, process.cwd())
  } catch (error) {
    say(`${describe(error)}\n\n${BROWSER_HOST_USAGE}`)
    return 2
  }
  if (options.isHelp) {
    process.stdout.write(BROWSER_HOST_USAGE)
    return 0
  }
  try {
    await serve(options, entryFile)
    return 0
  } catch (error) {
    say(describe(error))
    return 1
  }
}

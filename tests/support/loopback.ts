import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { LOOPBACK_PATHS, loopbackTicket, loopbackToken, TOKEN_HEADER } from '#shared/contract/loopback-api.ts'

const PROJECT = resolve(import.meta.dirname, '..', '..')
const BUILT_ENTRY = join(PROJECT, 'out', 'main', 'browser-host.js')
const SOURCE_ENTRY = join(PROJECT, 'src', 'main', 'browser-host.ts')

export interface LoopbackStart {
  isSample?: boolean
  /** Opened at start, made where it is not there. */
  workspace?: string
  /** Kept after the end; a temporary folder, removed at the end, when left out. */
  dataFolder?: string
  /** The program to start; the built loopback host, or its source, when left out. */
  entry?: string
}

export interface Loopback {
  /** An address for one window, with a ticket not used yet. */
  url(): Promise<string>
  readonly origin: string
  readonly token: string
  readonly dataFolder: string
  /** Ends it as Ctrl-C does; resolves to the exit code. */
  stop(): Promise<number | null>
}

async function firstLine(child: ChildProcess): Promise<string> {
  const errors: string[] = []
  child.stderr?.on('data', (chunk) => errors.push(String(chunk)))
  return new Promise((resolve, reject) => {
    if (child.stdout) createInterface({ input: child.stdout }).once('line', resolve)
    child.once('error', reject)
    child.once('exit', (code) =>
      reject(new Error(`The loopback host ended with ${code}: ${errors.join('')}`)),
    )
  })
}

/** Starts the loopback host as a process of its own, at a free port, without opening a browser. */
export async function startLoopback(start: LoopbackStart = {}): Promise<Loopback> {
  const dataFolder = start.dataFolder ?? mkdtempSync(join(tmpdir(), 'mainstay-'))
  const removeFolder = () => {
    if (start.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true })
  }
  const args = [
    start.entry ?? (existsSync(BUILT_ENTRY) ? BUILT_ENTRY : SOURCE_ENTRY),
    '--no-open',
    `--data-folder=${dataFolder}`,
    ...(start.isSample ? ['--sample'] : []),
    ...(start.workspace ? [`--workspace=${start.workspace}`] : []),
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))

  const line = await firstLine(child).catch((error: unknown) => {
    removeFolder()
    throw error
  })
  const { origin, hash } = new URL(line.replace(/^Mainstay {2}/, ''))
  const post = async (
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<unknown> => {
    const response = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    return response.json()
  }
  const ticket = hash.replace('#ticket=', '')
  const { token } = loopbackToken.parse(await post(LOOPBACK_PATHS.session, { ticket }))

  return {
    origin,
    token,
    dataFolder,
    async url() {
      const fresh = loopbackTicket.parse(await post(LOOPBACK_PATHS.ticket, {}, { [TOKEN_HEADER]: token }))
      return `${origin}/#ticket=${fresh.ticket}`
    },
    async stop() {
      child.kill('SIGINT')
      const code = await exited
      removeFolder()
      return code
    },
  }
}

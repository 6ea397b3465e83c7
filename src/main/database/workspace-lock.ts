import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { z } from 'zod'
import { MainstayError } from '#shared/contract/call-result.ts'

const lockHolder = z.object({
  token: z.string(),
  pid: z.int(),
  host: z.string(),
  /** Shown to whoever finds the workspace locked. */
  owner: z.string(),
  since: z.iso.datetime(),
})
type LockHolder = z.infer<typeof lockHolder>

export interface WorkspaceLock {
  release(): void
}

export interface LockOptions {
  owner?: string
  now?: () => number
  /** Called when another process has taken the lock over, as after a long sleep: stop writing. */
  onLost?: () => void
}

/** A sign of life this often; without one for two minutes the holder counts as gone. */
const HEARTBEAT_MS = 15_000
const STALE_MS = 120_000

/**
 * Takes the one lock of a workspace: a file beside it that exists only for its holder. A lock whose process is gone
 * from this computer, or that shows no sign of life, is taken over.
 * Errors: workspace-locked with owner, host and since in its details.
 */
export function acquireWorkspaceLock(workspaceFile: string, options: LockOptions = {}): WorkspaceLock {
  const { owner = userInfo().username, now = Date.now, onLost = () => {} } = options
  const path = `${workspaceFile}.lock`
  const mine: LockHolder = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    owner,
    since: new Date(now()).toISOString(),
  }
  if (!tryCreate(path, mine)) {
    const found = readHolder(path)
    if (found && !isStale(path, found, now())) throw lockedError(found)
    setAside(path, found)
    if (!tryCreate(path, mine)) throw lockedError(readHolder(path))
  }

  const heartbeat = setInterval(() => {
    if (readHolder(path)?.token === mine.token) {
      const seconds = now() / 1000
      utimesSync(path, seconds, seconds)
    } else {
      clearInterval(heartbeat)
      onLost()
    }
  }, HEARTBEAT_MS)
  heartbeat.unref()

  return {
    release() {
      clearInterval(heartbeat)
      if (readHolder(path)?.token === mine.token) rmSync(path, { force: true })
    },
  }
}

function tryCreate(path: string, holder: LockHolder): boolean {
  let descriptor: number
  try {
    descriptor = openSync(path, 'wx')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
  try {
    writeSync(descriptor, JSON.stringify(holder))
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  return true
}

/** Null where there is no lock file or it says nothing readable, as in the moment of its making. */
function readHolder(path: string): LockHolder | null {
  try {
    return lockHolder.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

function isStale(path: string, { pid, host }: LockHolder, now: number): boolean {
  if (host === hostname() && !isRunning(pid)) return true
  return now - lastSignOfLife(path) > STALE_MS
}

function lastSignOfLife(path: string): number {
  try {
    return statSync(path).mtimeMs
  } catch {
    return 0
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: there is such a process, it belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Moves a stale lock out of the way. Two processes may judge the same lock stale at once: whoever finds that it
 * moved a fresh one puts it back.
 */
function setAside(path: string, judged: LockHolder | null): void {
  if (!judged && Date.now() - lastSignOfLife(path) < HEARTBEAT_MS) return
  const aside = `${path}.${randomUUID().slice(0, 8)}`
  try {
    renameSync(path, aside)
    if (readHolder(aside)?.token !== judged?.token) linkSync(aside, path)
  } catch {
    // Somebody else was faster; creating the lock decides.
  } finally {
    rmSync(aside, { force: true })
  }
}

function lockedError(holder: LockHolder | null): MainstayError {
  return new MainstayError('workspace-locked', 'The workspace is open elsewhere.', {
    owner: holder?.owner ?? '',
    host: holder?.host ?? '',
    since: holder?.since ?? '',
  })
}

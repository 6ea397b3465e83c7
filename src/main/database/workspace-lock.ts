import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
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
  if (!tryCreate(path, mine) && !takeOver(path, mine, now())) throw lockedError(readHolder(path))

  const heartbeat = setInterval(() => {
    if (readHolder(path)?.token === mine.token) {
      showLife(path, now())
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

/** A file that says nothing may be in the making; one that goes on saying nothing belongs to nobody. */
function isStale(path: string, now: number): boolean {
  const holder = readHolder(path)
  const silentMs = now - lastSignOfLife(path)
  if (!holder) return silentMs > HEARTBEAT_MS
  return (holder.host === hostname() && !isRunning(holder.pid)) || silentMs > STALE_MS
}

function showLife(path: string, now: number): void {
  try {
    utimesSync(path, now / 1000, now / 1000)
  } catch {
    // The next beat tells whether the lock is gone.
  }
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
 * Replaces a stale lock. Several processes may find it stale at once, so only the one that holds the guard may look
 * again and remove it; whoever comes later finds a fresh lock. False when the lock is or has become somebody's.
 */
function takeOver(path: string, mine: LockHolder, now: number): boolean {
  const guard = `${path}.takeover`
  if (!tryCreate(guard, mine)) {
    // Left by a crash in the moment of taking over: out of the way for the next attempt.
    if (now - lastSignOfLife(guard) > HEARTBEAT_MS) rmSync(guard, { force: true })
    return false
  }
  try {
    if (!isStale(path, now)) return false
    rmSync(path, { force: true })
    return tryCreate(path, mine)
  } finally {
    rmSync(guard, { force: true })
  }
}

function lockedError(holder: LockHolder | null): MainstayError {
  return new MainstayError('workspace-locked', 'The workspace is open elsewhere.', {
    owner: holder?.owner ?? '',
    host: holder?.host ?? '',
    since: holder?.since ?? '',
  })
}

import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export interface Run {
  seconds: number
  /** Highest resident memory of the process, in bytes; null where the system doesn't tell. */
  peakBytes: number | null
  output: string
}

const POLL_MS = 10

/** Highest resident memory of one process of the tree: an office suite starts itself through a script. */
function residentPeak(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1]
    // Any thread can start a program, not only the first one.
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    )
    const peaks = children.map((child) => residentPeak(Number(child)) ?? 0)
    return kilobytes ? Math.max(Number(kilobytes) * 1024, ...peaks) : null
  } catch {
    return null
  }
}

/** Runs a program to its end. Throws with its complaint when it fails. */
export function runProgram(command: string, args: readonly string[], input?: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now()
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    let output = ''
    let complaint = ''
    let peakBytes: number | null = null
    const poll = setInterval(() => {
      const peak = child.pid === undefined ? null : residentPeak(child.pid)
      if (peak !== null) peakBytes = Math.max(peak, peakBytes ?? 0)
    }, POLL_MS)
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      complaint += chunk
    })
    child.on('error', (error) => {
      clearInterval(poll)
      reject(error)
    })
    child.on('close', (code) => {
      clearInterval(poll)
      const seconds = (performance.now() - startedAt) / 1000
      if (code === 0) resolve({ seconds, peakBytes, output })
      else reject(new Error(`${command} ended with ${code}: ${complaint.slice(0, 2000)}`))
    })
    child.stdin.end(input ?? '')
  })
}

export function findProgram(...names: readonly string[]): string | null {
  for (const name of names) {
    if (spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0) return name
  }
  return null
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** Median seconds of `runs` calls after one warm-up. */
export async function timeCalls(runs: number, work: () => unknown): Promise<number> {
  await work()
  const seconds: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const startedAt = performance.now()
    await work()
    seconds.push((performance.now() - startedAt) / 1000)
  }
  return median(seconds)
}

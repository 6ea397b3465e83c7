import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface RunningScript {
  process: ChildProcess
  /** Lines it has printed so far. */
  lines: string[]
  /** Resolves when a line has come that `matches`; rejects with its error output when it ends before. */
  waitFor(matches: (line: string) => boolean): Promise<string>
  /** Kills it the hard way and resolves when it is gone. */
  kill(): Promise<void>
}

/** Runs a TypeScript file of the tests in a process of its own. */
export function runScript(file: string, args: readonly string[]): RunningScript {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
  })
  const waiting = new Set<() => void>()
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    for (const look of waiting) look()
  })
  return {
    process: child,
    lines,
    waitFor(matches) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const line = lines.find(matches)
          if (line === undefined) return
          waiting.delete(look)
          resolve(line)
        }
        waiting.add(look)
        look()
        void ended.then(() => reject(new Error(`${file} ended: ${errors}`)))
      })
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

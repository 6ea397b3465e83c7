import { spawn } from 'node:child_process'
import { join } from 'node:path'

const ENTRY = join(import.meta.dirname, '../../../src/main/command-line.ts')

export interface MainstayRun {
  exitCode: number | null
  output: string
  complaint: string
}

/** Runs the command line as a process of its own. */
export function runMainstay(...args: string[]): Promise<MainstayRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [ENTRY, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    const run = { output: '', complaint: '' }
    child.stdout.on('data', (chunk) => {
      run.output += chunk
    })
    child.stderr.on('data', (chunk) => {
      run.complaint += chunk
    })
    child.once('error', reject)
    child.once('close', (exitCode) => resolve({ ...run, exitCode }))
  })
}

/** What a run that must succeed printed. */
export async function printedBy(...args: string[]): Promise<unknown> {
  const { exitCode, output, complaint } = await runMainstay(...args)
  if (exitCode !== 0) throw new Error(`mainstay ${args.join(' ')}: ${exitCode}: ${complaint}`)
  return JSON.parse(output)
}

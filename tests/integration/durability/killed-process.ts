import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const PROJECT = resolve(import.meta.dirname, '../../..')

export interface BuiltPrograms {
  write: string
  act: string
  /** URL of the engine's entry, the programs' first argument. */
  engine: string
  remove(): void
}

/** Builds the programs that are killed, since hundreds of starts from source would take most of the time. */
export async function buildPrograms(): Promise<BuiltPrograms> {
  // Within the project, so that its packages are found.
  mkdirSync(join(PROJECT, '.cache'), { recursive: true })
  const folder = mkdtempSync(join(PROJECT, '.cache', 'killed-'))
  await build({
    configFile: false,
    root: PROJECT,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      outDir: folder,
      rolldownOptions: {
        input: {
          write: join(PROJECT, 'tests/support/write-until-killed.ts'),
          act: join(PROJECT, 'tests/support/act-until-killed.ts'),
          engine: join(PROJECT, 'src/main/engine.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].mjs' },
      },
    },
  })
  return {
    write: join(folder, 'write.mjs'),
    act: join(folder, 'act.mjs'),
    engine: pathToFileURL(join(folder, 'engine.mjs')).href,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export interface KilledRun {
  /** Lines it had printed whole; one that is cut off was not acknowledged. */
  lines: string[]
  /** From the first line to the last that was waited for. */
  waitedMs: number
}

/** Runs a program and kills it some milliseconds after its n-th line. Rejects where it ends by itself. */
export function runUntilKilled(
  program: string,
  args: readonly string[],
  { afterLines, lifeMs }: { afterLines: number; lifeMs: number },
): Promise<KilledRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let printed = ''
    let complaint = ''
    let firstAt: number | undefined
    let lastAt: number | undefined
    child.stderr.on('data', (chunk) => {
      complaint += chunk
    })
    child.stdout.on('data', (chunk) => {
      printed += chunk
      firstAt ??= performance.now()
      if (lastAt !== undefined || printed.split('\n').length <= afterLines) return
      lastAt = performance.now()
      setTimeout(() => child.kill('SIGKILL'), lifeMs)
    })
    child.once('error', reject)
    child.once('close', (_, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`The program ended by itself: ${complaint}`))
      else resolve({ lines: printed.split('\n').slice(0, -1), waitedMs: (lastAt ?? 0) - (firstAt ?? 0) })
    })
  })
}

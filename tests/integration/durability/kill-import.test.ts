import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dumpWorkspace } from '../../../src/main/database/dump.ts'
import { openDatabase } from '../../../src/main/database/open-database.ts'
import { createWorkspaceFile } from '../../../src/main/ledger/create-workspace-file.ts'
import { seededRandom } from '../../../src/main/scoring/seeded-random.ts'
import { MAPPING, writeOrders } from '../../bench/generated-orders.ts'
import { type BuiltPrograms, buildPrograms, runUntilKilled } from './killed-process.ts'

const LINES = 50_000
const EARLIER_LINES = 4000
const ACCOUNTS = 400
const LANES = 2
const SEED = 20_260_930

/** Batch ids and moments differ from run to run. */
const UNLIKE = /^(fact_batch|scoring_model) /

/** Digest of what is there after SQLite's own recovery. */
function contentOf(file: string): string {
  const database = openDatabase(file, { mode: 'writer' })
  try {
    expect(database.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    const hash = createHash('sha256')
    for (const line of dumpWorkspace(database, { lines: true }).lines) {
      const like = UNLIKE.test(line)
        ? line.replaceAll(/"X'[0-9A-F]{32}'"|"\d{4}-\d\d-\d\dT[^"]*"/g, '""')
        : line
      hash.update(`${like}\n`)
    }
    return hash.digest('hex')
  } finally {
    database.close()
  }
}

describe('kill -9 in the middle of a heavy act', () => {
  let folder: string
  let programs: BuiltPrograms
  const place = (name: string) => join(folder, name)
  const importing = (file: string) => ['import', place(file), JSON.stringify(MAPPING)]

  const act = (
    workspace: string,
    lane: string,
    words: readonly string[],
    kill: Parameters<typeof runUntilKilled>[2],
  ) => runUntilKilled(programs.act, [programs.engine, place(`data-${lane}`), workspace, ...words], kill)

  /** Does the act undisturbed on a copy, kills once it is acknowledged, and keeps the copy under a new name. */
  const actOnCopy = async (from: string, to: string, words: readonly string[]) => {
    copyFileSync(place(from), place(to))
    const { waitedMs } = await act(place(to), 'made', words, { afterLines: 2, lifeMs: 0 })
    return { content: contentOf(place(to)), durationMs: waitedMs }
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-kill-act-'))
    programs = await buildPrograms()
    await writeOrders(place('orders.csv'), LINES, ACCOUNTS)
    await writeOrders(place('earlier.csv'), EARLIER_LINES, ACCOUNTS / 4)
    createWorkspaceFile(place('empty.mainstay'), { name: 'Kills', baseCurrency: 'CNY' })
    await actOnCopy('empty.mainstay', 'earlier.mainstay', importing('earlier.csv'))
    await actOnCopy('empty.mainstay', 'full.mainstay', importing('orders.csv'))
  }, 240_000)
  afterAll(() => {
    programs.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  const acts: [name: string, before: string, words: () => string[], kills: number][] = [
    ['a first import', 'empty.mainstay', () => importing('orders.csv'), 10],
    ['an import beside earlier orders', 'earlier.mainstay', () => importing('orders.csv'), 10],
    ['the undo of an import', 'full.mainstay', () => ['undo'], 10],
  ]
  it.each(acts)(
    '%s leaves the workspace as before or as after',
    { timeout: 600_000 },
    async (name, from, words, kills) => {
      const before = contentOf(place(from))
      const after = await actOnCopy(from, `${name}.mainstay`, words())
      expect(after.content).not.toBe(before)

      const lane = async (index: number) => {
        const random = seededRandom(SEED + index)
        const file = place(`${name}-${index}.mainstay`)
        for (let kill = 0; kill < kills / LANES; kill += 1) {
          copyFileSync(place(from), file)
          const lifeMs = random() * after.durationMs
          const { lines } = await act(file, String(index), words(), { afterLines: 1, lifeMs })
          const content = contentOf(file)
          expect([before, after.content], `killed after ${Math.round(lifeMs)} ms`).toContain(content)
          if (lines.includes('done')) expect(content).toBe(after.content)
          for (const ending of ['-wal', '-shm', '.lock']) rmSync(file + ending, { force: true })
        }
      }
      await Promise.all(Array.from({ length: LANES }, (_, index) => lane(index)))
    },
  )
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../src/main/database/open-database.ts'
import { createWorkspaceFile } from '../../../src/main/ledger/create-workspace-file.ts'
import { seededRandom } from '../../../src/main/scoring/seeded-random.ts'
import { type BuiltPrograms, buildPrograms, runUntilKilled } from './killed-process.ts'

const CYCLES = 200
const LANES = 2
/** Lines of a life, from the first alone (nothing written yet) to a dozen writes, and how long the last write may go on. */
const MOST_LINES = 12
const LONGEST_WAIT_MS = 8
const SEED = 20_260_930

describe('kill -9 through the real engine', () => {
  let folder: string
  let programs: BuiltPrograms

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-kill-'))
    programs = await buildPrograms()
  })
  afterAll(() => {
    programs.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  const storedNumbers = (file: string): Set<string> => {
    const database = openDatabase(file, { mode: 'writer' })
    try {
      expect(database.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
      const numbers = database.sqlite.prepare<[], string>('SELECT number FROM party WHERE is_deleted = 0')
      return new Set(numbers.pluck().all())
    } finally {
      database.close()
    }
  }

  /** Lets one workspace live through its share of the kills; returns how many writes were acknowledged. */
  const lane = async (index: number): Promise<number> => {
    const file = join(folder, `lane-${index}.mainstay`)
    createWorkspaceFile(file, { name: `Lane ${index}`, baseCurrency: 'CNY' })
    const random = seededRandom(SEED + index)
    const kept = new Set<string>()
    let total = 0
    for (let cycle = 0; cycle < CYCLES / LANES; cycle += 1) {
      const args = [programs.engine, join(folder, `data-${index}`), file, `${index}-${cycle}`]
      const kill = { afterLines: 1 + Math.floor(random() * MOST_LINES), lifeMs: random() * LONGEST_WAIT_MS }
      const { lines } = await runUntilKilled(programs.write, args, kill)
      const undone = new Set(
        lines.filter((line) => line.startsWith('undone ')).map((line) => line.slice('undone '.length)),
      )
      const created = lines.filter((line) => line !== 'ready' && !line.startsWith('undone '))
      total += created.length
      // Every third is undone next; where that was not acknowledged, both are right.
      for (const [at, number] of created.entries()) if (at % 3 !== 2) kept.add(number)

      const stored = storedNumbers(file)
      const lost = [...kept].filter((number) => !stored.has(number))
      expect(lost, `cycle ${cycle} lost acknowledged writes`).toEqual([])
      const revived = [...undone].filter((number) => stored.has(number))
      expect(revived, `cycle ${cycle} lost acknowledged undos`).toEqual([])
    }
    return total
  }

  it(`${CYCLES} cycles lose no acknowledged write and leave every page sound`, async () => {
    const totals = await Promise.all(Array.from({ length: LANES }, (_, index) => lane(index)))
    expect(totals.reduce((a, b) => a + b, 0)).toBeGreaterThan(CYCLES)
  }, 900_000)
})

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../src/main/database/open-database.ts'
import { createWorkspaceFile } from '../../../src/main/ledger/create-workspace-file.ts'
import { seededRandom } from '../../../src/main/scoring/seeded-random.ts'

const CYCLES = 200
const LANES = 2
const LONGEST_LIFE_MS = 250
const WRITER = join(import.meta.dirname, '../../support/write-until-killed.ts')

interface Life {
  acknowledged: string[]
  undone: Set<string>
}

/** Starts a writer, kills it at a moment it does not choose, and returns what it had acknowledged. */
function liveAndDie(dataFolder: string, file: string, prefix: string, lifeMs: number): Promise<Life> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WRITER, dataFolder, file, prefix], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let printed = ''
    let complaint = ''
    let isDoomed = false
    child.stderr.on('data', (chunk) => {
      complaint += chunk
    })
    child.stdout.on('data', (chunk) => {
      printed += chunk
      if (!isDoomed && printed.includes('ready\n')) {
        isDoomed = true
        setTimeout(() => child.kill('SIGKILL'), lifeMs)
      }
    })
    child.on('exit', (_, signal) => {
      if (signal !== 'SIGKILL') {
        reject(new Error(`The writer ended by itself: ${complaint}`))
        return
      }
      // A line that is cut off was not acknowledged.
      const lines = printed
        .slice(0, printed.lastIndexOf('\n') + 1)
        .split('\n')
        .filter(Boolean)
      resolve({
        acknowledged: lines.filter((line) => line !== 'ready' && !line.startsWith('undone ')),
        undone: new Set(lines.filter((line) => line.startsWith('undone ')).map((line) => line.slice(7))),
      })
    })
  })
}

describe('kill -9 through the real engine', () => {
  let folder: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-kill-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const lane = async (index: number): Promise<number> => {
    const file = join(folder, `lane-${index}.mainstay`)
    createWorkspaceFile(file, { name: `Lane ${index}`, baseCurrency: 'CNY' })
    const random = seededRandom(20260930 + index)
    const kept = new Set<string>()
    let total = 0
    for (let cycle = 0; cycle < CYCLES / LANES; cycle += 1) {
      const life = await liveAndDie(
        join(folder, `data-${index}`),
        file,
        `${index}-${cycle}`,
        random() * LONGEST_LIFE_MS,
      )
      // The last acknowledged undo pair may be under way again, so only settled numbers are held to.
      const settled = life.acknowledged.filter((number, at) => at % 3 !== 2 || life.undone.has(number))
      for (const number of settled) if (!life.undone.has(number)) kept.add(number)
      total += life.acknowledged.length

      const database = openDatabase(file, { mode: 'writer' })
      try {
        expect(database.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
        const stored = new Set(
          database.sqlite.prepare('SELECT number FROM party WHERE is_deleted = 0').pluck().all(),
        )
        const lost = [...kept].filter((number) => !stored.has(number))
        expect(lost, `cycle ${cycle} lost acknowledged writes`).toEqual([])
        const revived = [...life.undone].filter((number) => stored.has(number))
        expect(revived, `cycle ${cycle} lost acknowledged undos`).toEqual([])
      } finally {
        database.close()
      }
    }
    return total
  }

  it(`${CYCLES} cycles lose no acknowledged write and leave every page sound`, async () => {
    const totals = await Promise.all(Array.from({ length: LANES }, (_, index) => lane(index)))
    expect(totals.reduce((a, b) => a + b, 0)).toBeGreaterThan(CYCLES)
  }, 900_000)
})

import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkIntegrity } from '../../../src/main/database/integrity.ts'
import { openDatabase } from '../../../src/main/database/open-database.ts'
import { createWorkspaceFile } from '../../../src/main/ledger/create-workspace-file.ts'
import { rebuildRegisters } from '../../../src/main/ledger/rebuild.ts'
import { checkSearchIndex, everythingIn } from '../../support/ledger-commands.ts'
import { runScript } from '../../support/run-script.ts'
import { createTestFolder } from '../../support/workspace.ts'

const WRITER = join(import.meta.dirname, '../../support/write-changes.ts')
const CYCLES = 20

let folder: ReturnType<typeof createTestFolder>
beforeEach(() => {
  folder = createTestFolder()
})
afterEach(() => folder.remove())

it(`a writer killed ${CYCLES} times in the middle of its work loses nothing that it said was saved`, async () => {
  const file = join(folder.path, 'killed.mainstay')
  createWorkspaceFile(file, { name: 'Test', baseCurrency: 'CNY' })
  let last = 0
  for (let cycle = 0; cycle < CYCLES; cycle += 1) {
    const writer = runScript(WRITER, [file, String(last)])
    const enough = last + 1 + (cycle % 7)
    await writer.waitFor((line) => Number(line) >= enough)
    // Somewhere within the next few changes, at another place each time.
    await new Promise((resolve) => setTimeout(resolve, cycle % 5))
    await writer.kill()
    const acknowledged = Number(writer.lines.at(-1))
    last = readBack(file, acknowledged)
  }
  expect(last).toBeGreaterThanOrEqual(CYCLES)
}, 240_000)

/** Checks the file and returns the number of the last change in it: the acknowledged one or the next. */
function readBack(file: string, acknowledged: number): number {
  const database = openDatabase(file, { mode: 'writer' })
  try {
    checkIntegrity(database, 'full')
    const rows = database.sqlite
      .prepare<[], { name: string; notes: string; headcount: number }>(
        "SELECT name, notes, headcount FROM party WHERE name LIKE 'Change %'",
      )
      .all()
    const number = rows[0]?.headcount ?? 0
    expect(rows).toEqual(
      Array(5).fill({ name: `Change ${number}`, notes: String(number), headcount: number }),
    )
    // The change that was under way when the kill came is there as a whole, undone as a whole, or not at all.
    expect(number).toBeGreaterThanOrEqual(acknowledged)
    expect(number).toBeLessThanOrEqual(acknowledged + 1)
    const categories = database.sqlite
      .prepare('SELECT count(*) FROM category WHERE is_deleted = 0')
      .pluck()
      .get()
    expect(categories).toBe(number)
    checkSearchIndex(database)
    const before = everythingIn(database)
    rebuildRegisters(database)
    expect(everythingIn(database)).toEqual(before)
    return number
  } finally {
    database.close()
  }
}

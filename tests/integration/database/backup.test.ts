import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listBackups, makeBackup, restoreBackup, rotateBackups } from '../../../src/main/database/backup.ts'
import { expiredBackups } from '../../../src/main/database/backup-rotation.ts'
import { dumpWorkspace } from '../../../src/main/database/dump.ts'
import { openDatabase } from '../../../src/main/database/open-database.ts'
import { createLedger } from '../../../src/main/ledger/create-ledger.ts'
import { change, errorCodeOf, type LedgerStep } from '../../support/ledger-commands.ts'
import { createTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

const NOW = Date.UTC(2026, 10, 21, 12)
const DAY = 86_400_000

let made: TestWorkspace
let folder = ''
beforeEach(() => {
  made = createTestWorkspace()
  folder = join(made.folder, 'backups')
})
afterEach(() => made.close())

const setName = (value: string): LedgerStep => ({ kind: 'set', row: 0, register: 'name', value })
const backUp = (now = NOW) => makeBackup(made.database, { folder, reason: 'checkpoint', now })

describe('a backup', () => {
  it('shows the same as the workspace, log included, and says what it holds', () => {
    change(made, [setName('东澜传动')])
    made.database.sqlite.exec(
      `INSERT INTO order_line (batch_key, order_key, account_key, ordered_on, amount, currency, base_amount, is_return)
       VALUES (1, 1, 1, '2026-01-01', 10, 'CNY', 10, 0)`,
    )
    const backup = backUp()
    expect(backup).toMatchObject({
      madeAt: '2026-11-21T12:00:00.000Z',
      reason: 'checkpoint',
      accountCount: 1,
    })
    const copy = openDatabase(join(folder, backup.id), { mode: 'reader' })
    expect(dumpWorkspace(copy)).toEqual(dumpWorkspace(made.database))
    expect(copy.sqlite.prepare('SELECT * FROM op').all()).toEqual(
      made.database.sqlite.prepare('SELECT * FROM op').all(),
    )
    copy.close()
    expect(listBackups(folder)).toEqual([backup])
    expect(readdirSync(folder)).toEqual([backup.id])
  })

  it('is not made in the middle of a change, and leaves no half file', () => {
    expect(errorCodeOf(() => made.database.transaction(() => backUp()))).toBe('busy')
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
  })

  it('of a workspace that is damaged inside is refused instead of replacing good ones', () => {
    for (let number = 0; number < 300; number += 1) change(made, [setName(`Acme ${number}`)])
    const good = backUp()
    made.database.close()
    const content = readFileSync(made.file)
    content.fill(0, content.length - 12 * 4096, content.length - 2 * 4096)
    writeFileSync(made.file, content)
    const damaged = openDatabase(made.file, { mode: 'writer' })
    const options = { folder, reason: 'checkpoint', now: NOW + 1 } as const
    expect(errorCodeOf(() => makeBackup(damaged, options))).toBe('workspace-damaged')
    damaged.close()
    expect(readdirSync(folder)).toEqual([good.id])
  })

  it('ignores files in its folder that are none', () => {
    mkdirSync(folder)
    writeFileSync(join(folder, 'notes.txt'), 'x')
    writeFileSync(join(folder, '20261121T120000000Z-unheard-of-1.mainstay'), 'x')
    expect(listBackups(folder)).toEqual([])
    rotateBackups(folder, NOW)
    expect(readdirSync(folder)).toHaveLength(2)
  })
})

describe('restoring', () => {
  it('puts the backup beside the workspace and touches neither of them', () => {
    change(made, [setName('before')])
    const backup = backUp()
    const bytes = readFileSync(join(folder, backup.id))
    const shown = dumpWorkspace(made.database).hash
    change(made, [setName('after')])
    const restored = restoreBackup(folder, backup.id, made.file)
    const second = restoreBackup(folder, backup.id, made.file)
    expect(restored).not.toBe(second)
    expect(readFileSync(join(folder, backup.id))).toEqual(bytes)
    const copy = openDatabase(restored, { mode: 'reader' })
    expect(dumpWorkspace(copy).hash).toBe(shown)
    copy.close()
    expect(dumpWorkspace(made.database, { lines: true }).lines.join()).toContain('after')
  })

  it('gives a file whose further changes are numbered apart from those of the workspace', () => {
    change(made, [setName('before')])
    const restored = openDatabase(restoreBackup(folder, backUp().id, made.file), { mode: 'writer' })
    const ports = {
      author: () => '',
      now: () => NOW,
      randomBytes: (length: number) => Buffer.alloc(length, 5),
      afterChange: () => {},
    }
    createLedger(restored, ports).change({ key: 'test', values: {} }, ['account'], (writer) =>
      writer.set('category', '00000000-0000-4000-8000-000000000009', 'name', 'x'),
    )
    expect(restored.sqlite.prepare('SELECT count(DISTINCT device_key) FROM op').pluck().get()).toBe(2)
    restored.close()
  })

  it('refuses a backup that has been damaged or is not there, and leaves no file', () => {
    change(made, [setName('before')])
    const backup = backUp()
    const path = join(folder, backup.id)
    const spoilt = readFileSync(path)
    spoilt.fill(0, 5 * 4096, 6 * 4096)
    writeFileSync(path, spoilt)
    const before = readdirSync(made.folder)
    expect(errorCodeOf(() => restoreBackup(folder, backup.id, made.file))).toBe('workspace-damaged')
    expect(errorCodeOf(() => restoreBackup(folder, '../test.mainstay', made.file))).toBe('not-found')
    expect(readdirSync(made.folder)).toEqual(before)
  })
})

describe('rotation', () => {
  const at = (ms: number) => ({ madeAt: new Date(ms).toISOString() })
  /** One backup a day at noon for two years, newest today. */
  const daily = Array.from({ length: 730 }, (_, days) => at(NOW - days * DAY))
  const keptOf = (backups: { madeAt: string }[], now = NOW) => {
    const expired = new Set(expiredBackups(backups, now))
    return backups.filter((backup) => !expired.has(backup)).map(({ madeAt }) => madeAt.slice(0, 10))
  }

  it('keeps seven days, five weeks and twelve months of daily backups', () => {
    expect(keptOf(daily)).toEqual([
      ...['2026-11-21', '2026-11-20', '2026-11-19', '2026-11-18', '2026-11-17', '2026-11-16', '2026-11-15'],
      ...['2026-11-08', '2026-11-01', '2026-10-31', '2026-10-25'],
      ...['2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31', '2026-04-30'],
      ...['2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31'],
    ])
  })

  it('keeps the several backups of the last day, but not a hundred of them', () => {
    const today = Array.from({ length: 100 }, (_, minutes) => at(NOW - minutes * 60_000))
    expect(keptOf(today)).toHaveLength(10)
    expect(keptOf(today.slice(0, 4))).toHaveLength(4)
  })

  it('takes none away merely because time has passed', () => {
    const three = [at(NOW), at(NOW - DAY), at(NOW - 2 * DAY)]
    expect(keptOf(three, NOW + 3000 * DAY)).toHaveLength(3)
  })

  it('run once or after every backup, never removes the newest and never keeps more than it says', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 900 * 24 }), { minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(moments, (hours) => {
        let backups: { madeAt: string }[] = []
        for (const hour of hours.sort((a, b) => a - b)) {
          const now = NOW + hour * 3_600_000
          const newest = at(now)
          backups.push(newest)
          const expired = new Set(expiredBackups(backups, now))
          expect(expired.has(newest)).toBe(false)
          backups = backups.filter((backup) => !expired.has(backup))
          expect(backups.length).toBeLessThanOrEqual(7 + 5 + 12 + 10)
        }
      }),
    )
  })

  it('removes the files themselves', () => {
    const backup = backUp()
    for (let days = 1; days < 40; days += 1) {
      const name = `${new Date(NOW - days * DAY).toISOString().replace(/[-:.]/g, '')}-scheduled-3.mainstay`
      copyFileSync(join(folder, backup.id), join(folder, name))
    }
    const removed = rotateBackups(folder, NOW)
    expect(removed.length).toBeGreaterThan(20)
    expect(readdirSync(folder).sort()).toEqual(
      listBackups(folder)
        .map(({ id }) => id)
        .sort(),
    )
    expect(listBackups(folder)[0]?.id).toBe(backup.id)
  })
})

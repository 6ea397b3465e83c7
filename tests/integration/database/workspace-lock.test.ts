import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { MainstayError } from '#shared/contract/call-result.ts'
import { acquireWorkspaceLock } from '../../../src/main/database/workspace-lock.ts'
import { runScript } from '../../support/run-script.ts'
import { createTestFolder } from '../../support/workspace.ts'

const HOLDER = join(import.meta.dirname, '../../support/hold-lock.ts')

let folder: ReturnType<typeof createTestFolder>
let file = ''
beforeEach(() => {
  folder = createTestFolder()
  file = join(folder.path, 'test.mainstay')
})
afterEach(() => folder.remove())

function refusal(): MainstayError {
  try {
    acquireWorkspaceLock(file).release()
  } catch (error) {
    if (error instanceof MainstayError) return error
  }
  throw new Error('the lock was given')
}

const leaveLock = (holder: object | string, ageSeconds: number) => {
  writeFileSync(`${file}.lock`, typeof holder === 'string' ? holder : JSON.stringify(holder))
  const at = Date.now() / 1000 - ageSeconds
  utimesSync(`${file}.lock`, at, at)
}
const elsewhere = {
  token: 'x',
  pid: 1,
  host: 'another-laptop',
  owner: '李雷',
  since: '2026-11-21T08:00:00.000Z',
}

it('another process that has the workspace open is named, and its lock is free the moment it is killed', async () => {
  const holder = runScript(HOLDER, [file, '王芳'])
  await holder.waitFor((line) => line === 'locked')
  expect(refusal()).toMatchObject({
    code: 'workspace-locked',
    details: { owner: '王芳', host: hostname(), since: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
  })
  await holder.kill()
  expect(existsSync(`${file}.lock`)).toBe(true)
  const lock = acquireWorkspaceLock(file)
  lock.release()
  expect(readdirSync(folder.path)).toEqual([])
})

it('the same process cannot open a workspace twice', () => {
  const lock = acquireWorkspaceLock(file)
  expect(refusal().code).toBe('workspace-locked')
  lock.release()
  acquireWorkspaceLock(file).release()
})

it('of many processes that come at once to a stale lock exactly one gets it', async () => {
  leaveLock({ ...elsewhere, host: hostname(), pid: 2 ** 22 + 1 }, 0)
  const holders = [1, 2, 3, 4].map((number) => runScript(HOLDER, [file, String(number)]))
  const outcomes = await Promise.all(
    holders.map((holder) =>
      holder
        .waitFor((line) => line === 'locked')
        .then(
          () => 'locked',
          () => 'refused',
        ),
    ),
  ).finally(() => undefined)
  expect(outcomes.filter((outcome) => outcome === 'locked')).toHaveLength(1)
  for (const holder of holders) await holder.kill()
})

it('a lock from another computer counts while it shows signs of life, and no longer than two minutes after', () => {
  leaveLock(elsewhere, 90)
  expect(refusal().details).toMatchObject({ owner: '李雷', host: 'another-laptop' })
  leaveLock(elsewhere, 130)
  acquireWorkspaceLock(file).release()
})

it('a lock file that is being written is respected, and one that stayed unreadable is not in the way for ever', () => {
  leaveLock('', 1)
  expect(refusal().code).toBe('workspace-locked')
  leaveLock('{"pid":', 60)
  acquireWorkspaceLock(file).release()
})

it('a crash in the middle of taking a lock over stands in the way of one attempt, not for ever', () => {
  leaveLock(elsewhere, 130)
  writeFileSync(`${file}.lock.takeover`, '')
  utimesSync(`${file}.lock.takeover`, 0, 0)
  expect(refusal().code).toBe('workspace-locked')
  acquireWorkspaceLock(file).release()
  expect(readdirSync(folder.path)).toEqual([])
})

it('releasing does not take away a lock that somebody else has taken over meanwhile', () => {
  const lock = acquireWorkspaceLock(file)
  leaveLock(elsewhere, 0)
  lock.release()
  expect(JSON.parse(readFileSync(`${file}.lock`, 'utf8'))).toMatchObject({ host: 'another-laptop' })
})

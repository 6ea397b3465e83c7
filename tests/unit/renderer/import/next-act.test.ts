import { expect, it } from 'vitest'
import { actAfterMapping, actAfterProblems } from '../../../../src/renderer/features/import/next-act.ts'
import { importCheckOf } from './import-check.ts'

const done = (change: Parameters<typeof importCheckOf>[0]) =>
  ({ state: 'done', check: importCheckOf(change) }) as const
const RUNNING = { state: 'running', percent: null, rows: 0 } as const

it('writes a clean file straight from the mapping', () => {
  const check = done({ total: 10, accepted: 10, newAccounts: 2 })
  expect(actAfterMapping([], true, check)).toEqual({ act: 'write', rows: 10, rejectedRows: 0 })
})

it('leads to the problems when a row is rejected or a customer looks like a known one', () => {
  const rejected = done({ total: 10, accepted: 9, rejected: 1 })
  expect(actAfterMapping([], true, rejected)).toMatchObject({ act: 'review', problemRows: 1 })
  const likely = { name: 'a', rowCount: 1, likeId: 'i', likeName: 'b', likeNumber: '1' }
  const duplicate = done({ total: 10, accepted: 10, duplicates: [likely] })
  expect(actAfterMapping([], true, duplicate)).toMatchObject({ act: 'review', duplicates: 1 })
})

it('never writes while a field is missing, the file is unreadable or the check runs', () => {
  const clean = done({ total: 10, accepted: 10 })
  expect(actAfterMapping(['amount'], true, clean)).toMatchObject({ act: 'blocked', reason: 'missing' })
  expect(actAfterMapping([], false, clean)).toMatchObject({ act: 'blocked', reason: 'unreadable' })
  expect(actAfterMapping([], true, RUNNING)).toMatchObject({ act: 'review', isChecking: true })
  expect(actAfterProblems(RUNNING).act).toBe('review')
})

it('does not offer to write what changes nothing, but does when it completes known customers', () => {
  const repeated = { total: 5, accepted: 5, unchanged: 5 }
  expect(actAfterProblems(done(repeated))).toEqual({ act: 'blocked', reason: 'nothing-new' })
  expect(actAfterProblems(done({ ...repeated, updatedAccounts: 1 })).act).toBe('write')
  expect(actAfterProblems(done({ total: 5, rejected: 5 }))).toEqual({
    act: 'blocked',
    reason: 'nothing-accepted',
  })
})

it('counts only the lines that are new', () => {
  const check = done({ total: 10, accepted: 9, rejected: 1, unchanged: 4 })
  expect(actAfterProblems(check)).toEqual({ act: 'write', rows: 5, rejectedRows: 1 })
})

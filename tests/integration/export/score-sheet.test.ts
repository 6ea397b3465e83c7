import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx, writeXlsx } from 'hucre'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { downloadToken } from '#shared/contract/workspace.ts'
import { startApplication, type TestApplication } from '../../support/application.ts'
import { findOffice, recalculate } from './recalculate.ts'

const office = findOffice()
const SLOW_MS = 180_000

let test: TestApplication
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-export-'))
  test = await startApplication()
  await test.ask('workspace.openSample', {})
}, SLOW_MS)
afterAll(async () => {
  await test.close()
  rmSync(folder, { recursive: true, force: true })
})

async function exportTo(name: string): Promise<string> {
  const { jobId } = await test.ask('export.scoreSheet', { language: 'en' })
  const download = downloadToken.parse(await test.finish(jobId))
  const path = join(folder, name)
  copyFileSync(test.application.downloadPath(download.token)?.path ?? '', path)
  return path
}

/** Rows of the account sheet as records by their header. */
function accountsOf(sheets: Map<string, string[][]>): Record<string, string>[] {
  const [header = [], ...rows] = sheets.get('Accounts') ?? []
  return rows
    .filter((row) => row.length === header.length)
    .map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])))
}

describe('the score sheet', () => {
  it('writes a customer whose name looks like a formula as text', async () => {
    const { id } = await test.ask('account.create', { name: '=HYPERLINK("http://x","y")' })
    const workbook = await readXlsx(readFileSync(await exportTo('hostile.xlsx')))
    const cells = workbook.sheets.find(({ name }) => name === 'Accounts')?.rows ?? []
    expect(cells.some((row) => row[2] === '=HYPERLINK("http://x","y")')).toBe(true)
    await test.ask('account.remove', { ids: [id] })
  })

  it.skipIf(!office)(
    'computes in LibreOffice the score and the class that stand in the application, account by account',
    async () => {
      const accounts = accountsOf(recalculate(office ?? '', folder, await exportTo('scores.xlsx')))
      const { accounts: classified } = await test.ask('portfolio.classify', {})
      expect(accounts.length).toBe(classified.length)
      const byNumber = new Map(classified.map((account) => [account.number, account]))
      let scored = 0
      for (const account of accounts) {
        const here = byNumber.get(account.Number ?? '')
        expect(account.Class, account.Account).toBe(account['Class in Mainstay'])
        if (account['Score in Mainstay'] === '') expect(account.Score, account.Account).toBe('')
        else {
          expect(Number(account.Score), account.Account).toBeCloseTo(Number(account['Score in Mainstay']), 6)
          expect(Number(account.Score), account.Account).toBeCloseTo(here?.scorePercent ?? Number.NaN, 2)
          scored += 1
        }
      }
      expect(scored).toBeGreaterThan(150)
    },
    SLOW_MS,
  )

  it.skipIf(!office)(
    'answers a changed weight as the what-if desk does',
    async () => {
      const path = await exportTo('before.xlsx')
      const workbook = await readXlsx(readFileSync(path), { readStyles: true })
      const sheet = workbook.sheets.find(({ name }) => name === 'Model')
      const { model } = await test.ask('model.current', {})
      if (!sheet || !model) throw new Error('The workbook has no model.')
      const weights = model.criteria.map((_, at) => (at === 0 ? 10 : 90 / (model.criteria.length - 1)))
      for (const [at, weight] of weights.entries()) {
        const row = sheet.rows[4 + at]
        if (row) row[2] = weight
      }
      const changed = join(folder, 'changed.xlsx')
      writeFileSync(
        changed,
        await writeXlsx({
          sheets: workbook.sheets.map(({ name, rows, cells }) => ({
            name,
            rows,
            ...(cells ? { cells } : {}),
          })),
        }),
      )
      const accounts = accountsOf(recalculate(office ?? '', folder, changed))

      const { version: _version, ...draft } = model
      const preview = await test.ask('model.preview', {
        model: {
          ...draft,
          criteria: draft.criteria.map((criterion, at) => ({ ...criterion, weight: weights[at] ?? 0 })),
        },
        limit: 1000,
      })
      expect(preview.movedCount).toBeGreaterThan(0)
      const moves = new Map(preview.moves.map((move) => [move.number, move]))
      // The desk leaves an account alone whose class somebody set by hand; the sheet shows computed classes.
      const overrides = await test.ask('override.list', { state: 'active' })
      const overridden = new Set(overrides.map(({ accountId }) => accountId))
      const movedHere = accounts.filter(
        (account) =>
          account.Class !== account['Class in Mainstay'] && !overridden.has(account['Internal id'] ?? ''),
      )
      expect(movedHere.map(({ Number: number }) => number).sort()).toEqual([...moves.keys()].sort())
      for (const account of movedHere) {
        expect(Number(account.Score)).toBeCloseTo(
          moves.get(account.Number ?? '')?.scoreAfter ?? Number.NaN,
          5,
        )
      }
    },
    SLOW_MS,
  )
})

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow, SaveDialogReturnValue } from 'electron'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { answerFileRequests } from '../../../../src/main/hosts/electron/dialogs.ts'
import { menuTexts } from '../../../../src/main/hosts/electron/menu-texts.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-save-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Saves a made file where the user says. */
function saveTo(filePath: string, made = join(folder, 'made.csv')) {
  const answer: SaveDialogReturnValue = { canceled: filePath === '', filePath }
  const answers = answerFileRequests({
    dialog: {
      showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
      showSaveDialog: async () => answer,
    },
    window: () => null as unknown as BrowserWindow,
    application: {
      registerFile: () => 'token',
      downloadPath: () => ({ path: made, name: 'rejected.csv' }),
    },
    texts: () => menuTexts('en'),
  })
  return answers['save-download']({
    type: 'save-download',
    download: { token: 'made-file-token', name: 'rejected.csv', bytes: 3 },
  })
}

it('a made file is saved whole, over what stood there', async () => {
  writeFileSync(join(folder, 'made.csv'), 'new')
  writeFileSync(join(folder, 'target.csv'), 'old and longer')
  expect(await saveTo(join(folder, 'target.csv'))).toEqual({ ok: true, value: true })
  expect(readFileSync(join(folder, 'target.csv'), 'utf8')).toBe('new')
  expect(readdirSync(folder).sort()).toEqual(['made.csv', 'target.csv'])
})

it('a closed dialog saves nothing and is no error', async () => {
  writeFileSync(join(folder, 'made.csv'), 'new')
  expect(await saveTo('')).toEqual({ ok: true, value: false })
  expect(readdirSync(folder)).toEqual(['made.csv'])
})

it('a save that fails leaves what stood there and no part of a file, and names no path', async () => {
  writeFileSync(join(folder, 'made.csv'), 'new')
  mkdirSync(join(folder, 'target.csv'))
  const answer = await saveTo(join(folder, 'target.csv'))
  expect(answer).toMatchObject({ ok: false })
  expect(JSON.stringify(answer)).not.toContain(folder)
  expect(readdirSync(folder).sort()).toEqual(['made.csv', 'target.csv'])
})

it('a made file that has gone is a typed error', async () => {
  const answer = await saveTo(join(folder, 'target.csv'), join(folder, 'gone.csv'))
  expect(answer).toMatchObject({ ok: false, error: { code: 'file-missing' } })
  expect(readdirSync(folder)).toEqual([])
})

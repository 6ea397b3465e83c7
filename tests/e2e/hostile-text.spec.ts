import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import Papa from 'papaparse'
import { callLoopback } from '../support/call-loopback.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { accountsPage } from '../support/page-models/accounts-page.ts'
import { frameOf } from '../support/page-models/frame.ts'
import { importWizard } from '../support/page-models/import-wizard.ts'
import { expectQuiet, goTo, openPage } from '../support/page-models/open-page.ts'
import { paletteOf } from '../support/page-models/palette.ts'

/** Texts that would act if they were taken for markup, a template, a formula, a path or a reading direction. */
const PAYLOADS = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  "<svg/onload=alert('x')>",
  '<iframe src="javascript:alert(1)">',
  '<a href="javascript:alert(1)">x</a>',
  '<style>*{display:none}</style>',
  '<base href="https://example.com/">',
  '{{constructor.constructor("alert(1)")()}}',
  '#{alert(1)} <%= alert(1) %>',
  '{{count}} $t(common:close)',
  '&lt;b&gt;&amp;nbsp;',
  '=HYPERLINK("https://example.com","x")',
  '+1+cmd|"/c calc"!A0',
  '-2+3',
  '@SUM(1,1)',
  '\u202Egnp.exe',
  '\u2066abc\u2069\u200F',
  'a\u0301\u0302\u0303\u0304\u0305',
  '../../../etc/passwd',
  'javascript:alert(1)',
  '__proto__',
  'constructor',
  '%00%0a%0d',
  "'; DROP TABLE party; --",
  '👩‍👩‍👧‍👦🏴‍☠️',
]
const COPIES = 20
const ROWS_OF_A_SCREEN = 15
const ROW_HEIGHT = 32

let host: Loopback
let folder: string
let names: string[]

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-hostile-'))
  names = PAYLOADS.flatMap((payload) => Array.from({ length: COPIES }, (_, copy) => `${payload} ${copy}`))
  host = await startLoopback()
  await callLoopback(host, 'workspace.create', { name: '<b>Firm</b> {{x}}', baseCurrency: 'CNY' })
})
test.afterAll(async () => {
  await host.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Fails as soon as a text has acted: a dialog, or an element that no screen of ours has. */
async function expectInert(page: Page): Promise<void> {
  const strange = page.locator(
    'main iframe, main object, main embed, base, img[src="x"], [onerror], [onload], a[href^="javascript:"], body script, body style:not([nonce])',
  )
  await expect(strange).toHaveCount(0)
}

const watchDialogs = (page: Page): string[] => {
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  return dialogs
}

test(`${PAYLOADS.length * COPIES} hostile names come in through the wizard and stay text on every screen`, async ({
  page,
}) => {
  test.setTimeout(180_000)
  const header = ['客户编码', '客户名称', '订单号', '订单日期', '产品名称', '产品类别', '金额', '渠道']
  const rows = names.map((name, index) => [
    `C-${index}`,
    name,
    `SO-${index}`,
    '2026-03-05',
    name,
    PAYLOADS[index % PAYLOADS.length] ?? '',
    String(1_000_000 - index),
    name,
  ])
  const rejected = PAYLOADS.map((payload, index) => [
    `R-${index}`,
    payload,
    `RO-${index}`,
    payload,
    '',
    '',
    '1',
    '',
  ])
  const csv = join(folder, 'orders <b>1.csv')
  writeFileSync(csv, Papa.unparse([header, ...rows, ...rejected]))

  const dialogs = watchDialogs(page)
  const watched = await openPage(page, host)
  const frame = frameOf(page)
  await frame.rail('导入').click()
  const wizard = importWizard(page)
  await wizard.chooseFile(csv)
  await expectInert(page)
  await wizard.writeEverything()
  await expect(frame.content).toContainText('orders <b>1.csv')
  await expectInert(page)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /^下载有问题的/ }).click()
  const file = readFileSync(await (await download).path(), 'utf8')
  const cells = Papa.parse<string[]>(file.trimEnd()).data.slice(1).flat()
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])

  await frame.rail('客户').click()
  const grid = accountsPage(page)
  const { rows: stored } = await callLoopback(host, 'account.list', {
    filter: {},
    sort: [{ field: 'netSales', descending: true }],
    offset: 0,
    limit: 1000,
  })
  expect(stored).toHaveLength(names.length)
  const seen = new Set<string>()
  await expect(grid.grid.locator('[row-index="0"] a')).toBeVisible()
  await grid.grid.hover()
  for (let row = 0; row < names.length; row += ROWS_OF_A_SCREEN) {
    for (const name of await grid.names()) seen.add(name)
    await page.mouse.wheel(0, ROWS_OF_A_SCREEN * ROW_HEIGHT)
    await expect(
      grid.grid.locator(`[row-index="${Math.min(row + ROWS_OF_A_SCREEN, names.length - 1)}"] a`),
    ).toBeVisible()
  }
  for (const name of await grid.names()) seen.add(name)
  expect(stored.map(({ name }) => name).filter((name) => !seen.has(name))).toHaveLength(0)
  await expectInert(page)

  for (const index of PAYLOADS.keys()) {
    const account = stored.find(({ number }) => number === `C-${index * COPIES}`)
    await goTo(page, `#/accounts/${account?.id}?tab=trade`)
    await expect(frame.title).toHaveText(account?.name ?? '')
    await expectInert(page)
  }
  for (const hash of ['#/portfolio', '#/portfolio?tab=structure', '#/history', '#/settings', '#/scoring']) {
    await goTo(page, hash)
    await expectInert(page)
  }
  await paletteOf(page).take('<img src=x', /<img src=x onerror/)
  await expect(frame.title).toContainText('<img src=x onerror=alert(1)>')
  expect(dialogs).toEqual([])
  expectQuiet(watched)
})

test('names, notes and people typed by hand are shown as they are', async ({ page }) => {
  const hostile = '<img src=x onerror=alert(1)>=1+1 {{name}} $t(common:close)'
  const { id } = await callLoopback(host, 'account.create', { name: hostile, notes: hostile, city: hostile })
  await callLoopback(host, 'person.create', {
    fields: { name: hostile, email: 'javascript:alert(1)@x' },
    employment: { companyId: id, title: hostile },
  })
  const dialogs = watchDialogs(page)
  const watched = await openPage(page, host)
  const frame = frameOf(page)
  for (const tab of ['overview', 'people', 'data']) {
    await goTo(page, `#/accounts/${id}?tab=${tab}`)
    await expect(frame.title).toHaveText(hostile)
    await expectInert(page)
  }
  await callLoopback(host, 'account.revise', { ids: [id], changes: { city: null } })
  await frame.undo.click()
  const told = page.getByRole('status').filter({ hasText: '已撤销' })
  await expect(told).toContainText(hostile)
  await goTo(page, '#/history')
  await expect(frame.content).toContainText(`<b>Firm</b> {{x}}`)
  expect(dialogs).toEqual([])
  expectQuiet(watched)
})

import { expect, test } from '@playwright/test'
import { callLoopback } from '../support/call-loopback.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { accountsPage } from '../support/page-models/accounts-page.ts'
import { frameOf } from '../support/page-models/frame.ts'
import { expectQuiet, goTo, openPage } from '../support/page-models/open-page.ts'
import { paletteOf } from '../support/page-models/palette.ts'

const SENTENCE = /家客户撑起一半销售额/

let host: Loopback

test.beforeAll(async () => {
  host = await startLoopback({ isSample: true })
})
test.afterAll(() => host.stop())

/** What the application itself lists, to compare the grid with. */
async function namesBy(field: 'marginPercent' | 'netSales', descending: boolean, limit: number) {
  const { rows } = await callLoopback(host, 'account.list', {
    filter: {},
    sort: [{ field, descending }],
    offset: 0,
    limit,
  })
  return rows.map(({ name }) => name)
}

test('from the start window one click shows who carries the business', async ({ page }) => {
  const empty = await startLoopback()
  try {
    const watched = await openPage(page, empty)
    await page.getByRole('button', { name: /打开样例工作区/ }).click()
    await expect(page.getByRole('heading', { name: SENTENCE })).toBeVisible()
    expectQuiet(watched)
  } finally {
    await empty.stop()
  }
})

test('started with the sample, the first window stands on the portfolio with the firm’s figures', async ({
  page,
}) => {
  const watched = await openPage(page, host)
  await expect(page.getByRole('heading', { name: SENTENCE })).toBeVisible()
  const { content } = frameOf(page)
  const overview = await callLoopback(host, 'portfolio.overview', {})
  await expect(content).toContainText('¥6.42 亿')
  await expect(content).toContainText(`${overview?.pareto.top20SharePercent?.toFixed(1)}%`)
  await expect(content).toContainText('186')
  expectQuiet(watched)
})

test('the grid sorts by a header, finds by name and by pinyin, and filters by class', async ({ page }) => {
  const watched = await openPage(page, host)
  await goTo(page, '#/accounts')
  const grid = accountsPage(page)
  const { all } = await callLoopback(host, 'account.list', { filter: {}, sort: [], offset: 0, limit: 1 })
  await grid.expectRows(all)

  for (const descending of [true, false]) {
    await grid.header('marginPercent').click()
    const expected = await namesBy('marginPercent', descending, 8)
    await expect.poll(async () => (await grid.names()).slice(0, 8)).toEqual(expected)
  }

  await grid.search.fill('重工')
  await expect.poll(() => grid.names()).toContain('恒岳重工集团')
  await grid.search.fill('hyzg')
  await expect.poll(() => grid.names()).toEqual(['恒岳重工集团'])
  await grid.search.fill('')
  await grid.expectRows(all)

  const { rows } = await callLoopback(host, 'account.list', {
    filter: { valueClasses: ['diamond'] },
    sort: [],
    offset: 0,
    limit: 100,
  })
  await page.getByRole('button', { name: '筛选', exact: true }).click()
  await page.getByRole('menuitem', { name: '等级' }).click()
  await page.getByRole('dialog', { name: '等级' }).getByRole('checkbox', { name: '钻石' }).check()
  await grid.expectRows(rows.length)
  await page.keyboard.press('Escape')
  await expect
    .poll(async () => (await grid.names()).toSorted())
    .toEqual(rows.map(({ name }) => name).toSorted())
  expectQuiet(watched)
})

test('a cell is edited in place, and its toast takes the edit back', async ({ page }) => {
  const watched = await openPage(page, host)
  await goTo(page, '#/accounts')
  const grid = accountsPage(page)
  const frame = frameOf(page)
  const name = '海川轨道交通装备'
  const manager = (await (await grid.cell(name, 'accountManager')).textContent()) ?? ''
  await grid.edit(name, 'accountManager', '周敏敏')
  await expect(await grid.cell(name, 'accountManager')).toHaveText('周敏敏')
  await expect(frame.toast).toContainText('客户经理改为 周敏敏')
  await frame.toastUndo.click()
  await expect(await grid.cell(name, 'accountManager')).toHaveText(manager)
  await expect(frame.redo).toHaveAttribute('aria-disabled', 'false')
  expectQuiet(watched)
})

test('Space looks into an account beside the grid, arrows go on, Escape closes', async ({ page }) => {
  await openPage(page, host)
  await goTo(page, '#/accounts')
  const grid = accountsPage(page)
  const { drawer } = frameOf(page)
  const [first = '', second = ''] = await namesBy('netSales', true, 2)
  await (await grid.cell(first, 'netSales')).click()
  await page.keyboard.press('Space')
  await expect(drawer).toBeVisible()
  await expect(drawer.getByRole('heading', { level: 2 })).toHaveText(first)
  await page.keyboard.press('ArrowDown')
  await expect(drawer.getByRole('heading', { level: 2 })).toHaveText(second)
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(frameOf(page).title).toHaveText(second)
})

test('the palette finds an account by its initials in four keys', async ({ page }) => {
  const watched = await openPage(page, host)
  await paletteOf(page).take('hy', /恒岳重工集团/)
  await expect(frameOf(page).title).toHaveText('恒岳重工集团')
  expectQuiet(watched)
})

test('an account page answers without scrolling at 1366 × 768', async ({ page }) => {
  await openPage(page, host)
  const [name = ''] = await namesBy('netSales', true, 1)
  await paletteOf(page).take(name, name)
  const { content, title } = frameOf(page)
  await expect(title).toHaveText(name)
  for (const answer of ['¥7,860 万', '联系人', '自身节奏', '钻石', '完整度']) {
    await expect(content).toContainText(answer)
  }
  const scrollers = await content.evaluate((main) =>
    [main, ...main.querySelectorAll('*')]
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowY))
      .filter((element) => element.scrollHeight > element.clientHeight + 1)
      .map((element) => element.className),
  )
  expect(scrollers).toEqual([])
})

import { expect, test } from '@playwright/test'
import { callLoopback } from '../support/call-loopback.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { expectQuiet, goTo, openPage } from '../support/page-models/open-page.ts'

let host: Loopback

test.beforeEach(async () => {
  host = await startLoopback({ isSample: true })
})
test.afterEach(() => host.stop())

const openCount = async () => {
  const { total } = await callLoopback(host, 'opportunity.list', {
    filter: { state: 'open' },
    offset: 0,
    limit: 1,
  })
  return total
}

test('a white cell becomes an opportunity in two clicks, and one undo takes it back', async ({ page }) => {
  const watched = await openPage(page, host)
  await goTo(page, '#/analysis?tab=whiteSpace')
  const before = await openCount()
  const { rows, categories } = await callLoopback(host, 'wallet.whiteSpace', {
    filter: { kinds: ['white'] },
    offset: 0,
    limit: 50,
  })
  const found = rows
    .flatMap((row) => row.cells.map((cell) => ({ row, cell })))
    .find(({ cell }) => cell.kind === 'white' && cell.opportunityId === null)
  const [row, white] = [found?.row, found?.cell]
  const category = categories.find(({ id }) => id === white?.categoryId)?.name ?? ''
  await page.getByText('有空白', { exact: true }).click()
  const cell = page.getByRole('button', { name: new RegExp(`^${row?.account}, ${category}`) })

  await cell.click()
  const drawer = page.getByRole('complementary', { name: new RegExp(row?.account ?? '') })
  await drawer.getByRole('button', { name: '新建商机' }).click()
  await expect(drawer.getByRole('link').first()).toContainText(row?.account ?? '')
  expect(await openCount()).toBe(before + 1)
  const made = await callLoopback(host, 'opportunity.list', {
    filter: { accountId: row?.accountId ?? '', state: 'open' },
    offset: 0,
    limit: 10,
  })
  expect(made.rows.find(({ fromWhiteSpace }) => fromWhiteSpace)).toMatchObject({
    categoryId: white?.categoryId,
    baseValue: white?.potential,
    stage: 'identified',
  })

  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect(drawer.getByRole('button', { name: '新建商机' })).toBeVisible()
  expect(await openCount()).toBe(before)
  expectQuiet(watched)
})

test('the grid is walked by arrows alone, and Enter opens a cell', async ({ page }) => {
  const watched = await openPage(page, host)
  await goTo(page, '#/analysis?tab=whiteSpace')
  const grid = page.getByRole('table', { name: /空白机会/ })
  const cells = grid.locator('tbody').getByRole('button')
  await cells.first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  const focused = grid.locator('button:focus')
  await expect(focused).toHaveAttribute('data-place', '1 1')
  const label = await focused.textContent()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('complementary', { name: label?.split(',')[0] ?? '' })
  await expect(drawer).toBeVisible()
  await drawer.getByRole('button', { name: '关闭', exact: true }).focus()
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
  await expect(focused).toHaveAttribute('data-place', '1 1')
  expectQuiet(watched)
})

test('an opportunity made by keyboard has the focus, and closing the drawer gives it back to the cell', async ({
  page,
}) => {
  const watched = await openPage(page, host)
  await goTo(page, '#/analysis?tab=whiteSpace')
  await page.getByText('有空白', { exact: true }).click()
  const grid = page.getByRole('table', { name: /空白机会/ })
  const cell = grid.getByRole('button', { name: /, 备件与服务, 空白/ }).first()
  await cell.press('Enter')
  const [name] = (await grid.locator('button:focus').textContent())?.split(', 空白') ?? []
  const make = page.getByRole('complementary').last().getByRole('button', { name: '新建商机' })
  await make.press('Enter')
  await expect(make).toHaveCount(0)
  await expect(page.getByRole('complementary').last().getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(grid.locator('button:focus')).toContainText(name ?? '')
  expectQuiet(watched)
})

test('spend entered on the account’s page changes the share at once', async ({ page }) => {
  const watched = await openPage(page, host)
  const { rows } = await callLoopback(host, 'account.list', {
    filter: { text: '恒岳重工' },
    sort: [],
    offset: 0,
    limit: 1,
  })
  await goTo(page, `#/accounts/${rows[0]?.id}?tab=share`)
  await expect(page.getByRole('heading', { name: /占其采购的 41%/ })).toBeVisible()
  const gears = page.getByRole('button', { name: /^精密减速机/ })
  await expect(gears).toContainText('58%')
  await gears.click()
  const amount = page.getByRole('textbox', { name: '2026 年采购额' })
  await amount.fill('2 亿')
  await amount.press('Enter')
  await expect(gears).not.toContainText('58%')
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect(gears).toContainText('58%')
  expectQuiet(watched)
})

test('a lost opportunity asks why before it is closed', async ({ page }) => {
  const watched = await openPage(page, host)
  await goTo(page, '#/analysis?tab=opportunities')
  await page.getByRole('button', { name: '丢失“直线模组二期”' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: '先选原因' })).toBeDisabled()
  await dialog.getByRole('button', { name: '交期' }).click()
  await dialog.getByRole('button', { name: '价格' }).click()
  await dialog.getByRole('button', { name: '记为丢单' }).click()
  await expect(page.getByRole('button', { name: '丢失“直线模组二期”' })).toHaveCount(0)
  const { rows } = await callLoopback(host, 'opportunity.list', {
    filter: { text: '直线模组二期' },
    offset: 0,
    limit: 1,
  })
  expect(rows[0]?.outcome).toMatchObject({ result: 'lost', reasons: ['delivery', 'price'] })
  expectQuiet(watched)
})

import { expect, test } from '@playwright/test'
import { callLoopback } from '../support/call-loopback.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { expectQuiet, goTo, openPage } from '../support/page-models/open-page.ts'

let host: Loopback

test.beforeEach(async () => {
  host = await startLoopback({ isSample: true })
})
test.afterEach(() => host.stop())

test('a judgement is recorded by keyboard, counts at once, and is undone', async ({ page }) => {
  const { rows } = await callLoopback(host, 'factor.portfolio', {})
  const row = rows.find(({ account }) => account === '曜能新能源装备')
  const watched = await openPage(page, host)
  await goTo(page, `#/accounts/${row?.accountId}?tab=factors`)
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { name: /^这里不要谈差异化：价格说了算/ })).toBeVisible()

  await page.getByRole('button', { name: '记录判断' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('判断人')).toBeFocused()
  await page.keyboard.type('王工')
  for (const [factor, points] of [
    ['价值与可信赖供应商', '10'],
    ['价格', '20'],
    ['关系与创新', '70'],
  ] as const) {
    await dialog.getByRole('textbox', { name: `${factor}的分数` }).focus()
    await page.keyboard.type(points)
  }
  await expect(dialog.getByText('100 分已分完')).toBeVisible()
  await dialog.getByRole('button', { name: '保存' }).focus()
  await page.keyboard.press('Enter')
  await expect(main.getByRole('cell', { name: '王工', exact: true })).toBeVisible()
  await expect(main.getByText(/^4 人意见/)).toBeVisible()

  await page.keyboard.press('Control+z')
  await expect(main.getByRole('cell', { name: '王工', exact: true })).toHaveCount(0)
  expectQuiet(watched)
})

test('a factor of the firm is added to the list, stands in the table, and is undone', async ({ page }) => {
  const watched = await openPage(page, host)
  await goTo(page, '#/analysis?tab=factors')
  await page.getByRole('button', { name: '因素与起始权重' }).click()
  const drawer = page.getByRole('complementary', { name: '因素与起始权重' })
  await drawer.getByRole('textbox', { name: '名称', exact: true }).fill('交付安全')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').getByRole('columnheader', { name: '交付安全' })).toBeVisible()
  await drawer.getByRole('button', { name: '关闭' }).focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('main').getByRole('columnheader', { name: '交付安全' })).toHaveCount(0)
  expectQuiet(watched)
})

import { expect, test } from '@playwright/test'
import { callLoopback } from '../support/call-loopback.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { expectQuiet, goTo, openPage } from '../support/page-models/open-page.ts'

let host: Loopback

test.beforeEach(async () => {
  host = await startLoopback({ isSample: true })
})
test.afterEach(() => host.stop())

const contribution = async () => {
  const portfolio = await callLoopback(host, 'contribution.portfolio', {})
  return portfolio?.contribution ?? 0
}

test('a rate changed in place moves the whale curve, and the toast takes it back', async ({ page }) => {
  const watched = await openPage(page, host)
  const before = await contribution()
  await goTo(page, '#/analysis')
  await expect(page.getByRole('heading', { level: 2, name: /家客户做出 \d+% 的贡献/ })).toBeVisible()
  const headline = await page.getByRole('heading', { level: 2 }).first().textContent()

  const rate = page.getByLabel('“技术支持”的单价')
  await rate.fill('6400')
  await rate.press('Enter')
  await expect(page.getByText('已修改“技术支持”')).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 }).first()).not.toHaveText(headline ?? '')
  expect(await contribution()).toBeLessThan(before)

  await page.getByRole('button', { name: '撤销', exact: true }).last().click()
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(headline ?? '')
  expect(await contribution()).toBe(before)
  expectQuiet(watched)
})

test('the analyses are reached by their keys, and a sign of goods astray leads to its order', async ({
  page,
}) => {
  const watched = await openPage(page, host)
  const { rows } = await callLoopback(host, 'quality.list', {
    kind: 'signs',
    sort: { field: 'signCount', descending: true },
    offset: 0,
    limit: 1,
  })
  const account = rows[0]
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await expect(page.getByRole('tab', { name: '价值' })).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('tab', { name: '购买' }).click()
  await page.getByRole('link', { name: '销售质量' }).click()
  await page.getByText('有窜货迹象', { exact: true }).click()
  await page.getByRole('button', { name: account?.name ?? '', exact: true }).click()
  const drawer = page.getByRole('complementary', { name: account?.name ?? '' })
  await expect(drawer.getByText(/条窜货迹象/)).toBeVisible()
  await drawer.getByRole('link', { name: /^SO-/ }).first().click()
  await expect(page).toHaveURL(/tab=trade/)
  expectQuiet(watched)
})

test('a next action is written where it stands, and kept', async ({ page }) => {
  const watched = await openPage(page, host)
  await goTo(page, '#/analysis?tab=segments')
  const action = page.getByLabel('机器人关节的下一步')
  await action.fill('联合开发协作机器人关节')
  await action.press('Enter')
  await expect(page.getByText('已修改“机器人关节”')).toBeVisible()
  const { rows } = await callLoopback(host, 'segment.worksheet', {})
  expect(rows.find(({ segment }) => segment === '机器人关节')?.nextAction).toBe('联合开发协作机器人关节')
  expectQuiet(watched)
})

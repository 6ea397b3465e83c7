import { expect, test } from '@playwright/test'
import { callLoopback } from '../support/call-loopback.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { expectQuiet, goTo, openPage } from '../support/page-models/open-page.ts'

let host: Loopback

test.beforeEach(async () => {
  host = await startLoopback({ isSample: true })
})
test.afterEach(() => host.stop())

const account = async (number: string) => {
  const { rows } = await callLoopback(host, 'account.list', {
    filter: { text: number },
    sort: [],
    offset: 0,
    limit: 1,
  })
  const [row] = rows
  if (!row) throw new Error(`The sample has no customer ${number}.`)
  return row
}

test('a class is set by hand with its reason, shown everywhere beside the computed one, and undone', async ({
  page,
}) => {
  const { id } = await account('C-00064')
  const watched = await openPage(page, host)
  await goTo(page, `#/accounts/${id}?tab=reasons`)
  await page.getByRole('button', { name: '人工覆盖…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '设定等级' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('请选一个等级')
  await dialog.locator('label').filter({ hasText: '战略' }).click()
  await dialog.getByRole('textbox', { name: '理由' }).fill('新产线的标杆，集团内推广要靠它')
  await dialog.getByRole('button', { name: '设定等级' }).click()

  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { name: /^人工定为战略.*计算为黄金/ })).toBeVisible()
  await expect(main).toContainText('新产线的标杆，集团内推广要靠它')
  expect(await account('C-00064')).toMatchObject({
    valueClass: 'strategic',
    computedValueClass: 'gold',
    isOverridden: true,
  })
  await goTo(page, '#/portfolio?tab=publication')
  await expect(page.getByRole('heading', { name: '2 项人工覆盖有效，1 项已结束' })).toBeVisible()

  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { name: '1 项人工覆盖有效，1 项已结束' })).toBeVisible()
  expect(await account('C-00064')).toMatchObject({ valueClass: 'gold', isOverridden: false })
  expectQuiet(watched)
})

test('a quarter is published after a look at who moves, and withdrawn by undo', async ({ page }) => {
  const preview = await callLoopback(host, 'publication.preview', { quarter: '2026-Q3' })
  const watched = await openPage(page, host)
  await goTo(page, '#/portfolio?tab=publication')
  await expect(
    page.getByRole('heading', { name: `发布 2026 Q3：${preview.changed} 家变动，${preview.held} 家保持` }),
  ).toBeVisible()
  const moves = page.getByRole('table', { name: '会变动或保持的客户' })
  await expect(moves.getByRole('row')).toHaveCount(1 + preview.changed + preview.held)
  await page.getByRole('button', { name: '发布 2026 Q3' }).click()
  await expect(page.getByRole('heading', { name: '没有待发布的季度' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '已发布 6 季，最近 2026 Q3' })).toBeVisible()

  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { name: '已发布 5 季，最近 2026 Q2' })).toBeVisible()
  expectQuiet(watched)
})

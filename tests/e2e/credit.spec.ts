import { expect, test } from '@playwright/test'
import { callLoopback } from '../support/call-loopback.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { frameOf } from '../support/page-models/frame.ts'
import { expectQuiet, goTo, openPage } from '../support/page-models/open-page.ts'

let host: Loopback

test.beforeEach(async () => {
  host = await startLoopback({ isSample: true })
})
test.afterEach(() => host.stop())

test('a figure is entered with its source, the rating finished with it, and both are taken back', async ({
  page,
}) => {
  const { rows } = await callLoopback(host, 'credit.list', {
    grades: ['AA'],
    isDue: true,
    offset: 0,
    limit: 1,
  })
  const account = rows[0]
  const accountId = account?.accountId ?? ''
  const watched = await openPage(page, host)
  const frame = frameOf(page)
  await goTo(page, `#/accounts/${accountId}?tab=credit&detail=net-margin`)
  const before = await callLoopback(host, 'credit.sheet', { accountId })

  await frame.drawer.getByLabel(/^数值/).fill('0')
  await frame.drawer.getByLabel('来源').fill('2026 年半年报')
  await frame.drawer.getByRole('button', { name: '保存' }).click()
  await expect(frame.toast).toContainText('净利率')
  const entered = await callLoopback(host, 'credit.sheet', { accountId })
  expect(entered.rows.find(({ key }) => key === 'net-margin')).toMatchObject({
    value: 0,
    source: { text: '2026 年半年报', carriedFrom: null },
  })
  expect(entered.result.points).toBeLessThan(before.result.points ?? 0)

  await page.getByRole('button', { name: '定级…' }).click()
  const dialog = page.getByRole('dialog')
  const reason = dialog.getByRole('textbox')
  await reason.fill('半年报转弱')
  await dialog.getByRole('button', { name: /^定为/ }).click()
  await expect(page.getByRole('heading', { level: 3 }).first()).toContainText('信用等级')
  expect((await callLoopback(host, 'credit.history', { accountId }))[0]).toMatchObject({
    quarter: entered.quarter,
    decision: { grade: entered.result.grade, reason: '半年报转弱' },
  })

  await frame.undo.click()
  await expect(page.getByRole('heading', { level: 3 }).first()).toContainText('尚未定级')
  await frame.undo.click()
  await expect
    .poll(async () => (await callLoopback(host, 'credit.sheet', { accountId })).result.points)
    .toBe(before.result.points)
  expectQuiet(watched)
})

test('the credit of all accounts opens to one grade and to one account', async ({ page }) => {
  const watched = await openPage(page, host)
  await goTo(page, '#/analysis?tab=credit')
  await page.getByRole('button', { name: /^C / }).click()
  const ratings = page.getByRole('table', { name: '信用等级与额度' })
  await expect(ratings.locator('tbody tr')).toHaveCount(2)
  await ratings.getByRole('link').last().click()
  await expect(page.getByText('规则限制了等级')).toBeVisible()
  expectQuiet(watched)
})

import { expect, test } from '@playwright/test'
import { callLoopback } from '../support/call-loopback.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { expectQuiet, openPage } from '../support/page-models/open-page.ts'

let host: Loopback

test.beforeAll(async () => {
  host = await startLoopback({ isSample: true })
})
test.afterAll(() => host.stop())

const biggest = async () => {
  const { rows } = await callLoopback(host, 'account.list', {
    filter: {},
    sort: [{ field: 'netSales', descending: true }],
    offset: 0,
    limit: 1,
  })
  return rows[0]
}

test('the sample opens on the portfolio and says who carries the business', async ({ page }) => {
  const watched = await openPage(page, host)
  await expect(page.getByRole('heading', { name: /10 个客户撑起一半销售额/ })).toBeVisible()
  await expect(page.locator('#page-content')).toContainText('¥6.42 亿')
  await expect(page.locator('#page-content')).toContainText('79.4%')
  expectQuiet(watched)
})

test('an account page answers without scrolling at 1366 × 768', async ({ page }) => {
  await openPage(page, host)
  const account = await biggest()
  await page.evaluate((id) => {
    location.hash = `#/accounts/${id}`
  }, account?.id)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('恒岳重工集团')
  const content = page.locator('#page-content')
  await expect(content).toContainText('¥7,860 万')
  const overflow = await content.evaluate((element) => element.scrollHeight - element.clientHeight)
  expect(overflow).toBeLessThanOrEqual(0)
})

test('the language changes at once and leaves no key and no Chinese label behind', async ({ page }) => {
  await openPage(page, host, 'en')
  for (const hash of ['#/portfolio', '#/accounts', '#/import', '#/scoring', '#/history', '#/settings']) {
    await page.evaluate((next) => {
      location.hash = next
    }, hash)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
    const labels = await page.locator('nav, th, [role="columnheader"], [role="tab"], button').allInnerTexts()
    const names = /东澜传动|[\u4e00-\u9fff]+(?=\.mainstay)|简体中文|繁體中文/g
    expect(labels.filter((label) => /[\u4e00-\u9fff]/.test(label.replace(names, '')))).toEqual([])
    expect(labels.filter((label) => /^[a-z]+(\.[a-zA-Z]+){1,}$/.test(label))).toEqual([])
  }
})

test('a name that looks like markup or a formula is shown as text', async ({ page }) => {
  const hostile = '<img src=x onerror=alert(1)>=1+1\u202Etxt'
  const { id } = await callLoopback(host, 'account.create', { name: hostile })
  let hasAlert = false
  page.on('dialog', (dialog) => {
    hasAlert = true
    void dialog.dismiss()
  })
  const watched = await openPage(page, host)
  await page.evaluate((next) => {
    location.hash = `#/accounts/${next}`
  }, id)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<img src=x')
  expect(hasAlert).toBe(false)
  expect(await page.locator('img[src="x"]').count()).toBe(0)
  await callLoopback(host, 'history.undo', {})
  expectQuiet(watched)
})

import { expect, test } from '@playwright/test'
import { callLoopback } from '../support/call-loopback.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { accountsPage } from '../support/page-models/accounts-page.ts'
import { frameOf } from '../support/page-models/frame.ts'
import { expectQuiet, goTo, openPage, settled } from '../support/page-models/open-page.ts'

let host: Loopback

test.beforeEach(async () => {
  host = await startLoopback({ isSample: true })
})
test.afterEach(() => host.stop())

test('a typed margin changes an account’s value at once, Enter keeps it, and it can be taken back', async ({
  page,
}) => {
  const watched = await openPage(page, host)
  await goTo(page, '#/analysis?tab=lifetime')
  const portfolio = await callLoopback(host, 'lifetime.portfolio', { limit: 1 })
  const first = portfolio?.accounts[0]
  if (!first) throw new Error('no account')
  await page.getByRole('button', { name: first.name, exact: true }).click()
  const { drawer, toastUndo } = frameOf(page)
  const heading = drawer.getByRole('heading', { name: /现值/ })
  await expect(heading).toBeVisible()
  const before = await heading.innerText()

  const margin = drawer.getByRole('textbox', { name: '毛利率', exact: true })
  await margin.fill('60')
  await expect(heading).not.toHaveText(before)
  const tried = await heading.innerText()
  const kept = () => callLoopback(host, 'lifetime.account', { accountId: first.id })
  expect((await kept()).forecast?.value).toBe(first.value)
  await page.keyboard.press('Escape')
  await expect(heading).toHaveText(before)

  await margin.fill('60')
  await page.keyboard.press('Enter')
  await expect(toastUndo).toBeVisible()
  await expect(heading).toHaveText(tried)
  expect((await kept()).assumptions.marginPercent).toMatchObject({ value: 60, source: 'entered' })
  await toastUndo.click()
  await expect(heading).toHaveText(before)
  expect((await kept()).forecast?.value).toBe(first.value)
  expectQuiet(watched)
})

test('RFM switches to quintiles, opens a cell, and a segment opens as many accounts as it counts', async ({
  page,
}) => {
  const watched = await openPage(page, host)
  await goTo(page, '#/analysis?tab=rfm')
  const grid = page.getByRole('table', { name: '按近度与频度分布的客户' })
  await expect(grid).toBeVisible()
  await page.getByText('五等分', { exact: true }).click()
  await expect.poll(async () => (await callLoopback(host, 'rfm.grid', {}))?.method).toBe('quintiles')
  await settled(page)
  const scored = await callLoopback(host, 'rfm.grid', {})
  const cell = scored?.cells.find(({ recency, frequency }) => recency === 5 && frequency === 5)
  await expect(grid.getByRole('row').nth(1).getByRole('button').last()).toContainText(String(cell?.count))
  await grid.getByRole('row').nth(1).getByRole('button').last().click()
  await expect(frameOf(page).drawer.getByRole('listitem')).toHaveCount(cell?.count ?? 0)

  await page.getByRole('link', { name: '核心', exact: true }).click()
  await settled(page)
  const champions = scored?.segments.find(({ segment }) => segment === 'champions')
  await accountsPage(page).expectRows(champions?.count ?? 0)
  expectQuiet(watched)
})

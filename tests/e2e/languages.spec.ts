import { expect, type Page, test } from '@playwright/test'
import { callLoopback } from '../support/call-loopback.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { goTo, openPage } from '../support/page-models/open-page.ts'

let host: Loopback
let accountId: string

test.beforeAll(async () => {
  host = await startLoopback()
  await callLoopback(host, 'preferences.revise', { language: 'en' })
  await callLoopback(host, 'workspace.openSample', {})
  const { rows } = await callLoopback(host, 'account.list', { filter: {}, sort: [], offset: 0, limit: 1 })
  accountId = rows[0]?.id ?? ''
  await callLoopback(host, 'account.revise', { ids: [accountId], changes: { city: 'Jinan' } })
})
test.afterAll(() => host.stop())

const routes = () => [
  '#/portfolio',
  '#/portfolio?tab=structure',
  '#/portfolio?tab=movement',
  '#/accounts',
  `#/accounts/${accountId}`,
  `#/accounts/${accountId}?tab=reasons`,
  `#/accounts/${accountId}?tab=trade`,
  `#/accounts/${accountId}?tab=people`,
  `#/accounts/${accountId}?tab=data`,
  '#/import',
  '#/scoring',
  '#/scoring?tab=rules',
  '#/history',
  '#/settings',
]

/** Every text a user sees or a screen reader says, one by one. */
const textsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        if (node.matches('script, style')) continue
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
          texts.push(node.getAttribute(name) ?? '')
        }
      } else if (!node.parentElement?.matches('script, style')) texts.push(node.textContent ?? '')
    }
    return texts.map((text) => text.trim()).filter(Boolean)
  })

const CHINESE = /\p{Script=Han}/u
/** A key that no catalogue answered, such as "frame.undoWhat" or "accounts:column.name". */
const KEY = /^[a-z][A-Za-z]*(?:[.:][A-Za-z][A-Za-z0-9-]*)+$/
/** What is written alike in every language. */
const COMMON = /^(ABC|RFM|Q[1-4])$/
const PLACEHOLDER = /\{\{|\}\}/

test('in English every page is English but for names, and no key or placeholder shows', async ({ page }) => {
  await openPage(page, host, { language: 'en' })
  const { accountManagers } = await callLoopback(host, 'account.listFilterValues', {})
  // The people of the sample firm keep their names, each language is named in itself, and headers may be Chinese.
  const names = [...accountManagers, '简体中文', '繁體中文', '客户编码']
  const withoutNames = (text: string) => names.reduce((rest, name) => rest.replaceAll(name, ''), text)
  for (const hash of routes()) {
    await goTo(page, hash)
    const texts = await textsOf(page)
    expect
      .soft(
        texts.filter((text) => CHINESE.test(withoutNames(text))),
        hash,
      )
      .toEqual([])
    expect
      .soft(
        texts.filter((text) => KEY.test(text) || PLACEHOLDER.test(text)),
        hash,
      )
      .toEqual([])
  }
})

test('in both Chinese scripts no key shows and no label stays English', async ({ page }) => {
  for (const language of ['zh-CN', 'zh-TW'] as const) {
    await callLoopback(host, 'preferences.revise', { language })
    await openPage(page, host, { language })
    for (const hash of routes()) {
      await goTo(page, hash)
      const texts = await textsOf(page)
      expect
        .soft(
          texts.filter((text) => KEY.test(text) || PLACEHOLDER.test(text)),
          hash,
        )
        .toEqual([])
      const labels = await page.locator('nav a, [role="tab"], [role="columnheader"]').allInnerTexts()
      expect
        .soft(
          labels.filter((label) => label !== '' && !CHINESE.test(label) && !COMMON.test(label)),
          hash,
        )
        .toEqual([])
    }
  }
})

test('the language changes at once, on the page that is open', async ({ page }) => {
  await openPage(page, host, { language: 'en' })
  await goTo(page, '#/settings')
  await page.evaluate(() => {
    document.body.dataset.loadedOnce = 'yes'
  })
  for (const [choice, title, language] of [
    ['简体中文', '设置', 'zh-CN'],
    ['繁體中文', '設定', 'zh-TW'],
    ['English', 'Settings', 'en'],
  ] as const) {
    await page.getByText(choice, { exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
  }
  await expect(page.locator('body')).toHaveAttribute('data-loaded-once', 'yes')
})

test('the theme changes at once and is still there in another window', async ({ page, context }) => {
  await openPage(page, host, { language: 'en' })
  await goTo(page, '#/settings')
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()
  await page.getByText('Dark', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expect.poll(background).not.toBe(light)
  const other = await context.newPage()
  await other.goto(await host.url())
  await expect(other.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})

import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { LANGUAGES } from '#shared/contract/workspace.ts'
import { callLoopback } from '../support/call-loopback.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'

const SCHEMES = ['light', 'dark'] as const

let host: Loopback
let accountId: string

test.beforeAll(async () => {
  host = await startLoopback({ isSample: true })
  const { rows } = await callLoopback(host, 'account.list', {
    filter: {},
    sort: [{ field: 'netSales', descending: true }],
    offset: 0,
    limit: 1,
  })
  accountId = rows[0]?.id ?? ''
})
test.afterAll(() => host.stop())

/** Every route with its tabs; a route that is added belongs here. */
const routes = (): [string, string][] => [
  ['start', '#/?act=create'],
  ['portfolio', '#/portfolio'],
  ['portfolio structure', '#/portfolio?tab=structure'],
  ['portfolio migration', '#/portfolio?tab=movement'],
  ['accounts', '#/accounts'],
  ['account', `#/accounts/${accountId}`],
  ['account class', `#/accounts/${accountId}?tab=reasons`],
  ['account orders', `#/accounts/${accountId}?tab=trade`],
  ['account people', `#/accounts/${accountId}?tab=people`],
  ['account record', `#/accounts/${accountId}?tab=data`],
  ['import', '#/import'],
  ['scoring', '#/scoring'],
  ['scoring rules', '#/scoring?tab=rules'],
  ['history', '#/history'],
  ['settings', '#/settings'],
]

async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.fonts.status === 'loaded')
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

for (const language of LANGUAGES) {
  for (const colourScheme of SCHEMES) {
    test(`no axe violation on any route in ${language}, ${colourScheme}`, async ({ page }) => {
      test.setTimeout(240_000)
      await callLoopback(host, 'preferences.revise', { language, colourScheme })
      await page.goto(await host.url())
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      for (const [name, hash] of routes()) {
        await page.evaluate((next) => {
          location.hash = next
        }, hash)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await settle(page)
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze()
        const told = violations.map(
          ({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.target.join(' ')} (${nodes.length})`,
        )
        expect.soft(told).toEqual([])
      }
      await expect(page.locator('html')).toHaveAttribute('lang', language)
    })
  }
}

import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { LANGUAGES } from '#shared/contract/workspace.ts'
import { callLoopback } from '../support/call-loopback.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { goTo, openPage } from '../support/page-models/open-page.ts'

const SCHEMES = ['light', 'dark'] as const
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

test.describe.configure({ mode: 'parallel' })

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
const routes = (): [name: string, hash: string][] => [
  ['portfolio', '#/portfolio'],
  ['portfolio structure', '#/portfolio?tab=structure'],
  ['portfolio movement', '#/portfolio?tab=movement'],
  ['accounts', '#/accounts'],
  ['account', `#/accounts/${accountId}`],
  ['account class', `#/accounts/${accountId}?tab=reasons`],
  ['account trade', `#/accounts/${accountId}?tab=trade`],
  ['account people', `#/accounts/${accountId}?tab=people`],
  ['account record', `#/accounts/${accountId}?tab=data`],
  ['import', '#/import'],
  ['scoring', '#/scoring'],
  ['scoring rules', '#/scoring?tab=rules'],
  ['history', '#/history'],
  ['settings', '#/settings'],
  ['start', '#/?act=create'],
]

/** What axe finds wrong, in words that name the place. */
async function violationsOf(page: Page, place: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${place}: ${id}: ${target.join(' ')}`).slice(0, 5),
  )
}

for (const language of LANGUAGES) {
  for (const colourScheme of SCHEMES) {
    test(`no axe violation on any route in ${language}, ${colourScheme}`, async ({ page }) => {
      test.setTimeout(300_000)
      await openPage(page, host, { language, colourScheme })
      for (const [name, hash] of routes()) {
        await goTo(page, hash)
        await expect(page.getByRole('alert'), `${name} drew without a failure`).toHaveCount(0)
        expect.soft(await violationsOf(page, name)).toEqual([])
      }
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colourScheme)
    })
  }
}

import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { LANGUAGES } from '#shared/contract/workspace.ts'
import { callLoopback } from '../support/call-loopback.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { accountsPage } from '../support/page-models/accounts-page.ts'
import { frameOf } from '../support/page-models/frame.ts'
import { goTo, openPage, settled } from '../support/page-models/open-page.ts'

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
  ['portfolio publication', '#/portfolio?tab=publication'],
  ['accounts', '#/accounts'],
  ['account', `#/accounts/${accountId}`],
  ['account class', `#/accounts/${accountId}?tab=reasons`],
  ['account trade', `#/accounts/${accountId}?tab=trade`],
  ['account share', `#/accounts/${accountId}?tab=share`],
  ['account purchase factors', `#/accounts/${accountId}?tab=factors`],
  ['account credit', `#/accounts/${accountId}?tab=credit`],
  ['account credit indicator', `#/accounts/${accountId}?tab=credit&detail=current-ratio`],
  ['account people', `#/accounts/${accountId}?tab=people`],
  ['account record', `#/accounts/${accountId}?tab=data`],
  ['lifetime value', '#/analysis?tab=lifetime'],
  ['RFM', '#/analysis?tab=rfm'],
  ['import', '#/import'],
  ['scoring', '#/scoring'],
  ['scoring rules', '#/scoring?tab=rules'],
  ['scoring desk', '#/scoring?tab=desk'],
  ['scoring versions', '#/scoring?tab=versions'],
  ['scoring experts', '#/scoring?tab=experts'],
  ['analysis share', '#/analysis?tab=share'],
  ['analysis white space', '#/analysis?tab=whiteSpace'],
  ['analysis opportunities', '#/analysis?tab=opportunities'],
  ['analysis credit', '#/analysis?tab=credit'],
  ['analysis purchase factors', '#/analysis?tab=factors'],
  ['analysis purchase factor list', '#/analysis?tab=factors&detail=list'],
  ['analysis contribution', '#/analysis'],
  ['analysis contribution account', `#/analysis?account=${accountId}`],
  ['analysis segments', '#/analysis?tab=segments'],
  ['analysis sales quality', '#/analysis?tab=salesQuality'],
  ['analysis sales quality account', `#/analysis?tab=salesQuality&account=${accountId}`],
  ['analysis complexity', '#/analysis?tab=complexity'],
  ['analysis complexity account', `#/analysis?tab=complexity&account=${accountId}`],
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

for (const colourScheme of SCHEMES) {
  test(`no axe violation on what floats above the pages, ${colourScheme}`, async ({ page }) => {
    test.setTimeout(120_000)
    await openPage(page, host, { colourScheme })
    const frame = frameOf(page)
    const check = async (place: string) => expect.soft(await violationsOf(page, place)).toEqual([])

    await page.keyboard.press('Control+k')
    await page.keyboard.type('hy')
    await expect(page.getByRole('option').first()).toBeVisible()
    await check('palette')
    await page.keyboard.press('Escape')

    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    await check('shortcuts')
    await page.keyboard.press('Escape')

    await goTo(page, `#/accounts?preview=${accountId}`)
    await expect(frame.drawer).toBeVisible()
    await settled(page)
    await page.getByRole('checkbox').nth(1).check()
    await check('accounts with a preview and a selection')
    await page.keyboard.press('n')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.type('恒岳')
    await settled(page)
    await check('new account')
    await page.keyboard.press('Escape')

    await goTo(page, '#/accounts')
    await page.getByRole('button', { name: '取消选择' }).click()
    await page.getByRole('button', { name: /筛选$/ }).first().click()
    await expect(page.getByRole('menu')).toBeVisible()
    await check('filter menu')
    await page.getByRole('menuitem').first().click()
    await check('filter editor')
    await page.keyboard.press('Escape')

    await goTo(page, `#/accounts/${accountId}?tab=reasons&detail=sales`)
    await expect(frame.drawer).toBeVisible()
    await settled(page)
    await check('criterion')

    await goTo(page, '#/accounts')
    const name = (await accountsPage(page).names())[SCHEMES.indexOf(colourScheme)] ?? ''
    await accountsPage(page).edit(name, 'accountManager', '方远')
    await expect(frame.toast).toBeVisible()
    await check('toast')
  })
}

for (const colourScheme of SCHEMES) {
  test(`no axe violation where the firm’s own fields are shown and filtered, ${colourScheme}`, async ({
    page,
  }) => {
    test.setTimeout(120_000)
    await openPage(page, host, { colourScheme })
    const check = async (place: string) => expect.soft(await violationsOf(page, place)).toEqual([])
    const fields = await callLoopback(host, 'field.list', {})
    const ofAccounts = fields.filter(({ owner }) => owner === 'account')
    const [person] = await callLoopback(host, 'person.list', { companyId: accountId })

    await goTo(page, `#/accounts/${accountId}?tab=people&detail=${person?.id}`)
    await expect(frameOf(page).drawer).toBeVisible()
    await check('person')

    const columns = JSON.stringify(ofAccounts.map(({ id }) => `field:${id}`))
    await goTo(page, `#/accounts?columns=${encodeURIComponent(columns)}&preview=${accountId}`)
    await expect(frameOf(page).drawer).toBeVisible()
    await check('columns of own fields')
    for (const { name, kind } of ofAccounts) {
      await page.getByRole('button', { name: '筛选', exact: true }).click()
      await page.getByRole('menuitem', { name }).click()
      await expect(page.getByRole('dialog', { name })).toBeVisible()
      await check(`filter by ${kind}`)
      await page.keyboard.press('Escape')
    }
    await page.getByRole('button', { name: '列', exact: true }).click()
    await expect(page.getByRole('dialog', { name: '列' })).toBeVisible()
    await check('column chooser')
  })
}

test('every chart has a table of its figures beside it, reached by the keyboard', async ({ page }) => {
  await openPage(page, host)
  const charts: string[] = []
  for (const hash of [
    '#/portfolio',
    '#/portfolio?tab=structure',
    `#/accounts/${accountId}`,
    `#/accounts/${accountId}?tab=reasons`,
    `#/accounts/${accountId}?tab=trade`,
    `#/accounts/${accountId}?tab=credit`,
  ]) {
    await goTo(page, hash)
    const drawings = page.locator('#page-content').locator('[role="img"][tabindex="0"]')
    const switches = page.getByRole('button', { name: '看成表' })
    // Charts and their switches are drawn one after the other.
    await expect
      .poll(async () => (await drawings.count()) - (await switches.count()), { message: hash })
      .toBe(0)
    const labels = await drawings.evaluateAll((found) =>
      found.map((each) => each.getAttribute('aria-label') ?? ''),
    )
    for (const label of labels) {
      expect(label, 'the picture says its conclusion').not.toBe('')
      await switches.first().focus()
      await page.keyboard.press('Enter')
      const table = page.getByRole('table', { name: label })
      await expect(table).toBeVisible()
      expect(await table.getByRole('row').count()).toBeGreaterThan(1)
      charts.push(label)
    }
    expect(await violationsOf(page, `${hash} as tables`)).toEqual([])
  }
  expect(charts.length).toBeGreaterThanOrEqual(5)
})

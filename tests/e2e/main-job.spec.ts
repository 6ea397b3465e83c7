import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { callLoopback } from '../support/call-loopback.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { accountsPage } from '../support/page-models/accounts-page.ts'
import { frameOf } from '../support/page-models/frame.ts'
import { importWizard } from '../support/page-models/import-wizard.ts'
import { expectQuiet, openPage } from '../support/page-models/open-page.ts'

const ONLINE_RETAIL = join(import.meta.dirname, '../../../shared/data/online_retail/online_retail.csv.gz')
const ACT_MS = 60_000

let host: Loopback
let folder: string

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-e2e-'))
  host = await startLoopback()
})
test.afterAll(async () => {
  await host.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('half a million real rows in, the key accounts out with their reasons, and all of it back', async ({
  page,
}) => {
  test.skip(!existsSync(ONLINE_RETAIL), 'the data set shared/data/online_retail is not on this machine')
  test.setTimeout(300_000)
  const csv = join(folder, 'online_retail.csv')
  writeFileSync(csv, gunzipSync(readFileSync(ONLINE_RETAIL)))
  const watched = await openPage(page, host)
  const frame = frameOf(page)
  const wizard = importWizard(page)

  await test.step('a new workspace from the start window', async () => {
    await page.getByRole('button', { name: /新建空白工作区/ }).click()
    const dialog = page.getByRole('dialog', { name: '新建工作区' })
    await dialog.getByRole('textbox', { name: '名称' }).fill('Retail')
    await dialog.getByRole('button', { name: /^新建/ }).click()
    await frame.rail('导入').click()
  })

  await test.step('the wizard counts every row', async () => {
    await wizard.chooseFile(csv)
    await wizard.writeEverything()
    await expect(wizard.receipt).toContainText('写入 406,829 行：22,190 张订单，4,372 家新客户')
    await expect(frame.content).toContainText('未写入 135,080 行')
    await expect(frame.status).toContainText('406,829 行可写入 + 135,080 行有问题 = 541,909')
  })

  await test.step('the rejected rows can be taken away as a file', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载有问题的 135,080 行' }).click()
    const path = await (await download).path()
    const text = readFileSync(path, 'utf8')
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(text.trimEnd().split('\n')).toHaveLength(135_081)
  })

  const [top] = (await callLoopback(host, 'portfolio.classify', {})).accounts.toSorted(
    (one, other) => other.netSales - one.netSales,
  )
  await test.step('the portfolio says who carries the business', async () => {
    await wizard.next.click()
    await expect(frame.title).toHaveText('工作台')
    await expect(frame.content.getByRole('heading', { level: 2 }).first()).toHaveText(
      /^\d+ 家客户撑起一半销售额/,
    )
    await expect(frame.content).toContainText('前 20% 的客户实占')
  })

  await test.step('the largest account explains its class down to its order lines', async () => {
    await frame.rail('客户').click()
    const grid = accountsPage(page)
    await grid.link(top?.name ?? '').click()
    await expect(frame.title).toHaveText(top?.name ?? '')
    await frame.tab('等级').click()
    await expect(frame.content).toContainText(/项相加等于/)
    await page
      .getByRole('list', { name: '各项准则的得分' })
      .getByRole('button', { name: /年销售额/ })
      .click()
    await expect(frame.drawer).toContainText('近 12 个月净销售额')
    await expect(frame.drawer.getByRole('table', { name: '订单行' }).getByRole('row')).not.toHaveCount(1)
    await frame.tab('往来').click()
    await expect(
      page
        .getByRole('grid')
        .or(page.getByRole('treegrid'))
        .getByText(/^5\d{5}$/)
        .first(),
    ).toBeVisible()
  })

  await test.step('the history takes the whole import back, the top bar brings it in again', async () => {
    await frame.rail('历史').click()
    await frame.content.getByRole('button', { name: /^撤销：导入/ }).click()
    await expect(page.getByRole('status').filter({ hasText: '已撤销' })).toBeVisible({ timeout: ACT_MS })
    expect((await callLoopback(host, 'portfolio.classify', {})).accounts).toEqual([])
    await frame.redo.click()
    await expect(page.getByRole('status').filter({ hasText: '已重做' })).toBeVisible({ timeout: ACT_MS })
    const { accounts } = await callLoopback(host, 'portfolio.classify', {})
    expect(accounts.filter(({ grossSales }) => grossSales > 0)).toHaveLength(4338)
  })
  expectQuiet(watched)
})

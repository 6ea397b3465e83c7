import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { callLoopback } from '../support/call-loopback.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { importWizard } from '../support/page-models/import-wizard.ts'
import { expectQuiet, openPage } from '../support/page-models/open-page.ts'

const ONLINE_RETAIL = join(import.meta.dirname, '../../../shared/data/online_retail/online_retail.csv.gz')

const SMALL = `客户编码,客户名称,订单号,订单日期,产品名称,产品类别,数量,单价
C-1,恒岳重工集团,SO-1,2025-03-01,减速机,传动,10,1200.50
C-1,恒岳重工集团,SO-2,2025-05-11,减速机,传动,4,1200.50
C-2,海川轨道交通,SO-3,2025-05-12,联轴器,传动,20,88
C-3,瑞擎机器人,SO-4,2025-06-01,模组,直线,3,5000
C-4,中澄半导体,SO-5,2025-06-02,模组,直线,1,5100
C-5,智润医疗,SO-6,2025-06-03,模组,直线,2,4900
C-5,智润医疗,SO-7,2025-13-03,模组,直线,2,4900
C-1,恒岳重工集团,SO-8,2025-06-05,减速机,传动,-1,1200.50
`

let host: Loopback
let folder: string

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-e2e-'))
  host = await startLoopback()
})
test.afterEach(async () => {
  await host.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('half a million real rows come in through the wizard, are counted, and go back with one undo', async ({
  page,
}) => {
  test.skip(!existsSync(ONLINE_RETAIL), 'the data set online_retail is not on this machine')
  test.setTimeout(240_000)
  const csv = join(folder, 'online_retail.csv')
  writeFileSync(csv, gunzipSync(readFileSync(ONLINE_RETAIL)))
  const watched = await openPage(page, host)
  await page.getByRole('button', { name: /新建空白工作区/ }).click()
  await page.getByRole('textbox', { name: '名称' }).fill('Retail')
  await page.getByRole('dialog').getByRole('button', { name: /新建/ }).click()
  await expect(page.getByRole('navigation').getByText('导入')).toBeVisible()
  await page.getByRole('link', { name: '导入', exact: true }).click()

  const wizard = importWizard(page)
  await wizard.chooseFile(csv)
  await wizard.writeEverything()
  await expect(page.locator('#page-content')).toContainText('406,829')
  await expect(page.locator('#page-content')).toContainText('135,080')
  const { accounts } = await callLoopback(host, 'portfolio.classify', {})
  expect(accounts.filter((account) => account.grossSales > 0)).toHaveLength(4338)

  await wizard.next.click()
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('客户')
  await callLoopback(host, 'history.undo', {})
  const emptied = await callLoopback(host, 'portfolio.classify', {})
  expect(emptied.accounts).toEqual([])
  expectQuiet(watched)
})

test('a small file from drop to explanation, without a mouse', async ({ page }) => {
  const csv = join(folder, 'orders.csv')
  writeFileSync(csv, SMALL)
  const watched = await openPage(page, host)
  await expect(page.getByRole('button', { name: /新建空白工作区/ })).toBeVisible()
  await page.keyboard.press('Control+n')
  await page.getByRole('textbox', { name: '名称' }).fill('小厂')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: '导入', exact: true })).toBeVisible()

  await page.getByRole('link', { name: '导入', exact: true }).focus()
  await page.keyboard.press('Enter')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).focus()
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(csv)

  const wizard = importWizard(page)
  for (const said of [/处理 1 行问题/, /写入 7 行/]) {
    await expect(wizard.next).toHaveText(said)
    await wizard.next.focus()
    await page.keyboard.press('Enter')
  }
  await expect(wizard.next).toHaveText(/看工作台/)
  await expect(page.getByRole('button', { name: /下载有问题的 1 行/ })).toBeVisible()
  await wizard.next.focus()
  await page.keyboard.press('Enter')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('hy')
  await expect(page.getByRole('option', { name: /恒岳重工集团/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('恒岳重工集团')
  await page.getByRole('tab', { name: '等级' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('#page-content')).toContainText('年销售额')
  expectQuiet(watched)
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { writeXlsx } from 'hucre/xlsx'
import { callLoopback } from '../support/call-loopback.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { frameOf } from '../support/page-models/frame.ts'
import { importWizard } from '../support/page-models/import-wizard.ts'
import { expectQuiet, goTo, openPage } from '../support/page-models/open-page.ts'

let host: Loopback
let folder: string

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-e2e-'))
  host = await startLoopback({ isSample: true })
})
test.afterEach(async () => {
  await host.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('invoices come in from the second sheet of a workbook, and go again', async ({ page }) => {
  const { rows } = await callLoopback(host, 'account.list', { filter: {}, sort: [], offset: 0, limit: 2 })
  const [one, other] = rows.map(({ number }) => number)
  const day = (text: string) => new Date(`${text}T00:00:00Z`)
  const path = join(folder, '应收.xlsx')
  const invoices = [
    ['发票号', '客户编号', '开票日期', '到期日', '金额'],
    ['X-1', one ?? '', day('2026-03-05'), day('2026-04-04'), 1000.5],
    ['X-2', other ?? '', day('2026-03-06'), day('2026-04-05'), 250],
    ['X-3', 'nobody', day('2026-03-06'), day('2026-04-05'), 1],
  ]
  const sheets = [
    { name: '说明', rows: [['财务导出']] },
    { name: '发票', rows: invoices },
  ]
  writeFileSync(path, await writeXlsx({ sheets }))

  const watched = await openPage(page, host)
  const frame = frameOf(page)
  const wizard = importWizard(page)
  await goTo(page, '#/import')
  await wizard.chooseFile(path)
  await page.getByLabel('工作表').selectOption('发票')
  await expect(page.getByLabel('内容')).toHaveValue('invoices')
  await wizard.writeEverything()
  await expect(wizard.receipt).toContainText('写入 2 张发票')
  await expect(frame.content).toContainText('未写入 1 行')
  await wizard.undoImport.click()
  await expect(frame.content).toContainText('这次导入已经撤销')
  const batches = await callLoopback(host, 'import.listBatches', {})
  expect(batches.find(({ fileName }) => fileName === '应收.xlsx')).toMatchObject({
    kind: 'invoices',
    isWithdrawn: true,
  })
  expectQuiet(watched)
})

test('a field of the firm’s own is defined, filled in on an account, and taken back', async ({ page }) => {
  const { rows } = await callLoopback(host, 'account.list', { filter: {}, sort: [], offset: 0, limit: 1 })
  const accountId = rows[0]?.id ?? ''
  const watched = await openPage(page, host)
  const frame = frameOf(page)
  await goTo(page, '#/settings')
  const form = page.locator('form').filter({ hasText: '新建字段' })
  await form.getByLabel('名称').fill('仓库面积')
  await form.getByRole('combobox', { name: '类型' }).click()
  await page.getByRole('option', { name: '数字', exact: true }).click()
  await form.getByLabel('单位').fill('平方米')
  await form.getByRole('button', { name: '新建字段' }).click()
  await expect(frame.toast).toContainText('仓库面积')

  await goTo(page, `#/accounts/${accountId}?tab=data`)
  const input = page.getByLabel('仓库面积', { exact: true })
  await input.fill('1,250')
  await input.press('Enter')
  const stored = async () => {
    const fields = await callLoopback(host, 'field.onCard', { partyId: accountId })
    return fields.find(({ name }) => name === '仓库面积')?.value
  }
  await expect.poll(stored).toBe(1250)
  await callLoopback(host, 'history.undo', {})
  await expect.poll(stored).toBeNull()
  expectQuiet(watched)
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { accountsPage } from '../support/page-models/accounts-page.ts'
import { frameOf } from '../support/page-models/frame.ts'
import { importWizard } from '../support/page-models/import-wizard.ts'
import { expectQuiet, openPage } from '../support/page-models/open-page.ts'
import { paletteOf } from '../support/page-models/palette.ts'

const ORDERS = `客户编码,客户名称,订单号,订单日期,产品名称,产品类别,数量,单价
C-1,恒岳重工集团,SO-1,2025-03-01,减速机,传动,10,1200.50
C-1,恒岳重工集团,SO-2,2025-05-11,减速机,传动,4,1200.50
C-2,海川轨道交通,SO-3,2025-05-12,联轴器,传动,20,88
C-3,瑞擎机器人,SO-4,2025-06-01,模组,直线,3,5000
C-4,中澄半导体,SO-5,2025-06-02,模组,直线,1,5100
C-5,智润医疗,SO-6,2025-06-03,模组,直线,2,4900
C-5,智润医疗,SO-7,2025-13-03,模组,直线,2,4900
C-1,恒岳重工集团,SO-8,2025-06-05,减速机,传动,-1,1200.50
`
/** More presses of Tab than any page has stops. */
const MOST_STOPS = 120

let host: Loopback
let folder: string

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-keyboard-'))
  writeFileSync(join(folder, 'orders.csv'), ORDERS)
  host = await startLoopback()
})
test.afterAll(async () => {
  await host.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Walks to a control with Tab alone, as someone without a mouse does, and sees that the focus shows. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      const ring = await target.evaluate((element) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      })
      expect(ring, 'the focus is seen').toBe(true)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`${target} is not reached with Tab.`)
}

test('the main job without a mouse: a file in, a class with its reasons out, an edit and its undo', async ({
  page,
}) => {
  const watched = await openPage(page, host)
  const frame = frameOf(page)
  const wizard = importWizard(page)

  await test.step('a new workspace', async () => {
    await page.keyboard.press('Control+n')
    const name = page.getByRole('textbox', { name: '名称' })
    await expect(name).toBeFocused()
    await page.keyboard.type('小厂')
    await page.keyboard.press('Enter')
    await expect(frame.rail('导入')).toBeVisible()
  })

  await test.step('the import, on Enter alone', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await expect(frame.title).toHaveText('导入')
    const choose = page.getByRole('button', { name: '选择文件' })
    await tabTo(page, choose)
    const chooser = page.waitForEvent('filechooser')
    await page.keyboard.press('Enter')
    await (await chooser).setFiles(join(folder, 'orders.csv'))
    await expect(wizard.next).toHaveText(/处理 1 行问题/)
    await tabTo(page, wizard.next)
    await page.keyboard.press('Enter')
    await expect(wizard.next).toHaveText(/写入 7 行/)
    await tabTo(page, wizard.next)
    await page.keyboard.press('Enter')
    await expect(wizard.receipt).toContainText('写入 7 行：7 张订单，5 家新客户')
    await expect(page.getByRole('button', { name: '下载有问题的 1 行' })).toBeVisible()
    await tabTo(page, wizard.next)
    await page.keyboard.press('Enter')
    await expect(frame.title).toHaveText('工作台')
  })

  await test.step('tabs of a page by arrow', async () => {
    await tabTo(page, frame.tab('总览'))
    await page.keyboard.press('ArrowRight')
    await expect(frame.tab('结构')).toBeFocused()
    await expect(frame.tab('结构')).toHaveAttribute('aria-selected', 'true')
    await expect(frame.content).toContainText('基尼系数')
  })

  await test.step('an account by its initials, and the reasons of its class', async () => {
    await paletteOf(page).take('hy', /恒岳重工集团/)
    await expect(frame.title).toHaveText('恒岳重工集团')
    await tabTo(page, frame.tab('总览'))
    await page.keyboard.press('ArrowRight')
    await expect(frame.content).toContainText('年销售额')
    const sales = page.getByRole('list', { name: '各项准则的得分' }).getByRole('button', { name: /年销售额/ })
    await tabTo(page, sales)
    await page.keyboard.press('Enter')
    await expect(frame.drawer).toContainText('SO-2')
    await page.keyboard.press('Escape')
    await expect(frame.drawer).toHaveCount(0)
  })

  await test.step('a cell of the grid, edited and taken back', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('a')
    await expect(frame.title).toHaveText('客户')
    const grid = accountsPage(page)
    await expect(grid.link('恒岳重工集团')).toBeVisible()
    const headers = grid.grid.getByRole('columnheader')
    await tabTo(page, headers.first())
    await page.keyboard.press('ArrowDown')
    const manager = await grid.cell('恒岳重工集团', 'accountManager')
    for (
      let step = 0;
      step < 20 && !(await manager.evaluate((cell) => cell === document.activeElement));
      step += 1
    ) {
      await page.keyboard.press('ArrowRight')
    }
    await expect(manager).toBeFocused()
    await page.keyboard.press('F2')
    await page.keyboard.type('林知远')
    await page.keyboard.press('Enter')
    await expect(manager).toHaveText('林知远')
    await page.keyboard.press('Control+z')
    await expect(manager).not.toHaveText('林知远')
    await expect(page.getByRole('status').filter({ hasText: '已撤销' })).toBeVisible()
  })
  expectQuiet(watched)
})

test('the question mark lists every shortcut, and Escape leads back', async ({ page }) => {
  await openPage(page, host)
  await page.keyboard.press('?')
  const overview = page.getByRole('dialog')
  await expect(overview).toContainText('Ctrl')
  await page.keyboard.press('Escape')
  await expect(overview).toHaveCount(0)
})

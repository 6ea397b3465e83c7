import { expect, test } from '@playwright/test'
import { callLoopback } from '../support/call-loopback.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { accountsPage } from '../support/page-models/accounts-page.ts'
import { frameOf } from '../support/page-models/frame.ts'
import { expectQuiet, goTo, openPage } from '../support/page-models/open-page.ts'

const BUYING = '采购方式'
const TENDER = '年度招标'

let host: Loopback

test.beforeAll(async () => {
  host = await startLoopback({ isSample: true })
})
test.afterAll(() => host.stop())

test('a field of the firm’s own is shown, sorted, filtered and saved with a view, and the view is there after a reload', async ({
  page,
}) => {
  const watched = await openPage(page, host)
  await goTo(page, '#/accounts')
  const fields = await callLoopback(host, 'field.list', {})
  const idOf = (name: string) => fields.find((field) => field.name === name)?.id ?? ''
  const buying = `field:${idOf(BUYING)}`
  const budget = `field:${idOf('备件年预算')}`
  const grid = accountsPage(page)

  await page.getByRole('button', { name: '列', exact: true }).click()
  const chooser = page.getByRole('dialog', { name: '列' })
  await chooser.getByRole('checkbox', { name: BUYING }).check()
  await chooser.getByRole('checkbox', { name: '备件年预算' }).check()
  await page.keyboard.press('Escape')
  await grid.header(budget).scrollIntoViewIfNeeded()
  await grid.header(budget).click()
  const { rows } = await callLoopback(host, 'account.list', {
    filter: {},
    sort: [{ field: `field:${idOf('备件年预算')}`, descending: true }],
    offset: 0,
    limit: 5,
  })
  await expect.poll(async () => (await grid.names()).slice(0, 5)).toEqual(rows.map(({ name }) => name))
  await expect(grid.header(budget)).toContainText('备件年预算 万')

  await page.getByRole('button', { name: '筛选', exact: true }).click()
  await page.getByRole('menuitem', { name: BUYING }).click()
  await page.getByRole('dialog', { name: BUYING }).getByRole('checkbox', { name: TENDER }).check()
  const filter = { fields: [{ fieldId: idOf(BUYING), kind: 'choice' as const, options: [TENDER] }] }
  const { total } = await callLoopback(host, 'account.list', { filter, sort: [], offset: 0, limit: 1 })
  expect(total).toBeGreaterThan(3)
  await grid.expectRows(total)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: '保存视图' }).click()
  await page.getByRole('textbox', { name: '视图名称' }).fill('招标客户')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /招标客户/ }).first()).toBeVisible()
  await page.reload()
  await expect(grid.header(buying)).toContainText(BUYING)
  await grid.expectRows(total)
  const [first = ''] = await grid.names()
  await expect(await grid.cell(first, buying)).toHaveText(TENDER)

  await callLoopback(host, 'field.remove', { id: idOf(BUYING) })
  await expect(grid.header(buying)).toHaveCount(0)
  await grid.expectRows(200)
  await callLoopback(host, 'history.undo', {})
  await grid.expectRows(total)
  expectQuiet(watched)
})

test('a cell of such a field is typed into, refused where it is none of its kind, and taken back', async ({
  page,
}) => {
  const watched = await openPage(page, host)
  const fields = await callLoopback(host, 'field.list', {})
  const lines = `field:${fields.find(({ name }) => name === '产线数')?.id}`
  await goTo(page, `#/accounts?columns=${encodeURIComponent(JSON.stringify(['name', lines]))}`)
  const grid = accountsPage(page)
  const { toast, toastUndo } = frameOf(page)
  const name = '海川轨道交通装备'
  const before = (await (await grid.cell(name, lines)).textContent()) ?? ''
  await grid.edit(name, lines, '不知道')
  await expect(page.getByRole('alert')).toContainText('要写成数字')
  await expect(await grid.cell(name, lines)).toHaveText(before)
  await grid.edit(name, lines, '1,208')
  await expect(await grid.cell(name, lines)).toHaveText('1,208')
  await expect(toast.last()).toContainText('产线数改为 1,208 条')
  await toastUndo.last().click()
  await expect(await grid.cell(name, lines)).toHaveText(before)
  expectQuiet(watched)
})

test('a person’s own field is filled in beside the list, and its toast takes it back', async ({ page }) => {
  const watched = await openPage(page, host)
  const { rows } = await callLoopback(host, 'account.list', {
    filter: { text: '恒岳重工' },
    sort: [],
    offset: 0,
    limit: 1,
  })
  const accountId = rows[0]?.id ?? ''
  const people = await callLoopback(host, 'person.list', { companyId: accountId })
  await goTo(page, `#/accounts/${accountId}?tab=people&detail=${people[0]?.id}`)
  const { drawer, toast, toastUndo } = frameOf(page)
  const years = drawer.getByRole('textbox', { name: '入行年数', exact: true })
  const before = await years.inputValue()
  await years.fill('31')
  await years.press('Enter')
  await expect(toast).toContainText(`${people[0]?.fields.name}：已修改入行年数`)
  await expect(years).toHaveValue('31')
  await toastUndo.click()
  await expect(years).toHaveValue(before)
  expectQuiet(watched)
})

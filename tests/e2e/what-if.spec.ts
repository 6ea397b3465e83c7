import { expect, test } from '@playwright/test'
import { callLoopback } from '../support/call-loopback.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'
import { frameOf } from '../support/page-models/frame.ts'
import { expectQuiet, goTo, openPage } from '../support/page-models/open-page.ts'

let host: Loopback

test.beforeAll(async () => {
  host = await startLoopback({ isSample: true })
})
test.afterAll(() => host.stop())

test('a weight is moved, who moves is seen, the next version applied and taken back, and every class is what it was', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const watched = await openPage(page, host)
  const frame = frameOf(page)
  const { content } = frame
  const before = await callLoopback(host, 'model.current', {})
  const classesBefore = (await callLoopback(host, 'portfolio.classify', {})).accounts
  const model = before.model
  if (!model) throw new Error('The sample has a model.')
  const version = model.version + 1

  await test.step('the desk shows who moves while the version in force stays', async () => {
    await goTo(page, '#/scoring?tab=desk')
    await content.getByRole('textbox', { name: '年销售额的权重' }).fill('15')
    await expect(content.getByRole('heading', { name: /^\d+ 家换级：/ })).toBeVisible()
    await expect(content.getByText('合计 100', { exact: true })).toBeVisible()
  })

  const draft = await page.getByRole('contentinfo').first().textContent()
  expect(draft).toContain(`草稿 v${version}，未采用`)
  expect((await callLoopback(host, 'model.current', {})).model?.version).toBe(model.version)
  const shown = await content.getByRole('heading', { name: /^\d+ 家换级：/ }).textContent()

  await test.step('the draft goes with the user from tab to tab, and the versions name what differs', async () => {
    await frame.tab('版本').click()
    const differences = content.getByRole('region', { name: /处参数不同$/ }).getByRole('table')
    await expect(differences.getByRole('row', { name: /^年销售额的权重 45% 15%$/ })).toBeVisible()
  })

  await test.step('it is applied as the next version, with the reason', async () => {
    await page.getByRole('button', { name: `采用为 v${version}` }).click()
    const dialog = page.getByRole('dialog', { name: `采用为模型 v${version}` })
    await expect(dialog.getByRole('textbox', { name: '名称' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: `采用为 v${version}` })).toBeFocused()
    await page.keyboard.press('Enter')
    await dialog.getByRole('textbox', { name: '为什么改' }).fill('规模不代表未来')
    await dialog.getByRole('button', { name: `采用为 v${version}` }).click()
    await expect(frame.toast).toContainText(`已采用模型 v${version}`)
    await expect(content).toBeFocused()
    await expect(
      content.getByRole('row', { name: new RegExp(`^v${version} 现行 .*规模不代表未来`) }),
    ).toBeVisible()
    const now = await callLoopback(host, 'model.current', {})
    expect(now.model?.criteria.find(({ key }) => key === 'sales')?.weight).toBe(15)
    const classesAfter = (await callLoopback(host, 'portfolio.classify', {})).accounts
    const moved = classesAfter.filter(
      ({ number, valueClass }) =>
        valueClass !== classesBefore.find((one) => one.number === number)?.valueClass,
    )
    expect(shown?.startsWith(`${moved.length} 家换级`)).toBe(true)
    expect(moved.length).toBeGreaterThan(0)
  })

  await test.step('one undo takes it back: versions, weights and every class', async () => {
    await frame.toastUndo.click()
    await expect(
      content.getByRole('heading', { name: `共 ${model.version} 个版本，现行 v${model.version}` }),
    ).toBeVisible()
    const after = await callLoopback(host, 'model.current', {})
    expect(after.model).toEqual(model)
    expect((await callLoopback(host, 'portfolio.classify', {})).accounts).toEqual(classesBefore)
  })
  expectQuiet(watched)
})

test('what is wrong with a draft stands at its field and keeps it from being applied', async ({ page }) => {
  await openPage(page, host)
  const { content } = frameOf(page)
  await goTo(page, '#/scoring')
  await page.getByRole('button', { name: '编辑', exact: true }).click()
  const anchor = page.getByRole('textbox', { name: '年销售额得 40 分的锚点' })
  const [, , own] = (await callLoopback(host, 'model.current', {})).model?.criteria[0]?.anchors ?? []
  await anchor.fill('1')
  await anchor.press('Enter')
  const row = content.getByRole('listitem').filter({ has: anchor })
  await expect(row.getByText('某个准则的锚点没有递增')).toBeVisible()
  await expect(page.getByRole('button', { name: '采用，还有 1 处不对' })).toBeDisabled()
  await anchor.fill(String(own))
  await anchor.press('Enter')
  await expect(page.getByText('未采用')).toHaveCount(0)
})

test('the desk says at the thresholds why they do not fit, and shows a weight again that was emptied', async ({
  page,
}) => {
  await openPage(page, host)
  const { content } = frameOf(page)
  await goTo(page, '#/scoring?tab=desk')
  const sales = content.getByRole('textbox', { name: '年销售额的权重' })
  const kept = await sales.inputValue()
  await sales.fill('')
  await sales.blur()
  await expect(sales).toHaveValue(kept)

  const gold = content.getByRole('textbox', { name: /^黄金级?得分$/ })
  await gold.fill('100')
  await expect(gold).toHaveAttribute('aria-invalid', 'true')
  const row = content
    .getByRole('definition')
    .filter({ has: page.getByRole('textbox', { name: /^黄金级?得分$/ }) })
  await expect(row.getByText('各阈值互相矛盾')).toBeVisible()
  await page.getByRole('button', { name: '丢弃' }).press('Enter')
  await expect(gold).not.toHaveAttribute('aria-invalid', 'true')
  await expect(content).toBeFocused()
})

test('the firm’s own class names and letters stand wherever a class is shown, and go with the model', async ({
  page,
}) => {
  await openPage(page, host)
  const frame = frameOf(page)
  const { model } = await callLoopback(host, 'model.current', {})
  if (!model) throw new Error('The sample has a model.')
  const { version: _version, ...draft } = model
  await callLoopback(host, 'model.save', {
    model: {
      ...draft,
      classes: { ...draft.classes, diamond: { isUsed: true, name: '甲等{{name}}', letter: 'A1' } },
    },
  })
  await goTo(page, '#/portfolio')
  await expect(frame.content.getByRole('img', { name: '甲等' }).first()).toHaveText('A1')
  await goTo(page, '#/accounts')
  await expect(frame.content.getByRole('img', { name: '甲等' }).first()).toHaveText('A1')
  await frame.undo.click()
  await expect(frame.content.getByRole('img', { name: '钻石' }).first()).toHaveText('D')
  await expect(frame.content.getByRole('img', { name: '甲等' })).toHaveCount(0)
})

test('weights come from comparisons by keyboard, and contradictions want a reason', async ({ page }) => {
  await openPage(page, host)
  const { content } = frameOf(page)
  await goTo(page, '#/scoring?tab=desk')
  await page.getByRole('button', { name: '两两比较（AHP）' }).click()
  const dialog = page.getByRole('dialog', { name: '两两比较定权重' })
  const take = dialog.getByRole('button', { name: '用作草稿的权重' })
  await expect(take).toBeDisabled()
  const pairs = dialog.getByRole('group')
  const count = await pairs.count()
  for (let nth = 0; nth < count; nth += 1) {
    const equal = pairs.nth(nth).getByRole('radio', { name: '同样重要（1）' })
    await equal.focus()
    await page.keyboard.press('Space')
  }
  await expect(dialog.getByText('一致性比率 0.000')).toBeVisible()
  await expect(take).toBeEnabled()

  const first = pairs.first().getByRole('radio', { name: '同样重要（1）' })
  await first.focus()
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowRight')
  await expect(pairs.first()).toContainText('极端重要（9）')
  await expect(take).toBeDisabled()
  await dialog.getByRole('textbox', { name: '仍然采用的理由' }).fill('董事会的意见')
  await take.click()
  await expect(dialog).toHaveCount(0)
  const sales = content.getByRole('textbox', { name: '年销售额的权重' })
  await expect(sales).not.toHaveValue('45')
  await expect(page.getByRole('button', { name: /^采用为 v/ })).toBeEnabled()
})

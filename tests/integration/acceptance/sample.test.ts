import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountRow } from '#shared/contract/account.ts'
import { AMOUNT_SCALE } from '#shared/domain/money.ts'
import { OPPORTUNITY_CLASSES, VALUE_CLASSES } from '#shared/domain/value-class.ts'
import { startApplication, type TestApplication } from '../../support/application.ts'
import { contentOf } from './workspace-content.ts'

const WAN = 10_000 * AMOUNT_SCALE
const ALL = { filter: {}, sort: [], offset: 0, limit: 1000 }

/** Name, sales in 万, growth and margin in percent, as the picture of the accounts screen shows them. */
const PICTURED: [name: string, salesWan: number, growthPercent: number, marginPercent: number][] = [
  ['恒岳重工集团', 7860, 12.6, 29.4],
  ['曜能新能源装备', 6240, -3.8, 26.1],
  ['Nordhaven Robotics GmbH', 4180, 21.4, 33.8],
  ['海川轨道交通装备', 3420, 6.1, 30.2],
  ['瑞擎机器人', 2650, 34.7, 31.5],
  ['联顺智能物流', 2130, 8.8, 27.9],
  ['禾泰包装机械', 1980, -6.2, 28.3],
  ['Kestrel Automation Ltd.', 1760, 15.2, 35.1],
  ['中澄半导体设备', 1640, 28.9, 36.4],
  ['华辰数控机床', 1520, 7.7, 27.6],
  ['Valmora Packaging S.p.A.', 1310, 4.4, 32.6],
  ['东岭矿山机械', 1220, 1.7, 24.8],
  ['越洋港口机械', 1130, 9.3, 26.7],
  ['智润医疗影像', 1040, 41.0, 38.9],
  ['台岳精机', 930, -1.2, 27.4],
  ['Oakfield Conveyor Inc.', 850, 18.6, 34.0],
  ['宏翼航空地面设备', 760, 5.0, 29.9],
  ['天枢协作机器人', 720, 58.3, 30.8],
  ['启元航天动力', 620, 2.4, 41.2],
  ['凌峰储能', 610, 72.9, 25.6],
  ['滨海印刷机械', 600, -2.9, 27.1],
  ['Brightwater Robotics', 540, 44.2, 32.2],
  ['Sagami Motion K.K.', 500, 0.8, 33.3],
  ['星衡卫星制造', 480, 11.5, 39.6],
]

const pathOfSample = async (test: TestApplication): Promise<string> => {
  const { fileName } = await test.ask('workspace.openSample', {})
  return join(test.dataFolder, 'sample', fileName)
}

describe('the sample workspace', () => {
  let test: TestApplication
  let file: string
  let rows: AccountRow[]
  let untouched: string

  beforeAll(async () => {
    test = await startApplication()
    file = await pathOfSample(test)
    untouched = contentOf(file)
    rows = (await test.ask('account.list', ALL)).rows
  })
  afterAll(() => test.close())

  it('186 accounts traded for ¥6.42 亿 in the twelve months to 2026-09-30, three years of orders behind them', async () => {
    const overview = await test.ask('portfolio.overview', {})
    expect(overview).toMatchObject({
      asOf: '2026-09-30',
      from: '2025-10-01',
      tradingCount: 186,
      currency: 'CNY',
    })
    expect((overview?.netSales ?? 0) / (10_000 * WAN)).toBeCloseTo(6.42, 2)
    const histories = await Promise.all(
      rows.slice(0, 20).map(({ id }) => test.ask('account.history', { id })),
    )
    expect(Math.max(...histories.map(({ months }) => months.length))).toBeGreaterThanOrEqual(36)
  })

  it.each(PICTURED)(
    '%s sells about what the picture shows',
    (name, salesWan, growthPercent, marginPercent) => {
      const row = rows.find((candidate) => candidate.name === name)
      expect(Math.abs((row?.netSales ?? 0) / WAN / salesWan - 1)).toBeLessThan(0.01)
      expect(Math.abs((row?.growthPercent ?? 1000) - growthPercent)).toBeLessThan(1)
      expect(Math.abs((row?.marginPercent ?? 1000) - marginPercent)).toBeLessThan(2)
    },
  )

  it('all six classes occur, and both classes of opportunities', () => {
    const present = new Set(rows.map(({ valueClass }) => valueClass))
    expect([...VALUE_CLASSES, ...OPPORTUNITY_CLASSES].filter((each) => !present.has(each))).toEqual([])
    expect(rows.filter(({ valueClass }) => valueClass === null)).toEqual([])
  })

  it('classes have a believable share: few diamonds with most of the sales, and a long general tail', () => {
    const count = (wanted: AccountRow['valueClass']) =>
      rows.filter(({ valueClass }) => valueClass === wanted).length
    expect(count('diamond')).toBeLessThan(count('gold'))
    expect(count('general')).toBeGreaterThan(rows.length / 2)
  })

  it('people are there for the accounts of the pictures', async () => {
    const hengyue = rows.find(({ name }) => name === '恒岳重工集团')
    expect(await test.ask('person.list', { companyId: hengyue?.id })).not.toHaveLength(0)
  })

  it('opens as it was left: an edit stays, and its undo brings back the sample as it was made', async () => {
    const id = rows.find(({ name }) => name === '恒岳重工集团')?.id ?? ''
    await test.ask('account.revise', { ids: [id], changes: { city: '青岛' } })
    await test.ask('workspace.close', {})
    expect(await pathOfSample(test)).toBe(file)
    expect((await test.ask('account.get', { id })).row.city).toBe('青岛')
    await test.ask('history.undo', {})
    expect(contentOf(file)).toBe(untouched)
  })

  it('its making can not be undone by mistake', async () => {
    expect(await test.refuse('history.undo', {})).toMatchObject({ code: 'nothing-to-undo' })
  })

  it('is the same wherever it is made', async () => {
    const elsewhere = await startApplication()
    try {
      expect(contentOf(await pathOfSample(elsewhere))).toBe(untouched)
    } finally {
      await elsewhere.close()
    }
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { contribution } from '#shared/contract/contribution.ts'
import type { ActivityDriver } from '#shared/domain/cost-activity.ts'
import { contributionHandlers } from '../../../src/main/domains/contribution/contribution-handlers.ts'
import { createTradingWorkspace, type TradingWorkspace } from '../standing/trading-workspace.ts'

const YUAN = 10_000

let workspace: TradingWorkspace
beforeAll(() => {
  workspace = createTradingWorkspace()
})
afterAll(() => workspace.close())
beforeEach(() => workspace.clear())

const portfolio = (year?: number) =>
  contributionHandlers['contribution.portfolio'](workspace.queries, year === undefined ? {} : { year })
const account = (number: string, year?: number) =>
  contributionHandlers['contribution.account'](workspace.queries, {
    id: workspace.idOf(number),
    ...(year === undefined ? {} : { year }),
  })
const list = (kind: 'all' | 'gaining' | 'costing' | 'unknown' = 'all') =>
  contributionHandlers['contribution.list'](workspace.queries, {
    kind,
    sort: { field: 'contribution', descending: true },
    offset: 0,
    limit: 100,
  })
function define(name: string, driver: ActivityDriver, rate: number | null): string {
  const activity = { name, unit: '次', driver, rate: rate === null ? null : rate * YUAN }
  const { ids } = contributionHandlers['contribution.define'](workspace.context, { activities: [activity] })
  return ids[0] ?? ''
}
const setQuantity = (number: string, activityId: string, quantity: number | null, year = 2026) =>
  contributionHandlers['contribution.setQuantity'](workspace.context, {
    accountId: workspace.idOf(number),
    activityId,
    year,
    quantity,
  })

function trade() {
  workspace.trade([
    { account: 'K1', order: 'A', orderedOn: '2026-02-10', amount: 1000, cost: 600 },
    { account: 'K1', order: 'B', orderedOn: '2026-02-10', amount: 500, cost: 300 },
    { account: 'K1', order: 'C', orderedOn: '2026-03-01', amount: 100, cost: 60 },
    { account: 'K1', order: 'R', orderedOn: '2026-03-05', amount: -50, cost: -30 },
    { account: 'K2', order: 'D', orderedOn: '2026-04-01', amount: 200, cost: 150 },
    { account: 'K3', order: 'E', orderedOn: '2026-05-01', amount: 300 },
    { account: 'K1', order: 'Z', orderedOn: '2025-12-31', amount: 9999, cost: 1 },
  ])
}

describe('contribution of a year', () => {
  it('counts orders, days with orders and returned lines from the orders and subtracts their cost', () => {
    trade()
    define('订单处理', 'orders', 10)
    define('送货', 'order-days', 20)
    define('退货', 'return-lines', 5)
    const { row, activities } = account('K1')
    expect(activities.map(({ countedQuantity }) => countedQuantity)).toEqual([3, 2, 1])
    expect(activities.map(({ cost }) => cost)).toEqual([30 * YUAN, 40 * YUAN, 5 * YUAN])
    expect(row).toMatchObject({
      grossMargin: 620 * YUAN,
      costToServe: 75 * YUAN,
      contribution: 545 * YUAN,
      rank: 1,
    })
  })

  it('knows no contribution before any activity is defined', () => {
    trade()
    expect(portfolio()).toMatchObject({
      accountCount: 3,
      knownCount: 0,
      costToServe: null,
      contribution: null,
      curve: [],
      peak: null,
    })
    expect(list().rows.every(({ contribution }) => contribution === null)).toBe(true)
  })

  it('leaves an account without any cost unknown and an unentered quantity out, with what is covered', () => {
    trade()
    define('订单处理', 'orders', 10)
    const visit = define('拜访', 'entered', 100)
    setQuantity('K2', visit, 2)
    expect(list('unknown').rows.map(({ name }) => name)).toEqual(['K3'])
    expect(account('K1').row.costCoveragePercent).toBe(50)
    expect(account('K2').row).toMatchObject({ costCoveragePercent: 100, contribution: -160 * YUAN, rank: 2 })
    expect(account('K3').row).toMatchObject({ grossMargin: null, marginCoveragePercent: 0, rank: null })
    expect(list('costing').rows.map(({ name }) => name)).toEqual(['K2'])
    expect(portfolio()).toMatchObject({
      knownCount: 2,
      contribution: (590 - 160) * YUAN,
      peak: { count: 1, cumulative: 590 * YUAN },
      costing: { count: 1, amount: 160 * YUAN },
    })
    expect(portfolio()?.curve.at(-1)?.percent).toBe(100)
  })

  it('takes an entered quantity before the counted one, for its year alone', () => {
    trade()
    const delivery = define('送货', 'order-days', 20)
    setQuantity('K1', delivery, 7)
    expect(account('K1').activities[0]).toMatchObject({
      countedQuantity: 2,
      enteredQuantity: 7,
      cost: 140 * YUAN,
    })
    expect(account('K1', 2025).activities[0]).toMatchObject({ countedQuantity: 1, enteredQuantity: null })
    setQuantity('K1', delivery, null)
    expect(account('K1').activities[0]?.cost).toBe(40 * YUAN)
  })

  it('ends the year at the as-of date', () => {
    trade()
    workspace.setAsOf('2026-02-28')
    define('订单处理', 'orders', 10)
    expect(portfolio()).toMatchObject({ from: '2026-01-01', to: '2026-02-28', netSales: 1500 * YUAN })
    expect(portfolio()?.years).toEqual([2026, 2025])
  })

  it('undoes a new rate, and a removed activity comes back with its quantities', () => {
    trade()
    const visit = define('拜访', 'entered', 100)
    setQuantity('K1', visit, 1)
    contributionHandlers['contribution.revise'](workspace.context, {
      id: visit,
      changes: { rate: 900 * YUAN },
    })
    expect(account('K1').row.costToServe).toBe(900 * YUAN)
    workspace.ledger.undo(undefined, false)
    expect(account('K1').row.costToServe).toBe(100 * YUAN)
    contributionHandlers['contribution.remove'](workspace.context, { id: visit })
    expect(account('K1').activities).toEqual([])
    workspace.ledger.undo(undefined, false)
    expect(account('K1').row.costToServe).toBe(100 * YUAN)
  })

  it('refuses an unknown activity and an unknown account by their code', () => {
    trade()
    const visit = define('拜访', 'entered', 100)
    expect(() => setQuantity('K9', visit, 1)).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(() => setQuantity('K1', workspace.idOf('K1'), 1)).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    )
  })

  it('answers in its declared shape for an as-of date long before the first order', () => {
    trade()
    workspace.setAsOf('1811-05-01')
    const { output } = contribution.portfolio
    expect(output.parse(portfolio())).toMatchObject({ year: 1811, years: [1811] })
  })

  it('is nothing before the first order', () => {
    expect(portfolio()).toBeNull()
    expect(list()).toEqual({ rows: [], total: 0 })
  })
})

import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { portfolioOverview } from '#shared/contract/portfolio.ts'
import { type Day, monthOf } from '#shared/domain/calendar.ts'
import { OPPORTUNITY_CLASSES, VALUE_CLASSES } from '#shared/domain/value-class.ts'
import { portfolioHandlers } from '../../../src/main/domains/portfolio/portfolio-handlers.ts'
import { stableId } from '../../../src/main/ledger/stable-id.ts'
import { accountNumber, tradeDay, tradeLines } from '../standing/trade-arbitraries.ts'
import {
  createTradingWorkspace,
  type TradeLine,
  type TradingWorkspace,
} from '../standing/trading-workspace.ts'

let workspace: TradingWorkspace
beforeAll(() => {
  workspace = createTradingWorkspace()
})
afterAll(() => workspace.close())
beforeEach(() => workspace.clear())

const overview = (asOf?: Day) =>
  portfolioHandlers['portfolio.overview'](workspace.queries, asOf ? { asOf } : {})
function getOverview(asOf?: Day) {
  const found = overview(asOf)
  if (!found) throw new Error('There is no overview.')
  return found
}

/** Sums over shares and counts end in other last bits when they are taken in another order. */
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, part) => (typeof part === 'number' ? Number(part.toPrecision(10)) : part)),
  )

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('the overview', () => {
  it('is nothing before the first order, whatever parties there are', () => {
    workspace.addAccount('P1', ['prospect'])
    expect(overview()).toBeNull()
    workspace.trade([{ account: 'K1', order: 'A', orderedOn: '2025-05-10', amount: 10 }])
    expect(overview('2025-05-09')).toBeNull()
    expect(overview('2025-05-10')).not.toBeNull()
  })

  it('adds up: every account stands in one class, its sales in one part, and shares sum to the whole', () => {
    fc.assert(
      fc.property(tradeLines, fc.array(accountNumber, { maxLength: 3 }), (lines, prospects) => {
        workspace.clear()
        for (const number of new Set(prospects)) workspace.addAccount(number, ['prospect'])
        workspace.trade(lines)
        const found = getOverview()
        expect(portfolioOverview.parse(found)).toEqual(found)
        expect(found.netSales).toBe(found.grossSales - found.returns)
        expect(sum(found.categories.map(({ netSales }) => netSales))).toBe(found.netSales)
        if (found.modelVersion !== null) {
          expect(sum(found.classes.map(({ count }) => count))).toBe(found.accountCount)
          expect(sum(found.classes.map(({ netSales }) => netSales))).toBe(found.netSales)
        }
        const { migration, concentration, pareto } = found
        const now = found.classes.filter(({ valueClass }) => VALUE_CLASSES.some((one) => one === valueClass))
        expect(migration.up + migration.down + migration.unchanged + migration.entered).toBe(
          sum(now.map(({ count }) => count)),
        )
        const positive = sum(found.pyramid.map(({ count }) => count))
        expect(positive + concentration.negativeCount).toBeLessThanOrEqual(found.accountCount)
        if (positive > 0) {
          expect(pareto.curve[0]).toEqual([0, 0])
          expect(pareto.curve.at(-1)).toEqual([100, 100])
          expect(pareto.halfCount).toBeLessThanOrEqual(pareto.eightyCount)
          expect(pareto.eightyCount).toBeLessThanOrEqual(pareto.ninetyFiveCount)
        }
        expect(found.trend).toHaveLength(12)
      }),
      { numRuns: 60 },
    )
  })

  it('of a past day is what the workspace shows when it is set to that day', () => {
    fc.assert(
      fc.property(tradeLines, tradeDay, (lines, asOf) => {
        workspace.clear()
        workspace.trade(lines)
        const computed = overview(asOf)
        workspace.setAsOf(asOf)
        expect(rounded(overview())).toEqual(rounded(computed))
      }),
      { numRuns: 40 },
    )
  })

  it('follows a change at once', () => {
    workspace.trade([{ account: 'K1', order: 'A', orderedOn: '2025-05-10', amount: 10 }])
    expect(getOverview().netSales).toBe(100_000)
    workspace.trade([{ account: 'K1', order: 'B', orderedOn: '2025-05-11', amount: 5 }])
    expect(getOverview()).toMatchObject({ netSales: 150_000, asOf: '2025-05-11' })
    workspace.ledger.undo(undefined, false)
    expect(getOverview()).toMatchObject({ netSales: 100_000, asOf: '2025-05-10' })
  })
})

describe('the comparison with the window before', () => {
  const YEARS: TradeLine[] = [
    { account: 'K1', order: 'A', orderedOn: '2023-10-15', amount: 1000, cost: 600, category: 'Gears' },
    { account: 'K2', order: 'B', orderedOn: '2023-12-15', amount: 500, category: 'Gears' },
    { account: 'K3', order: 'C', orderedOn: '2024-06-15', amount: 500, cost: 400, category: 'Rails' },
    { account: 'K1', order: 'D', orderedOn: '2024-10-15', amount: 1500, cost: 900, category: 'Gears' },
    { account: 'K2', order: 'E', orderedOn: '2025-02-15', amount: 300, category: 'Gears' },
    { account: 'K2', order: 'E', orderedOn: '2025-03-15', amount: -100, category: 'Gears' },
    { account: 'K4', order: 'F', orderedOn: '2025-09-30', amount: 300, cost: 240, category: 'Rails' },
  ]

  it('tells growth, retention, repurchase and margins of exactly these two windows', () => {
    workspace.trade(YEARS)
    const found = getOverview()
    expect(found).toMatchObject({
      asOf: '2025-09-30',
      from: '2024-10-01',
      grossSales: 21_000_000,
      returns: 1_000_000,
      netSales: 20_000_000,
      priorNetSales: 20_000_000,
      growthPercent: 0,
      accountCount: 4,
      tradingCount: 3,
      prospectCount: 0,
    })
    // K1 1500 and K2 200 of the 2000 that these two and K3 bought the year before.
    expect(found.netRetentionPercent).toBeCloseTo(85, 9)
    expect(found.repurchasePercent).toBeCloseTo((2 / 3) * 100, 9)
    expect(found.marginPercent).toBeCloseTo(((1800 - 1140) / 1800) * 100, 9)
    expect(found.priorMarginPercent).toBeCloseTo(((1500 - 1000) / 1500) * 100, 9)
    expect(found.marginCoveragePercent).toBeCloseTo(90, 9)
    expect(found.categories).toMatchObject([
      {
        categoryId: stableId('category', 'Gears'),
        netSales: 17_000_000,
        priorNetSales: 15_000_000,
        buyers: 2,
      },
      { category: 'Rails', netSales: 3_000_000, priorNetSales: 5_000_000, sharePercent: 15, buyers: 1 },
    ])
    expect(found.movers.map(({ name, change }) => [name, change])).toEqual([
      ['K1', 5_000_000],
      ['K3', -5_000_000],
      ['K2', -3_000_000],
      ['K4', 3_000_000],
    ])
    expect(found.trend[0]).toEqual({ month: monthOf('2024-10-01'), net: 15_000_000, priorNet: 10_000_000 })
    expect(found.trend.at(-1)).toEqual({ month: monthOf('2025-09-01'), net: 3_000_000, priorNet: 0 })
  })

  it('stays open while the orders do not reach back so far', () => {
    workspace.trade(YEARS.slice(2))
    expect(getOverview()).toMatchObject({
      growthPercent: null,
      netRetentionPercent: null,
      repurchasePercent: null,
      movers: [],
    })
  })

  it('sets a part of the last month beside the same part of a year before', () => {
    workspace.trade([
      { account: 'K1', order: 'A', orderedOn: '2024-05-10', amount: 10 },
      { account: 'K1', order: 'B', orderedOn: '2024-05-25', amount: 100 },
      { account: 'K1', order: 'C', orderedOn: '2025-05-10', amount: 20 },
      { account: 'K1', order: 'D', orderedOn: '2025-05-25', amount: 200 },
    ])
    expect(getOverview('2025-05-15').trend.at(-1)).toMatchObject({ net: 200_000, priorNet: 100_000 })
    expect(getOverview('2025-05-31').trend.at(-1)).toMatchObject({ net: 2_200_000, priorNet: 1_100_000 })
  })

  it('leaves out a removed customer everywhere', () => {
    workspace.trade(YEARS)
    workspace.remove('K1')
    const found = getOverview()
    expect(found).toMatchObject({ accountCount: 3, netSales: 5_000_000, priorNetSales: 10_000_000 })
    expect(sum(found.categories.map(({ netSales }) => netSales))).toBe(5_000_000)
    expect(sum(found.trend.map(({ net }) => net))).toBe(5_000_000)
    expect(found.movers.map(({ name }) => name)).not.toContain('K1')
  })
})

describe('movement', () => {
  it('counts who rose, fell, stayed and entered since the quarter before', () => {
    const lines: TradeLine[] = []
    for (let customer = 0; customer < 10; customer += 1) {
      for (let quarter = 0; quarter < 9; quarter += 1) {
        const isReturned = customer === 0 && quarter === 8
        lines.push({
          account: `K${customer}`,
          order: `SO-${customer}-${quarter}`,
          orderedOn: `${2024 + Math.floor((quarter + 2) / 4)}-${['07', '10', '01', '04'][quarter % 4]}-15`,
          amount: isReturned ? -290_000 : Math.round(100_000 / 1.6 ** customer),
        })
      }
    }
    lines.push({ account: 'N1', order: 'N', orderedOn: '2026-07-10', amount: 10 })
    workspace.addAccount('P1', ['prospect'])
    workspace.trade(lines)
    const { migration, prospectCount } = getOverview()
    expect(migration.previousAsOf).toBe('2026-04-15')
    expect(prospectCount).toBe(1)
    expect(migration.entered).toBe(1)
    expect(migration.down).toBeGreaterThan(0)
    expect(migration.up + migration.down + migration.unchanged).toBe(10)
    expect(sum(migration.cells.map(({ count }) => count))).toBe(11)
    const opportunities: readonly (string | null)[] = OPPORTUNITY_CLASSES
    expect(migration.cells.some(({ to }) => opportunities.includes(to))).toBe(false)
  })
})

describe('the classification for the command line', () => {
  it('speaks in currency units and names every account once', () => {
    workspace.addAccount('P1', ['prospect'], { name: 'Prospect' })
    workspace.trade([
      { account: 'K1', order: 'A', orderedOn: '2025-05-10', amount: 1234.5678 },
      { account: 'K1', order: 'A', orderedOn: '2025-05-11', amount: -34.5 },
      { account: 'K2', order: 'B', orderedOn: '2025-05-12', amount: 10 },
    ])
    const { asOf, accounts } = portfolioHandlers['portfolio.classify'](workspace.queries, {
      asOf: '2025-05-20',
    })
    expect(asOf).toBe('2025-05-20')
    expect(accounts.map(({ number }) => number)).toEqual(['K1', 'K2', 'P1'])
    expect(accounts[0]).toMatchObject({
      grossSales: 1234.5678,
      returns: 34.5,
      netSales: 1200.0678,
      recencyDays: 10,
      orderCount: 1,
      rfm: expect.stringMatching(/^[1-5]{3}$/),
    })
    expect(accounts[2]).toMatchObject({
      name: 'Prospect',
      valueClass: 'general-opportunity',
      netSales: 0,
      recencyDays: null,
      rfm: null,
    })
  })

  it('is empty without a day to look at', () => {
    workspace.addAccount('P1', ['prospect'])
    expect(portfolioHandlers['portfolio.classify'](workspace.queries, {})).toEqual({
      asOf: null,
      accounts: [],
    })
  })
})

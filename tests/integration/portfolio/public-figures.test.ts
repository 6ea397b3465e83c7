import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Day, rollingWindow } from '#shared/domain/calendar.ts'
import { portfolioHandlers } from '../../../src/main/domains/portfolio/portfolio-handlers.ts'
import { classifyAt } from '../../../src/main/domains/standing/classify-at.ts'
import { findModelInForce } from '../../../src/main/domains/standing/model-in-force.ts'
import { classifyPortfolio, type PortfolioRow } from '../../../src/main/scoring/classify-portfolio.ts'
import { gini, shareOfTop } from '../../../src/main/scoring/concentration.ts'
import {
  figuresByCustomer,
  isMissing,
  type Purchase,
  readNorthwind,
  readOnlineRetail,
} from '../../unit/scoring/public-data.ts'
import { createTradingWorkspace, type TradingWorkspace } from '../standing/trading-workspace.ts'

let workspace: TradingWorkspace
beforeEach(() => {
  workspace = createTradingWorkspace()
})
afterEach(() => workspace.close())

function trade(purchases: readonly Purchase[]): void {
  workspace.trade(
    purchases.map(({ customer, order, on, value }) => ({
      account: customer,
      order,
      orderedOn: on,
      amount: value,
    })),
  )
}

/** Rows of the portfolio straight from the purchases, without the database. */
function rowsAt(purchases: readonly Purchase[], asOf: Day): PortfolioRow[] {
  const known = purchases.filter(({ on }) => on <= asOf)
  const window = rollingWindow(asOf, 12)
  const prior = rollingWindow(rollingWindow(asOf, 12).from, 12)
  const netOf = (part: readonly Purchase[]) =>
    new Map(
      figuresByCustomer(part).map(({ id, orders }) => [
        id,
        {
          orderCount: orders.size,
          net: part
            .filter(({ customer }) => customer === id)
            .reduce((sum, { value }) => sum + Math.round(value * 10_000), 0),
        },
      ]),
    )
  const byCustomer = Map.groupBy(known, ({ customer }) => customer)
  return [...byCustomer].map(([id, own]): PortfolioRow => {
    const inWindow = netOf(own.filter(({ on }) => on >= window.from)).get(id)
    const before = netOf(own.filter(({ on }) => on >= prior.from && on < window.from)).get(id)
    const days = own.map(({ on }) => on).sort()
    return {
      id,
      hasTradedEver: true,
      netSales: inWindow?.net ?? 0,
      priorNetSales: before?.net ?? 0,
      cost: null,
      costedNetSales: 0,
      orderCount: inWindow?.orderCount ?? 0,
      firstOrderedOn: days[0] ?? null,
      lastOrderedOn: days.at(-1) ?? null,
      influence: null,
      prospect: null,
    }
  })
}

/** The workspace's results must be those of the pure functions on the same purchases. */
function expectSameAsPure(purchases: readonly Purchase[], asOf: Day): void {
  const model = findModelInForce(workspace.database)?.model
  if (!model) throw new Error('There is no model.')
  const rows = rowsAt(purchases, asOf)
  const historyFrom = purchases.map(({ on }) => on).reduce((first, on) => (on < first ? on : first))
  const pure = new Map(
    classifyPortfolio(rows, model, {
      asOf,
      historyFrom,
      rfm: { method: 'bands', bands: model.rfm.bands ?? undefined },
    }).accounts.map((account) => [account.id, account]),
  )
  const numbers = new Map(rows.map(({ id }) => [workspace.keyOf(id), id]))
  const { accounts } = classifyAt(workspace.database, asOf)
  expect(accounts).toHaveLength(rows.length)
  for (const account of accounts) {
    const expected = pure.get(numbers.get(account.accountKey) ?? '')
    expect(account).toMatchObject({
      valueClass: expected?.valueClass,
      decidedBy: expected?.decidedBy,
      score: expected?.score,
      abc: expected?.abc,
      pyramid: expected?.pyramid,
      rfm: expected?.rfm,
      rfmSegment: expected?.rfmSegment,
      recencyDays: expected?.recencyDays,
      isNew: expected?.isNew,
    })
  }
}

describe.skipIf(isMissing('online_retail/online_retail.csv.gz'))(
  'Online Retail (shared/data/online_retail)',
  () => {
    it('gives the published totals, three quarters of sales with the top 20 %, and the classes of the pure models', {
      timeout: 300_000,
    }, () => {
      const purchases = readOnlineRetail()
      trade(purchases)
      const { accounts } = portfolioHandlers['portfolio.classify'](workspace.queries, { asOf: '2011-12-10' })
      const gross = accounts.map(({ grossSales }) => grossSales)
      expect(accounts).toHaveLength(4338)
      expect(gross.reduce((sum, sales) => sum + sales, 0)).toBeCloseTo(8_911_407.904, 3)
      expect(shareOfTop(gross, 0.2)).toBeCloseTo(0.75, 2)
      expect(gini(gross)?.population).toBeCloseTo(0.715, 3)
      expectSameAsPure(purchases, '2011-12-09')
      expectSameAsPure(purchases, '2011-09-09')

      const overview = portfolioHandlers['portfolio.overview'](workspace.queries, {})
      expect(overview).toMatchObject({
        asOf: '2011-12-09',
        from: '2010-12-10',
        accountCount: 4338,
        prospectCount: 0,
      })
      expect(overview?.classes.reduce((sum, { count }) => sum + count, 0)).toBe(4338)
      const sharesOf = (parts: readonly { sharePercent: number }[] = []) =>
        parts.reduce((sum, { sharePercent }) => sum + sharePercent, 0)
      for (const parts of [overview?.classes, overview?.abc, overview?.pyramid]) {
        expect(sharesOf(parts)).toBeCloseTo(100, 9)
      }
    })
  },
)

describe.skipIf(isMissing('northwind/Orders.csv'))('Northwind (shared/data/northwind)', () => {
  it('gives revenue after discounts, 89 customers in levels 1, 4, 13 and 71, and the classes of the pure models', () => {
    const purchases = readNorthwind()
    trade(purchases)
    const { accounts } = portfolioHandlers['portfolio.classify'](workspace.queries, {})
    expect(accounts).toHaveLength(89)
    expect(accounts.reduce((sum, { netSales }) => sum + netSales, 0)).toBeCloseTo(1_265_793.04, 2)
    expect(accounts.reduce((sum, { orderCount }) => sum + orderCount, 0)).toBe(830)
    const countOf = (level: string) => accounts.filter(({ pyramid }) => pyramid === level).length
    expect(['top-1', 'next-4', 'next-15', 'other-80'].map(countOf)).toEqual([1, 4, 13, 71])
    for (const asOf of ['1998-05-06', '1997-12-31', '1997-08-15']) expectSameAsPure(purchases, asOf)
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { model as modelContract } from '#shared/contract/model.ts'
import { scoringModel } from '#shared/domain/scoring-model.ts'
import { modelHandlers } from '../../../src/main/domains/model/model-handlers.ts'
import {
  createTradingWorkspace,
  NOW,
  type TradeLine,
  type TradingWorkspace,
} from '../standing/trading-workspace.ts'

let workspace: TradingWorkspace
beforeAll(() => {
  workspace = createTradingWorkspace()
})
afterAll(() => workspace.close())
beforeEach(() => workspace.clear())

const current = () => modelHandlers['model.current'](workspace.queries)
const propose = () => modelHandlers['model.propose'](workspace.queries)

/** Ten customers that order every month. */
function monthlyOrders(months: number, withCost: boolean): TradeLine[] {
  return Array.from({ length: 10 * months }, (_, i) => {
    const [customer, month] = [i % 10, Math.floor(i / 10)]
    const amount = 1000 * (customer + 1) + month
    return {
      account: `K${customer}`,
      order: `SO-${i}`,
      orderedOn: `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-28`,
      amount,
      ...(withCost ? { cost: amount * (0.5 + customer / 100) } : {}),
    }
  })
}

const needs = () => Object.fromEntries(current().criteria.map(({ key, needs: need }) => [key, need]))

describe('before any order', () => {
  it('there is no model and nothing to propose one from', () => {
    workspace.addAccount('P1', ['prospect'])
    expect(current()).toMatchObject({ model: null, adoptedAt: null, adoptedBy: null })
    expect(
      current().criteria.every(({ knownCount, percentiles }) => knownCount === 0 && percentiles === null),
    ).toBe(true)
    const noData = expect.objectContaining({ code: 'no-data' })
    expect(() => propose()).toThrow(noData)
    expect(() => modelHandlers['model.adopt'](workspace.context, {})).toThrow(noData)
    expect(needs()).toEqual({
      sales: 'orders',
      margin: 'cost',
      collection: 'invoices',
      growth: 'two-years',
      timeliness: 'invoices',
      influence: 'judgements',
    })
  })
})

describe('the starter model', () => {
  it('rests on what there are figures for, and names what would bring the others', () => {
    workspace.trade(monthlyOrders(12, false))
    expect(current().model).toMatchObject({
      version: 1,
      name: '2024-12-28',
      effectiveOn: '2024-12-28',
      currency: 'CNY',
      windowMonths: 12,
      criteria: [{ key: 'sales', weight: 100 }],
      inactive: ['margin', 'collection', 'growth', 'timeliness', 'influence'],
    })
    expect(current()).toMatchObject({ adoptedAt: new Date(NOW).toISOString(), adoptedBy: 'Lin' })
    expect(needs()).toEqual({
      sales: null,
      margin: 'cost',
      collection: 'invoices',
      growth: 'two-years',
      timeliness: 'invoices',
      influence: 'judgements',
    })
  })

  it('stays as it is when later orders would give other anchors', () => {
    workspace.trade(monthlyOrders(12, false))
    const { model } = current()
    workspace.trade([{ account: 'K1', order: 'X', orderedOn: '2025-01-20', amount: 9_000_000 }])
    expect(current().model).toEqual(model)
    expect(propose().criteria[0]?.anchors).not.toEqual(model?.criteria[0]?.anchors)
  })

  it('of a workspace whose orders are all returns waits for a sale', () => {
    workspace.trade([{ account: 'K1', order: 'A', orderedOn: '2025-01-20', amount: -10 }])
    expect(current().model).toBeNull()
    workspace.trade([{ account: 'K1', order: 'B', orderedOn: '2025-01-21', amount: 100 }])
    expect(current().model?.version).toBe(1)
  })
})

describe('adopting', () => {
  it('freezes the next version with the criteria that have data by now; undo puts the one before in force', () => {
    workspace.trade(monthlyOrders(12, false))
    workspace.trade(monthlyOrders(30, true).slice(120))
    expect(needs()).toMatchObject({ margin: null, growth: null, influence: 'judgements' })
    const proposal = propose()
    const adopted = modelHandlers['model.adopt'](workspace.context, { name: 'With margin' })
    expect(scoringModel.parse(adopted)).toEqual({ ...proposal, version: 2, name: 'With margin' })
    expect(adopted.criteria.map(({ key, weight }) => [key, weight])).toEqual([
      ['sales', 46.1],
      ['margin', 30.8],
      ['growth', 23.1],
    ])
    expect(current().model).toEqual(adopted)

    const classed = workspace.standings()
    workspace.ledger.undo(undefined, false)
    expect(current().model?.version).toBe(1)
    expect(workspace.standings()).not.toEqual(classed)
    workspace.ledger.redo(undefined, false)
    expect(current().model).toEqual(adopted)
    expect(workspace.standings()).toEqual(classed)
  })
})

describe('the data of a criterion', () => {
  it('counts every account that traded in one bin, those beyond the anchors in the outer ones', () => {
    workspace.addAccount('P1', ['prospect'])
    workspace.trade(monthlyOrders(24, true))
    expect(modelContract.current.output.parse(current())).toEqual(current())
    const { criteria } = current()
    for (const { key, knownCount, histogram, percentiles } of criteria) {
      expect(histogram).toHaveLength(20)
      expect([key, histogram.reduce((sum, count) => sum + count, 0)]).toEqual([key, knownCount])
      expect(percentiles === null).toBe(knownCount === 0)
    }
    const sales = criteria.find(({ key }) => key === 'sales')
    expect(sales?.knownCount).toBe(10)
    expect(sales?.percentiles).toEqual([...(sales?.percentiles ?? [])].sort((a, b) => a - b))
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { contributionHandlers } from '../../../src/main/domains/contribution/contribution-handlers.ts'
import { segmentHandlers } from '../../../src/main/domains/segment/segment-handlers.ts'
import { createTradingWorkspace, type TradingWorkspace } from '../standing/trading-workspace.ts'

let workspace: TradingWorkspace
beforeAll(() => {
  workspace = createTradingWorkspace()
})
afterAll(() => workspace.close())
beforeEach(() => {
  workspace.clear()
  workspace.addAccount('K1', ['customer'], { industry: '风电' })
  workspace.addAccount('K2', ['customer'], { industry: '风电' })
  workspace.addAccount('K3', ['customer'], { industry: '机床' })
  workspace.addAccount('P1', ['prospect'])
  workspace.trade([
    { account: 'K1', order: 'A', orderedOn: '2026-02-10', amount: 1000, cost: 990, category: '减速机' },
    { account: 'K1', order: 'A', orderedOn: '2026-02-10', amount: 10, cost: 9, category: '电机' },
    { account: 'K2', order: 'B', orderedOn: '2026-02-11', amount: 500, cost: 100 },
    { account: 'K3', order: 'C', orderedOn: '2026-02-12', amount: 100, cost: 60 },
  ])
})

const worksheet = () => segmentHandlers['segment.worksheet'](workspace.queries).rows
const complexity = (number: string) =>
  segmentHandlers['segment.complexity'](workspace.queries, { id: workspace.idOf(number) })
const assign = (numbers: string[], segment: string | null) =>
  segmentHandlers['segment.assign'](workspace.context, { ids: numbers.map(workspace.idOf), segment })

describe('the segments worksheet', () => {
  it('groups by the own segment, else the industry; accounts with neither stand last', () => {
    assign(['K2'], '海上风电')
    expect(
      worksheet().map(({ segment, accountCount, assignedCount }) => [segment, accountCount, assignedCount]),
    ).toEqual([
      ['风电', 1, 0],
      ['海上风电', 1, 1],
      ['机床', 1, 0],
      [null, 1, 0],
    ])
  })

  it('proposes by contribution as soon as there is one, and no worst where there is one account alone', () => {
    contributionHandlers['contribution.define'](workspace.context, {
      activities: [{ name: '订单', unit: '', driver: 'orders', rate: 1 }],
    })
    const [wind, tools] = worksheet()
    expect(wind).toMatchObject({
      proposedBy: 'contribution',
      proposedBest: { name: 'K2' },
      proposedWorst: { name: 'K1' },
    })
    expect(tools).toMatchObject({ proposedBest: { name: 'K3' }, proposedWorst: null })
  })

  it('keeps choice and next action apart, and an undo takes back the last alone', () => {
    const bestId = workspace.idOf('K1')
    segmentHandlers['segment.revise'](workspace.context, { segment: '风电', changes: { bestId } })
    segmentHandlers['segment.revise'](workspace.context, { segment: '风电', changes: { nextAction: '谈价' } })
    expect(worksheet()[0]).toMatchObject({ chosenBest: { name: 'K1' }, nextAction: '谈价' })
    workspace.ledger.undo(undefined, false)
    expect(worksheet()[0]).toMatchObject({ chosenBest: { name: 'K1' }, nextAction: null })
  })

  it('adds up to all sales', () => {
    const rows = worksheet()
    expect(rows.reduce((sum, { netSales }) => sum + netSales, 0)).toBe(1610 * 10_000)
    expect(rows.reduce((sum, { sharePercent }) => sum + (sharePercent ?? 0), 0)).toBeCloseTo(100)
  })
})

describe('relationship complexity', () => {
  it('counts what the records show and takes the unknown for one', () => {
    expect(complexity('K1')).toMatchObject({
      factors: {
        segments: { counted: 1, count: 1 },
        products: { counted: 2, count: 2 },
        channels: { counted: null, count: 1 },
        enterprises: { counted: null, count: 1 },
      },
      cells: 2,
      served: { counted: 2 },
      coveragePercent: 100,
    })
  })

  it('reaches 3 × 4 × 2 × 5 = 120 by correction, with its log2 and coverage', () => {
    const corrected = (count: number) => ({ count, note: '客户组织图' })
    segmentHandlers['segment.correctComplexity'](workspace.context, {
      id: workspace.idOf('K1'),
      corrections: {
        segments: corrected(3),
        products: corrected(4),
        channels: corrected(2),
        enterprises: corrected(5),
        served: corrected(18),
      },
    })
    const row = complexity('K1')
    expect(row.cells).toBe(120)
    expect(row.log2).toBeCloseTo(6.91, 2)
    expect(row.coveragePercent).toBeCloseTo(15)
    expect(row.factors.enterprises).toMatchObject({
      counted: null,
      corrected: { count: 5, note: '客户组织图', author: 'Lin', on: '2026-10-01' },
    })
    segmentHandlers['segment.correctComplexity'](workspace.context, {
      id: workspace.idOf('K1'),
      corrections: { enterprises: null },
    })
    expect(complexity('K1').cells).toBe(24)
    workspace.ledger.undo(undefined, false)
    workspace.ledger.undo(undefined, false)
    expect(complexity('K1').cells).toBe(2)
  })

  it('lists the trading accounts alone, with what is usual among them', () => {
    const found = segmentHandlers['segment.listComplexity'](workspace.queries, {
      sort: { field: 'cells', descending: true },
      offset: 0,
      limit: 2,
    })
    expect(found).toMatchObject({ total: 3, medianCells: 1, largest: { name: 'K1', cells: 2 } })
    expect(found.rows.map(({ name }) => name)).toEqual(['K1', 'K2'])
    expect(found.rows[0]).toEqual(complexity('K1'))
  })
})

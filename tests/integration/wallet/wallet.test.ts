import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '#shared/contract/contract.ts'
import { wallet } from '#shared/contract/wallet.ts'
import { AMOUNT_SCALE } from '#shared/domain/money.ts'
import { opportunityHandlers } from '../../../src/main/domains/opportunity/opportunity-handlers.ts'
import { readWalletFacts } from '../../../src/main/domains/spend/wallet-facts.ts'
import { walletHandlers } from '../../../src/main/domains/wallet/wallet-handlers.ts'
import { stableId } from '../../../src/main/ledger/stable-id.ts'
import { createTradingWorkspace, type TradingWorkspace } from '../standing/trading-workspace.ts'

const GEARS = stableId('category', 'Gears')
const SPARES = stableId('category', 'Spares')
const units = (value: number) => value * AMOUNT_SCALE

let workspace: TradingWorkspace

beforeEach(() => {
  workspace = createTradingWorkspace()
  // As of 2026-12-31 the window is the calendar year 2026, and the one before it 2025.
  workspace.trade([
    { account: 'A', order: '1', orderedOn: '2025-05-01', amount: 400, cost: 280, category: 'Gears' },
    { account: 'A', order: '2', orderedOn: '2026-05-01', amount: 600, cost: 420, category: 'Gears' },
    { account: 'A', order: '3', orderedOn: '2026-12-31', amount: 50, cost: 35, category: 'Spares' },
    { account: 'B', order: '4', orderedOn: '2026-06-01', amount: 100, cost: 70, category: 'Gears' },
    { account: 'B', order: '5', orderedOn: '2025-06-01', amount: 100, cost: 70, category: 'Gears' },
  ])
  workspace.setAsOf('2026-12-31')
})
afterEach(() => workspace.close())

type Spend = InputOf<'wallet.recordSpend'>['spend']

function record(number: string, categoryId: string, year: number, spend: Spend): string {
  const accountId = workspace.idOf(number)
  const input = wallet.recordSpend.input.parse({ accountId, categoryId, year, spend })
  return walletHandlers['wallet.recordSpend'](workspace.context, input).id
}
const read = (number: string) =>
  wallet.account.output.parse(
    walletHandlers['wallet.account'](workspace.queries, { accountId: workspace.idOf(number) }),
  )
const categoryOf = (number: string, categoryId: string) => {
  const found = read(number).categories.find((category) => category.categoryId === categoryId)
  if (!found) throw new Error('The category is not shown.')
  return found
}
const classOf = (number: string) => workspace.standings().get(number)?.value_class
const undo = () => workspace.ledger.undo(undefined, false)

describe('share of wallet', () => {
  it('compares the same twelve months, and says how the change came about to the last unit', () => {
    record('A', GEARS, 2025, { amount: units(1000) })
    record('A', GEARS, 2026, {
      amount: units(1200),
      lowAmount: units(1000),
      highAmount: units(1500),
      source: 'annual report',
      confidence: 'high',
      competitors: [{ name: 'Rival', sharePercent: 30 }],
    })
    const gears = categoryOf('A', GEARS)
    expect(gears.current).toMatchObject({ sales: units(600), wallet: units(1200), openAmount: units(240) })
    expect(gears.current.share).toMatchObject({ percent: 50, lowPercent: 40, highPercent: 60, isOver: false })
    expect(gears.prior.share).toMatchObject({ percent: 40 })
    expect(gears.decomposition).toEqual({
      change: units(200),
      customerGrowth: units(80),
      shareChange: units(120),
    })
    expect(gears.evolutionIndex).toBeCloseTo(125, 9)
    expect(gears.competitors).toMatchObject([{ name: 'Rival', sharePercent: 30, amount: units(360) }])
    expect(gears.spends[0]).toMatchObject({ year: 2026, source: 'annual report', confidence: 'high' })
  })

  it('above 100 % is shown as it is, with a flag, and nothing is derived from it', () => {
    record('A', GEARS, 2025, { amount: units(1000) })
    record('A', GEARS, 2026, { amount: units(500) })
    expect(categoryOf('A', GEARS)).toMatchObject({ decomposition: null, evolutionIndex: null })
    expect(categoryOf('A', GEARS).current.share).toMatchObject({ percent: 120, isOver: true })
  })

  it('of a category nobody knows the spend of is unknown, and the total leaves it out', () => {
    record('A', GEARS, 2026, { amount: units(1200) })
    expect(categoryOf('A', SPARES).current.share).toEqual({ kind: 'unknown', reason: 'no-spend' })
    expect(read('A').total).toMatchObject({ knownCategories: 1, categories: 2, share: { percent: 50 } })
  })

  it('puts foreign spend at the budget rate, and refuses a currency without one', () => {
    expect(() => record('A', GEARS, 2026, { amount: units(150), currency: 'EUR' })).toThrow(/budget rate/)
    workspace.ledger.change({ key: 'currency.setRate', values: {} }, ['currency'], (writer) =>
      writer.set('currency_rate', stableId('currency-rate', 'EUR'), 'rate', {
        currency: 'EUR',
        budgetRate: 8,
      }),
    )
    record('A', GEARS, 2026, { amount: units(150), lowAmount: units(100), currency: 'EUR' })
    expect(categoryOf('A', GEARS).current).toMatchObject({ wallet: units(1200), walletLow: units(800) })
  })

  it('takes the running year to date against as many months of the year’s spend', () => {
    workspace.setAsOf('2026-06-30')
    record('A', GEARS, 2026, { amount: units(3650) })
    const [year] = categoryOf('A', GEARS).years
    expect(year).toMatchObject({
      year: 2026,
      isPartial: true,
      period: { wallet: units(1825), sales: units(600) },
    })
  })

  it('refuses a year that nobody can have recorded', () => {
    expect(() => record('A', GEARS, 1899, { amount: 10 })).toThrow()
    const at = { accountId: workspace.idOf('A'), categoryId: GEARS, year: 1899 }
    const rank = { rank: 1, suppliers: 2 }
    expect(wallet.estimateByRank.input.safeParse({ ...at, rank }).success).toBe(false)
    record('A', GEARS, 1900, { amount: 10 })
    expect(categoryOf('A', GEARS).spends).toMatchObject([{ year: 1900 }])
  })

  it('refuses a range that does not hold the amount, and shares above 100 %', () => {
    expect(() => record('A', GEARS, 2026, { amount: 10, lowAmount: 11 })).toThrow()
    expect(() => record('A', GEARS, 2026, { amount: 10, highAmount: 9 })).toThrow()
    const competitors = [
      { name: 'One', sharePercent: 60 },
      { name: 'Two', sharePercent: 50 },
    ]
    expect(() => record('A', GEARS, 2026, { amount: 10, competitors })).toThrow()
  })

  it('estimates from our rank only while no amount is known, and marks it', () => {
    const accountId = workspace.idOf('A')
    const rank = { rank: 2, suppliers: 3 }
    const input = { accountId, categoryId: GEARS, year: 2026, rank }
    walletHandlers['wallet.estimateByRank'](workspace.context, input)
    const estimated = categoryOf('A', GEARS)
    expect(estimated.current).toMatchObject({ wallet: units(1800), isRankEstimate: true })
    expect(estimated).toMatchObject({ walletGrowth: null, decomposition: null })
    expect(read('A').total.knownCategories).toBe(0)
    expect(readWalletFacts(workspace.database, '2026-12-31').size).toBe(0)
    record('A', GEARS, 2026, { amount: units(1200) })
    expect(categoryOf('A', GEARS).current).toMatchObject({ wallet: units(1200), isRankEstimate: false })
    expect(() => walletHandlers['wallet.estimateByRank'](workspace.context, input)).toThrow(/rank/)
  })
})

describe('what spend does to the value class', () => {
  it('makes a general account Potential where a small share of a large wallet is ours, until it is undone', () => {
    const before = classOf('B')
    expect(before).toBe('general')
    const id = record('B', GEARS, 2026, { amount: units(1000) })
    expect(readWalletFacts(workspace.database, '2026-12-31').get(workspace.keyOf('B'))).toEqual({
      shareOfWalletPercent: 10,
      isInTopThird: true,
    })
    expect(classOf('B')).toBe('potential')
    undo()
    expect(classOf('B')).toBe(before)
    workspace.ledger.redo(undefined, false)
    expect(classOf('B')).toBe('potential')
    walletHandlers['wallet.removeSpend'](workspace.context, { id })
    expect(classOf('B')).toBe(before)
  })

  it('a larger wallet elsewhere takes the third away', () => {
    record('B', GEARS, 2026, { amount: units(1000) })
    record('A', GEARS, 2026, { amount: units(900) })
    expect(classOf('B')).toBe('potential')
    const [accountId, categoryId] = [workspace.idOf('A'), GEARS]
    const spend = wallet.recordSpend.input.parse({
      accountId,
      categoryId,
      year: 2026,
      spend: { amount: units(9000) },
    })
    walletHandlers['wallet.recordSpend'](workspace.context, spend)
    expect(classOf('B')).toBe('general')
  })
})

describe('white space', () => {
  const grid = () =>
    wallet.whiteSpace.output.parse(
      walletHandlers['wallet.whiteSpace'](workspace.queries, { filter: {}, offset: 0, limit: 50 }),
    )
  const cell = (number: string, categoryId: string) =>
    grid()
      .rows.find(({ accountId }) => accountId === workspace.idOf(number))
      ?.cells.find((each) => each.categoryId === categoryId)

  it('tells what it buys, what is white and what nobody knows', () => {
    record('B', SPARES, 2026, { amount: units(70), competitors: [{ name: 'Rival', sharePercent: 100 }] })
    record('A', GEARS, 2026, { amount: units(1000) })
    expect(cell('A', GEARS)).toMatchObject({ kind: 'buys', sharePercent: 60, potential: units(400) })
    expect(cell('A', SPARES)).toMatchObject({ kind: 'buys', potential: null, sharePercent: null })
    expect(cell('B', SPARES)).toMatchObject({ kind: 'white', potential: units(70), competitor: 'Rival' })
    expect(cell('B', GEARS)).toMatchObject({ kind: 'buys', potential: null })
    expect(grid().rows[0]?.accountId).toBe(workspace.idOf('A'))
  })

  it('a cell becomes an opportunity that knows its category and competitor; undo takes both back', () => {
    const accountId = workspace.idOf('B')
    const at = { accountId, categoryId: SPARES }
    expect(cell('B', SPARES)).toMatchObject({ kind: 'unknown' })
    walletHandlers['wallet.setCell'](workspace.context, {
      ...at,
      changes: { competitor: 'Rival', potential: { amount: units(80), currency: 'CNY' } },
    })
    const { opportunityId } = walletHandlers['wallet.openOpportunity'](workspace.context, {
      ...at,
      name: 'Spares for B',
      value: { amount: units(80), currency: 'CNY' },
      expectedCloseOn: null,
    })
    expect(cell('B', SPARES)).toMatchObject({
      state: 'pursuing',
      opportunityId,
      opportunityName: 'Spares for B',
    })
    const list = () =>
      opportunityHandlers['opportunity.list'](workspace.queries, {
        filter: { accountId },
        offset: 0,
        limit: 10,
      }).rows
    expect(list()).toMatchObject([
      {
        id: opportunityId,
        competitor: 'Rival',
        category: 'Spares',
        stage: 'identified',
        fromWhiteSpace: true,
      },
    ])
    undo()
    expect(list()).toEqual([])
    expect(cell('B', SPARES)).toMatchObject({ state: null, opportunityId: null, kind: 'white' })
    workspace.ledger.redo(undefined, false)
    opportunityHandlers['opportunity.remove'](workspace.context, { id: opportunityId })
    expect(cell('B', SPARES)).toMatchObject({ opportunityId: null, opportunityName: null })
  })
})

it('a cell has one open opportunity; once it is closed or gone the next one may be opened', () => {
  const at = { accountId: workspace.idOf('B'), categoryId: SPARES }
  const open = (name: string) =>
    walletHandlers['wallet.openOpportunity'](workspace.context, {
      ...at,
      name,
      value: null,
      expectedCloseOn: null,
    }).opportunityId
  const first = open('First')
  expect(() => open('Second')).toThrow(expect.objectContaining({ code: 'in-use' }))
  opportunityHandlers['opportunity.close'](workspace.context, {
    id: first,
    result: 'lost',
    closedOn: '2026-07-01',
    reasons: ['price'],
  })
  const second = open('Second')
  expect(second).not.toBe(first)
  opportunityHandlers['opportunity.remove'](workspace.context, { id: second })
  open('Third')
  expect(() => open('Fourth')).toThrow(expect.objectContaining({ code: 'in-use' }))
  undo()
  open('Fourth')
})

it('the map shows accounts whose spend is known, and counts the others', () => {
  record('A', GEARS, 2025, { amount: units(1000) })
  record('A', GEARS, 2026, { amount: units(1200) })
  const map = wallet.map.output.parse(walletHandlers['wallet.map'](workspace.queries, {}))
  expect(map).toMatchObject({
    unknownCount: 1,
    bubbles: [{ name: 'A', sharePercent: 50, wallet: units(1200) }],
  })
  const own = walletHandlers['wallet.map'](workspace.queries, { accountId: workspace.idOf('A') })
  expect(own).toMatchObject({ unknownCount: 1, bubbles: [{ name: 'Gears', sharePercent: 50 }] })
})

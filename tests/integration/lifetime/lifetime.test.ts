import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '#shared/contract/contract.ts'
import { lifetime } from '#shared/contract/lifetime.ts'
import { addDays } from '#shared/domain/calendar.ts'
import { lifetimeHandlers } from '../../../src/main/domains/lifetime/lifetime-handlers.ts'
import { proposeModel } from '../../../src/main/domains/model/propose-model.ts'
import { recordModel } from '../../../src/main/domains/model/starter-model-adoption.ts'
import { readLifetimeValues } from '../../../src/main/domains/standing/lifetime-values.ts'
import { windowsOf } from '../../../src/main/domains/standing/window-pair.ts'
import { isMissing, readCdnowSample } from '../../unit/scoring/public-data.ts'
import {
  accountId,
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

const portfolio = (input: InputOf<'lifetime.portfolio'> = {}) =>
  lifetimeHandlers['lifetime.portfolio'](workspace.queries, lifetime.portfolio.input.parse(input))
const account = (number: string, trial?: InputOf<'lifetime.account'>['trial']) =>
  lifetimeHandlers['lifetime.account'](workspace.queries, { accountId: accountId(number), trial })
const revise = (number: string, entries: InputOf<'lifetime.revise'>['entries']) =>
  lifetimeHandlers['lifetime.revise'](workspace.context, { accountId: accountId(number), entries })

const AS_OF = '2026-09-30'

/** Customers that order every 20 to 60 days over three years; every tenth one stopped a year ago. */
function tradeThreeYears(customerCount: number): void {
  const lines: TradeLine[] = []
  for (let customer = 0; customer < customerCount; customer += 1) {
    const last = customer % 10 === 9 ? addDays(AS_OF, -380) : AS_OF
    let day = addDays('2023-10-01', customer % 17)
    for (let order = 0; day <= last; order += 1) {
      const amount = 5_000 + ((customer * 37 + order * 11) % 23) * 100
      lines.push({
        account: `K${customer}`,
        order: `SO-${customer}-${order}`,
        orderedOn: day,
        amount,
        cost: Math.round(amount * 0.7),
      })
      day = addDays(day, 20 + ((customer * 7 + order * 13) % 41))
    }
  }
  workspace.trade(lines)
}

describe('the portfolio', () => {
  it('is nothing while there are no orders', () => {
    expect(portfolio()).toBeNull()
    workspace.addAccount('K1')
    expect(portfolio()).toBeNull()
    expect(() => account('K1')).toThrow(expect.objectContaining({ code: 'no-data' }))
  })

  it('refuses to estimate a hundred customers from ninety-nine, and values each account all the same', () => {
    tradeThreeYears(99)
    const found = portfolio()
    expect(found?.base).toEqual({ kind: 'not-estimable', reason: 'too-few-customers' })
    expect(found?.forecast).toBeNull()
    expect(found?.accounts[0]?.noOrderPercent).toBeNull()
    expect(found?.value.valuedCount).toBe(99)
    expect(found?.value.total).toBeGreaterThan(0)
  })

  it('adds the accounts up to the forecast, over all pages', () => {
    tradeThreeYears(120)
    const first = portfolio({ sort: 'expectedOrders', limit: 70 })
    const second = portfolio({ sort: 'expectedOrders', limit: 70, offset: 70 })
    const rows = [...(first?.accounts ?? []), ...(second?.accounts ?? [])]
    expect(new Set(rows.map(({ id }) => id)).size).toBe(120)
    const sum = (of: (row: (typeof rows)[number]) => number | null) =>
      rows.reduce((total, row) => total + (of(row) ?? 0), 0)
    expect(sum((row) => row.expectedOrders)).toBeCloseTo(first?.forecast?.expectedOrders ?? 0, 6)
    expect(sum((row) => row.expectedWorth)).toBe(first?.forecast?.expectedWorth)
    expect(sum((row) => row.value)).toBe(first?.value.total)
  })

  it('ranks those that fell silent as the likeliest to stay so', () => {
    tradeThreeYears(120)
    const found = portfolio({ sort: 'silence', limit: 12 })
    expect(found?.accounts.map(({ number }) => Number(number.slice(1)) % 10)).toEqual(Array(12).fill(9))
    if (found?.base.kind !== 'estimated') throw new Error('not estimated')
    expect(found.base.isDegenerate).toBe(false)
    const byChance = portfolio({ sort: 'noOrder', limit: 12 })
    expect(byChance?.accounts.every(({ noOrderPercent }) => (noOrderPercent ?? 0) > 50)).toBe(true)
    expect(found.forecast?.quietCount).toBe(12)
  })

  it('follows a new order at once', () => {
    tradeThreeYears(120)
    const before = portfolio()?.forecast?.ordersLastQuarter ?? 0
    workspace.trade([{ account: 'K9', order: 'NEW', orderedOn: AS_OF, amount: 100, cost: 70 }])
    expect(portfolio()?.forecast?.ordersLastQuarter).toBe(before + 1)
  })

  it('counts neither a fully returned order nor a second one of the same day', () => {
    tradeThreeYears(120)
    const days = portfolio()?.accounts.find(({ number }) => number === 'K1')?.orderDays ?? 0
    const lastOn = portfolio()?.accounts.find(({ number }) => number === 'K1')?.lastOrderedOn ?? ''
    workspace.trade([
      { account: 'K1', order: 'TWICE', orderedOn: lastOn, amount: 100 },
      { account: 'K1', order: 'BACK', orderedOn: addDays(lastOn, 1), amount: 100 },
      { account: 'K1', order: 'BACK', orderedOn: addDays(lastOn, 1), amount: -100 },
    ])
    workspace.setAsOf(AS_OF)
    expect(portfolio({ limit: 500 })?.accounts.find(({ number }) => number === 'K1')?.orderDays).toBe(days)
  })

  it.skipIf(isMissing('cdnow/cdnow_sample.csv'))(
    'fits the orders of CDNOW as of 1997-09-30 to the parameters that Fader, Hardie & Lee 2005 print',
    () => {
      workspace.trade(
        readCdnowSample().map(({ customer, on, value }, index) => ({
          account: customer,
          order: `${index}`,
          orderedOn: on,
          // A few orders were given away: they are purchases in the paper and none in a ledger of sales.
          amount: Math.max(value, 0.01),
        })),
      )
      workspace.setAsOf('1997-09-30')
      const found = portfolio()
      if (found?.base.kind !== 'estimated') throw new Error('not estimated')
      const { r, alpha, a, b, logLikelihood, isDegenerate, worth } = found.base
      expect([r, alpha, a, b].map((value) => value.toFixed(3))).toEqual(['0.243', '4.414', '0.793', '2.426'])
      expect(logLikelihood.toFixed(1)).toBe('-9582.4')
      expect(isDegenerate).toBe(false)
      expect(found.worthBasis).toBe('sales')
      expect(worth.kind).toBe('estimated')
      expect(found.forecast?.onceCount).toBe(1411)
      expect(found.accounts.every((row) => row.orderDays > 1 || row.alivePercent === null)).toBe(true)
    },
  )
})

describe('as a criterion', () => {
  const windows = () => windowsOf(portfolio()?.asOf ?? AS_OF, 12)

  it('is the value that the page shows, entries and what comes from the others included', () => {
    tradeThreeYears(60)
    workspace.trade([{ account: 'UNKNOWN', order: '1', orderedOn: AS_OF, amount: 5000 }])
    workspace.addAccount('PROSPECT', ['prospect'])
    revise('K1', { years: 3, retentionPercent: 60 })
    const values = readLifetimeValues(workspace.database, windows(), 12)
    const rows = portfolio({ limit: 500 })?.accounts ?? []
    expect(rows).toHaveLength(61)
    for (const { number, value } of rows) {
      expect([number, values.get(workspace.keyOf(number))?.toFixed(2)]).toEqual([
        number,
        value === null ? undefined : (value / 10_000).toFixed(2),
      ])
    }
    expect(values.has(workspace.keyOf('PROSPECT'))).toBe(false)
  })

  it('scores an account anew when its assumptions change, and takes the points back with them', () => {
    tradeThreeYears(60)
    const model = proposeModel(workspace.database)
    workspace.ledger.change({ key: 'model.adopt', values: {} }, ['model'], (writer) =>
      recordModel(
        writer,
        {
          ...model,
          version: 9,
          criteria: [
            ...model.criteria.map((criterion) => ({ ...criterion, weight: criterion.weight / 2 })),
            { key: 'lifetime-value', weight: 50, anchors: [0, 10_000, 30_000, 100_000, 300_000, 1_000_000] },
          ],
        },
        { author: 'Lin', now: 0 },
      ),
    )
    const score = () => workspace.standings().get('K1')?.score
    const before = score()
    revise('K1', { marginPercent: 90, years: 15, retentionPercent: 99 })
    expect(score()).toBeGreaterThan(Number(before))
    workspace.ledger.undo(undefined, false)
    expect(score()).toBe(before)
  })
})

describe('an account', () => {
  it('derives its assumptions from its own figures and says from which', () => {
    tradeThreeYears(120)
    const { assumptions, forecast, outlook } = account('K1')
    const row = workspace.standings().get('K1')
    expect(assumptions.sales).toMatchObject({ value: row?.net, source: 'window-sales', basis: 12 })
    expect(assumptions.marginPercent.source).toBe('own-margin')
    expect(assumptions.marginPercent.value).toBeCloseTo(30, 1)
    expect(assumptions.retentionPercent.source).toBe('similar-accounts')
    expect(assumptions.discountPercent).toMatchObject({ value: 10, source: 'starting-value' })
    expect(forecast?.years).toHaveLength(5)
    expect(forecast?.years.reduce((sum, year) => sum + year.presentValue, 0)).toBe(forecast?.value)
    expect(outlook.kind).toBe('estimated')
  })

  it('has no value, not zero, while nothing tells its margin', () => {
    workspace.trade([{ account: 'K1', order: '1', orderedOn: AS_OF, amount: 1000 }])
    expect(account('K1').forecast).toBeNull()
    expect(account('K1').assumptions.marginPercent).toMatchObject({ value: null, source: 'unknown' })
    expect(portfolio()?.value).toEqual({ total: 0, valuedCount: 0, unknownCount: 1, enteredCount: 0 })
    revise('K1', { marginPercent: 25 })
    expect(account('K1').forecast?.value).toBeGreaterThan(0)
    expect(portfolio()?.value).toMatchObject({ valuedCount: 1, enteredCount: 1 })
  })

  it('forecasts a loss for one that is sold to below cost', () => {
    workspace.trade([{ account: 'K1', order: '1', orderedOn: AS_OF, amount: 1000, cost: 1200 }])
    expect(account('K1').forecast?.value).toBeLessThan(0)
  })

  it('keeps entries, gives single ones and all of them back, and undoes each', () => {
    tradeThreeYears(20)
    const before = account('K1')
    revise('K1', { years: 1, retentionPercent: 100, discountPercent: 0 })
    const entered = account('K1')
    expect(entered.assumptions.years).toMatchObject({ value: 1, source: 'entered', derived: 5 })
    expect(entered.forecast?.value).toBe(entered.forecast?.years[0]?.grossProfit)
    revise('K1', { years: null })
    expect(account('K1').assumptions.years.value).toBe(5)
    expect(account('K1').assumptions.retentionPercent.value).toBe(100)
    lifetimeHandlers['lifetime.reset'](workspace.context, { accountId: accountId('K1') })
    expect(account('K1')).toEqual(before)
    workspace.ledger.undo(undefined, false)
    expect(account('K1').assumptions.retentionPercent.value).toBe(100)
    workspace.ledger.undo(undefined, false)
    expect(account('K1')).toEqual(entered)
  })

  it('writes nothing where nothing was entered', () => {
    tradeThreeYears(5)
    const count = () => workspace.database.sqlite.prepare('SELECT count(*) FROM change_group').pluck().get()
    const before = count()
    lifetimeHandlers['lifetime.reset'](workspace.context, { accountId: accountId('K1') })
    revise('K1', { years: null })
    expect(count()).toBe(before)
  })

  it('tries entries without keeping them', () => {
    tradeThreeYears(20)
    const before = account('K1')
    const tried = account('K1', { growthPercent: 50 })
    expect(tried.isTrial).toBe(true)
    expect(tried.forecast?.value).toBeGreaterThan(before.forecast?.value ?? 0)
    expect(account('K1')).toEqual(before)
  })

  it('refuses an account that is none', () => {
    tradeThreeYears(5)
    expect(() => account('NOBODY')).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(() => revise('NOBODY', { years: 3 })).toThrow(expect.objectContaining({ code: 'not-found' }))
  })
})

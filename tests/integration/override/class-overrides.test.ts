import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountHandlers } from '../../../src/main/domains/account/account-handlers.ts'
import { overrideHandlers } from '../../../src/main/domains/override/override-handlers.ts'
import { portfolioHandlers } from '../../../src/main/domains/portfolio/portfolio-handlers.ts'
import { refreshStanding } from '../../../src/main/domains/standing/refresh-standing.ts'
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
beforeEach(() => {
  workspace.clear()
  tradeTwoYears()
})

const AS_OF = '2026-09-15'

/** Twelve customers over two years up to September 2026; each next one buys half as much as the one before. */
function tradeTwoYears(): void {
  const lines: TradeLine[] = []
  for (let customer = 0; customer < 12; customer += 1) {
    for (let month = 0; month < 24; month += 1) {
      const year = 2024 + Math.floor((month + 9) / 12)
      const amount = Math.round(100_000 / 2 ** customer)
      lines.push({
        account: `K${customer}`,
        order: `SO-${customer}-${month}`,
        orderedOn: `${year}-${String(((month + 9) % 12) + 1).padStart(2, '0')}-15`,
        amount,
        cost: Math.round(amount * 0.7),
      })
    }
  }
  workspace.trade(lines)
}

const set = (number: string, options: { valueClass?: 'strategic' | 'gold'; expiresOn?: string } = {}) =>
  overrideHandlers['override.set'](workspace.context, {
    accountId: accountId(number),
    valueClass: options.valueClass ?? 'strategic',
    reason: 'Reference plant of the new drive line.',
    expiresOn: options.expiresOn ?? '2026-12-31',
  })
const list = (number?: string) =>
  overrideHandlers['override.list'](workspace.queries, number ? { accountId: accountId(number) } : {})
const row = (number: string) => {
  const { rows } = accountHandlers['account.list'](workspace.queries, {
    filter: { text: number },
    sort: [],
    offset: 0,
    limit: 10,
  })
  return rows.find((one) => one.number === number)
}

describe('an override', () => {
  it('takes the place of the computed class in the grid, on the page, in search figures and in the overview', () => {
    const before = portfolioHandlers['portfolio.overview'](workspace.queries, {})
    const computed = row('K9')?.valueClass
    expect(computed).toBe('general')
    set('K9')
    expect(row('K9')).toMatchObject({
      valueClass: 'strategic',
      computedValueClass: 'general',
      isOverridden: true,
    })
    expect(accountHandlers['account.get'](workspace.queries, { id: accountId('K9') }).row).toEqual(row('K9'))
    const after = portfolioHandlers['portfolio.overview'](workspace.queries, {})
    const countOf = (overview: typeof before, valueClass: string) =>
      overview?.classes.find((one) => one.valueClass === valueClass)?.count ?? 0
    expect(countOf(after, 'strategic')).toBe(countOf(before, 'strategic') + 1)
    expect(countOf(after, 'general')).toBe(countOf(before, 'general') - 1)
  })

  it('is found by the filter, and leaves all others out', () => {
    set('K9')
    const listed = (overridden: boolean) =>
      accountHandlers['account.list'](workspace.queries, {
        filter: { overridden },
        sort: [],
        offset: 0,
        limit: 100,
      }).rows.map(({ number }) => number)
    expect(listed(true)).toEqual(['K9'])
    expect(listed(false)).toHaveLength(11)
    expect(listed(false)).not.toContain('K9')
  })

  it('counts up to its last day and no longer, whatever day is looked at', () => {
    set('K9', { expiresOn: '2026-10-31' })
    const classOn = (asOf: string) => {
      workspace.setAsOf(asOf)
      return row('K9')?.valueClass
    }
    expect(classOn('2026-09-14')).toBe('general')
    expect(classOn('2026-10-31')).toBe('strategic')
    expect(classOn('2026-11-01')).toBe('general')
    expect(list()).toMatchObject([
      { state: 'expired', expiresOn: '2026-10-31', computedValueClass: 'general' },
    ])
    const past = portfolioHandlers['portfolio.overview'](workspace.queries, { asOf: '2026-10-15' })
    expect(past?.classes.find(({ valueClass }) => valueClass === 'strategic')?.count).toBe(1)
  })

  it('is not listed as in force on a day before it was set, though it was ended later', () => {
    const { id } = set('K9')
    const statesOn = (asOf: string) => {
      workspace.setAsOf(asOf)
      return list('K9').map(({ state }) => state)
    }
    expect(statesOn('2026-09-14')).toEqual(['later'])
    expect(overrideHandlers['override.list'](workspace.queries, { state: 'active' })).toEqual([])
    expect(statesOn(AS_OF)).toEqual(['active'])
    overrideHandlers['override.end'](workspace.context, { id })
    expect(statesOn('2026-09-14')).toEqual(['later'])
    expect(statesOn(AS_OF)).toEqual(['ended'])
  })

  it('is not in the class of a quarter ago, so that setting it shows as a move', () => {
    set('K9')
    expect(row('K9')?.previousValueClass).toBe('general')
    workspace.setAsOf('2026-12-20')
    expect(row('K9')).toMatchObject({ valueClass: 'strategic', previousValueClass: 'strategic' })
  })

  it('is undone and redone with everything that shows it', () => {
    const before = workspace.standings()
    set('K9')
    const after = workspace.standings()
    expect(after).not.toEqual(before)
    workspace.ledger.undo(undefined, false)
    expect(workspace.standings()).toEqual(before)
    expect(list()).toEqual([])
    workspace.ledger.redo(undefined, false)
    expect(workspace.standings()).toEqual(after)
    expect(list()).toHaveLength(1)
  })

  it('ends the one before it, and both stay in the ledger with who and why', () => {
    const first = set('K9')
    const second = set('K9', { valueClass: 'gold' })
    expect(list('K9')).toMatchObject([
      { id: second.id, valueClass: 'gold', state: 'active', author: 'Lin', setOn: AS_OF, endedOn: null },
      { id: first.id, valueClass: 'strategic', state: 'ended', endedOn: AS_OF, endedBy: 'Lin' },
    ])
    expect(row('K9')?.valueClass).toBe('gold')
    workspace.ledger.undo(undefined, false)
    expect(row('K9')?.valueClass).toBe('strategic')
    expect(list('K9')).toMatchObject([{ id: first.id, state: 'active', endedOn: null }])
  })

  it('ended by hand gives the computed class back at once; ending it again finds none', () => {
    const { id } = set('K9')
    expect(overrideHandlers['override.end'](workspace.context, { id })).toEqual({
      accountId: accountId('K9'),
    })
    expect(row('K9')).toMatchObject({ valueClass: 'general', isOverridden: false })
    expect(() => overrideHandlers['override.end'](workspace.context, { id })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    )
  })

  it('has to expire later than the day it is set on, and needs an account', () => {
    for (const expiresOn of [AS_OF, '2026-01-01']) {
      expect(() => set('K9', { expiresOn })).toThrow(expect.objectContaining({ code: 'invalid-input' }))
    }
    expect(() => set('NOBODY')).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(list()).toEqual([])
  })

  it('survives later orders and judgements, and every standing stays what a refresh of all would give', () => {
    set('K9')
    set('K3', { valueClass: 'gold' })
    workspace.revise('K9', {
      influence: { level: 2, evidence: 'None.', author: 'Lin', expiresOn: null },
    })
    workspace.trade([{ account: 'K9', order: 'NEW', orderedOn: '2026-09-20', amount: 900_000 }])
    expect(row('K9')).toMatchObject({ valueClass: 'strategic', isOverridden: true })
    expect(row('K9')?.computedValueClass).not.toBe('general')
    const kept = workspace.standings()
    refreshStanding(workspace.database, 'all')
    expect(kept).toEqual(workspace.standings())
  })

  it('leaves with its account and comes back with it', () => {
    set('K9')
    workspace.remove('K9')
    expect(list()).toEqual([])
    workspace.ledger.undo(undefined, false)
    expect(row('K9')?.isOverridden).toBe(true)
  })
})

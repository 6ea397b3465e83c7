import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { addDays } from '#shared/domain/calendar.ts'
import { accountHandlers } from '../../../src/main/domains/account/account-handlers.ts'
import { rfmHandlers } from '../../../src/main/domains/rfm/rfm-handlers.ts'
import { settingsHandlers } from '../../../src/main/domains/settings/settings-handlers.ts'
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

const AS_OF = '2026-09-30'
const grid = () => rfmHandlers['rfm.grid'](workspace.queries)

/** Customers with one to twelve orders, the last of them up to four hundred days ago. */
function trade(customerCount: number): void {
  const lines: TradeLine[] = [{ account: 'FIRST', order: '0', orderedOn: AS_OF, amount: 10 }]
  for (let customer = 0; customer < customerCount; customer += 1) {
    for (let order = 0; order <= customer % 12; order += 1) {
      lines.push({
        account: `K${customer}`,
        order: `SO-${customer}-${order}`,
        orderedOn: addDays(AS_OF, -((customer * 53) % 400) - order * 30),
        amount: 100 + customer * 10,
      })
    }
  }
  workspace.trade(lines)
}

it('is nothing without trade', () => {
  expect(grid()).toBeNull()
})

it('puts every account that has bought into one cell and one segment, with all their sales', () => {
  trade(60)
  const found = grid()
  const sum = (rows: readonly { count: number; netSales: number }[] | undefined) => ({
    count: rows?.reduce((total, { count }) => total + count, 0),
    netSales: rows?.reduce((total, { netSales }) => total + netSales, 0),
  })
  const whole = { count: found?.customerCount, netSales: found?.netSales }
  expect(whole.count).toBe(61)
  expect(sum(found?.cells)).toEqual(whole)
  expect(sum(found?.segments)).toEqual(whole)
})

it('counts a segment as the list of accounts filtered by it does', () => {
  trade(60)
  for (const { segment, count } of grid()?.segments ?? []) {
    const list = accountHandlers['account.list'](workspace.queries, {
      filter: { rfmSegments: [segment] },
      sort: [],
      offset: 0,
      limit: 100,
    })
    expect([segment, list.total]).toEqual([segment, count])
  }
})

it('lists the accounts of a cell, the largest first', () => {
  trade(60)
  const cell = grid()?.cells.find(({ count }) => count > 2)
  if (!cell) throw new Error('no cell')
  const accounts = rfmHandlers['rfm.accounts'](workspace.queries, {
    recency: cell.recency,
    frequency: cell.frequency,
  })
  expect(accounts).toHaveLength(cell.count)
  expect(accounts.reduce((sum, { netSales }) => sum + netSales, 0)).toBe(cell.netSales)
  expect(accounts.map(({ netSales }) => netSales)).toEqual(
    accounts.map(({ netSales }) => netSales).toSorted((one, other) => other - one),
  )
})

it('follows the switch to quintiles, which too few accounts turn back into bands', () => {
  trade(60)
  const before = grid()
  expect(before).toMatchObject({ method: 'bands', wantedMethod: 'bands', isSetByModel: false })
  expect(before?.bands?.recencyDays).toEqual([30, 60, 90, 180])
  settingsHandlers['settings.revise'](workspace.context, { rfmMethod: 'quintiles' })
  expect(grid()).toMatchObject({ method: 'quintiles', wantedMethod: 'quintiles', bands: null })
  expect(grid()?.cells).not.toEqual(before?.cells)
  workspace.clear()
  trade(20)
  settingsHandlers['settings.revise'](workspace.context, { rfmMethod: 'quintiles' })
  expect(grid()).toMatchObject({ method: 'bands', wantedMethod: 'quintiles' })
})

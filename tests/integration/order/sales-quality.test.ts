import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { measureSalesQuality, readSalesQuality } from '../../../src/main/domains/order/sales-quality.ts'
import { createTradingWorkspace, type TradingWorkspace } from '../standing/trading-workspace.ts'

const AS_OF = '2026-06-30'

let workspace: TradingWorkspace
beforeAll(() => {
  workspace = createTradingWorkspace()
})
afterAll(() => workspace.close())
beforeEach(() => {
  workspace.clear()
  workspace.trade([
    { account: 'K1', order: 'A', orderedOn: '2026-02-10', amount: 1000, discountPercent: 15 },
    { account: 'K1', order: 'R', orderedOn: '2026-02-11', amount: -50 },
  ])
})

const measured = (number: string) =>
  measureSalesQuality(workspace.database, AS_OF).get(workspace.keyOf(number))

describe('kept quality of sales', () => {
  it('stays as it is while other things are written, without another pass over the lines', () => {
    const before = measureSalesQuality(workspace.database, AS_OF)
    workspace.revise('K1', { notes: 'Reads the minutes.' })
    expect(measureSalesQuality(workspace.database, AS_OF)).toBe(before)
    expect(readSalesQuality(workspace.database, AS_OF).get(workspace.keyOf('K1'))).toBeCloseTo(50)
  })

  it('follows an import, its undo and its redo', () => {
    expect(measured('K1')?.gross).toBe(1000 * 10_000)
    const entry = workspace.trade([{ account: 'K1', order: 'B', orderedOn: '2026-03-01', amount: 500 }])
    expect(measured('K1')?.gross).toBe(1500 * 10_000)
    workspace.ledger.undo(entry, false)
    expect(measured('K1')?.gross).toBe(1000 * 10_000)
    workspace.ledger.redo(entry, false)
    expect(measured('K1')?.gross).toBe(1500 * 10_000)
  })

  it('forgets what it saw of an import that was rolled back', () => {
    const { database } = workspace
    const attempt = (amount: number) =>
      workspace.trade([{ account: 'K2', order: 'B', orderedOn: '2026-03-01', amount }])
    expect(() =>
      database.transaction(() => {
        attempt(500)
        expect(measured('K2')?.gross).toBe(500 * 10_000)
        throw new RangeError('stop')
      }),
    ).toThrow('stop')
    expect(measured('K2')).toBeUndefined()
    attempt(700)
    expect(measured('K2')?.gross).toBe(700 * 10_000)
  })

  it('looks at twelve months up to the day and nothing after it', () => {
    workspace.trade([
      { account: 'K3', order: 'C', orderedOn: '2025-06-30', amount: 10 },
      { account: 'K4', order: 'D', orderedOn: '2025-07-01', amount: 10 },
      { account: 'K5', order: 'E', orderedOn: '2026-07-01', amount: 10 },
    ])
    expect([measured('K3'), measured('K5')]).toEqual([undefined, undefined])
    expect(measured('K4')?.gross).toBe(10 * 10_000)
  })
})

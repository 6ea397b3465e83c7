import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountExplanation } from '#shared/contract/account.ts'
import type { Day } from '#shared/domain/calendar.ts'
import { accountHandlers } from '../../../src/main/domains/account/account-handlers.ts'
import { classifyAt, previousAsOf } from '../../../src/main/domains/standing/classify-at.ts'
import { findModelInForce } from '../../../src/main/domains/standing/model-in-force.ts'
import { tradeDay, tradeLines } from '../standing/trade-arbitraries.ts'
import {
  accountId,
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

const explain = (number: string, asOf?: Day) =>
  accountHandlers['account.explain'](workspace.queries, { id: accountId(number), ...(asOf ? { asOf } : {}) })

/** Ten customers of falling size over two years; K4 doubles and K5 halves in the second. */
function tradeTwoYears(): void {
  const lines: TradeLine[] = []
  for (let customer = 0; customer < 10; customer += 1) {
    for (let quarter = 0; quarter < 9; quarter += 1) {
      const second = quarter >= 5
      const change = second && customer === 4 ? 2 : second && customer === 5 ? 0.5 : 1 + customer / 100
      const amount = Math.round((200_000 / 1.6 ** customer) * change)
      lines.push({
        account: `K${customer}`,
        order: `SO-${customer}-${quarter}`,
        orderedOn: `${2024 + Math.floor((quarter + 2) / 4)}-${['07', '10', '01', '04'][quarter % 4]}-15`,
        amount,
        cost: Math.round(amount * (0.5 + customer / 30)),
      })
    }
  }
  workspace.trade(lines)
}

describe('the reasons of a class', () => {
  it('equal the class and score that the account has among all, now and a quarter ago, on any day', () => {
    fc.assert(
      fc.property(tradeLines, tradeDay, (lines, asOf) => {
        workspace.clear()
        workspace.trade(lines)
        if (!findModelInForce(workspace.database)) return
        const numbers = [...new Set(lines.map((line) => line.account))]
        const numberByKey = new Map(numbers.map((number) => [workspace.keyOf(number), number]))
        const before = new Map(
          classifyAt(workspace.database, previousAsOf(asOf)).accounts.map((account) => [
            account.accountKey,
            account,
          ]),
        )
        for (const account of classifyAt(workspace.database, asOf).accounts) {
          const explained = explain(numberByKey.get(account.accountKey) ?? '', asOf)
          expect(accountExplanation.parse(explained)).toEqual(explained)
          expect(explained).toMatchObject({
            valueClass: account.valueClass,
            decidedBy: account.decidedBy,
            scorePercent: account.score,
            isProvisional: account.isProvisional,
            isNew: account.isNew,
            previousValueClass: before.get(account.accountKey)?.valueClass ?? null,
            previousScorePercent: before.get(account.accountKey)?.score ?? null,
          })
        }
      }),
      { numRuns: 40 },
    )
  })

  it('add up: the points of the criteria are the score as it is shown, now and before', () => {
    tradeTwoYears()
    for (let customer = 0; customer < 10; customer += 1) {
      const { items, scorePercent, previousScorePercent } = explain(`K${customer}`)
      const total = items.reduce((sum, item) => sum + (item.points ?? 0), 0)
      expect(total).toBeCloseTo(Math.round((scorePercent ?? 0) * 100) / 100, 9)
      const before = items.reduce((sum, item) => sum + (item.previousPoints ?? 0), 0)
      expect(before).toBeCloseTo(Math.round((previousScorePercent ?? 0) * 100) / 100, 9)
    }
  })

  it('show inputs in units, their source with lines, file and time, and what a criterion alone would need', () => {
    tradeTwoYears()
    const { items, next, asOf, robustnessSeed, robustnessPercent, modelVersion } = explain('K4')
    expect({ asOf, robustnessSeed, modelVersion }).toEqual({
      asOf: '2026-07-15',
      robustnessSeed: 20260715,
      modelVersion: 1,
    })
    expect(items.map((item) => item.criterion)).toEqual(['sales', 'margin', 'growth'])
    const [sales, margin, growth] = items
    expect(sales?.input).toBe(Math.round((200_000 / 1.6 ** 4) * 2) * 4)
    expect(sales?.source).toEqual({
      kind: 'orders',
      lineCount: 4,
      label: 'orders.csv',
      at: new Date(NOW).toISOString(),
    })
    expect(margin?.input).toBeCloseTo(36.7, 1)
    expect(margin?.source.lineCount).toBe(4)
    expect(growth?.input).toBeCloseTo(92.3, 1)
    expect(growth?.source.lineCount).toBe(8)
    expect(growth?.previousInput).toBeNull()
    expect(sales?.previousInput).toBeLessThan(sales?.input ?? 0)
    expect(robustnessPercent).toBeGreaterThan(0)
    for (const item of items) {
      expect(item.anchors).toHaveLength(6)
      expect(item.stability?.from).toBeLessThanOrEqual(item.stability?.to ?? -1)
      if (next && item.inputForNextClass !== null) {
        expect(item.pointsAvailable).toBeGreaterThanOrEqual(next.missingPoints)
      }
    }
  })

  it('are the same draws every time', () => {
    tradeTwoYears()
    expect(explain('K2')).toEqual(explain('K2'))
  })

  it('name who judged a customer and when', () => {
    tradeTwoYears()
    workspace.revise('K8', {
      influence: { level: 5, evidence: 'Named by two others.', author: 'Zhou', expiresOn: '2027-01-01' },
    })
    const adopted = findModelInForce(workspace.database)?.model
    expect(adopted?.inactive).toContain('influence')
    expect(explain('K8')).toMatchObject({ valueClass: 'strategic', decidedBy: 'strategic-influence' })
  })

  it('of a prospect have no criteria, and the next class is the key opportunity', () => {
    tradeTwoYears()
    workspace.addAccount('P1', ['prospect'])
    workspace.revise('P1', {
      industryInfluence: { level: 3, evidence: '', author: '', expiresOn: null },
      dealPotential: { level: 2, evidence: '', author: '', expiresOn: null },
    })
    expect(explain('P1')).toMatchObject({
      valueClass: 'general-opportunity',
      decidedBy: 'never-traded',
      scorePercent: 50,
      next: { valueClass: 'key-opportunity', threshold: 60, missingPoints: 10 },
      robustnessPercent: null,
      items: [],
    })
  })

  it('of a customer in its first quarter compare with nothing', () => {
    tradeTwoYears()
    workspace.trade([{ account: 'N1', order: 'N', orderedOn: '2026-07-10', amount: 5000, cost: 2000 }])
    const { items, previousValueClass, isNew, isProvisional } = explain('N1')
    expect({ previousValueClass, isNew, isProvisional }).toEqual({
      previousValueClass: null,
      isNew: true,
      isProvisional: true,
    })
    expect(items.every((item) => item.previousInput === null && item.previousPoints === null)).toBe(true)
    expect(items.find((item) => item.criterion === 'growth')).toMatchObject({
      input: null,
      points: null,
      source: { kind: 'none', lineCount: 0, label: null, at: null },
    })
  })

  it('need a model, and an account that was one on that day', () => {
    workspace.addAccount('P1', ['prospect'])
    expect(() => explain('P1')).toThrow(expect.objectContaining({ code: 'no-data' }))
    tradeTwoYears()
    expect(() => explain('K1', '2024-01-01')).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(() => explain('K1', '9999-12-31')).toThrow(expect.objectContaining({ code: 'invalid-input' }))
  })
})

import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Judgement } from '#shared/domain/party.ts'
import { accountHandlers } from '../../../src/main/domains/account/account-handlers.ts'
import { findModelInForce } from '../../../src/main/domains/standing/model-in-force.ts'
import { refreshStanding } from '../../../src/main/domains/standing/refresh-standing.ts'
import { findStandingBasis } from '../../../src/main/domains/standing/standing-repository.ts'
import { undoRedoState } from '../../../src/main/ledger/read-history.ts'
import { accountNumber, tradeLines } from './trade-arbitraries.ts'
import {
  accountId,
  createTradingWorkspace,
  type TradeLine,
  type TradingWorkspace,
} from './trading-workspace.ts'

let workspace: TradingWorkspace
beforeAll(() => {
  workspace = createTradingWorkspace()
})
afterAll(() => workspace.close())
beforeEach(() => workspace.clear())

const judgement = (level: number, expiresOn: string | null = null): Judgement => ({
  level,
  evidence: 'Named by two others as their reference.',
  author: 'Lin',
  expiresOn,
})

/** Twelve customers over two years; each next one buys half as much as the one before. */
function tradeTwoYears(): string {
  const lines: TradeLine[] = []
  for (let customer = 0; customer < 12; customer += 1) {
    for (let month = 0; month < 24; month += 1) {
      const year = 2024 + Math.floor((month + 9) / 12)
      const orderedOn = `${year}-${String(((month + 9) % 12) + 1).padStart(2, '0')}-15`
      lines.push({
        account: `K${customer}`,
        order: `SO-${customer}-${month}`,
        orderedOn,
        amount: Math.round(100_000 / 2 ** customer) * (customer === 3 && month >= 12 ? 2 : 1),
        cost: Math.round(70_000 / 2 ** customer),
      })
    }
  }
  return workspace.trade(lines)
}

describe('the first import', () => {
  it('ends with a model and classes; undo takes both away, redo brings both back', () => {
    const before = workspace.standings()
    const entry = tradeTwoYears()
    const after = workspace.standings()
    expect(before.size).toBe(0)
    expect(after.size).toBe(12)
    expect(after.get('K0')).toMatchObject({ abc: 'A', value_class: 'gold', decided_by: 'gold-score' })
    expect(findModelInForce(workspace.database)?.model.version).toBe(1)

    workspace.ledger.undo(entry, false)
    expect(findModelInForce(workspace.database)).toBeNull()
    expect(workspace.standings()).toEqual(before)
    workspace.ledger.redo(undefined, false)
    expect(workspace.standings()).toEqual(after)
    expect(findStandingBasis(workspace.database)).toMatchObject({
      asOf: '2026-09-15',
      previousAsOf: '2026-06-15',
    })
  })

  it('without a model ranks accounts and leaves their class open', () => {
    workspace.addAccount('P1', ['prospect'])
    workspace.trade(
      ['K1', 'K2', 'K3', 'K4', 'K5'].map((account, i) => ({
        account,
        order: `SO-${i}`,
        orderedOn: '2025-01-10',
        amount: 1000 / (i + 1),
      })),
      { adoptModel: false },
    )
    expect(workspace.standings().get('K1')).toMatchObject({
      abc: 'A',
      pyramid: 'top-1',
      recency_days: 0,
      value_class: null,
      score: null,
      coverage: 0,
      decided_by: 'insufficient-data',
      is_provisional: 0,
    })
    expect(workspace.standings().get('P1')).toMatchObject({
      abc: null,
      pyramid: null,
      value_class: null,
      decided_by: 'insufficient-data',
    })
  })
})

describe('a change of master data', () => {
  it('classes prospects by what they promise', () => {
    tradeTwoYears()
    workspace.addAccount('P1', ['prospect'])
    workspace.addAccount('P2', ['prospect'])
    workspace.addAccount('S1', ['supplier'])
    workspace.revise('P1', { industryInfluence: judgement(5), dealPotential: judgement(2) })
    const standings = workspace.standings()
    expect(standings.get('P1')).toMatchObject({ value_class: 'key-opportunity', score: 70, coverage: 1 })
    expect(standings.get('P2')).toMatchObject({ value_class: 'general-opportunity', score: null })
    expect(standings.has('S1')).toBe(false)
  })

  it('makes a customer Strategic by a signed and dated judgement, until it expires', () => {
    tradeTwoYears()
    expect(workspace.standings().get('K9')?.value_class).toBe('general')
    workspace.revise('K9', { influence: judgement(5, '2026-09-15') })
    expect(workspace.standings().get('K9')).toMatchObject({
      value_class: 'strategic',
      previous_value_class: 'strategic',
      decided_by: 'strategic-influence',
    })
    workspace.revise('K9', { influence: judgement(5, '2026-09-14') })
    expect(workspace.standings().get('K9')?.value_class).toBe('general')
    expect(workspace.standings().get('K9')?.previous_value_class).toBe('strategic')
  })

  it('keeps a Diamond what it is, now and a quarter ago, when its influence is judged', () => {
    const lines: TradeLine[] = []
    for (let customer = 0; customer < 12; customer += 1) {
      for (let month = 0; month < 15; month += 1) {
        lines.push({
          account: `K${customer}`,
          order: `SO-${customer}-${month}`,
          orderedOn: `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`,
          amount: Math.round(100_000 / 2 ** customer),
        })
      }
    }
    workspace.trade(lines)
    const before = workspace.standings().get('K0')
    expect(before).toMatchObject({ value_class: 'diamond', previous_value_class: 'diamond', abc: 'A' })
    workspace.revise('K0', { influence: judgement(2) })
    expect(workspace.standings().get('K0')).toEqual(before)
  })

  it('hides a removed customer with its sales, which moves the others', () => {
    tradeTwoYears()
    const before = workspace.standings()
    workspace.remove('K0')
    const after = workspace.standings()
    expect(after.size).toBe(11)
    expect(after.get('K1')?.pyramid).toBe('top-1')
    expect(before.get('K1')?.pyramid).not.toBe('top-1')
    workspace.ledger.undo(undefined, false)
    expect(workspace.standings()).toEqual(before)
  })

  it('leaves every account as a refresh of all accounts would', () => {
    const change = fc.oneof(
      fc.record({
        kind: fc.constant('influence' as const),
        number: accountNumber,
        level: fc.integer({ min: 1, max: 5 }),
      }),
      fc.record({
        kind: fc.constant('prospect' as const),
        number: accountNumber,
        level: fc.integer({ min: 1, max: 5 }),
      }),
      fc.record({ kind: fc.constant('name' as const), number: accountNumber }),
      fc.record({
        kind: fc.constant('roles' as const),
        number: accountNumber,
        roles: fc.subarray(['customer', 'prospect', 'supplier'] as const),
      }),
      fc.record({ kind: fc.constant('remove' as const), number: accountNumber }),
      fc.record({ kind: fc.constant('undo' as const) }),
    )
    fc.assert(
      fc.property(
        tradeLines,
        fc.array(accountNumber, { maxLength: 4 }),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        (lines, prospects, changes) => {
          workspace.clear()
          for (const number of new Set(prospects)) workspace.addAccount(number, ['prospect'])
          workspace.trade(lines)
          for (const step of changes) {
            apply(step)
            const kept = workspace.standings()
            refreshStanding(workspace.database, 'all')
            expect(kept).toEqual(workspace.standings())
          }
        },
      ),
      { numRuns: 60 },
    )

    function apply(step: {
      kind: string
      number?: string
      level?: number
      roles?: ('customer' | 'prospect' | 'supplier')[]
    }) {
      const number = step.number ?? ''
      if (step.kind === 'undo') {
        if (undoRedoState(workspace.database).undo) workspace.ledger.undo(undefined, true)
        return
      }
      if (workspace.keyOf(number) === 0) workspace.addAccount(number, ['prospect'])
      const isAlive = workspace.database.sqlite
        .prepare('SELECT 1 FROM party WHERE number = ? AND is_deleted = 0')
        .get(number)
      if (!isAlive) return
      const level = judgement(step.level ?? 1, '2030-01-01')
      if (step.kind === 'influence') workspace.revise(number, { influence: level })
      else if (step.kind === 'prospect')
        workspace.revise(number, { dealPotential: level, industryInfluence: level })
      else if (step.kind === 'name') workspace.revise(number, { name: `${number} again` })
      else if (step.kind === 'roles') workspace.revise(number, { roles: step.roles ?? [] })
      else workspace.remove(number)
    }
  })
})

describe('the figures kept', () => {
  it('are numbers or unknown, never NaN or infinite', () => {
    fc.assert(
      fc.property(tradeLines, (lines) => {
        workspace.clear()
        workspace.trade(lines)
        for (const [number, standing] of workspace.standings()) {
          for (const [column, value] of Object.entries(standing)) {
            if (typeof value === 'number')
              expect([number, column, Number.isFinite(value)]).toEqual([number, column, true])
          }
          const months: unknown = JSON.parse(String(standing.monthly))
          expect(months).toHaveLength(12)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('name as previous class the class of one quarter earlier', () => {
    tradeTwoYears()
    const now = workspace.standings()
    workspace.setAsOf('2026-06-15')
    const earlier = workspace.standings()
    expect([...now].map(([number, standing]) => [number, standing.previous_value_class])).toEqual(
      [...earlier].map(([number, standing]) => [number, standing.value_class]),
    )
  })

  it('end the last month with the as-of date', () => {
    workspace.trade([
      { account: 'K1', order: 'A', orderedOn: '2025-02-10', amount: 10 },
      { account: 'K1', order: 'B', orderedOn: '2025-03-10', amount: 20 },
      { account: 'K1', order: 'C', orderedOn: '2025-03-20', amount: 40 },
    ])
    workspace.setAsOf('2025-03-15')
    const monthly: unknown = JSON.parse(String(workspace.standings().get('K1')?.monthly))
    expect(monthly).toEqual([...Array(10).fill(0), 100_000, 200_000])
  })

  it('change for one account without reading the others', () => {
    tradeTwoYears()
    workspace.database.sqlite.exec("UPDATE account_standing SET decided_by = 'untouched'")
    accountHandlers['account.revise'](workspace.context, {
      ids: [accountId('K5')],
      changes: { industry: 'Machines' },
    })
    const touched = [...workspace.standings()].filter(([, standing]) => standing.decided_by !== 'untouched')
    expect(touched.map(([number]) => number)).toEqual(['K5'])
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountExplanation } from '#shared/contract/account.ts'
import { accountContributions } from '#shared/contract/account-score.ts'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import { accountHandlers } from '../../../src/main/domains/account/account-handlers.ts'
import { recordModel } from '../../../src/main/domains/model/starter-model-adoption.ts'
import { overrideHandlers } from '../../../src/main/domains/override/override-handlers.ts'
import { portfolioHandlers } from '../../../src/main/domains/portfolio/portfolio-handlers.ts'
import { findModelInForce } from '../../../src/main/domains/standing/model-in-force.ts'
import { refreshStanding } from '../../../src/main/domains/standing/refresh-standing.ts'
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
beforeEach(() => {
  workspace.clear()
  tradeTwoYears()
})

const explain = (number: string) =>
  accountHandlers['account.explain'](workspace.queries, { id: accountId(number) })
const compare = (number: string, against: 'next-class' | 'median') =>
  accountHandlers['account.contributions'](workspace.queries, { id: accountId(number), against })
const hundredths = (value: number) => Math.round(value * 100)
const NUMBERS = Array.from({ length: 10 }, (_, customer) => `K${customer}`)

/** Ten customers of falling size over three years, each with a rhythm of its own in the last quarters. */
function tradeTwoYears(): void {
  const lines: TradeLine[] = []
  for (let customer = 0; customer < 10; customer += 1) {
    for (let month = 0; month < 36; month += 1) {
      const year = 2023 + Math.floor((month + 9) / 12)
      const amount = Math.round((90_000 / 1.6 ** customer) * (month > 32 ? 0.4 + customer / 6 : 1))
      lines.push({
        account: `K${customer}`,
        order: `SO-${customer}-${month}`,
        orderedOn: `${year}-${String(((month + 9) % 12) + 1).padStart(2, '0')}-20`,
        amount,
        cost: Math.round(amount * (0.5 + customer / 30 + (month > 33 ? 0.05 : 0))),
      })
    }
  }
  workspace.trade(lines)
  workspace.setAsOf('2026-09-30')
}

function adopt(changes: Partial<ScoringModel>): void {
  const adopted = findModelInForce(workspace.database)?.model
  if (!adopted) throw new Error('The workspace has a model.')
  workspace.ledger.change({ key: 'model.adopt', values: {} }, ['model'], (writer) =>
    recordModel(writer, { ...adopted, ...changes }, { author: 'Lin', now: NOW }),
  )
}

describe('the bridge from the last period', () => {
  it('adds up to the difference of the displayed scores for every account, and is all data under one model', () => {
    for (const number of NUMBERS) {
      const { waterfall, scorePercent, previousScorePercent } = explain(number)
      expect(hundredths(waterfall?.before ?? -1)).toBe(hundredths(previousScorePercent ?? 0))
      expect(hundredths(waterfall?.now ?? -1)).toBe(hundredths(scorePercent ?? 0))
      const sum = waterfall?.steps.reduce((total, { points }) => total + hundredths(points), 0)
      expect(sum).toBe(hundredths(waterfall?.now ?? 0) - hundredths(waterfall?.before ?? 0))
      for (const { kind, points } of waterfall?.steps ?? []) if (kind !== 'data') expect(points).toBe(0)
    }
  })

  it('tells new weights and anchors from new figures when another model came into force since', () => {
    const before = explain('K4')
    const criteria = findModelInForce(workspace.database)?.model.criteria ?? []
    adopt({ effectiveOn: '2024-01-01' })
    adopt({
      version: 2,
      effectiveOn: '2026-08-01',
      criteria: criteria.map((criterion, i) => ({
        ...criterion,
        weight: [20, 50, 30][i] ?? 0,
        anchors:
          criterion.key === 'sales' ? criterion.anchors.map((anchor) => anchor * 1.5) : criterion.anchors,
      })),
    })
    const after = explain('K4')
    expect(accountExplanation.parse(after)).toEqual(after)
    expect(after.waterfall).toMatchObject({ previousModelVersion: 1, before: before.waterfall?.before })
    const part = (kind: string) =>
      after.waterfall?.steps.filter((step) => step.kind === kind).reduce((sum, { points }) => sum + points, 0)
    expect(part('weights')).not.toBe(0)
    expect(part('anchors')).toBeLessThan(0)
    const sum = after.waterfall?.steps.reduce((total, { points }) => total + hundredths(points), 0)
    expect(sum).toBe(hundredths(after.waterfall?.now ?? 0) - hundredths(after.waterfall?.before ?? 0))
  })
})

describe('the class of a quarter ago', () => {
  it('is the same in the list as in the reasons after another model came into force and an override ended', () => {
    const { thresholds } = findModelInForce(workspace.database)?.model ?? {}
    if (!thresholds) throw new Error('The workspace has a model.')
    workspace.setAsOf('2026-06-15')
    overrideHandlers['override.set'](workspace.context, {
      accountId: accountId('K9'),
      valueClass: 'strategic',
      reason: 'Reference plant.',
      expiresOn: '2026-07-31',
    })
    workspace.setAsOf('2026-09-30')
    adopt({ effectiveOn: '2024-01-01' })
    adopt({ version: 2, effectiveOn: '2026-08-01', thresholds: { ...thresholds, goldScore: 1 } })
    refreshStanding(workspace.database, 'all')
    const page = { filter: {}, sort: [], offset: 0, limit: 20 }
    const listed = accountHandlers['account.list'](workspace.queries, page).rows.map((row) => [
      row.number,
      row.previousValueClass,
    ])
    const explained = listed.map(([number]) => [number, explain(number ?? '').previousValueClass])
    expect(listed).toEqual(explained)
    expect(Object.fromEntries(listed)).toMatchObject({ K9: 'strategic', K8: 'general' })
    refreshStanding(
      workspace.database,
      NUMBERS.map((number) => workspace.keyOf(number)),
    )
    const again = accountHandlers['account.list'](workspace.queries, page).rows
    expect(again.map((row) => [row.number, row.previousValueClass])).toEqual(listed)
  })
})

describe('a past day', () => {
  it('is classified and explained by the version that was in force on it', () => {
    const { thresholds } = findModelInForce(workspace.database)?.model ?? {}
    if (!thresholds) throw new Error('The workspace has a model.')
    adopt({ effectiveOn: '2024-01-01' })
    adopt({ version: 2, effectiveOn: '2026-08-01', thresholds: { ...thresholds, goldScore: 1 } })
    const explainOn = (asOf: string) =>
      accountHandlers['account.explain'](workspace.queries, { id: accountId('K8'), asOf })
    const classOn = (asOf: string) =>
      portfolioHandlers['portfolio.classify'](workspace.queries, { asOf }).accounts.find(
        ({ number }) => number === 'K8',
      )?.valueClass
    const goldOn = (asOf: string) =>
      portfolioHandlers['portfolio.overview'](workspace.queries, { asOf })?.classes.find(
        ({ valueClass }) => valueClass === 'gold',
      )?.count ?? 0
    expect(explainOn('2026-07-31')).toMatchObject({ modelVersion: 1, valueClass: 'general' })
    expect(explainOn('2026-08-01')).toMatchObject({ modelVersion: 2, valueClass: 'gold' })
    expect([classOn('2026-07-31'), classOn('2026-08-01')]).toEqual(['general', 'gold'])
    expect(goldOn('2026-08-01')).toBeGreaterThan(goldOn('2026-07-31'))
  })
})

describe('contributions', () => {
  it('add up to the distance from the next class and from the median, for every account', () => {
    let compared = 0
    for (const number of NUMBERS) {
      for (const against of ['next-class', 'median'] as const) {
        const found = compare(number, against)
        if (!found) {
          expect(explain(number).next).toBeNull()
          continue
        }
        compared += 1
        expect(accountContributions.parse(found)).toEqual(found)
        const sum = found.items.reduce((total, { points }) => total + hundredths(points), 0)
        expect(sum).toBe(hundredths(found.difference))
        expect(hundredths(found.scorePercent) - hundredths(found.referenceScore)).toBe(sum)
      }
    }
    expect(compared).toBeGreaterThan(12)
  })

  it('against the median has half of the accounts above it and names how many there are', () => {
    const found = NUMBERS.map((number) => compare(number, 'median'))
    expect(found.every((one) => one?.accountCount === 10 && one.valueClass === null)).toBe(true)
    for (const at of [0, 1, 2]) {
      const above = found.filter((one) => (one?.items[at]?.points ?? 0) > 0).length
      expect(above).toBeLessThanOrEqual(5)
    }
  })

  it('of a prospect are none', () => {
    workspace.addAccount('P1', ['prospect'])
    expect(compare('P1', 'median')).toBeNull()
  })
})

describe('robustness', () => {
  it('shares of the draws add up to all of them, the own class as often as it is robust', () => {
    for (const number of NUMBERS) {
      const { robustnessShares, robustnessPercent, computedValueClass } = explain(number)
      expect(robustnessShares.reduce((sum, { percent }) => sum + percent, 0)).toBeCloseTo(100, 9)
      const own = robustnessShares.find(({ valueClass }) => valueClass === computedValueClass)
      expect(own?.percent ?? 0).toBeCloseTo(robustnessPercent ?? -1, 9)
    }
  })
})

describe('an override', () => {
  it('is told with who, why and until when, beside the computed class and everything that explains it', () => {
    const before = explain('K7')
    overrideHandlers['override.set'](workspace.context, {
      accountId: accountId('K7'),
      valueClass: 'strategic',
      reason: 'Opens the group to us.',
      author: 'Zhou',
      expiresOn: '2027-03-31',
    })
    const after = explain('K7')
    expect(after).toEqual({
      ...before,
      valueClass: 'strategic',
      override: {
        id: after.override?.id,
        valueClass: 'strategic',
        reason: 'Opens the group to us.',
        author: 'Zhou',
        setOn: '2026-09-30',
        expiresOn: '2027-03-31',
      },
    })
    expect(after.computedValueClass).toBe(before.valueClass)
  })
})

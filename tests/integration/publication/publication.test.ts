import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  classMovement,
  ladderStep,
  publicationPreview,
  publishedQuarter,
} from '#shared/contract/publication.ts'
import { firstDayOfMonth } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import type { Quarter } from '#shared/domain/quarter.ts'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import { historyHandlers } from '../../../src/main/domains/history/history-handlers.ts'
import { recordModel } from '../../../src/main/domains/model/starter-model-adoption.ts'
import { overrideHandlers } from '../../../src/main/domains/override/override-handlers.ts'
import { publicationHandlers } from '../../../src/main/domains/publication/publication-handlers.ts'
import { classifyAt } from '../../../src/main/domains/standing/classify-at.ts'
import { findModelInForce } from '../../../src/main/domains/standing/model-in-force.ts'
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

const JANUARY_2024 = 2024 * 12
const MONTHS = 33

/** Sales alone decide: 100 points at 1,200,000 a year, Gold from 65, General below. */
const salesModel = (changes: Partial<ScoringModel> = {}): ScoringModel => {
  const adopted = findModelInForce(workspace.database)?.model
  if (!adopted) throw new Error('The workspace has a model.')
  return {
    ...adopted,
    effectiveOn: '2024-01-01',
    criteria: [{ key: 'sales', weight: 100, anchors: [0, 240_000, 480_000, 720_000, 960_000, 1_200_000] }],
    thresholds: { ...adopted.thresholds, goldScore: 65, diamondScore: 80, potentialGrowth: 80 },
    strategicBeforeGold: false,
    ...changes,
  }
}

const adopt = (model: ScoringModel) =>
  workspace.ledger.change({ key: 'model.adopt', values: {} }, ['model'], (writer) =>
    recordModel(writer, model, { author: 'Lin', now: NOW }),
  )

/** Orders of each month up to September 2026 in thousands; a yearly score of 1 point takes 12,000. */
function tradeMonthly(monthly: Record<string, (month: number) => number>): void {
  const lines: TradeLine[] = Object.entries(monthly).flatMap(([account, amountOf]) =>
    Array.from({ length: MONTHS }, (_, month) => ({
      account,
      order: `${account}-${month}`,
      orderedOn: `${firstDayOfMonth(JANUARY_2024 + month).slice(0, 8)}28`,
      amount: amountOf(month) * 1000,
    })).filter(({ amount }) => amount > 0),
  )
  workspace.trade(lines)
  adopt(salesModel({ version: 1 }))
  workspace.setAsOf('2026-09-30')
}

/** Steady ones, and four that cross the line of Gold in the last quarter: just, clearly, for two months, and down. */
function tradeFirm(): void {
  tradeMonthly({
    BIG: () => 300,
    GOLD: () => 72,
    SMALL: () => 20,
    RISING: (month) => (month === 32 ? 132 : 60),
    SOARING: (month) => (month < 30 ? 60 : 110),
    STAYING: (month) => (month === 31 ? 124 : 60),
    FALLING: (month) => (month < 32 ? 66 : 42),
  })
}

const publish = (quarter: Quarter) =>
  publicationHandlers['publication.publish'](workspace.context, { quarter })
const preview = (quarter: Quarter) =>
  publicationHandlers['publication.preview'](workspace.queries, { quarter })
const listed = () => publicationHandlers['publication.list'](workspace.queries)
const ladder = (number: string) =>
  publicationHandlers['publication.ladder'](workspace.queries, { accountId: accountId(number) })
const published = (number: string, quarter: Quarter) =>
  ladder(number).find((step) => step.quarter === quarter)?.published
const movement = (input: { basis: 'calculated' | 'published'; to?: Quarter; steps?: number }) =>
  publicationHandlers['publication.movement'](workspace.queries, { steps: 1, ...input })

describe('publishing a quarter', () => {
  it('follows who is clearly across or stays across, and holds who is just across', () => {
    tradeFirm()
    publish('2026-Q2')
    const before = preview('2026-Q3')
    expect(publicationPreview.parse(before)).toEqual(before)
    const moveOf = (name: string) => [...before.changes, ...before.holds].find((move) => move.name === name)
    expect(moveOf('SOARING')).toMatchObject({ from: 'general', to: 'gold', basis: 'changed-beyond-margin' })
    expect(moveOf('STAYING')).toMatchObject({ from: 'general', to: 'gold', basis: 'changed-stayed' })
    expect(moveOf('RISING')).toMatchObject({
      from: 'general',
      to: 'general',
      calculated: 'gold',
      basis: 'held-within-margin',
    })
    expect(moveOf('FALLING')).toMatchObject({
      to: 'gold',
      calculated: 'general',
      basis: 'held-within-margin',
    })
    expect(before).toMatchObject({
      changed: 2,
      held: 2,
      entered: 0,
      unchanged: 5,
      previousQuarter: '2026-Q2',
    })

    expect(publish('2026-Q3')).toMatchObject({ changed: 2, held: 2 })
    expect(published('RISING', '2026-Q3')).toMatchObject({ valueClass: 'general', calculated: 'gold' })
    expect(published('SOARING', '2026-Q3')?.valueClass).toBe('gold')
    const { published: newest, open } = listed()
    expect(newest.map((one) => publishedQuarter.parse(one).quarter)).toEqual(['2026-Q3', '2026-Q2'])
    expect(open).toEqual([])
  })

  it('is never rewritten: later orders, a new model and a new name leave it as it was announced', () => {
    tradeFirm()
    publish('2026-Q2')
    publish('2026-Q3')
    const numbers = ['BIG', 'GOLD', 'SMALL', 'RISING', 'SOARING', 'STAYING', 'FALLING']
    const announced = () => numbers.map((number) => ladder(number).map((step) => step.published))
    const calculated = () => numbers.map((number) => ladder(number).map((step) => step.calculated))
    const before = { list: listed(), announced: announced(), calculated: calculated() }

    workspace.trade([{ account: 'SMALL', order: 'LATE', orderedOn: '2026-06-10', amount: 9_000_000 }])
    adopt(salesModel({ version: 2, thresholds: { ...salesModel().thresholds, goldScore: 40 } }))
    workspace.revise('GOLD', { name: 'Renamed' })
    expect(announced()).toEqual(before.announced)
    expect(listed()).toEqual(before.list)
    expect(calculated()).not.toEqual(before.calculated)
    expect(() => publish('2026-Q2')).toThrow(expect.objectContaining({ code: 'already-published' }))
    expect(() => publish('2026-Q3')).toThrow(expect.objectContaining({ code: 'already-published' }))
    expect(announced()).toEqual(before.announced)
  })

  it('is withdrawn by undo, and comes back by redo or by publishing anew', () => {
    tradeFirm()
    publish('2026-Q2')
    publish('2026-Q3')
    const before = { list: listed(), step: published('RISING', '2026-Q3') }
    workspace.ledger.undo(undefined, false)
    expect(listed()).toMatchObject({ published: [{ quarter: '2026-Q2' }], open: ['2026-Q3'] })
    expect(published('RISING', '2026-Q3')).toBeNull()
    workspace.ledger.redo(undefined, false)
    expect({ list: listed(), step: published('RISING', '2026-Q3') }).toEqual(before)
    workspace.ledger.undo(undefined, false)
    publish('2026-Q3')
    expect({ list: listed(), step: published('RISING', '2026-Q3') }).toEqual(before)
  })

  it('announces an override in force on the last day, and is held against the settled class afterwards', () => {
    tradeFirm()
    workspace.setAsOf('2026-06-30')
    overrideHandlers['override.set'](workspace.context, {
      accountId: accountId('GOLD'),
      valueClass: 'diamond',
      reason: 'Builds the reference line with us.',
      expiresOn: '2026-08-31',
    })
    publish('2026-Q2')
    workspace.setAsOf('2026-09-30')
    publish('2026-Q3')
    expect(published('GOLD', '2026-Q2')).toMatchObject({
      valueClass: 'diamond',
      calculated: 'gold',
      basis: 'override',
    })
    expect(published('GOLD', '2026-Q3')).toMatchObject({ valueClass: 'gold', basis: 'override-ended' })
    expect(listed().published.map(({ overridden, changed }) => ({ overridden, changed }))).toEqual([
      { overridden: 0, changed: 3 },
      { overridden: 1, changed: 0 },
    ])
  })

  it('says of an account that falls back to its settled class that its override ended, and of others that they stayed', () => {
    tradeFirm()
    workspace.setAsOf('2026-06-30')
    overrideHandlers['override.set'](workspace.context, {
      accountId: accountId('GOLD'),
      valueClass: 'diamond',
      reason: 'Builds the reference line with us.',
      expiresOn: '2026-08-31',
    })
    publish('2026-Q2')
    workspace.setAsOf('2026-09-30')
    expect(preview('2026-Q3').changes.find(({ name }) => name === 'GOLD')).toMatchObject({
      from: 'diamond',
      to: 'gold',
      basis: 'override-ended',
    })
    publish('2026-Q3')
    expect(published('BIG', '2026-Q3')?.basis).toBe('unchanged')
  })

  it('waits until the quarter is over, and until half-years and years end where the model publishes by them', () => {
    tradeFirm()
    expect(() => publish('2026-Q4')).toThrow(expect.objectContaining({ code: 'not-over' }))
    workspace.setAsOf('2026-09-29')
    expect(() => preview('2026-Q3')).toThrow(expect.objectContaining({ code: 'not-over' }))
    expect(listed().open.at(-1)).toBe('2026-Q2')
    adopt(salesModel({ version: 2, publicationPeriod: 'half-year' }))
    expect(listed().open).toEqual(['2024-Q4', '2025-Q2', '2025-Q4', '2026-Q2'])
    expect(() => publish('2026-Q1')).toThrow(expect.objectContaining({ code: 'not-over' }))
  })

  it('needs orders and a model', () => {
    workspace.addAccount('P1', ['prospect'])
    expect(listed()).toEqual({ published: [], open: [] })
    expect(() => publish('2026-Q2')).toThrow(expect.objectContaining({ code: 'no-data' }))
    expect(movement({ basis: 'calculated' })).toBeNull()
  })
})

describe('what published quarters rest on', () => {
  const undo = (entryId: Id, force = false) =>
    historyHandlers['history.undo'](workspace.context, { entryId, force })
  const redo = (entryId: Id) => historyHandlers['history.redo'](workspace.context, { entryId })
  const publishAll = (...quarters: Quarter[]) =>
    new Map(quarters.map((quarter) => [quarter, entryOf(() => publish(quarter))]))
  const entryOf = (act: () => unknown): Id => {
    act()
    const newest = historyHandlers['history.state'](workspace.queries).undo
    if (!newest) throw new Error('The act left no entry.')
    return newest.id
  }
  const quarters = () => listed().published.map(({ quarter }) => quarter)
  const refusedFor = (quarter: Quarter) =>
    expect.objectContaining({
      code: 'changed-since',
      details: expect.objectContaining({
        label: { key: 'publication.publish', values: expect.objectContaining({ quarter }) },
      }),
    })
  const requireEntry = (entries: ReadonlyMap<Quarter, Id>, quarter: Quarter): Id => {
    const entry = entries.get(quarter)
    if (!entry) throw new Error(`Nothing published ${quarter}.`)
    return entry
  }

  it('is no quarter that a later one was settled against; from the newest backwards each can be undone', () => {
    tradeFirm()
    const all = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'] as const
    const entries = publishAll(...all)
    for (const quarter of all.slice(0, -1)) {
      expect(() => undo(requireEntry(entries, quarter))).toThrow(refusedFor('2026-Q1'))
    }
    expect(quarters()).toEqual(all.toReversed())
    for (const quarter of all.toReversed()) undo(requireEntry(entries, quarter))
    expect(quarters()).toEqual([])
    for (const quarter of all) redo(requireEntry(entries, quarter))
    expect(quarters()).toEqual(all.toReversed())
  })

  it('stays when a quarter would come back beside another history than its own', () => {
    tradeFirm()
    const entries = publishAll('2025-Q3', '2025-Q4')
    const [third, fourth] = [requireEntry(entries, '2025-Q3'), requireEntry(entries, '2025-Q4')]
    undo(fourth)
    undo(third)
    // What the fourth was settled against is gone.
    expect(() => redo(fourth)).toThrow(expect.objectContaining({ code: 'changed-since' }))
    const first = entryOf(() => publish('2026-Q1'))
    // The first of 2026 was settled without it.
    expect(() => redo(third)).toThrow(refusedFor('2026-Q1'))
    undo(first)
    redo(third)
    redo(fourth)
    expect(quarters()).toEqual(['2025-Q4', '2025-Q3'])
  })

  it('comes back as it was when someone took a quarter out knowingly', () => {
    tradeFirm()
    const third = requireEntry(publishAll('2025-Q3', '2025-Q4'), '2025-Q3')
    const before = listed()
    undo(third, true)
    expect(quarters()).toEqual(['2025-Q4'])
    redo(third)
    expect(listed()).toEqual(before)
  })

  it('is no version of the model that one of them names, until that one is withdrawn', () => {
    tradeFirm()
    const adopted = entryOf(() => adopt(salesModel({ version: 2 })))
    const announced = entryOf(() => publish('2026-Q2'))
    expect(listed().published).toMatchObject([{ modelVersion: 2 }])
    expect(() => undo(adopted)).toThrow(refusedFor('2026-Q2'))
    undo(announced)
    undo(adopted)
    expect(findModelInForce(workspace.database)?.model.version).toBe(1)
    expect(() => redo(announced)).toThrow(expect.objectContaining({ code: 'changed-since' }))
    redo(adopted)
    redo(announced)
    expect(listed().published).toMatchObject([{ modelVersion: 2 }])
  })

  it('lets go of a version that none of them names', () => {
    tradeFirm()
    publish('2026-Q2')
    const adopted = entryOf(() => adopt(salesModel({ version: 2 })))
    undo(adopted)
    expect(findModelInForce(workspace.database)?.model.version).toBe(1)
  })
})

describe('the class ladder', () => {
  it('has the calculated class of each quarter by the model then in force, as among all accounts', () => {
    tradeFirm()
    adopt(
      salesModel({
        version: 2,
        effectiveOn: '2026-07-01',
        thresholds: { ...salesModel().thresholds, goldScore: 10 },
      }),
    )
    const quarters = ladder('SMALL')
    for (const step of quarters) expect(ladderStep.parse(step)).toEqual(step)
    expect(quarters.map(({ quarter }) => quarter)).toEqual([
      '2024-Q4',
      '2025-Q1',
      '2025-Q2',
      '2025-Q3',
      '2025-Q4',
      '2026-Q1',
      '2026-Q2',
      '2026-Q3',
    ])
    expect(quarters.map((step) => step.calculated?.valueClass)).toEqual([
      ...Array.from({ length: 7 }, () => 'general'),
      'gold',
    ])
    for (const { asOf, calculated } of quarters) {
      const among = classifyAt(workspace.database, asOf, null).facts.length
      expect(among).toBe(7)
      expect(calculated?.scorePercent).toBeGreaterThan(0)
    }
  })
})

describe('moves between classes', () => {
  it('count accounts from quarter to quarter, keep rows of 100 %, and say where counts are small', () => {
    tradeFirm()
    const found = movement({ basis: 'calculated' })
    expect(classMovement.parse(found)).toEqual(found)
    expect(found?.quarters).toEqual(['2026-Q2', '2026-Q3'])
    // RISING, SOARING and STAYING pass 65; FALLING drops below.
    expect(found).toMatchObject({ up: 3, down: 1, unchanged: 3, entered: 0, left: 0 })
    for (const { sharesPercent, started, counts, isSmall } of found?.classes ?? []) {
      expect(counts.reduce((total, count) => total + count, 0)).toBe(started)
      if (sharesPercent) expect(sharesPercent.reduce((total, share) => total + share, 0)).toBeCloseTo(100, 9)
      expect(isSmall).toBe(started > 0)
    }
    const total = (key: 'mixPercent' | 'expectedPercent') =>
      found?.classes.reduce((sum, one) => sum + (one[key] ?? 0), 0)
    expect(total('mixPercent')).toBeCloseTo(100, 9)
    expect(total('expectedPercent')).toBeCloseTo(100, 9)
  })

  it('of several quarters are the moves of each added up', () => {
    tradeFirm()
    const steps = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'].map((to) =>
      movement({ basis: 'calculated', to, steps: 1 }),
    )
    const pooled = movement({ basis: 'calculated', steps: 4 })
    const sum = (key: 'up' | 'down' | 'unchanged') =>
      steps.reduce((total, step) => total + (step?.[key] ?? 0), 0)
    expect(pooled).toMatchObject({ up: sum('up'), down: sum('down'), unchanged: sum('unchanged') })
    expect(pooled?.quarters).toHaveLength(5)
  })

  it('as published differ from the calculated ones by what is held', () => {
    tradeFirm()
    publish('2026-Q2')
    expect(movement({ basis: 'published' })).toBeNull()
    publish('2026-Q3')
    expect(movement({ basis: 'published' })).toMatchObject({
      quarters: ['2026-Q2', '2026-Q3'],
      up: 2,
      down: 0,
      unchanged: 5,
    })
    expect(movement({ basis: 'published', to: '2020-Q1' })).toBeNull()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccountExplanation } from '#shared/contract/account.ts'
import { CRITERIA, type CriterionKey } from '#shared/domain/scoring-model.ts'
import {
  countedWeights,
  narrowestInterval,
  pointsChanges,
  waterfall,
  waysUp,
} from '../../../../src/renderer/features/account/reasons/explained.ts'

type Item = AccountExplanation['items'][number]

const item = (criterion: CriterionKey, over: Partial<Item> = {}): Item => ({
  criterion,
  input: 1,
  utility: 50,
  weight: 20,
  points: 10,
  anchors: [0, 1, 2, 3, 4, 5],
  inputForNextClass: null,
  pointsAvailable: 10,
  stability: { from: 0, to: 100 },
  previousInput: 1,
  previousPoints: 10,
  source: { kind: 'orders', lineCount: 1, label: null, at: null },
  ...over,
})

describe('the weights that counted', () => {
  it('add up to 100 over the known criteria, however many are unknown', () => {
    const items = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 100 }), isKnown: fc.boolean() }), {
      minLength: 1,
      maxLength: CRITERIA.length,
    })
    fc.assert(
      fc.property(items, (given) => {
        fc.pre(given.some(({ isKnown }) => isKnown))
        const weights = countedWeights(
          given.map(({ weight, isKnown }, index) =>
            item(CRITERIA[index] ?? 'sales', { weight, points: isKnown ? 1 : null }),
          ),
        )
        expect([...weights.values()].reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100)
      }),
    )
  })
})

describe('the change since last quarter', () => {
  it('always adds up to the difference of the two scores', () => {
    const points = fc.option(fc.double({ min: 0, max: 40, noNaN: true }))
    const explained = fc.record({
      items: fc.array(fc.tuple(points, points), { maxLength: CRITERIA.length }),
      now: fc.double({ min: 0, max: 100, noNaN: true }),
      before: fc.double({ min: 0, max: 100, noNaN: true }),
    })
    fc.assert(
      fc.property(explained, ({ items, now, before }) => {
        const changes = pointsChanges({
          items: items.map(([after, earlier], index) =>
            item(CRITERIA[index] ?? 'sales', { points: after, previousPoints: earlier }),
          ),
          scorePercent: now,
          previousScorePercent: before,
        })
        const sum = changes.reduce((total, change) => total + change.points, 0)
        expect(sum).toBeCloseTo(now - before, 1)
        expect(waterfall(before, changes).at(-1)?.to ?? before).toBeCloseTo(now, 1)
      }),
    )
  })

  it('names the largest move first and gathers the small ones', () => {
    const changes = pointsChanges({
      items: [
        item('sales', { points: 25.8, previousPoints: 25.83 }),
        item('growth', { points: 6.15, previousPoints: 11.7 }),
        item('margin', { points: 14.4, previousPoints: 15.2 }),
      ],
      scorePercent: 73.65,
      previousScorePercent: 80,
    })
    expect(changes).toEqual([
      { criterion: 'growth', points: -5.55 },
      { criterion: 'margin', points: -0.8 },
      { criterion: null, points: 0 },
    ])
  })

  it('has nothing to compare without a score before', () => {
    expect(pointsChanges({ items: [], scorePercent: 70, previousScorePercent: null })).toEqual([])
  })
})

describe('ways to the next class', () => {
  it('puts what is enough first, then what could add most, and leaves out the unknown', () => {
    const ways = waysUp([
      item('sales', { pointsAvailable: 9 }),
      item('growth', { pointsAvailable: 7, inputForNextClass: 22.5 }),
      item('margin', { pointsAvailable: 12 }),
      item('influence', { points: null, pointsAvailable: 20 }),
    ])
    expect(ways.map(({ criterion }) => criterion)).toEqual(['growth', 'margin', 'sales'])
  })
})

describe('the narrowest interval', () => {
  it('is the criterion with the least room, and none where every weight may be anything', () => {
    const items = [
      item('sales', { stability: { from: 28, to: 100 } }),
      item('growth', { stability: { from: 0, to: 38 } }),
      item('margin', { stability: null }),
    ]
    expect(narrowestInterval(items)).toEqual({ criterion: 'growth', from: 0, to: 38 })
    expect(narrowestInterval([item('sales')])).toBeNull()
  })
})

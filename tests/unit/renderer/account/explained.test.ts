import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccountExplanation } from '#shared/contract/account.ts'
import { CRITERIA, type CriterionKey } from '#shared/domain/scoring-model.ts'
import {
  countedWeights,
  isModelChanged,
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

type Step = NonNullable<AccountExplanation['waterfall']>['steps'][number]
const step = (kind: Step['kind'], points: number, criterion: Step['criterion'] = null): Step => ({
  kind,
  points,
  criterion,
})

describe('the change since the last period', () => {
  it('always adds up to all the steps, however many are gathered', () => {
    const hundredths = fc.integer({ min: -4000, max: 4000 }).map((value) => value / 100)
    fc.assert(
      fc.property(
        fc.array(hundredths, { maxLength: CRITERIA.length }),
        fc.tuple(hundredths, hundredths, hundredths),
        (data, [knowledge, weights, anchors]) => {
          const steps = [
            ...data.map((points, i) => step('data', points, CRITERIA[i] ?? 'sales')),
            step('knowledge', knowledge),
            step('weights', weights),
            step('anchors', anchors),
          ]
          const total = steps.reduce((sum, { points }) => sum + points, 0)
          const changes = pointsChanges({ steps })
          expect(changes.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(total, 6)
          expect(waterfall(50, changes).at(-1)?.to ?? 50).toBeCloseTo(50 + total, 6)
        },
      ),
    )
  })

  it('names the largest move first, gathers the small ones, and tells the model apart from the figures', () => {
    const steps = [
      step('data', -0.03, 'sales'),
      step('data', -5.55, 'growth'),
      step('data', -0.8, 'margin'),
      step('knowledge', 0),
      step('weights', 1.2),
      step('anchors', 0),
    ]
    expect(pointsChanges({ steps })).toEqual([
      { kind: 'data', criterion: 'growth', points: -5.55 },
      { kind: 'data', criterion: 'margin', points: -0.8 },
      { kind: 'rest', criterion: null, points: -0.03 },
      { kind: 'weights', criterion: null, points: 1.2 },
    ])
    expect(isModelChanged({ steps })).toBe(true)
    expect(isModelChanged({ steps: steps.slice(0, 4) })).toBe(false)
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

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLOSE_REASONS } from '#shared/domain/opportunity.ts'
import type { FactorKind, JudgementAnswers } from '#shared/domain/purchase-factor.ts'
import {
  type AdviceInput,
  adviseOnFactors,
  agreementOf,
  combineOpinions,
  deriveWeights,
  judgeWeights,
  shrinkToPrior,
} from '../../../src/main/scoring/purchase-factors.ts'

const ids = ['value', 'price', 'relationship']
const kinds: FactorKind[] = ['value', 'price', 'relationship']
const seed = [46, 36, 18]
const points = (...values: number[]): JudgementAnswers => ({
  method: 'points',
  points: values.map((value, place) => ({ factorId: ids[place] ?? 'gone', points: value })),
})
function weightsOf(answers: JudgementAnswers) {
  const judged = judgeWeights(answers, ids)
  if (judged.kind === 'undefined') throw new Error(judged.reason)
  return judged
}
const judge = (influence: number, ...values: number[]) => ({ influence, ...weightsOf(points(...values)) })

describe('one judge', () => {
  it("weighs pairs as Saaty's 3, 5, 3: .637, .258, .105 with a consistency ratio of .033", () => {
    const judged = weightsOf({
      method: 'pairs',
      pairs: [
        { first: 'value', second: 'price', ratio: 3 },
        { first: 'value', second: 'relationship', ratio: 5 },
        { first: 'price', second: 'relationship', ratio: 3 },
      ],
    })
    expect(judged.weights.map((weight) => weight?.toFixed(3))).toEqual(['0.637', '0.258', '0.105'])
    expect(judged.consistencyRatio).toBeCloseTo(0.0332, 4)
    expect(judged.isConsistent).toBe(true)
  })

  it('calls comparisons in a circle inconsistent', () => {
    const judged = weightsOf({
      method: 'pairs',
      pairs: [
        { first: 'value', second: 'price', ratio: 5 },
        { first: 'price', second: 'relationship', ratio: 5 },
        { first: 'relationship', second: 'value', ratio: 5 },
      ],
    })
    expect(judged.isConsistent).toBe(false)
  })

  it('counts best minus worst, and has no opinion on a factor it was never shown', () => {
    const judged = weightsOf({
      method: 'best-worst',
      tasks: [{ shown: ['value', 'price'], best: 'price', worst: 'value' }],
    })
    expect(judged.weights).toEqual([0, 1, null])
  })

  it('leaves out a factor that is no longer listed and shares the rest out again', () => {
    expect(judgeWeights(points(60, 20, 20), ['value', 'price'])).toMatchObject({ weights: [0.75, 0.25] })
  })

  it('has no weights without answers, or with nothing but zeros', () => {
    for (const answers of [points(), points(0, 0, 0)]) {
      expect(judgeWeights(answers, ids)).toEqual({ kind: 'undefined', reason: 'no-answers' })
    }
    expect(judgeWeights({ method: 'pairs', pairs: [] }, ids)).toMatchObject({ kind: 'undefined' })
    expect(judgeWeights({ method: 'best-worst', tasks: [] }, ids)).toMatchObject({ kind: 'undefined' })
  })
})

describe('several judges', () => {
  it('weighs by influence and shows the lowest and highest opinion', () => {
    const [value] = combineOpinions([judge(3, 80, 10, 10), judge(1, 40, 30, 30)], 3)
    expect(value).toMatchObject({ low: 0.4, high: 0.8, judges: 2 })
    expect(value?.weight).toBeCloseTo(0.7)
  })

  it('counts judges alike where none has influence', () => {
    const [value] = combineOpinions([judge(0, 80, 10, 10), judge(0, 40, 30, 30)], 3)
    expect(value?.weight).toBeCloseTo(0.6)
  })

  it('leans on the prior with three parts: (n·w + 3·prior)/(n + 3)', () => {
    const one = shrinkToPrior(combineOpinions([judge(1, 0, 100, 0)], 3), seed)
    expect(one[1]).toBeCloseTo((1 + 3 * 0.36) / 4)
    expect(shrinkToPrior(combineOpinions([], 3), seed)).toEqual([0.46, 0.36, 0.18])
  })

  it('agrees wholly when all rank alike and not at all when they rank in a circle', () => {
    expect(agreementOf([judge(1, 60, 30, 10), judge(1, 50, 40, 10)])).toBe(1)
    expect(agreementOf([judge(1, 60, 30, 10), judge(1, 10, 60, 30), judge(1, 30, 10, 60)])).toBeCloseTo(0)
    expect(agreementOf([judge(1, 60, 30, 10)])).toBeNull()
  })

  it('agree over the factors that all of them judged, also after one is added that nobody was asked about', () => {
    const two = [judge(1, 60, 30, 10), judge(1, 50, 40, 10)]
    expect(agreementOf(two.map(({ weights, ...rest }) => ({ ...rest, weights: [...weights, null] })))).toBe(1)
    const partial = { influence: 1, weights: [0.4, 0.6, null] }
    expect(agreementOf([judge(1, 60, 30, 10), partial])).toBe(0)
    expect(agreementOf([judge(1, 60, 30, 10), { influence: 1, weights: [null, 1, null] }])).toBeNull()
  })

  it('leave out a judge without influence from the number, the spread and the agreement', () => {
    const opinions = [judge(2, 60, 30, 10), judge(0, 10, 30, 60)]
    const combined = combineOpinions(opinions, 3)
    expect(combined[0]).toMatchObject({ low: 0.6, high: 0.6, judges: 1 })
    expect(combined[0]?.weight).toBeCloseTo(0.6)
    expect(shrinkToPrior(combined, seed)[0]).toBeCloseTo((0.6 + 3 * 0.46) / 4)
    expect(agreementOf(opinions)).toBeNull()
    expect(agreementOf([...opinions, judge(1, 70, 20, 10)])).toBe(1)
  })
})

describe('what decided', () => {
  it('needs three closed opportunities whose reasons speak of a factor', () => {
    expect(deriveWeights([['price'], ['price'], ['other']], kinds)).toEqual({ closings: 2, weights: null })
  })

  it('counts the first reason 1 and the second a half, each opportunity 1 in all', () => {
    const { weights } = deriveWeights([['price', 'quality'], ['price'], ['technology']], kinds)
    const [value, price, relationship] = weights ?? []
    expect(value).toBeCloseTo(1 / 9)
    expect(price).toBeCloseTo(5 / 9)
    expect(relationship).toBeCloseTo(1 / 3)
  })
})

describe('advice', () => {
  const advise = (weights: number[], changes: Partial<AdviceInput> = {}) =>
    adviseOnFactors({
      weights,
      judged: weights,
      kinds,
      judges: 3,
      agreement: 0.8,
      statedToDerived: null,
      ...changes,
    }).map(({ advice }) => advice)

  it('says not to lead with price where it decides little, and leads with what decides', () => {
    expect(advise([0.6, 0.22, 0.18])).toEqual(['not-on-price', 'lead-with'])
  })

  it('says not to talk differentiation where price comes clearly first', () => {
    expect(advise([0.3, 0.5, 0.2])).toEqual(['not-on-differentiation'])
  })

  it('advises nothing on price while the judges contradict each other', () => {
    expect(advise([0.6, 0.22, 0.18], { agreement: 0.2 })).toEqual(['opinions-differ'])
  })

  it('warns of a single judge, of words that decisions contradict, and of an even field', () => {
    expect(advise([0.34, 0.33, 0.33], { judges: 1, agreement: null, statedToDerived: -0.5 })).toEqual([
      'no-clear-factor',
      'stated-not-derived',
      'single-judge',
    ])
    expect(advise([0.46, 0.36, 0.18], { judges: 0 })).toEqual(['not-judged'])
  })

  it('does not lead with what comes first by the prior alone', () => {
    const combined = combineOpinions([judge(1, 34, 33, 33)], 3)
    const judged = combined.map(({ weight }) => weight)
    const rest = { judged, judges: 1, agreement: null }
    expect(advise(shrinkToPrior(combined, seed), rest)).toEqual(['no-clear-factor', 'single-judge'])
    expect(advise(shrinkToPrior(combined, [80, 5, 15]), rest)).toEqual(['no-clear-factor', 'single-judge'])
  })

  it('asks about a factor that may weigh most but nobody judged, instead of leading with any', () => {
    const own = [...kinds, null]
    const advice = adviseOnFactors({
      weights: [0.35, 0.12, 0.11, 0.42],
      judged: [0.6, 0.2, 0.2, null],
      kinds: own,
      judges: 3,
      agreement: 1,
      statedToDerived: null,
    })
    expect(advice).toEqual([
      { advice: 'ask-about', place: 3 },
      { advice: 'not-on-price', place: 1 },
    ])
  })

  it('leads with a judged factor that stands apart from one nobody judged, and asks about that one too', () => {
    const rest = { kinds: [...kinds, null], judged: [0.6, 0.2, 0.2, null] }
    expect(advise([0.5, 0.2, 0.2, 0.1], rest)).toEqual(['not-on-price', 'lead-with', 'ask-about'])
  })

  it('takes one factor that alone was judged for no lead, for it was held against nothing', () => {
    expect(advise([0.7, 0.2, 0.1], { judged: [1, null, null] })).toEqual(['no-clear-factor', 'ask-about'])
  })
})

const factorIds = ['a', 'b', 'c', 'd', 'e']
const factorId = fc.constantFrom(...factorIds, 'gone')
const anyAnswers: fc.Arbitrary<JudgementAnswers> = fc.oneof(
  fc.record({
    method: fc.constant('points' as const),
    points: fc.array(fc.record({ factorId, points: fc.double({ min: 0, max: 100, noNaN: true }) }), {
      maxLength: 6,
    }),
  }),
  fc.record({
    method: fc.constant('pairs' as const),
    pairs: fc.array(
      fc.record({ first: factorId, second: factorId, ratio: fc.double({ min: 1 / 9, max: 9, noNaN: true }) }),
      { maxLength: 12 },
    ),
  }),
  fc.record({
    method: fc.constant('best-worst' as const),
    tasks: fc.array(
      fc.record({
        shown: fc.uniqueArray(factorId, { minLength: 2, maxLength: 5 }),
        best: factorId,
        worst: factorId,
      }),
      { maxLength: 6 },
    ),
  }),
)
const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0)

it('any answers of any judges give weights that add up to 1, or none; never a figure that is none', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ answers: anyAnswers, influence: fc.double({ min: 0, max: 10, noNaN: true }) }), {
        maxLength: 5,
      }),
      fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 5, maxLength: 5 }),
      fc.array(fc.uniqueArray(fc.constantFrom(...CLOSE_REASONS)), { maxLength: 6 }),
      (judges, prior, closings) => {
        const opinions = judges.flatMap(({ answers, influence }) => {
          const judged = judgeWeights(answers, factorIds)
          return judged.kind === 'weighed' ? [{ influence, weights: judged.weights }] : []
        })
        for (const { weights } of opinions) expect(sum(weights)).toBeCloseTo(1, 9)
        const combined = combineOpinions(opinions, factorIds.length)
        if (combined.some(({ weight }) => weight !== null)) {
          expect(sum(combined.map(({ weight }) => weight))).toBeCloseTo(1, 9)
        }
        const weights = shrinkToPrior(combined, prior)
        expect(sum(weights)).toBeCloseTo(1, 9)
        expect(weights.every((weight) => weight >= 0 && weight <= 1 + 1e-12)).toBe(true)
        const agreement = agreementOf(opinions)
        if (agreement !== null) expect(agreement >= 0 && agreement <= 1).toBe(true)
        const own = [...kinds, null, null]
        const { weights: derived } = deriveWeights(closings, own)
        if (derived) expect(sum(derived)).toBeCloseTo(1, 9)
        const judged = combined.map(({ weight }) => weight)
        const input = {
          weights,
          judged,
          kinds: own,
          judges: opinions.length,
          agreement,
          statedToDerived: null,
        }
        const advice = adviseOnFactors(input)
        expect(advice.length).toBeGreaterThan(0)
        const ofJudged = ['lead-with', 'not-on-price', 'not-on-differentiation']
        for (const { advice: one, place } of advice) {
          if (ofJudged.includes(one)) expect(judged[place ?? -1]).not.toBeNull()
          if (one === 'ask-about') expect(judged[place ?? -1]).toBeNull()
        }
      },
    ),
  )
})

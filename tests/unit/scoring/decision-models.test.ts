import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DecisionTable } from '../../../src/main/scoring/decision-table.ts'
import { entropyWeights } from '../../../src/main/scoring/entropy-weights.ts'
import { simpleAdditiveWeighting } from '../../../src/main/scoring/simple-additive-weighting.ts'
import { rankOrderWeights, swingWeights } from '../../../src/main/scoring/swing-weights.ts'
import { topsis } from '../../../src/main/scoring/topsis.ts'

// Hwang & Yoon 1981: the fighter aircraft; the fourth criterion is the price.
const AIRCRAFT: DecisionTable = {
  values: [
    [2.0, 1500, 20000, 5.5, 5, 9],
    [2.5, 2700, 18000, 6.5, 3, 5],
    [1.8, 2000, 21000, 4.5, 7, 7],
    [2.2, 1800, 20000, 5.0, 5, 5],
  ],
  weights: [0.2, 0.1, 0.1, 0.1, 0.2, 0.3],
  benefit: [true, true, true, false, true, true],
}

const ranked = (table: DecisionTable) => {
  const result = topsis(table)
  if (result.kind === 'undefined') throw new Error(result.reason)
  return result
}
const printed = (values: readonly (number | null)[], digits: number) =>
  values.map((value) => value?.toFixed(digits))

describe('the fighter aircraft of Hwang & Yoon', () => {
  it('TOPSIS: .643 .268 .614 .312 in the book', () => {
    const { closeness } = ranked(AIRCRAFT)
    expect(printed(closeness, 4)).toEqual(['0.6433', '0.2684', '0.6135', '0.3123'])
    // As the book prints them.
    expect(printed(closeness, 3)).toEqual(['0.643', '0.268', '0.614', '0.312'])
  })

  it('simple additive weighting: .8355 .7073 .8514 .7374', () => {
    const result = simpleAdditiveWeighting(AIRCRAFT)
    const scores = result.kind === 'scored' ? result.scores : []
    expect(printed(scores, 4)).toEqual(['0.8355', '0.7073', '0.8514', '0.7374'])
    // The book prints .835 .709 .852 .738, from rounded intermediate values.
    scores.forEach((score, i) => {
      expect(Math.abs(score - ([0.835, 0.709, 0.852, 0.738][i] ?? 0))).toBeLessThan(0.002)
    })
  })

  it('entropy weights: .0642 .2061 .0134 .0813 .3587 .2763', () => {
    const result = entropyWeights(AIRCRAFT.values)
    const weights = result.kind === 'weighted' ? result.weights : []
    expect(printed(weights, 4)).toEqual(['0.0642', '0.2061', '0.0134', '0.0813', '0.3587', '0.2763'])
    // The book prints .0649 .2055 .0133 .0829 .3570 .2764, from rounded intermediate values.
    weights.forEach((weight, i) => {
      expect(Math.abs(weight - ([0.0649, 0.2055, 0.0133, 0.0829, 0.357, 0.2764][i] ?? 0))).toBeLessThan(0.002)
    })
  })
})

// Lecture example: Civic, Saturn, Ford, Mazda by style, reliability, fuel economy and cost.
it('TOPSIS: the four cars of the lecture with their ideal point', () => {
  const { closeness, ideal } = ranked({
    values: [
      [7, 9, 9, 8],
      [8, 7, 8, 7],
      [9, 6, 8, 9],
      [6, 7, 8, 6],
    ],
    weights: [0.1, 0.4, 0.3, 0.2],
    benefit: [true, true, true, false],
  })
  expect(printed(ideal, 4)).toEqual(['0.0593', '0.2455', '0.1634', '0.0791'])
  expect(printed(closeness, 4)).toEqual(['0.7427', '0.4036', '0.1759', '0.4414'])
})

describe('edges of TOPSIS', () => {
  it('has no closeness for a single alternative or equal ones', () => {
    expect(ranked({ values: [[3, 4]], weights: [1, 1], benefit: [true, true] }).closeness).toEqual([null])
    const twins = ranked({
      values: [
        [3, 4],
        [3, 4],
      ],
      weights: [1, 1],
      benefit: [true, false],
    })
    expect(twins.closeness).toEqual([null, null])
  })
  it('drops a criterion of zeros and says so', () => {
    const result = ranked({
      values: [
        [0, 1],
        [0, 2],
      ],
      weights: [0.9, 0.1],
      benefit: [true, true],
    })
    expect(result).toMatchObject({ droppedCriteria: [0], closeness: [0, 1] })
  })
  it('says when negative figures distort the norm', () => {
    expect(ranked({ values: [[-1], [2]], weights: [1], benefit: [true] }).hasNegative).toBe(true)
  })
  it.each([
    ['empty', { values: [], weights: [], benefit: [] }],
    ['ragged', { values: [[1, 2], [1]], weights: [1, 1], benefit: [true, true] }],
    ['ragged', { values: [[1, 2]], weights: [1], benefit: [true, true] }],
    ['not-finite', { values: [[Number.NaN]], weights: [1], benefit: [true] }],
    ['negative-weight', { values: [[1]], weights: [-1], benefit: [true] }],
    ['no-weight', { values: [[1]], weights: [0], benefit: [true] }],
  ] satisfies [string, DecisionTable][])('refuses a table that is %s', (reason, table) => {
    expect(topsis(table)).toEqual({ kind: 'undefined', reason })
    expect(simpleAdditiveWeighting(table)).toEqual({ kind: 'undefined', reason })
  })
})

it('additive weighting: a free alternative has the whole of the cost criterion, a dear one nothing', () => {
  const free = simpleAdditiveWeighting({ values: [[0], [5], [0]], weights: [1], benefit: [false] })
  expect(free).toEqual({ kind: 'scored', scores: [1, 0, 1] })
  const negative = simpleAdditiveWeighting({ values: [[-1]], weights: [1], benefit: [true] })
  expect(negative).toEqual({ kind: 'undefined', reason: 'negative-value' })
})

describe('edges of entropy', () => {
  it('weighs a constant criterion, also one of zeros, with 0', () => {
    const result = entropyWeights([
      [5, 0, 1],
      [5, 0, 9],
    ])
    expect(result.kind === 'weighted' && result.weights).toEqual([0, 0, 1])
  })
  it.each([
    ['too-few', [[1, 2]]],
    ['too-few', []],
    ['ragged', [[1], [1, 2]]],
    ['negative-value', [[1], [-1]]],
    [
      'no-variation',
      [
        [1, 2],
        [1, 2],
      ],
    ],
    ['not-finite', [[1], [Number.POSITIVE_INFINITY]]],
  ])('refuses %s', (reason, values) => {
    expect(entropyWeights(values)).toEqual({ kind: 'undefined', reason })
  })
})

describe('weights from points', () => {
  it('are their proportions', () => {
    expect(swingWeights([100, 50, 50])).toEqual([0.5, 0.25, 0.25])
    expect(swingWeights([1e308, 1e308])).toEqual([0.5, 0.5])
  })
  it('are none for zeros, negatives and no criteria', () => {
    for (const points of [[0, 0], [5, -1], [], [Number.NaN]]) expect(swingWeights(points)).toBeNull()
  })
  // Edwards & Barron 1994, table of rank-order centroid weights for four attributes.
  it('are .5208 .2708 .1458 .0625 for four criteria of which only the order is known', () => {
    expect(printed(rankOrderWeights([1, 2, 3, 4]) ?? [], 4)).toEqual(['0.5208', '0.2708', '0.1458', '0.0625'])
    expect(rankOrderWeights([2, 1])).toEqual([0.25, 0.75])
    expect(rankOrderWeights([1, 1])).toBeNull()
    expect(rankOrderWeights([])).toBeNull()
  })
})

const figure = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.double({ min: 0, max: 1e308, noNaN: true }),
  fc.constantFrom(0, 5e-324, 1e308),
)

it('keeps closeness and scores in 0 … 1 and weights at a sum of 1 for hostile tables', () => {
  const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
    fc.record({
      values: fc.array(fc.array(figure, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 6,
      }),
      weights: fc.array(figure, { minLength: width, maxLength: width }),
      benefit: fc.array(fc.boolean(), { minLength: width, maxLength: width }),
    }),
  )
  fc.assert(
    fc.property(table, fc.boolean(), (given, isSigned) => {
      const signed = given.values.map((row) => row.map((value, j) => (isSigned && j % 2 ? -value : value)))
      const closeness = topsis({ ...given, values: signed })
      if (closeness.kind === 'ranked') {
        for (const value of closeness.closeness) {
          if (value !== null) expect(value >= 0 && value <= 1).toBe(true)
        }
      }
      const additive = simpleAdditiveWeighting(given)
      if (additive.kind === 'scored') {
        for (const score of additive.scores) expect(score >= 0 && score <= 1 + 1e-9).toBe(true)
      }
      const entropy = entropyWeights(given.values)
      const sets = [entropy.kind === 'weighted' ? entropy.weights : null, swingWeights(given.weights)]
      for (const weights of sets) {
        if (!weights) continue
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9)
        for (const weight of weights) expect(weight).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 500 },
  )
})

it('ranks alike whatever the unit of a criterion', () => {
  const scaled = AIRCRAFT.values.map((row) => row.map((value, j) => (j === 1 ? value * 1.60934 : value)))
  const [one, other] = [ranked(AIRCRAFT), ranked({ ...AIRCRAFT, values: scaled })]
  other.closeness.forEach((value, i) => {
    expect(value).toBeCloseTo(one.closeness[i] ?? 0, 12)
  })
})

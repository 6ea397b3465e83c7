import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  acceptedRatio,
  ahpWeights,
  groupJudgements,
  type JudgementMatrix,
} from '../../../src/main/scoring/ahp.ts'

function weighted(matrix: JudgementMatrix) {
  const result = ahpWeights(matrix)
  if (result.kind === 'undefined') throw new Error(result.reason)
  return result
}
const printed = (values: readonly number[], digits = 4) => values.map((value) => value.toFixed(digits))

/** A matrix from the judgements above the diagonal, row by row. */
function reciprocal(n: number, judgements: readonly (number | null)[]): (number | null)[][] {
  const matrix: (number | null)[][] = Array.from({ length: n }, () => new Array(n).fill(1))
  let at = 0
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const judgement = judgements[at++] ?? null
      const [row, column] = [matrix[i], matrix[j]]
      if (row && column) {
        row[j] = judgement
        column[i] = judgement === null ? null : 1 / judgement
      }
    }
  }
  return matrix
}

describe('published examples', () => {
  // Saaty 2008, Int. J. Services Sciences 1(1): which drink is consumed more in the US.
  const drinks = [
    [1, 9, 5, 2, 1, 1, 1 / 2],
    [1 / 9, 1, 1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
    [1 / 5, 3, 1, 1 / 3, 1 / 4, 1 / 3, 1 / 9],
    [1 / 2, 9, 3, 1, 1 / 2, 1, 1 / 3],
    [1, 9, 4, 2, 1, 2, 1 / 2],
    [1, 9, 3, 1, 1 / 2, 1, 1 / 3],
    [2, 9, 9, 3, 2, 3, 1],
  ]

  it('Saaty 2008: the seven drinks, lambda 7.1766, ratio .022', () => {
    const result = weighted(drinks)
    expect(printed(result.weights)).toEqual([
      '0.1775',
      '0.0191',
      '0.0418',
      '0.1164',
      '0.1896',
      '0.1288',
      '0.3268',
    ])
    // As published, to three digits.
    expect(printed(result.weights, 3)).toEqual([
      '0.177',
      '0.019',
      '0.042',
      '0.116',
      '0.190',
      '0.129',
      '0.327',
    ])
    expect(result.lambdaMax.toFixed(4)).toBe('7.1766')
    expect(result.consistencyRatio?.toFixed(4)).toBe('0.0223')
    expect(result.consistencyRatioNewer?.toFixed(3)).toBe('0.022')
  })

  it('Saaty: three criteria judged 3, 5, 3', () => {
    const result = weighted(reciprocal(3, [3, 5, 3]))
    expect(printed(result.weights)).toEqual(['0.6370', '0.2583', '0.1047'])
    expect(result.lambdaMax.toFixed(4)).toBe('3.0385')
    expect(result.consistencyRatio?.toFixed(4)).toBe('0.0332')
  })

  it('Saaty: the consistent judgements 2, 6, 3', () => {
    const result = weighted(reciprocal(3, [2, 6, 3]))
    expect(printed(result.weights)).toEqual(['0.6000', '0.3000', '0.1000'])
    expect(result.consistencyRatio).toBeCloseTo(0, 11)
  })
})

it('takes the eigenvector and not the geometric mean of the rows', () => {
  const matrix = reciprocal(4, [9, 1 / 5, 3, 1 / 7, 5, 9])
  const means = matrix.map((row) => row.reduce<number>((product, cell) => product * (cell ?? 1), 1) ** 0.25)
  const total = means.reduce((sum, mean) => sum + mean, 0)
  const { weights } = weighted(matrix)
  expect(Math.abs((weights[0] ?? 0) - (means[0] ?? 0) / total)).toBeGreaterThan(0.001)
})

it('is consistent by nature up to two criteria and knows no index above ten', () => {
  expect(weighted([[1]])).toMatchObject({ weights: [1], consistencyRatio: 0 })
  expect(weighted(reciprocal(2, [4]))).toMatchObject({ consistencyRatio: 0 })
  expect(weighted(reciprocal(11, new Array(55).fill(1))).consistencyRatio).toBeNull()
})

it('accepts .10, in the stricter variant .05 for three criteria and .08 for four', () => {
  expect([3, 4, 5].map((n) => acceptedRatio(n))).toEqual([0.1, 0.1, 0.1])
  expect([3, 4, 5].map((n) => acceptedRatio(n, 'stricter'))).toEqual([0.05, 0.08, 0.1])
})

it('fills a judgement nobody gave with the ratio that the others imply', () => {
  const result = weighted(reciprocal(3, [2, null, 3]))
  expect(printed(result.weights)).toEqual(['0.6000', '0.3000', '0.1000'])
  expect(result).toMatchObject({ missingCount: 1, consistencyRatio: 0 })
  const four = weighted(reciprocal(4, [2, 6, null, 3, 6, 2]))
  expect(printed(four.weights)).toEqual(['0.5714', '0.2857', '0.0952', '0.0476'])
})

it.each([
  ['empty', []],
  ['not-square', [[1, 2], [1]]],
  ['out-of-scale', reciprocal(2, [0])],
  ['out-of-scale', reciprocal(2, [-3])],
  ['out-of-scale', [[Number.NaN]]],
  [
    'not-reciprocal',
    [
      [1, 3],
      [3, 1],
    ],
  ],
  [
    'not-reciprocal',
    [
      [1, 3],
      [null, 1],
    ],
  ],
  [
    'not-reciprocal',
    [
      [2, 1],
      [1, 1],
    ],
  ],
  ['disconnected', reciprocal(4, [2, null, null, null, null, 3])],
] satisfies [string, JudgementMatrix][])('refuses a matrix that is %s', (reason, matrix) => {
  expect(ahpWeights(matrix)).toEqual({ kind: 'undefined', reason })
})

it('accepts reciprocals as people type them', () => {
  expect(
    ahpWeights([
      [1, 7],
      [0.14, 1],
    ]).kind,
  ).toBe('weighted')
  expect(
    ahpWeights([
      [1, 3],
      [0.33, 1],
    ]).kind,
  ).toBe('weighted')
})

it('joins judges by the geometric mean, which stays reciprocal', () => {
  const group = groupJudgements([reciprocal(2, [4]), reciprocal(2, [9])])
  expect(group[0]?.[1]).toBeCloseTo(6, 12)
  expect((group[0]?.[1] ?? 0) * (group[1]?.[0] ?? 0)).toBeCloseTo(1, 12)
  const led = groupJudgements([reciprocal(2, [4]), reciprocal(2, [9])], [1, 0])
  expect(led[0]?.[1]).toBeCloseTo(4, 12)
  expect(groupJudgements([reciprocal(2, [null]), reciprocal(2, [9])])[0]?.[1]).toBeCloseTo(9, 12)
  expect(groupJudgements([reciprocal(2, [null])])[0]?.[1]).toBeNull()
})

it('gives positive weights that sum to 1 to any judgements, however contradictory', () => {
  const scale = fc.oneof(
    fc.integer({ min: 1, max: 9 }).map((value) => value),
    fc.integer({ min: 1, max: 9 }).map((value) => 1 / value),
    fc.constantFrom(1e5, 1e-5),
  )
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 }),
      fc.array(scale, { minLength: 45, maxLength: 45 }),
      (n, judgements) => {
        const result = ahpWeights(reciprocal(n, judgements))
        if (result.kind === 'undefined') {
          expect(result.reason).toBe('not-converged')
          return
        }
        expect(result.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
        for (const weight of result.weights) expect(weight).toBeGreaterThan(0)
        expect(result.lambdaMax).toBeGreaterThanOrEqual(n - 1e-6)
        expect(result.consistencyRatio).toBeGreaterThanOrEqual(0)
      },
    ),
  )
})

it('finds the weights that consistent judgements were made from', () => {
  const weight = fc.integer({ min: 1, max: 100 })
  fc.assert(
    fc.property(fc.array(weight, { minLength: 1, maxLength: 10 }), (given) => {
      const total = given.reduce((sum, value) => sum + value, 0)
      const result = weighted(given.map((row) => given.map((column) => row / column)))
      result.weights.forEach((value, i) => {
        expect(value).toBeCloseTo((given[i] ?? 0) / total, 9)
      })
      expect(result.consistencyRatio ?? 0).toBeLessThan(1e-6)
    }),
  )
})

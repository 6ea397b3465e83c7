import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitBradleyTerry } from '../../../src/main/scoring/bradley-terry.ts'

function fitted(wins: readonly (readonly number[])[]) {
  const result = fitBradleyTerry(wins)
  if (result.kind === 'undefined') throw new Error(result.reason)
  return result
}

// Agresti, Categorical Data Analysis: American League East 1987, Milwaukee, Detroit, Toronto, New York,
// Boston, Cleveland, Baltimore, 13 games a pair.
const AMERICAN_LEAGUE = [
  [0, 7, 9, 7, 7, 9, 11],
  [6, 0, 7, 5, 11, 9, 9],
  [4, 6, 0, 7, 7, 8, 12],
  [6, 8, 6, 0, 6, 7, 10],
  [6, 2, 6, 7, 0, 7, 12],
  [4, 4, 5, 6, 6, 0, 6],
  [2, 4, 1, 3, 1, 7, 0],
]

it('reproduces the log-abilities 1.58 1.44 1.29 1.25 1.11 .68 0 of Agresti', () => {
  const { logAbilities, hasPseudoCounts, isConverged } = fitted(AMERICAN_LEAGUE)
  expect(logAbilities.map((ability) => ability.toFixed(3))).toEqual([
    '1.581',
    '1.436',
    '1.294',
    '1.248',
    '1.108',
    '0.684',
    '0.000',
  ])
  expect({ hasPseudoCounts, isConverged }).toEqual({ hasPseudoCounts: false, isConverged: true })
})

it('gives two items the logarithm of the odds', () => {
  expect(
    fitted([
      [0, 3],
      [1, 0],
    ]).logAbilities[0],
  ).toBeCloseTo(Math.log(3), 9)
  expect(
    fitted([
      [0, 3],
      [1, 0],
    ]).shares[0],
  ).toBeCloseTo(0.75, 9)
})

it('keeps abilities finite for an item that never wins, by half a win in every pair', () => {
  const { logAbilities, hasPseudoCounts } = fitted([
    [0, 4],
    [0, 0],
  ])
  expect(hasPseudoCounts).toBe(true)
  expect(logAbilities[0]).toBeCloseTo(Math.log(4.5 / 0.5), 9)
})

it('adds half wins also where two groups never met or one always beats the other', () => {
  const apart = [
    [0, 1, 0, 0],
    [1, 0, 0, 0],
    [0, 0, 0, 1],
    [0, 0, 1, 0],
  ]
  expect(fitted(apart).hasPseudoCounts).toBe(true)
  const above = [
    [0, 1, 2, 2],
    [1, 0, 2, 2],
    [0, 0, 0, 1],
    [0, 0, 1, 0],
  ]
  const result = fitted(above)
  expect(result.hasPseudoCounts).toBe(true)
  expect(result.logAbilities.every(Number.isFinite)).toBe(true)
})

it('finds equal abilities without a single comparison', () => {
  expect(
    fitted([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]),
  ).toMatchObject({ logAbilities: [0, 0, 0], hasPseudoCounts: true })
})

it.each([
  ['too-few', [[0]]],
  ['too-few', []],
  ['not-square', [[0, 1], [1]]],
  [
    'negative-count',
    [
      [0, -1],
      [1, 0],
    ],
  ],
  [
    'negative-count',
    [
      [0, Number.NaN],
      [1, 0],
    ],
  ],
])('refuses %s', (reason, wins) => {
  expect(fitBradleyTerry(wins)).toEqual({ kind: 'undefined', reason })
})

it('explains the wins it was fitted to: each item wins as often as its abilities expect', () => {
  const square = fc.integer({ min: 2, max: 5 }).chain((n) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: n, maxLength: n }), {
      minLength: n,
      maxLength: n,
    }),
  )
  fc.assert(
    fc.property(square, (wins) => {
      const { logAbilities } = fitted(wins)
      wins.forEach((row, i) => {
        let [won, expected] = [0, 0]
        row.forEach((count, j) => {
          if (i === j) return
          won += count
          const chance = 1 / (1 + Math.exp((logAbilities[j] ?? 0) - (logAbilities[i] ?? 0)))
          expected += (count + (wins[j]?.[i] ?? 0)) * chance
        })
        expect(expected).toBeCloseTo(won, 5)
      })
    }),
  )
})

it('stays finite, with shares of a sum of 1, for hostile counts', () => {
  const count = fc.oneof(fc.constantFrom(0, 0, 1, 1e15), fc.integer({ min: 0, max: 9 }))
  const square = fc
    .integer({ min: 2, max: 6 })
    .chain((n) => fc.array(fc.array(count, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }))
  fc.assert(
    fc.property(square, (wins) => {
      const { logAbilities, shares } = fitted(wins)
      expect(logAbilities.every(Number.isFinite)).toBe(true)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
    }),
    { numRuns: 20 },
  )
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type IndicatorScale, scoreIndicator } from '../../../src/main/scoring/credit-indicator.ts'

const points = (
  value: number | null,
  scale: IndicatorScale,
  weight = 20,
  coefficients?: readonly number[],
): number | null => {
  const score = scoreIndicator(value, scale, weight, coefficients)
  return score.kind === 'scored' ? score.points : null
}
const falling = (...standards: number[]): IndicatorScale => ({ kind: 'one-sided', standards })

describe('the worked examples', () => {
  // 企业绩效评价 return on equity: average 1.7 %, good 9.5 %; the copy at jikaoti.com prints 16.85 with 18 for 20 × 0.8.
  it('scores a return on equity of 8 % as 12 + .8077 × (16 − 12) = 15.23', () => {
    const score = scoreIndicator(8, falling(14, 9.5, 1.7, -3, -9), 20)
    expect(score).toMatchObject({ kind: 'scored', base: 12, standard: 2 })
    expect(score.kind === 'scored' && (score.adjustment / 4).toFixed(4)).toBe('0.8077')
    expect(score.kind === 'scored' && score.adjustment.toFixed(2)).toBe('3.23')
    expect(score.kind === 'scored' && score.points.toFixed(2)).toBe('15.23')
  })

  it('scores the Wall variant, 20 points at 5.5 % and 30 at 15.8 %, with 24.37 for 10 %', () => {
    expect(points(10, falling(15.8, 5.5), 30, [1, 2 / 3])?.toFixed(2)).toBe('24.37')
  })
})

it.each([
  [14, 20],
  [9.5, 16],
  [1.7, 12],
  [-3, 8],
  [-9, 4],
  [500, 20],
  [-9.01, 0],
])('earns exactly the coefficient at a standard: %d gives %d', (value, expected) => {
  expect(points(value, falling(14, 9.5, 1.7, -3, -9))).toBeCloseTo(expected, 12)
})

it('falls from the last standard to nothing at the declared floor', () => {
  const scale: IndicatorScale = { kind: 'one-sided', standards: [14, 9.5, 1.7, -3, -9], floor: -19 }
  expect([-9, -14, -19, -40].map((value) => points(value, scale))).toEqual([4, 2, 0, 0])
})

it('reads standards that rise as less is better', () => {
  const days: IndicatorScale = { kind: 'one-sided', standards: [0, 10, 30, 60, 90], floor: 120 }
  expect([-5, 0, 5, 10, 90, 105, 120].map((value) => points(value, days, 10))).toEqual([
    10, 10, 9, 8, 2, 1, 0,
  ])
})

it('scores a target band from both sides', () => {
  const currentRatio: IndicatorScale = {
    kind: 'band',
    below: [1.5, 1.2, 1, 0.8, 0.6],
    floorBelow: 0.4,
    above: [2.5, 3, 4, 5, 6],
    floorAbove: 8,
  }
  const scores = [0.4, 0.5, 1, 1.35, 1.5, 2, 2.5, 3.5, 6, 7, 8].map((value) =>
    points(value, currentRatio, 10),
  )
  const expected = [0, 1, 6, 9, 10, 10, 10, 7, 2, 1, 0]
  scores.forEach((score, i) => {
    expect(score).toBeCloseTo(expected[i] ?? -1, 12)
  })
})

it('does not score what is unknown, nor against standards out of order', () => {
  expect(scoreIndicator(null, falling(5, 4, 3, 2, 1), 10)).toEqual({ kind: 'undefined', reason: 'no-value' })
  for (const standards of [
    [5, 4, 6, 2, 1],
    [3, 3, 3, 3, 3],
  ]) {
    expect(scoreIndicator(1, falling(...standards), 10)).toEqual({
      kind: 'undefined',
      reason: 'standards-disordered',
    })
  }
  expect(scoreIndicator(1, falling(5, 4, 3), 10)).toMatchObject({ reason: 'standards-incomplete' })
  const overlapping: IndicatorScale = { kind: 'band', below: [3, 2, 1, 0, -1], above: [2, 3, 4, 5, 6] }
  expect(scoreIndicator(1, overlapping, 10)).toMatchObject({ reason: 'standards-disordered' })
  const floorInside: IndicatorScale = { kind: 'one-sided', standards: [5, 4, 3, 2, 1], floor: 2 }
  expect(scoreIndicator(1, floorInside, 10)).toMatchObject({ reason: 'standards-disordered' })
})

it('takes the better of two equal standards', () => {
  expect(points(5, falling(10, 5, 5, 2, 1), 10)).toBe(8)
  expect(points(4.999999, falling(10, 5, 5, 2, 1), 10)).toBeLessThan(6)
})

it('stays within 0 and the weight and never falls as the value improves', () => {
  const figure = fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0, -0, 1e308, -1e308, 5e-324))
  fc.assert(
    fc.property(
      fc.array(figure, { minLength: 5, maxLength: 5 }),
      fc.array(figure, { minLength: 2, maxLength: 20 }),
      fc.boolean(),
      (given, values, isFalling) => {
        const standards = given.toSorted((x, y) => (isFalling ? y - x : x - y))
        const ascending = values.toSorted((x, y) => x - y)
        let before = isFalling ? 0 : 20
        for (const value of ascending) {
          const own = points(value, { kind: 'one-sided', standards })
          if (own === null) return
          expect(own).toBeGreaterThanOrEqual(0)
          expect(own).toBeLessThanOrEqual(20 + 1e-9)
          expect((own - before) * (isFalling ? 1 : -1)).toBeGreaterThanOrEqual(-1e-9)
          before = own
        }
      },
    ),
  )
})

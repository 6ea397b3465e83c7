import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreBestWorst } from '../../../src/main/scoring/best-worst.ts'
import { kendallW } from '../../../src/main/scoring/kendall-w.ts'
import { kendallTauB, spearman, twoSidedP } from '../../../src/main/scoring/rank-correlation.ts'
import { averageRanks } from '../../../src/main/scoring/ranks.ts'

describe('rank correlation', () => {
  // The example of the encyclopedia article on Spearman's rho: IQ against hours of television a week.
  it('gives rho −.1757576, p .6272 for IQ and television', () => {
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110]
    const television = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]
    const result = spearman(iq, television)
    expect(result?.rho.toFixed(7)).toBe('-0.1757576')
    expect(result?.p.toFixed(4)).toBe('0.6272')
  })

  it('gives rho .763158 and tau-b .666667 with ties', () => {
    const [x, y] = [
      [1, 2, 2, 4, 5],
      [2, 1, 3, 3, 5],
    ]
    expect(spearman(x, y)?.rho.toFixed(6)).toBe('0.763158')
    expect(kendallTauB(x, y)?.toFixed(6)).toBe('0.666667')
  })

  // Student's table: two-sided 5 % and 1 % points.
  it.each([
    [12.706, 1, 0.05],
    [4.303, 2, 0.05],
    [3.182, 3, 0.05],
    [2.776, 4, 0.05],
    [2.306, 8, 0.05],
    [3.169, 10, 0.01],
    [2.042, 30, 0.05],
    [1.98, 120, 0.05],
  ])('finds t = %d with %i degrees of freedom at p = %d', (t, degrees, p) => {
    expect(twoSidedP(t, degrees)).toBeCloseTo(p, 3)
    expect(twoSidedP(-t, degrees)).toBe(twoSidedP(t, degrees))
  })

  it('is none for two pairs, a constant list or lists of unequal length', () => {
    for (const [x, y] of [
      [
        [1, 2],
        [1, 2],
      ],
      [
        [1, 1, 1],
        [1, 2, 3],
      ],
      [
        [1, 2, 3],
        [1, 2],
      ],
      [
        [1, 2, Number.NaN],
        [1, 2, 3],
      ],
      [[], []],
    ] satisfies [number[], number[]][]) {
      expect(spearman(x, y)).toBeNull()
      expect(kendallTauB(x, y)).toBeNull()
    }
  })

  it('is 1 with itself, −1 with its reverse, and in range for anything', () => {
    const list = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 3, maxLength: 20 })
    fc.assert(
      fc.property(list, list, (x, other) => {
        const y = x.map((_, i) => other[i % other.length] ?? 0)
        for (const rho of [spearman(x, y)?.rho, kendallTauB(x, y)]) {
          if (rho !== undefined && rho !== null) expect(rho >= -1 && rho <= 1).toBe(true)
        }
        const p = spearman(x, y)?.p
        if (p !== undefined) expect(p >= 0 && p <= 1).toBe(true)
        const own = spearman(x, x)
        if (!own) return
        expect(own.rho).toBeCloseTo(1, 12)
        expect(
          spearman(
            x,
            x.map((value) => -value),
          )?.rho,
        ).toBeCloseTo(-1, 12)
        expect(kendallTauB(x, x)).toBeCloseTo(1, 12)
      }),
    )
  })
})

it('gives equal values their average rank, the sum always n(n + 1)/2', () => {
  expect(averageRanks([30, 10, 20, 10])).toEqual([4, 1.5, 3, 1.5])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 20 }), (values) => {
      const sum = averageRanks(values).reduce((total, rank) => total + rank, 0)
      expect(sum).toBe((values.length * (values.length + 1)) / 2)
    }),
  )
})

describe('Kendall’s W', () => {
  it('is 12 S/(m²(n³ − n)) without ties', () => {
    const result = kendallW([
      [1, 2, 3, 4],
      [2, 1, 3, 4],
      [1, 2, 4, 3],
    ])
    // Rank sums 4, 5, 10, 11 about 7.5: S = 12.25 + 6.25 + 6.25 + 12.25 = 37.
    expect(result?.w).toBeCloseTo((12 * 37) / (9 * 60), 12)
    expect(result?.uncorrected).toBe(result?.w)
    expect(result?.chiSquare).toBeCloseTo(3 * 3 * ((12 * 37) / (9 * 60)), 12)
  })
  it('is 1 where judges agree, also in their ties, and 0 where they cancel out', () => {
    expect(
      kendallW([
        [1, 2, 3],
        [1, 2, 3],
      ])?.w,
    ).toBe(1)
    const tied = kendallW([
      [1, 2.5, 2.5, 4],
      [1, 2.5, 2.5, 4],
    ])
    expect(tied?.w).toBe(1)
    expect(tied?.uncorrected).toBeCloseTo(0.9, 12)
    expect(
      kendallW([
        [1, 2, 3],
        [3, 2, 1],
      ])?.w,
    ).toBe(0)
  })
  it('takes scores like ranks', () => {
    expect(
      kendallW([
        [46, 36, 18],
        [50, 20, 30],
      ])?.w,
    ).toBe(
      kendallW([
        [3, 2, 1],
        [3, 1, 2],
      ])?.w,
    )
  })
  it('is none for one judge, one item, unequal rankings or nothing but ties', () => {
    for (const rankings of [
      [],
      [[1, 2, 3]],
      [[1], [1]],
      [
        [1, 2],
        [1, 2, 3],
      ],
      [
        [1, 1],
        [2, 2],
      ],
    ]) {
      expect(kendallW(rankings)).toBeNull()
    }
  })
  it('lies between 0 and 1', () => {
    const rankings = fc
      .integer({ min: 1, max: 6 })
      .chain((n) =>
        fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: n, maxLength: n }), { maxLength: 6 }),
      )
    fc.assert(
      fc.property(rankings, (given) => {
        const result = kendallW(given)
        if (result) expect(result.w >= 0 && result.w <= 1).toBe(true)
      }),
    )
  })
})

describe('best-worst scaling', () => {
  it('scores how much more often an item is best than worst', () => {
    const result = scoreBestWorst([
      { shown: ['value', 'price', 'relationship'], best: 'value', worst: 'relationship' },
      { shown: ['value', 'price', 'relationship'], best: 'price', worst: 'relationship' },
      { shown: ['value', 'price'], best: 'value', worst: 'price' },
    ])
    const items = result.kind === 'scored' ? result.items : []
    expect(items.map(({ score }) => score)).toEqual([2 / 3, 0, -1])
    expect(items.map(({ timesShown }) => timesShown)).toEqual([3, 3, 2])
    expect(items.map(({ weight }) => weight)).toEqual([0.625, 0.375, 0])
  })
  it('leaves tasks that contradict themselves out and counts them', () => {
    const good = { shown: ['a', 'b'], best: 'a', worst: 'b' }
    const result = scoreBestWorst([good, { ...good, worst: 'a' }, { ...good, best: 'c' }], ['a', 'b', 'c'])
    expect(result).toMatchObject({ kind: 'scored', invalidTasks: 2 })
    expect(result.kind === 'scored' && result.items[2]).toMatchObject({
      timesShown: 0,
      score: null,
      weight: 0,
    })
    expect(scoreBestWorst([])).toEqual({ kind: 'undefined', reason: 'no-tasks' })
  })
  it('gives weights of a sum of 1 to any tasks', () => {
    const task = fc
      .shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 2 })
      .map((shown) => ({ shown, best: shown[0] ?? '', worst: shown[1] ?? '' }))
    fc.assert(
      fc.property(fc.array(task, { minLength: 1, maxLength: 12 }), (tasks) => {
        const result = scoreBestWorst(tasks)
        const weights = result.kind === 'scored' ? result.items.map(({ weight }) => weight) : []
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
        for (const weight of weights) expect(weight).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

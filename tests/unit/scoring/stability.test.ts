import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawDirichlet, seededRandom } from '../../../src/main/scoring/seeded-random.ts'
import { classStability, crossingWeight, weightInterval } from '../../../src/main/scoring/stability.ts'
import { accountInputs, context, fullModel } from './scoring-builders.ts'

describe('the worked example of scoring.md 2: u = (90, 40, 70), w = (.5, .3, .2)', () => {
  const utilities = [90, 40, 70]
  const weights = [0.5, 0.3, 0.2]

  it('crosses 65 at .342 and 80 at .737', () => {
    expect(crossingWeight(utilities, weights, 0, 65)?.toFixed(3)).toBe('0.342')
    expect(crossingWeight(utilities, weights, 0, 80)?.toFixed(3)).toBe('0.737')
  })

  it('is Gold for the first weight in [.342, .737]', () => {
    const { from, to } = weightInterval(utilities, weights, 0, [65, 80])
    expect([from.toFixed(3), to.toFixed(3)]).toEqual(['0.342', '0.737'])
  })

  it('bounds a weak criterion from above', () => {
    const { from, to } = weightInterval(utilities, weights, 1, [65, 80])
    expect(from).toBeCloseTo((80 - 590 / 7) / (40 - 590 / 7), 9)
    expect(to).toBeCloseTo((65 - 590 / 7) / (40 - 590 / 7), 9)
  })
})

// Glass-box screen of the design reference, utilities 86 72 90 41 78 60.
it('gives the printed intervals of the glass-box account', () => {
  const utilities = [86, 72, 90, 41, 78, 60]
  const weights = [0.3, 0.2, 0.15, 0.15, 0.1, 0.1]
  const printed = weights.map((_, i) => {
    const { from, to } = weightInterval(utilities, weights, i, [65, 80])
    return `${Math.round(from * 100)}–${Math.round(to * 100)}`
  })
  expect(printed).toEqual(['0–66', '0–100', '0–48', '0–38', '0–100', '0–67'])
})

it('has no crossing where the criterion equals the rest, or is the only one', () => {
  expect(crossingWeight([70, 70, 70], [0.5, 0.3, 0.2], 0, 65)).toBeNull()
  expect(crossingWeight([70], [1], 0, 65)).toBeNull()
  expect(weightInterval([70], [1], 0, [65, 80])).toEqual({ from: 0, to: 1 })
})

it('keeps the score on its side of every threshold within the interval and not just beyond it', () => {
  const utility = fc.integer({ min: 0, max: 100 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(utility, fc.integer({ min: 1, max: 50 })), { minLength: 2, maxLength: 6 }),
      fc.nat(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (pairs, pick, position) => {
        const utilities = pairs.map(([value]) => value)
        const sum = pairs.reduce((total, [, weight]) => total + weight, 0)
        const weights = pairs.map(([, weight]) => weight / sum)
        const index = pick % pairs.length
        const own = weights[index] ?? 0
        const scoreAt = (t: number) =>
          utilities.reduce(
            (total, value, i) =>
              total + value * (i === index ? t : ((weights[i] ?? 0) * (1 - t)) / (1 - own)),
            0,
          )
        const side = (score: number) => [65, 80].filter((threshold) => score >= threshold).length
        fc.pre([65, 80].every((threshold) => Math.abs(scoreAt(own) - threshold) > 1e-6))
        const { from, to } = weightInterval(utilities, weights, index, [65, 80])
        expect(from).toBeLessThanOrEqual(own + 1e-12)
        expect(to).toBeGreaterThanOrEqual(own - 1e-12)
        const inside = from + (to - from) * (0.001 + 0.998 * position)
        fc.pre(
          to - from > 1e-6 && [65, 80].every((threshold) => Math.abs(scoreAt(inside) - threshold) > 1e-9),
        )
        expect(side(scoreAt(inside))).toBe(side(scoreAt(own)))
        const isMoving = Math.abs(scoreAt(1) - scoreAt(0)) > 1e-3
        if (isMoving && from > 0.001) expect(side(scoreAt(from - 0.0005))).not.toBe(side(scoreAt(own)))
        if (isMoving && to < 0.999) expect(side(scoreAt(to + 0.0005))).not.toBe(side(scoreAt(own)))
      },
    ),
    { numRuns: 500 },
  )
})

describe('class robustness', () => {
  it('is the same for the same seed and names every drawn class', () => {
    const inputs = accountInputs({ sales: 16_000_000, abc: 'A', marginPercent: 30 })
    const first = classStability(inputs, fullModel(), context, { seed: 20_261_008 })
    expect(classStability(inputs, fullModel(), context, { seed: 20_261_008 })).toEqual(first)
    const shares = Object.values(first?.shareByClass ?? {})
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
    expect(first?.robustness).toBeLessThanOrEqual(Math.max(...shares) + 1e-9)
  })

  it('is complete where a rule without a score decides, with all the room for every weight', () => {
    const litigation = accountInputs({ standing: { creditGrade: null, hasOpenLitigation: true } })
    const result = classStability(litigation, fullModel(), context, { seed: 1 })
    expect(result?.robustness).toBe(1)
    expect(result?.shareByClass).toEqual({ problem: 1 })
    expect(result?.intervals.every(({ from, to }) => from === 0 && to === 1)).toBe(true)
  })

  it('takes no notice of the Diamond threshold where ABC rules Diamond out', () => {
    // Score 65 to 100 is Gold either way.
    const inputs = accountInputs({ sales: 50_000_000, marginPercent: 45, abc: 'B' })
    const result = classStability(inputs, fullModel(), context, { seed: 1 })
    expect(result?.intervals.find(({ key }) => key === 'sales')?.to).toBe(1)
  })

  it('names the criterion with the least room', () => {
    const inputs = accountInputs({
      growth: { kind: 'percent', percent: -50, symmetric: -0.6 },
      sales: 50_000_000,
      marginPercent: 45,
    })
    const result = classStability(inputs, fullModel(), context, { seed: 1 })
    const room = (key: string | null) => {
      const interval = result?.intervals.find((candidate) => candidate.key === key)
      return interval ? interval.to - interval.from : Number.NaN
    }
    const rooms = result?.intervals.map(({ key }) => room(key)) ?? []
    expect(room(result?.narrowest ?? null)).toBe(Math.min(...rooms))
  })

  it('is the probability of the class under Dirichlet weights of concentration 50', () => {
    // Full marks in one of two criteria, none in the other: the score is 100 × Beta(35, 15), Gold from 65 on.
    const model = fullModel({
      criteria: [
        { key: 'sales', weight: 70, anchors: [0, 1, 2, 3, 4, 5] },
        { key: 'margin', weight: 30, anchors: [0, 10, 20, 30, 40, 50] },
      ],
    })
    const inputs = accountInputs({ sales: 9, marginPercent: 0, abc: 'B' })
    const result = classStability(inputs, model, context, { seed: 3, draws: 40_000 })
    expect(result?.robustness).toBeCloseTo(0.7845, 2)
  })

  it('does not exist for prospects and without a score', () => {
    expect(
      classStability(accountInputs({ hasTradedEver: false }), fullModel(), context, { seed: 1 }),
    ).toBeNull()
    const unknown = accountInputs({ payment: null, growth: null })
    expect(classStability(unknown, fullModel(), context, { seed: 1 })).toBeNull()
  })
})

describe('Dirichlet draws', () => {
  it('have the mean and the spread of the distribution', () => {
    const weights = [0.3, 0.2, 0.15, 0.15, 0.1, 0.1]
    const random = seededRandom(7)
    const draws = Array.from({ length: 20_000 }, () =>
      drawDirichlet(
        weights.map((weight) => weight * 50),
        random,
      ),
    )
    weights.forEach((weight, i) => {
      const values = draws.map((draw) => draw[i] ?? Number.NaN)
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
      expect(mean).toBeCloseTo(weight, 2)
      // Var = w(1 − w) / (concentration + 1).
      expect(variance / ((weight * (1 - weight)) / 51)).toBeCloseTo(1, 1)
    })
  })

  it('reach the corners when the concentration is below 1', () => {
    // Dirichlet(½, ½) is the arcsine law with variance 1/8; a uniform part has 1/12.
    const random = seededRandom(11)
    const parts = Array.from({ length: 20_000 }, () => drawDirichlet([0.5, 0.5], random)[0] ?? Number.NaN)
    const variance = parts.reduce((sum, part) => sum + (part - 0.5) ** 2, 0) / parts.length
    expect(variance).toBeCloseTo(1 / 8, 2)
  })

  it('add up to 1, keep a zero weight at zero and bear tiny ones', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const draw = drawDirichlet([20, 0, 0.05, 5], seededRandom(seed))
        expect(draw.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 9)
        expect(draw[1]).toBe(0)
        for (const part of draw) expect(part >= 0 && part <= 1).toBe(true)
      }),
    )
  })

  it('spread evenly over [0, 1) before they are shaped', () => {
    const random = seededRandom(42)
    const bins = Array.from({ length: 10 }, () => 0)
    for (let i = 0; i < 100_000; i++) {
      const bin = Math.floor(random() * 10)
      bins[bin] = (bins[bin] ?? 0) + 1
    }
    for (const count of bins) expect(Math.abs(count - 10_000)).toBeLessThan(400)
  })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ALTMAN_VARIANTS, type AltmanFigures, altmanScore } from '../../../src/main/scoring/altman.ts'

const firm: AltmanFigures = {
  workingCapital: 20,
  retainedEarnings: 30,
  earningsBeforeInterestAndTax: 10,
  equity: 50,
  sales: 150,
  totalAssets: 100,
  totalLiabilities: 50,
}

// Coefficients and cut-offs of Altman 1968, 1983 and 1995; 1.10/2.60 for Z″, where creditguru prints those of Z′.
it.each([
  ['listed', 1.2 * 0.2 + 1.4 * 0.3 + 3.3 * 0.1 + 0.6 * 1 + 0.999 * 1.5, 'safe'],
  ['private', 0.717 * 0.2 + 0.847 * 0.3 + 3.107 * 0.1 + 0.42 * 1 + 0.998 * 1.5, 'grey'],
  ['emerging', 6.56 * 0.2 + 3.26 * 0.3 + 6.72 * 0.1 + 1.05 * 1, 'safe'],
] as const)('scores a %s firm', (variant, z, zone) => {
  const result = altmanScore(firm, variant)
  expect(result).toMatchObject({ kind: 'scored', zone })
  expect(result.kind === 'scored' && result.z).toBeCloseTo(z, 12)
})

it.each([
  ['listed', 1.81, 2.99],
  ['private', 1.23, 2.9],
  ['emerging', 1.1, 2.6],
] as const)('ends the grey zone of %s at %d and %d', (variant, low, high) => {
  const coefficient = { listed: 0.6, private: 0.42, emerging: 1.05 }[variant]
  const zoneAt = (z: number) => {
    const figures = {
      ...firm,
      workingCapital: 0,
      retainedEarnings: 0,
      earningsBeforeInterestAndTax: 0,
      sales: 0,
    }
    const result = altmanScore({ ...figures, equity: z / coefficient, totalLiabilities: 1 }, variant)
    return result.kind === 'scored' && result.zone
  }
  expect([low - 0.001, low + 0.001, high - 0.001, high + 0.001].map(zoneAt)).toEqual([
    'distress',
    'grey',
    'grey',
    'safe',
  ])
})

it('is undefined without assets or liabilities instead of infinite', () => {
  expect(altmanScore({ ...firm, totalAssets: 0 }, 'private')).toEqual({
    kind: 'undefined',
    reason: 'no-assets',
  })
  expect(altmanScore({ ...firm, totalLiabilities: 0 }, 'private')).toEqual({
    kind: 'undefined',
    reason: 'no-liabilities',
  })
})

it('adds up from its parts and is never NaN', () => {
  const figure = fc.double({ noNaN: true, noDefaultInfinity: true })
  const figures = fc.record({
    workingCapital: figure,
    retainedEarnings: figure,
    earningsBeforeInterestAndTax: figure,
    equity: figure,
    sales: figure,
    totalAssets: figure,
    totalLiabilities: figure,
  })
  fc.assert(
    fc.property(figures, fc.constantFrom(...ALTMAN_VARIANTS), (given, variant) => {
      const result = altmanScore(given, variant)
      if (result.kind === 'undefined') return
      expect(Number.isFinite(result.z)).toBe(true)
      expect(result.parts.reduce((sum, part) => sum + part.points, 0)).toBe(result.z)
    }),
  )
})

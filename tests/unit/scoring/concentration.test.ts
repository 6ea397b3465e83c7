import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  gini,
  herfindahl,
  lorenzCurve,
  paretoCurve,
  rankReachingShare,
  shareOfTop,
} from '../../../src/main/scoring/concentration.ts'
import {
  figuresByCustomer,
  isMissing,
  readCdnowMaster,
  readNorthwind,
  readOnlineRetail,
} from './public-data.ts'

it('gives Gini 0.26667 and 0.33333 unbiased for 1 to 5', () => {
  expect(gini([5, 1, 4, 2, 3])?.population).toBeCloseTo(0.26667, 5)
  expect(gini([5, 1, 4, 2, 3])?.unbiased).toBeCloseTo(0.33333, 5)
})

it('gives Gini 0.66667 and 1 unbiased when one of three has everything', () => {
  expect(gini([0, 0, 1])?.population).toBeCloseTo(0.66667, 5)
  expect(gini([0, 0, 1])?.unbiased).toBeCloseTo(1, 12)
})

it('clips negative values in Gini and says how many', () => {
  expect(gini([-5, -1, 1])).toEqual({ ...gini([0, 0, 1]), clippedCount: 2 })
})

it('has no Gini without positive sales and no unbiased one for a single customer', () => {
  expect(gini([])).toBeNull()
  expect(gini([0, 0])).toBeNull()
  expect(gini([-3])).toBeNull()
  expect(gini([7])).toEqual({ population: 0, unbiased: null, clippedCount: 0 })
})

// Example of the US merger guidelines (Department of Justice and FTC): four firms 30, 30, 20, 20 %.
it('gives the HHI 2600 of the merger guidelines', () => {
  const result = herfindahl([30, 30, 20, 20])
  expect(result?.index).toBe(2600)
  expect(result?.fraction).toBeCloseTo(0.26, 12)
  expect(result?.effectiveNumber).toBeCloseTo(1 / 0.26, 12)
  expect(result?.largestShare).toBe(0.3)
})

it('leaves negative values out of the HHI and counts them', () => {
  expect(herfindahl([30, 30, 20, 20, -50])).toMatchObject({ index: 2600, excludedCount: 1 })
  expect(herfindahl([0, -1])).toBeNull()
})

it('counts equal customers as their effective number', () => {
  expect(herfindahl(Array.from({ length: 8 }, () => 3))?.effectiveNumber).toBeCloseTo(8, 12)
})

it.skipIf(isMissing('northwind/Orders.csv'))(
  'Northwind: 89 customers, 1 265 793.04, top 20 % hold 60 %',
  () => {
    const values = figuresByCustomer(readNorthwind()).map((customer) => customer.value)
    expect(values).toHaveLength(89)
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1_265_793.04, 2)
    expect(Math.round((shareOfTop(values, 0.2) ?? 0) * 100)).toBe(60)
  },
)

it.skipIf(isMissing('cdnow/cdnow_master.csv.gz'))(
  'CDNOW master: 23 570 customers, top 20 % hold 68 %',
  () => {
    const values = figuresByCustomer(readCdnowMaster()).map((customer) => customer.value)
    expect(values).toHaveLength(23_570)
    expect(Math.round((shareOfTop(values, 0.2) ?? 0) * 100)).toBe(68)
  },
)

it.skipIf(isMissing('online_retail/online_retail.csv.gz'))(
  'Online Retail cleaned: 397 884 lines, 4 338 customers, 8 911 407.904 GBP, top 20 % hold 75 %',
  () => {
    const lines = readOnlineRetail()
    expect(lines).toHaveLength(397_884)
    const values = figuresByCustomer(lines).map((customer) => customer.value)
    expect(values).toHaveLength(4338)
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(8_911_407.904, 3)
    expect(Math.round((shareOfTop(values, 0.2) ?? 0) * 100)).toBe(75)
    expect(Math.round((shareOfTop(values, 0.01) ?? 0) * 100)).toBe(32)
  },
)

it('keeps the exact key ranks in a downsampled Pareto curve', () => {
  const values = Array.from({ length: 5000 }, (_, i) => 1_000_000 / (i + 1))
  const curve = paretoCurve(values, 60)
  expect(curve.length).toBeLessThanOrEqual(60)
  const ranks = curve.map((point) => point.rank)
  for (const share of [0.5, 0.8, 0.95]) expect(ranks).toContain(rankReachingShare(values, share))
  for (const rank of [0, 50, 250, 1000, 5000]) expect(ranks).toContain(rank)
  const atTopFifth = curve.find((point) => point.rank === 1000)
  expect(atTopFifth?.valueShare).toBeCloseTo(shareOfTop(values, 0.2) ?? 0, 12)
})

it('counts the customers that reach a share exactly, without one too many', () => {
  expect(rankReachingShare([50, 30, 10, 10], 0.8)).toBe(2)
  // 0.5 + 0.49 + 0.41 is 80 % of 1.75, in binary just below it.
  expect(rankReachingShare([0.5, 0.49, 0.41, 0.25, 0.1], 0.8)).toBe(3)
  expect(rankReachingShare([], 0.8)).toBe(0)
  expect(shareOfTop([], 0.2)).toBeNull()
  expect(shareOfTop([-5, 0], 0.2)).toBeNull()
})

it('draws curves that rise from (0, 0) to (1, 1), Pareto above and Lorenz below the diagonal', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -20, max: 1000 }), { minLength: 1, maxLength: 300 }),
      fc.integer({ min: 2, max: 50 }),
      (values, maxPoints) => {
        fc.pre(values.some((value) => value > 0))
        for (const [curve, side] of [
          [paretoCurve(values, maxPoints), 1],
          [lorenzCurve(values, maxPoints), -1],
        ] as const) {
          expect(curve[0]).toEqual({ rank: 0, customerShare: 0, valueShare: 0 })
          expect(curve.at(-1)).toMatchObject({ customerShare: 1, valueShare: 1 })
          curve.forEach((point, i) => {
            const before = curve[i - 1]
            if (before) {
              expect(point.customerShare).toBeGreaterThan(before.customerShare)
              expect(point.valueShare).toBeGreaterThanOrEqual(before.valueShare - 1e-12)
            }
            expect(side * (point.valueShare - point.customerShare)).toBeGreaterThanOrEqual(-1e-9)
          })
        }
      },
    ),
  )
})

it('keeps Gini between 0 and 1 and independent of the currency', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 1000 }), { minLength: 2, maxLength: 80 }), (values) => {
      const result = gini(values)
      if (!result) return
      expect(result.population).toBeGreaterThanOrEqual(0)
      expect(result.unbiased).toBeLessThanOrEqual(1 + 1e-12)
      expect(gini(values.map((value) => value * 7))?.population).toBeCloseTo(result.population, 9)
    }),
  )
})

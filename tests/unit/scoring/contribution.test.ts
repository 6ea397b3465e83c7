import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accountContribution,
  type ContributionFacts,
  thinnedCurve,
  whaleCurve,
} from '../../../src/main/scoring/contribution.ts'

const FACTS: ContributionFacts = {
  costedNet: 1_000_000,
  cost: 700_000,
  gross: 1_050_000,
  returns: 50_000,
  hasCost: true,
  activities: [
    { rate: 10_000, quantity: 12 },
    { rate: 2_500, quantity: 4.5 },
  ],
}

describe('accountContribution', () => {
  it('is gross margin less rate × quantity of every activity', () => {
    expect(accountContribution(FACTS)).toEqual({
      grossMargin: 300_000,
      marginCoverage: 1,
      activityCosts: [120_000, 11_250],
      costToServe: 131_250,
      costCoverage: 1,
      contribution: 168_750,
    })
  })

  it('leaves an unrecorded quantity or rate out and says how much of the work is known', () => {
    const activities = [
      { rate: 10_000, quantity: 12 },
      { rate: null, quantity: 3 },
      { rate: 500, quantity: null },
    ]
    const result = accountContribution({ ...FACTS, activities })
    expect(result.activityCosts).toEqual([120_000, null, null])
    expect(result.costToServe).toBe(120_000)
    expect(result.costCoverage).toBeCloseTo(1 / 3)
  })

  it('does not take an unknown cost of goods for a margin of 100 %', () => {
    const result = accountContribution({ ...FACTS, costedNet: 0, cost: 0, hasCost: false })
    expect(result.grossMargin).toBeNull()
    expect(result.contribution).toBeNull()
    expect(result.marginCoverage).toBe(0)
  })

  it('gives no contribution where nothing of the work is known', () => {
    expect(accountContribution({ ...FACTS, activities: [] }).contribution).toBeNull()
    const unknown = accountContribution({ ...FACTS, activities: [{ rate: null, quantity: null }] })
    expect(unknown.costToServe).toBeNull()
    expect(unknown.contribution).toBeNull()
  })

  it('knows the margin of an account that bought nothing: zero, and its visits still cost', () => {
    const silent = accountContribution({
      ...FACTS,
      costedNet: 0,
      cost: 0,
      gross: 0,
      returns: 0,
      hasCost: false,
    })
    expect(silent.grossMargin).toBe(0)
    expect(silent.marginCoverage).toBeNull()
    expect(silent.contribution).toBe(-131_250)
  })
})

const contributions = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 60 })

describe('whaleCurve', () => {
  it('peaks above 100 % and ends there: five of ten make what two cost back', () => {
    const curve = whaleCurve([400, 300, 200, 100, 50, 0, 0, 0, -100, -150])
    expect(curve.total).toBe(800)
    expect(curve.peak).toEqual({ count: 5, cumulative: 1050, percent: 131.25 })
    expect(curve.costing).toEqual({ count: 2, amount: 250 })
    expect(curve.points.at(-1)?.percent).toBe(100)
  })

  it('rises up to its peak, falls from there and ends at the total', () => {
    fc.assert(
      fc.property(contributions, (values) => {
        const { points, total, peak, costing } = whaleCurve(values)
        expect(points).toHaveLength(values.length)
        const peakCount = peak?.count ?? 0
        for (const [index, point] of points.entries()) {
          const before = index === 0 ? 0 : (points[index - 1]?.cumulative ?? 0)
          if (index < peakCount) expect(point.cumulative).toBeGreaterThan(before)
          else expect(point.cumulative).toBeLessThanOrEqual(before)
          expect(point.percent === null || Number.isFinite(point.percent)).toBe(true)
        }
        expect(points.at(-1)?.cumulative ?? 0).toBe(total)
        expect((peak?.cumulative ?? 0) - costing.amount).toBe(total)
        if (total > 0) {
          expect(points.at(-1)?.percent).toBeCloseTo(100)
          expect(peak?.percent ?? 0).toBeGreaterThanOrEqual(100 - 1e-9)
        } else expect(points.every(({ percent }) => percent === null)).toBe(true)
      }),
    )
  })

  it('keeps first, peak and last when it is thinned', () => {
    fc.assert(
      fc.property(contributions, fc.integer({ min: 3, max: 20 }), (values, most) => {
        const curve = whaleCurve(values)
        const thin = thinnedCurve(curve, most)
        expect(thin.length).toBeLessThanOrEqual(Math.max(most, 0))
        expect(thin[0]).toEqual(curve.points[0])
        expect(thin.at(-1)).toEqual(curve.points.at(-1))
        if (curve.peak) expect(thin).toContainEqual(curve.peak)
      }),
    )
  })
})

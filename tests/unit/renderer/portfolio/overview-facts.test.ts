import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  biggestMovers,
  categoryChange,
  closesQuarter,
  curveShare,
  lorenzCurve,
  lowestMonth,
  marginChange,
  pastQuarterEnds,
  returnsShare,
  slippedToProblem,
} from '../../../../src/renderer/features/portfolio/overview-facts.ts'

const mover = (change: number, over: object = {}) => ({
  id: '00000000-0000-4000-8000-000000000001',
  name: `${change}`,
  valueClass: 'general' as const,
  previousValueClass: 'general' as const,
  netSales: 100,
  change,
  growthPercent: null,
  ...over,
})

describe('figures of the overview', () => {
  it('leaves the margin change unknown while one year has no cost', () => {
    expect(
      marginChange({ marginPercent: 28.6, priorMarginPercent: 29.3, isPriorComplete: true }),
    ).toBeCloseTo(-0.7)
    expect(marginChange({ marginPercent: 28.6, priorMarginPercent: null, isPriorComplete: true })).toBeNull()
    expect(marginChange({ marginPercent: 28.6, priorMarginPercent: 29.3, isPriorComplete: false })).toBeNull()
  })

  it('takes returns against what was sold before them, and knows no share without sales', () => {
    expect(returnsShare({ grossSales: 1000, returns: 137 })).toBeCloseTo(13.7)
    expect(returnsShare({ grossSales: 0, returns: 0 })).toBeNull()
  })

  it('knows no growth of a category that had no sales before', () => {
    expect(categoryChange({ netSales: 5, priorNetSales: 0 })).toBeNull()
    expect(categoryChange({ netSales: 5, priorNetSales: -2 })).toBeNull()
    expect(categoryChange({ netSales: 150, priorNetSales: 100 })).toBe(50)
  })

  it('names the largest account that fell to problem, and none that already was there', () => {
    const movers = [
      mover(-1, { name: 'was', valueClass: 'problem', previousValueClass: 'problem', netSales: 900 }),
      mover(-1, { name: 'small', valueClass: 'problem', netSales: 10 }),
      mover(-1, { name: 'large', valueClass: 'problem', previousValueClass: 'gold', netSales: 50 }),
      mover(-1, { name: 'new', valueClass: 'problem', previousValueClass: null, netSales: 800 }),
    ]
    expect(slippedToProblem(movers)?.name).toBe('large')
    expect(slippedToProblem([])).toBeNull()
  })

  it('never lists an account both as rising and as falling, nor one that stood still', () => {
    const { rising, falling } = biggestMovers([mover(5), mover(0), mover(-3), mover(9), mover(-8)], 2)
    expect(rising.map(({ change }) => change)).toEqual([9, 5])
    expect(falling.map(({ change }) => change)).toEqual([-3, -8])
    expect(biggestMovers([mover(0)], 3)).toEqual({ rising: [], falling: [] })
  })

  it('marks no month where all are alike', () => {
    const month = (index: number, net: number) => ({ month: index, net, priorNet: 0 })
    expect(lowestMonth([month(1, 4), month(2, 4)])).toBeNull()
    expect(lowestMonth([month(1, 4), month(2, 3), month(3, 9)])?.month).toBe(2)
    expect(lowestMonth([])).toBeNull()
  })
})

describe('curves', () => {
  const curve = [
    [25, 70],
    [50, 90],
    [100, 100],
  ] as const

  it('reads the curve between its points, from nothing up', () => {
    expect(curveShare(curve, 25)).toBe(70)
    expect(curveShare(curve, 12.5)).toBe(35)
    expect(curveShare(curve, 75)).toBe(95)
    expect(curveShare(curve, 0)).toBe(0)
    expect(curveShare([], 20)).toBe(0)
  })

  it('turns the Pareto curve into a Lorenz curve that lies on or under the diagonal', () => {
    const sales = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(sales, (values) => {
        const sorted = [...values].sort((a, b) => b - a)
        const total = sorted.reduce((sum, value) => sum + value, 0)
        let running = 0
        const pareto = sorted.map((value, index): [number, number] => {
          running += value
          return [(100 * (index + 1)) / sorted.length, (100 * running) / total]
        })
        const lorenz = lorenzCurve(pareto)
        expect(lorenz[0]).toEqual([0, 0])
        for (const [accounts, share] of lorenz) expect(share).toBeLessThanOrEqual(accounts + 1e-6)
      }),
    )
  })
})

describe('quarters', () => {
  it('calls a day by its quarter only where it closes one', () => {
    expect(closesQuarter('2026-09-30')).toBe(true)
    expect(closesQuarter('2026-09-29')).toBe(false)
    expect(closesQuarter('2026-08-31')).toBe(false)
  })

  it('offers ended quarters only, newest first, each on its last day', () => {
    expect(pastQuarterEnds('2026-09-30', 3)).toEqual(['2026-06-30', '2026-03-31', '2025-12-31'])
    expect(pastQuarterEnds('2026-10-01', 2)).toEqual(['2026-09-30', '2026-06-30'])
    expect(pastQuarterEnds('2026-01-15', 1)).toEqual(['2025-12-31'])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relationshipComplexity } from '../../../src/main/scoring/relationship-complexity.ts'

describe('relationshipComplexity', () => {
  it('multiplies to 120 for 3 segments, 4 products, 2 channels and 5 enterprises, log2 6.91', () => {
    const result = relationshipComplexity({ segments: 3, products: 4, channels: 2, enterprises: 5 }, 18)
    expect(result.cells).toBe(120)
    expect(result.log2).toBeCloseTo(6.91, 2)
    expect(result.coverage).toBe(0.15)
  })

  it('takes nothing of a kind for one, so that one unknown does not wipe out the rest', () => {
    expect(relationshipComplexity({ segments: 0, products: 4, channels: 0, enterprises: 2 }, null)).toEqual({
      cells: 8,
      log2: 3,
      coverage: null,
    })
  })

  it('is a number for any counts, and its coverage never above one', () => {
    const count = fc.oneof(fc.integer({ min: -5, max: 1000 }), fc.constant(Number.NaN))
    fc.assert(
      fc.property(
        count,
        count,
        count,
        count,
        fc.nat(5000),
        (segments, products, channels, enterprises, served) => {
          const result = relationshipComplexity({ segments, products, channels, enterprises }, served)
          expect(result.cells).toBeGreaterThanOrEqual(1)
          expect(Number.isFinite(result.log2)).toBe(true)
          expect(result.coverage).toBeGreaterThanOrEqual(0)
          expect(result.coverage).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

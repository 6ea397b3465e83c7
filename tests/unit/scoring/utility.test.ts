import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inputForUtility, utilityOf } from '../../../src/main/scoring/utility.ts'

const anchors = [-20, -14, -7, 5, 20, 35]
const arbitraryAnchors = fc
  .uniqueArray(fc.integer({ min: -1000, max: 100_000 }), { minLength: 6, maxLength: 6 })
  .map((values) => values.toSorted((x, y) => x - y))
const input = fc.double({ min: -1e6, max: 1e6, noNaN: true })

it('earns 0, 20, 40, 60, 80 and 100 at the anchors, linear between and clamped outside', () => {
  expect(anchors.map((anchor) => utilityOf(anchor, anchors))).toEqual([0, 20, 40, 60, 80, 100])
  expect(utilityOf(12.5, anchors)).toBe(70)
  expect(utilityOf(-1000, anchors)).toBe(0)
  expect(utilityOf(1000, anchors)).toBe(100)
})

// Glass-box screen of the design reference: growth of −6.2 % earns 41.
it('turns growth of −6.2 % into 41', () => {
  expect(Math.round(utilityOf(-6.2, anchors))).toBe(41)
})

it('finds the smallest input for any points and none above full marks', () => {
  expect(inputForUtility(70, anchors)).toBe(12.5)
  expect(inputForUtility(0, anchors)).toBe(-20)
  expect(inputForUtility(-5, anchors)).toBe(-20)
  expect(inputForUtility(100, anchors)).toBe(35)
  expect(inputForUtility(100.01, anchors)).toBeNull()
})

it('takes equal neighbouring anchors as a step, not as a division by zero', () => {
  const stepped = [0, 10, 10, 10, 20, 30]
  expect(utilityOf(9.999, stepped)).toBeLessThan(20)
  expect(utilityOf(10, stepped)).toBe(60)
})

it('never descends and stays within 0 and 100', () => {
  fc.assert(
    fc.property(arbitraryAnchors, input, input, (points, x, y) => {
      const [low, high] = [utilityOf(Math.min(x, y), points), utilityOf(Math.max(x, y), points)]
      expect(low).toBeLessThanOrEqual(high)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(100)
    }),
  )
})

it('is undone by its inverse', () => {
  fc.assert(
    fc.property(arbitraryAnchors, fc.double({ min: 0, max: 100, noNaN: true }), (points, wanted) => {
      expect(utilityOf(inputForUtility(wanted, points) ?? Number.NaN, points)).toBeCloseTo(wanted, 6)
    }),
  )
})

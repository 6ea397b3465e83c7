import fc from 'fast-check'
import { expect, it } from 'vitest'
import { growthInput, growthOf } from '../../../src/main/scoring/growth.ts'

// Glass-box screen of the design reference: 1 980 against 2 111.
it('gives −6.2 % for sales of 1 980 after 2 111', () => {
  const growth = growthOf(1980, 2111)
  expect(growth.kind === 'percent' && growth.percent.toFixed(1)).toBe('-6.2')
})

it('says new, lost or why there is no percentage instead of dividing by the base', () => {
  expect(growthOf(5, 0)).toEqual({ kind: 'new', symmetric: 2 })
  expect(growthOf(0, 5)).toEqual({ kind: 'lost', symmetric: -2 })
  expect(growthOf(-1, 5)).toEqual({ kind: 'lost', symmetric: null })
  expect(growthOf(0, 0)).toEqual({ kind: 'undefined', reason: 'no-sales' })
  expect(growthOf(-1, 0)).toEqual({ kind: 'undefined', reason: 'negative-sales' })
  expect(growthOf(5, -3)).toEqual({ kind: 'undefined', reason: 'negative-base' })
})

it('keeps a new customer out of the growth criterion and counts a lost one as −100 %', () => {
  expect(growthInput(growthOf(5, 0))).toBeNull()
  expect(growthInput(growthOf(0, 0))).toBeNull()
  expect(growthInput(growthOf(5, -3))).toBeNull()
  expect(growthInput(null)).toBeNull()
  expect(growthInput(growthOf(0, 5))).toBe(-100)
  expect(growthInput(growthOf(-1, 5))).toBe(-100)
})

it('stays within −2 and 2 symmetrically and mirrors when the periods swap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (current, base) => {
      const [there, back] = [growthOf(current, base), growthOf(base, current)]
      if (there.kind !== 'percent' || back.kind !== 'percent') throw new Error('two sales have a percentage')
      expect(Math.abs(there.symmetric)).toBeLessThanOrEqual(2)
      expect(back.symmetric).toBeCloseTo(-there.symmetric, 9)
      expect(Math.sign(there.percent)).toBe(Math.sign(current - base))
      expect(there.percent).toBeGreaterThanOrEqual(-100)
    }),
  )
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reweigh, weightSum } from '../../../../../src/renderer/features/scoring/desk/reweigh.ts'
import { BUILT_IN, criteriaOf, tenthsOf } from '../criteria.ts'

const cases = fc
  .array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: BUILT_IN.length })
  .chain((tenths) =>
    fc.record({
      criteria: fc.constant(criteriaOf(tenths)),
      index: fc.nat({ max: tenths.length - 1 }),
      weight: fc.double({ min: -20, max: 140, noNaN: true }),
    }),
  )

it('adds up to exactly 100 whatever is dragged wherever, each weight a tenth and none below 0', () => {
  fc.assert(
    fc.property(cases, ({ criteria, index, weight }) => {
      const key = criteria[index]?.key ?? 'sales'
      const after = reweigh(criteria, key, weight, 'proportional')
      expect(after.reduce((sum, one) => sum + tenthsOf(one), 0)).toBe(1000)
      expect(weightSum(after)).toBe(100)
      for (const one of after) {
        expect(one.weight).toBeGreaterThanOrEqual(0)
        expect(tenthsOf(one) / 10).toBe(one.weight)
      }
    }),
  )
})

it('gives the dragged weight what was asked for, within 0 to 100, and keeps key, order and anchors', () => {
  fc.assert(
    fc.property(
      cases,
      fc.constantFrom('fixed' as const, 'proportional' as const),
      ({ criteria, index, weight }, others) => {
        const key = criteria[index]?.key ?? 'sales'
        const after = reweigh(criteria, key, weight, others)
        const asked = Math.min(100, Math.max(0, Math.round(weight * 10) / 10))
        expect(after[index]?.weight).toBeCloseTo(asked, 9)
        expect(after.map((one) => [one.key, one.anchors])).toEqual(
          criteria.map((one) => [one.key, one.anchors]),
        )
      },
    ),
  )
})

it('keeps the others in proportion to within the tenth they are rounded to', () => {
  fc.assert(
    fc.property(cases, ({ criteria, index, weight }) => {
      const key = criteria[index]?.key ?? 'sales'
      const after = reweigh(criteria, key, weight, 'proportional')
      const rest = criteria.filter((one) => one.key !== key)
      const total = rest.reduce((sum, one) => sum + one.weight, 0)
      const left = 100 - (after[index]?.weight ?? 0)
      for (const one of rest) {
        const share = total > 0 ? one.weight / total : 1 / rest.length
        const got = after.find((candidate) => candidate.key === one.key)?.weight ?? -1
        expect(Math.abs(got - share * left)).toBeLessThan(0.1 + 1e-9)
      }
    }),
  )
})

it('leaves the others alone where they are to stay, though the sum is off', () => {
  const after = reweigh(criteriaOf([400, 350, 250]), 'margin', 60, 'fixed')
  expect(after.map(({ weight }) => weight)).toEqual([40, 60, 25])
  expect(weightSum(after)).toBe(125)
})

it('shares the rest equally among weights that were all 0', () => {
  const after = reweigh(criteriaOf([1000, 0, 0, 0]), 'sales', 70, 'proportional')
  expect(after.map(({ weight }) => weight)).toEqual([70, 10, 10, 10])
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reweigh } from '../../../../../src/renderer/features/scoring/desk/reweigh.ts'
import {
  addCriterion,
  histogramOf,
  removeCriterion,
  reviseCriterion,
} from '../../../../../src/renderer/features/scoring/edit/edit-model.ts'
import type { ModelDraft } from '../../../../../src/shared/domain/scoring-model.ts'
import { BUILT_IN, criteriaOf, tenthsOf } from '../criteria.ts'
import { MODEL } from '../scoring-model.ts'

const COMPARED: ModelDraft = {
  ...MODEL,
  weighting: {
    method: 'ahp',
    keys: ['sales', 'growth'],
    matrix: [
      [1, 1.5],
      [1 / 1.5, 1],
    ],
    consistencyRatio: 0,
    reason: null,
  },
}

it('keeps the weights at 100 when a criterion is taken out, whichever it is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: BUILT_IN.length }),
      fc.nat(),
      (tenths, nth) => {
        const criteria = reweigh(criteriaOf(tenths), 'sales', 10, 'proportional')
        const key = criteria[nth % criteria.length]?.key ?? 'sales'
        const after = removeCriterion({ ...MODEL, criteria }, key).criteria ?? []
        expect(after.map((one) => one.key)).toEqual(
          criteria.map((one) => one.key).filter((one) => one !== key),
        )
        expect(after.reduce((sum, one) => sum + tenthsOf(one), 0)).toBe(1000)
      },
    ),
  )
})

it('takes a criterion in without weight, and out of those without data', () => {
  const after = addCriterion(MODEL, { key: 'margin', anchors: [0, 1, 2, 3, 4, 5] })
  expect(after.criteria?.at(-1)).toEqual({ key: 'margin', weight: 0, anchors: [0, 1, 2, 3, 4, 5] })
  expect(after.inactive).toEqual(['collection', 'timeliness', 'influence'])
})

it('ends a comparison in pairs with a weight by hand or another set of criteria, not with an anchor', () => {
  const points = { method: 'points' }
  expect(reviseCriterion(COMPARED, 'sales', { weight: 50 }).weighting).toEqual(points)
  expect(removeCriterion(COMPARED, 'sales').weighting).toEqual(points)
  expect(addCriterion(COMPARED, { key: 'margin', anchors: [0, 1, 2, 3, 4, 5] }).weighting).toEqual(points)
  expect(reviseCriterion(COMPARED, 'sales', { anchors: [0, 1, 2, 3, 4, 5] }).weighting).toEqual(
    COMPARED.weighting,
  )
})

it('counts every account of the sample once, those beyond the anchors at the ends', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -100, max: 200, noNaN: true })),
      fc.array(fc.double({ min: -50, max: 150, noNaN: true }), { minLength: 6, maxLength: 6 }),
      (sample, anchors) => {
        const bins = histogramOf(sample, anchors)
        expect(bins).toHaveLength(20)
        expect(bins.reduce((sum, count) => sum + count, 0)).toBe(sample.length)
      },
    ),
  )
})

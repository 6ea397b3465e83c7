import { expect, it } from 'vitest'
import {
  countDifferences,
  criterionDifferences,
  isSameModel,
  thresholdDifferences,
} from '../../../../src/renderer/features/scoring/model-differences.ts'
import type { ScoringModel } from '../../../../src/shared/domain/scoring-model.ts'
import { MODEL } from './scoring-model.ts'

const withSales = (change: Partial<ScoringModel['criteria'][number]>): ScoringModel => ({
  ...MODEL,
  criteria: MODEL.criteria.map((criterion) =>
    criterion.key === 'sales' ? { ...criterion, ...change } : criterion,
  ),
})

it('finds nothing to adopt in a proposal that differs only in version, name and day', () => {
  const proposal = { ...MODEL, version: 2, name: 'other', effectiveOn: '2027-01-01' }
  expect(isSameModel(MODEL, proposal)).toBe(true)
})

it('marks the one anchor that moved and leaves the weight alone', () => {
  const proposal = withSales({ anchors: [10, 20, 31, 40, 50, 60] })
  const sales = criterionDifferences(MODEL, proposal).find(({ key }) => key === 'sales')
  expect(sales?.changedAnchors).toEqual([false, false, true, false, false, false])
  expect(sales?.isWeightChanged).toBe(false)
  expect(countDifferences(MODEL, proposal)).toEqual({ weights: 0, anchors: 1, thresholds: 0, criteria: 0 })
})

it('counts a criterion that begins to count once, not as six anchors and a weight', () => {
  const proposal: ScoringModel = {
    ...MODEL,
    criteria: [...MODEL.criteria, { key: 'margin', weight: 20, anchors: [1, 2, 3, 4, 5, 6] }],
  }
  expect(countDifferences(MODEL, proposal)).toEqual({ weights: 0, anchors: 0, thresholds: 0, criteria: 1 })
  expect(isSameModel(MODEL, proposal)).toBe(false)
  expect(criterionDifferences(MODEL, proposal).map(({ key }) => key)).toEqual(['sales', 'margin', 'growth'])
})

it('names the thresholds that differ, with both values', () => {
  const proposal = { ...MODEL, thresholds: { ...MODEL.thresholds, goldScore: 60 } }
  expect(thresholdDifferences(MODEL, proposal)).toEqual([{ name: 'goldScore', present: 65, proposed: 60 }])
})

it('sees a change that no criterion shows', () => {
  expect(isSameModel(MODEL, { ...MODEL, strategicBeforeGold: true })).toBe(false)
  expect(isSameModel(MODEL, { ...MODEL, windowMonths: 24 })).toBe(false)
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ahpWeights } from '../../../../../src/main/scoring/ahp.ts'
import {
  judge,
  pairsOf,
  STEPS,
  startMatrix,
  stepOf,
} from '../../../../../src/renderer/features/scoring/ahp/pairs.ts'
import { CRITERIA } from '../../../../../src/shared/domain/scoring-model.ts'

const EMPTY = startMatrix(CRITERIA, { method: 'points' })

it('asks for every pair once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 15 }), (count) => {
      const pairs = pairsOf(count)
      expect(pairs).toHaveLength((count * (count - 1)) / 2)
      expect(new Set(pairs.map(({ row, column }) => `${row} ${column}`)).size).toBe(pairs.length)
      expect(pairs.every(({ row, column }) => row < column && column < count)).toBe(true)
    }),
  )
})

it('shows the very step that was judged, for every step of the scale', () => {
  for (const step of STEPS) {
    const matrix = judge(EMPTY, { row: 1, column: 4 }, step)
    expect(stepOf(matrix[1]?.[4] ?? null)).toBe(step)
  }
  expect(stepOf(EMPTY[1]?.[4] ?? null)).toBeNull()
})

it('makes a matrix that weights can be computed of, whatever was judged', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STEPS), { minLength: 15, maxLength: 15 }), (steps) => {
      const matrix = pairsOf(CRITERIA.length).reduce(
        (present, pair, index) => judge(present, pair, steps[index] ?? 0),
        EMPTY,
      )
      expect(ahpWeights(matrix).kind).toBe('weighted')
    }),
  )
})

it('weighs the side more that was called more important', () => {
  const result = ahpWeights(
    judge(startMatrix(['sales', 'growth'], { method: 'points' }), { row: 0, column: 1 }, 2),
  )
  expect(result.kind === 'weighted' && result.weights.map((weight) => Math.round(weight * 100))).toEqual([
    25, 75,
  ])
})

it('starts from the comparisons that were kept, by criterion and not by place', () => {
  const matrix = judge(
    startMatrix(['sales', 'margin', 'growth'], { method: 'points' }),
    { row: 0, column: 2 },
    -4,
  )
  const kept = {
    method: 'ahp',
    keys: ['sales', 'margin', 'growth'],
    matrix,
    consistencyRatio: 0,
    reason: null,
  } as const
  const again = startMatrix(['growth', 'influence', 'sales'], { ...kept, keys: [...kept.keys] })
  expect(stepOf(again[2]?.[0] ?? null)).toBe(-4)
  expect(again[1]).toEqual([null, 1, null])
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { assignPyramid } from '../../../src/main/scoring/pyramid.ts'

const items = (values: readonly number[]) => values.map((value, i) => ({ id: `c${i}`, value }))
const distinct = (count: number) => items(Array.from({ length: count }, (_, i) => i + 1))
const counts = (count: number) => assignPyramid(distinct(count)).levels.map((level) => level.count)

it('splits 85 customers 1 / 4 / 12 / 68', () => {
  expect(counts(85)).toEqual([1, 4, 12, 68])
})

it('rounds cumulatively and exactly at whole percentages', () => {
  expect(counts(100)).toEqual([1, 4, 15, 80])
  expect(counts(700)).toEqual([7, 28, 105, 560])
  expect(counts(1)).toEqual([1, 0, 0, 0])
  expect(counts(0)).toEqual([0, 0, 0, 0])
})

it('leaves customers without positive sales out of every level', () => {
  const pyramid = assignPyramid([...distinct(85), { id: 'idle', value: 0 }, { id: 'returner', value: -3 }])
  expect(pyramid.customerCount).toBe(85)
  expect(pyramid.levels.map((level) => level.count)).toEqual([1, 4, 12, 68])
  expect(pyramid.levelById.has('idle')).toBe(false)
  expect(pyramid.levelById.has('returner')).toBe(false)
})

it('lifts equal values to the better level and still names the planned count', () => {
  const pyramid = assignPyramid(items([9, 9, 9, 5, 4, 3, 2, 1]))
  expect(pyramid.levels.map((level) => level.count)).toEqual([3, 0, 0, 5])
  expect(pyramid.levels.map((level) => level.plannedCount)).toEqual([1, 0, 1, 6])
})

it('adds up to all customers and all of their sales', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 500 }), { maxLength: 150 }), (values) => {
      const pyramid = assignPyramid(items(values))
      const positive = values.filter((value) => value > 0)
      const total = positive.reduce((sum, value) => sum + value, 0)
      expect(pyramid.levels.reduce((sum, level) => sum + level.count, 0)).toBe(positive.length)
      expect(pyramid.levels.reduce((sum, level) => sum + level.plannedCount, 0)).toBe(positive.length)
      expect(pyramid.levels.reduce((sum, level) => sum + level.value, 0)).toBe(total)
      expect(pyramid.levels.reduce((sum, level) => sum + level.share, 0)).toBeCloseTo(total > 0 ? 1 : 0, 9)
      expect(pyramid.levelById.size).toBe(positive.length)
    }),
  )
})

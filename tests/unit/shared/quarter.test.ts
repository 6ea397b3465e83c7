import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '#shared/domain/calendar.ts'
import {
  addQuarters,
  firstDayOfQuarter,
  lastDayOfQuarter,
  lastFullQuarter,
  quarter,
  quarterOf,
  quartersBetween,
} from '#shared/domain/quarter.ts'

it.each([
  ['2026-01-01', '2026-Q1'],
  ['2026-03-31', '2026-Q1'],
  ['2026-04-01', '2026-Q2'],
  ['2025-12-31', '2025-Q4'],
] as const)('%s lies in %s', (day, expected) => {
  expect(quarterOf(day)).toBe(expected)
})

it('a quarter is full on its last day and not before', () => {
  expect(lastFullQuarter('2026-09-30')).toBe('2026-Q3')
  expect(lastFullQuarter('2026-09-29')).toBe('2026-Q2')
  expect(lastFullQuarter('2026-01-15')).toBe('2025-Q4')
})

it('quarters follow one another without a gap, in text order too', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700, max: 700 }), (steps) => {
      const one = addQuarters('2000-Q1', steps)
      const next = addQuarters(one, 1)
      expect(quarter.safeParse(one).success).toBe(true)
      expect(one < next).toBe(true)
      expect(addDays(lastDayOfQuarter(one), 1)).toBe(firstDayOfQuarter(next))
      expect(quartersBetween('2000-Q1', one)).toBe(steps)
    }),
  )
})

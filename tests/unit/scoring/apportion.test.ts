import fc from 'fast-check'
import { expect, it } from 'vitest'
import { apportion } from '../../../src/main/scoring/apportion.ts'

it('gives the missing unit to the largest remainder, equal ones to the first', () => {
  expect(apportion([33.333, 33.333, 33.334], 100, 1)).toEqual([33.3, 33.3, 33.4])
  expect(apportion([1 / 3, 1 / 3, 1 / 3], 1, 2)).toEqual([0.34, 0.33, 0.33])
})

it('shows no negative zero', () => {
  expect(Object.is(apportion([-0.001, 0.001], 0, 2)[0], 0)).toBe(true)
})

it('adds up to the rounded total exactly and moves no part by two units', () => {
  const part = fc.double({ min: -100, max: 100, noNaN: true })
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 3 }),
      (parts, decimals) => {
        const total = parts.reduce((sum, value) => sum + value, 0)
        const rounded = apportion(parts, total, decimals)
        const units = rounded.map((value) => Math.round(value * 10 ** decimals))
        expect(units.reduce((sum, unit) => sum + unit, 0) + 0).toBe(Math.round(total * 10 ** decimals) + 0)
        rounded.forEach((value, i) => {
          expect(Math.abs(value - (parts[i] ?? 0))).toBeLessThan(2 * 10 ** -decimals)
        })
      },
    ),
  )
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { unitsFromAmount } from '#shared/domain/money.ts'
import { CRITERIA } from '#shared/domain/scoring-model.ts'
import { anchorPercentiles, proposeAnchors } from '../../../src/main/scoring/anchors.ts'
import { utilityOf } from '../../../src/main/scoring/utility.ts'

const oneToHundredOne = Array.from({ length: 101 }, (_, i) => i)

it('gives the best tenth of today 80 points and the middle 40', () => {
  expect(anchorPercentiles(oneToHundredOne)).toEqual([10, 30, 50, 70, 90])
  const anchors = proposeAnchors(oneToHundredOne, 'margin')
  expect(anchors).toEqual([10, 30, 50, 70, 90, 110])
})

it('rounds sales to two digits and extends the top by ratio', () => {
  const anchors = proposeAnchors(
    oneToHundredOne.map((i) => 123.456 * 1.07 ** i),
    'sales',
  )
  expect(anchors).toEqual([240, 940, 3600, 14_000, 54_000, 210_000])
})

it('keeps levels 1 to 5 of influence at 20 to 100 points whatever the portfolio', () => {
  const anchors = proposeAnchors([3, 3, 3], 'influence')
  expect([1, 2, 3, 4, 5].map((level) => utilityOf(level, anchors))).toEqual([20, 40, 60, 80, 100])
})

it('lets margin start below zero', () => {
  expect(proposeAnchors([-12, -8, 3, 14, 20, 25, 31], 'margin')[0]).toBeLessThan(0)
})

it('never asks for more than 100 % of collection, also where nearly everybody pays', () => {
  const anchors = proposeAnchors([60, 97, 100, 100, 100, 100, 100, 100], 'collection')
  expect(anchors.at(-1)).toBe(100)
  expect(Math.max(...anchors)).toBe(100)
})

it('puts constant sales in the middle of the scale instead of at an end', () => {
  const anchors = proposeAnchors([5000, 5000, 5000], 'sales')
  expect(utilityOf(5000, anchors)).toBe(40)
})

it('leaves accounts without sales out of the sales percentiles', () => {
  expect(proposeAnchors([0, 0, 0, -5, ...oneToHundredOne.slice(1)], 'sales')).toEqual(
    proposeAnchors(oneToHundredOne.slice(1), 'sales'),
  )
})

const amount = fc.integer({ min: -(10 ** 13), max: 10 ** 13 }).map(unitsFromAmount)
const values = fc.oneof(
  fc.array(amount, { maxLength: 40 }),
  fc.array(fc.constantFrom(0, 1, 5, 5.01, 100, 99.9, -3), { maxLength: 12 }),
  fc.array(fc.integer({ min: 0, max: 20 }).map(unitsFromAmount), { maxLength: 12 }),
)

it('proposes six finite, strictly ascending anchors for any figures, none included', () => {
  fc.assert(
    fc.property(values, fc.constantFrom(...CRITERIA), (figures, key) => {
      const anchors = proposeAnchors(figures, key)
      expect(anchors).toHaveLength(6)
      anchors.forEach((anchor, i) => {
        expect(Number.isFinite(anchor)).toBe(true)
        if (i > 0) expect(anchor).toBeGreaterThan(anchors[i - 1] ?? Number.NaN)
      })
    }),
    { numRuns: 500 },
  )
})

import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { anchorPosition, binHeights } from '../../../../src/renderer/features/scoring/anchor-scale.ts'

it('keeps anchors in their order on the scale, the ends at the ends, and values outside within it', () => {
  const steps = fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), steps, (start, widths) => {
      const anchors = widths.map((_, index) =>
        widths.slice(0, index).reduce((sum, width) => sum + width, start),
      )
      const positions = anchors.map((anchor) => anchorPosition(anchor, anchors))
      expect(positions[0]).toBe(0)
      expect(positions.at(-1)).toBe(1)
      expect([...positions].sort((one, other) => one - other)).toEqual(positions)
      expect(anchorPosition(start - 1, anchors)).toBe(0)
    }),
  )
})

it('draws nothing for a criterion without data instead of dividing by zero', () => {
  expect(binHeights([])).toEqual([])
  expect(binHeights([0, 0])).toEqual([0, 0])
  expect(anchorPosition(3, [5, 5])).toBe(0)
})

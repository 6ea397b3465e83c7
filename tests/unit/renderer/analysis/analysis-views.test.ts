import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { whaleCurve } from '../../../../src/main/scoring/contribution.ts'
import { COLOURS } from '../../../../src/renderer/components/theme/colours.ts'
import { parseQuantity, rateText } from '../../../../src/renderer/features/analysis/contribution/rate-text.ts'
import { whaleOption } from '../../../../src/renderer/features/analysis/contribution/whale-option.ts'
import {
  detailToSegment,
  segmentToDetail,
} from '../../../../src/renderer/features/analysis/segments/segment-key.ts'

describe('a typed quantity', () => {
  it('tells nothing from zero, and both from what is no quantity', () => {
    expect(parseQuantity('  ')).toBeNull()
    expect(parseQuantity('0')).toBe(0)
    expect(parseQuantity('1,200.5')).toBe(1200.5)
    for (const text of ['-1', 'abc', '1e9', 'NaN', 'Infinity']) expect(parseQuantity(text)).toBeUndefined()
  })

  it('shows an unknown rate as an empty field, never as 0', () => {
    expect(rateText(null)).toBe('')
    expect(rateText(0)).toBe('0')
    expect(rateText(2_600_5000)).toBe('2600.5')
  })
})

describe('a segment in the address', () => {
  it('comes back as it was, the one without a name included', () => {
    fc.assert(
      fc.property(fc.option(fc.string({ minLength: 1 })), (segment) => {
        expect(detailToSegment(segmentToDetail(segment))).toBe(segment)
      }),
    )
  })

  it('is none where the address names none', () => {
    expect(detailToSegment(undefined)).toBeUndefined()
  })
})

describe('the drawn whale curve', () => {
  const draw = (values: readonly number[]) => {
    const { points, peak, total } = whaleCurve(values)
    return whaleOption({
      curve: points,
      peak,
      hasShares: total > 0,
      peakText: '',
      totalText: '',
      figure: String,
      count: String,
      pointText: () => '',
      colours: COLOURS.light,
    })
  }

  it('draws amounts where the total leaves no shares', () => {
    const { series } = draw([300, -500])
    const [line] = [series].flat()
    expect(line && 'data' in line ? line.data : null).toEqual([
      [0, 0],
      [1, 300],
      [2, -200],
    ])
  })

  it('keeps peak and fall within an axis of a few ticks, whatever the contributions', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (values) => {
        const { yAxis } = draw(values)
        const axis = yAxis && !Array.isArray(yAxis) && yAxis.type === 'value' ? yAxis : null
        const { points, peak, total } = whaleCurve(values)
        fc.pre(total > 0)
        const shares = points.flatMap(({ percent }) => percent ?? [])
        expect(Number(axis?.max)).toBeGreaterThanOrEqual(Math.max(100, peak?.percent ?? 0))
        expect(Number(axis?.min)).toBeLessThanOrEqual(Math.min(0, ...shares))
        const ticks = (Number(axis?.max) - Number(axis?.min)) / Number(axis?.interval)
        expect(ticks).toBeGreaterThan(0)
        expect(ticks).toBeLessThanOrEqual(9)
      }),
    )
  })
})

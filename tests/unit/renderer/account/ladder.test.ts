import { describe, expect, it } from 'vitest'
import type { ValueClass } from '#shared/domain/value-class.ts'
import { barOf } from '../../../../src/renderer/features/account/reasons/diverging-bar.ts'
import { ladderMoves, shownClass } from '../../../../src/renderer/features/account/reasons/ladder.ts'

const quarter = (calculated: ValueClass | null, published: ValueClass | null = null) => ({
  calculated: calculated && { valueClass: calculated, scorePercent: 50 },
  published: published && {
    valueClass: published,
    calculated: calculated ?? published,
    scorePercent: 50,
    basis: 'unchanged' as const,
  },
})

describe('the class ladder', () => {
  it('shows what was published before what is calculated, and nothing where there was no account', () => {
    expect(shownClass(quarter('gold', 'general'))).toBe('general')
    expect(shownClass(quarter('gold'))).toBe('gold')
    expect(shownClass(quarter(null))).toBeNull()
  })

  it('counts moves between shown classes; neither a gap nor a first order is one', () => {
    expect(
      ladderMoves([
        quarter('key-opportunity'),
        quarter('general'),
        quarter('gold', 'general'),
        quarter('gold', 'gold'),
        quarter(null),
        quarter('problem'),
        quarter('gold'),
        quarter('general'),
      ]),
    ).toEqual({ up: 2, down: 1 })
  })
})

describe('a bar that grows from the middle', () => {
  it('stays within its half, left for what is below and right for what is above', () => {
    expect(barOf(4, 8)).toEqual({ start: 50, width: 25 })
    expect(barOf(-8, 8)).toEqual({ start: 0, width: 50 })
    expect(barOf(0, 8)).toEqual({ start: 50, width: 0 })
    expect(barOf(9, 0)).toEqual({ start: 50, width: 0 })
  })
})

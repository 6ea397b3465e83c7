import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthOf } from '#shared/domain/calendar.ts'
import { neighboursOf } from '../../../../src/renderer/components/account-order.ts'
import { lastQuarters } from '../../../../src/renderer/features/account/quarters.ts'
import { rhythmState } from '../../../../src/renderer/features/account/rhythm.ts'
import { monthRange, tradeTotals } from '../../../../src/renderer/features/account/trade/trade-months.ts'

const september = monthOf('2026-09-30')

describe('quarters of the last twelve months', () => {
  it('hold every month of the year once and end with the as-of month', () => {
    const figures = fc.array(fc.integer({ min: -1000, max: 1_000_000 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(figures, (nets) => {
        const months = nets.map((net, index) => ({ month: september - index, net }))
        const quarters = lastQuarters(months, september)
        const year = nets.slice(0, 12).reduce((sum, net) => sum + net, 0)
        expect(quarters.map(({ net }) => net).reduce((sum, net) => sum + net, 0)).toBe(year)
        expect(quarters.at(-1)?.last).toBe(september)
        expect(quarters[0]?.first).toBe(september - 11)
      }),
    )
  })

  it('knows no year before the first order, instead of a year of zero', () => {
    const months = Array.from({ length: 14 }, (_, index) => ({ month: september - index, net: 10 }))
    expect(lastQuarters(months, september).map(({ prior }) => prior)).toEqual([null, null, null, 20])
  })
})

describe('the rhythm of orders', () => {
  const state = (recencyDays: number | null, orderRhythmDays: number | null) =>
    rhythmState({ row: { recencyDays }, orderRhythmDays }).state

  it('compares with the customer’s own median gap', () => {
    expect(state(14, 14)).toBe('within')
    expect(state(38, 14)).toBe('late')
    expect(state(60, 14)).toBe('silent')
  })

  it('says nothing of a customer with too few orders, and never calls one that never ordered silent', () => {
    expect(state(400, null)).toBe('unknown')
    expect(state(null, null)).toBe('never')
  })

  it('stands an own rhythm of zero days, when all orders fell on one day', () => {
    expect(rhythmState({ row: { recencyDays: 3 }, orderRhythmDays: 0 })).toEqual({
      state: 'unknown',
      times: null,
    })
  })
})

describe('months of trade', () => {
  it('end with the as-of date in the running month', () => {
    expect(monthRange(september, '2026-09-15')).toEqual({ from: '2026-09-01', to: '2026-09-15' })
    expect(monthRange(september - 7, '2026-09-15')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  })

  it('keep returns apart from gross sales', () => {
    const month = { month: september, gross: 1000, returns: 30, net: 970, orderCount: 2 }
    expect(tradeTotals([month, { ...month, returns: 0, net: 1000 }])).toEqual({
      gross: 2000,
      returns: 30,
      net: 1970,
      returnsPercent: 1.5,
    })
    expect(tradeTotals([]).returnsPercent).toBeNull()
  })
})

describe('next and previous', () => {
  it('stop at the ends of the list', () => {
    expect(neighboursOf(['a', 'b', 'c'], 'a')).toEqual({ place: 1, previous: null, next: 'b' })
    expect(neighboursOf(['a', 'b', 'c'], 'c')).toEqual({ place: 3, previous: 'b', next: null })
  })

  it('know no place for an account that the view does not hold', () => {
    expect(neighboursOf(['a'], 'z')).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { selectionTotals } from '../../../../src/renderer/features/accounts/selection-totals.ts'

const rows = new Map(
  [
    ['a', 100, 80],
    ['b', 250, null],
    ['c', -30, 60],
  ].map(([id, netSales, scorePercent]) => [id, { netSales, scorePercent }]),
)
// Only what the totals read of a row is made here.
const loaded = (id: string) => rows.get(id) as never
const all = { total: 500, netSales: 9000 }

describe('totals of a selection', () => {
  it('adds what is selected and averages the known scores only', () => {
    expect(selectionTotals({ isAll: false, ids: new Set(['a', 'b', 'c']) }, loaded, all)).toEqual({
      count: 3,
      netSales: 320,
      score: { mean: 70, known: 2 },
    })
  })

  it('takes the unmarked rows from the total when everything is selected', () => {
    expect(selectionTotals({ isAll: true, ids: new Set(['b']) }, loaded, all)).toEqual({
      count: 499,
      netSales: 8750,
      score: null,
    })
  })

  it('shows no sum while a selected row is not loaded, instead of one that is too small', () => {
    const totals = selectionTotals({ isAll: false, ids: new Set(['a', 'gone']) }, loaded, all)
    expect(totals).toEqual({ count: 2, netSales: null, score: null })
  })

  it('knows no mean where no score is known', () => {
    expect(selectionTotals({ isAll: false, ids: new Set(['b']) }, loaded, all).score).toEqual({
      mean: null,
      known: 0,
    })
  })
})

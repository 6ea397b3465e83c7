import { describe, expect, it } from 'vitest'
import {
  FILTER_KEYS,
  isFilterActive,
  isKeyAccountFilter,
  isSameFilter,
  KEY_ACCOUNT_CLASSES,
  normalFilter,
  toggleChoice,
  withoutFilter,
} from '../../../../src/renderer/features/accounts/account-filters.ts'

describe('filters of the accounts grid', () => {
  it('counts an emptied list and an empty text as no filter', () => {
    expect(normalFilter({ valueClasses: [], text: '', abc: ['A'] })).toEqual({ abc: ['A'] })
    expect(isSameFilter({ valueClasses: [] }, {})).toBe(true)
  })

  it('keeps a zero bound, which is a filter', () => {
    expect(normalFilter({ minimumNetSales: 0 })).toEqual({ minimumNetSales: 0 })
    expect(isFilterActive({ minimumNetSales: 0 }, 'netSales')).toBe(true)
    expect(isFilterActive({ trading: false }, 'trading')).toBe(true)
  })

  it('finds equal filters equal, whatever the order of their parts', () => {
    expect(isSameFilter({ abc: ['A'], movement: 'up' }, { movement: 'up', abc: ['A'] })).toBe(true)
    expect(isSameFilter({ movement: 'up' }, { movement: 'down' })).toBe(false)
  })

  it('takes both bounds of the sales away at once and leaves the rest', () => {
    const filter = { minimumNetSales: 1, maximumNetSales: 2, movement: 'up' as const }
    expect(withoutFilter(filter, 'netSales')).toEqual({ movement: 'up' })
    expect(filter.minimumNetSales).toBe(1)
  })

  it('can take every chip away again', () => {
    const full = {
      text: 'x',
      valueClasses: ['gold' as const],
      movement: 'up' as const,
      abc: ['A' as const],
      pyramid: ['top-1' as const],
      rfmSegments: ['lost' as const],
      accountManagers: ['a'],
      industries: ['b'],
      countries: ['c'],
      minimumNetSales: 1,
      maximumNetSales: 2,
      trading: true,
    }
    const bare = FILTER_KEYS.reduce((filter, key) => withoutFilter(filter, key), withoutFilter(full, 'text'))
    expect(bare).toEqual({})
  })

  it('unsets a list when its last value is taken away', () => {
    expect(toggleChoice(['gold'], 'gold')).toBeUndefined()
    expect(toggleChoice(['gold'], 'diamond')).toEqual(['gold', 'diamond'])
    expect(toggleChoice(undefined, 'gold')).toEqual(['gold'])
  })

  it('sees key accounts whatever the order of the classes, and not in a part of them', () => {
    expect(isKeyAccountFilter({ valueClasses: [...KEY_ACCOUNT_CLASSES].reverse(), abc: ['A'] })).toBe(true)
    expect(isKeyAccountFilter({ valueClasses: ['diamond', 'gold'] })).toBe(false)
    expect(isKeyAccountFilter({})).toBe(false)
  })
})

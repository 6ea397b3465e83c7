import { describe, expect, it } from 'vitest'
import {
  FILTER_KEYS,
  isFilterActive,
  isKeyAccountFilter,
  isSameFilter,
  KEY_ACCOUNT_CLASSES,
  normalFilter,
  toggleChoice,
  withFieldFilter,
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

describe('filters of custom fields', () => {
  const [one, other] = [
    '00000000-0000-4000-8000-00000000000a',
    '00000000-0000-4000-8000-00000000000b',
  ] as const

  it('are no filter once emptied, and a zero bound or a wish for accounts without a value is one', () => {
    const emptied = withFieldFilter({}, { fieldId: one, kind: 'choice', options: [], orMissing: false })
    expect(emptied).toEqual({})
    expect(withFieldFilter({}, { fieldId: one, kind: 'text', contains: '  ' })).toEqual({})
    expect(withFieldFilter({}, { fieldId: one, kind: 'number', from: 0 }).fields).toHaveLength(1)
    expect(
      isFilterActive({ fields: [{ fieldId: one, kind: 'date', orMissing: true }] }, `field:${one}`),
    ).toBe(true)
  })

  it('hold one condition for each field, whatever order they were set in', () => {
    const first = withFieldFilter({}, { fieldId: one, kind: 'number', from: 1 })
    const both = withFieldFilter(first, { fieldId: other, kind: 'number', to: 2 })
    const again = withFieldFilter(both, { fieldId: one, kind: 'number', to: 5 })
    const reverse = withFieldFilter(withFieldFilter({}, { fieldId: other, kind: 'number', to: 2 }), {
      kind: 'number',
      to: 5,
      from: undefined,
      fieldId: one,
    })
    expect(again.fields).toHaveLength(2)
    expect(isSameFilter(again, reverse)).toBe(true)
    expect(withoutFilter(again, `field:${one}`).fields).toHaveLength(1)
    expect(withoutFilter(withoutFilter(again, `field:${one}`), `field:${other}`)).toEqual({})
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  COLUMN_KEYS,
  columnsOf,
  DEFAULT_COLUMNS,
  DEFAULT_SORT,
  moveColumn,
  resolveView,
  toggleColumn,
} from '../../../../src/renderer/features/accounts/grid-view.ts'

const saved = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Falling',
  filter: { movement: 'down' as const },
  sort: [{ field: 'growthPercent' as const, descending: false }],
  columns: ['name', 'growthPercent', 'netSales'],
  isPinned: false,
}

describe('what the grid shows', () => {
  it('is every account by sales when the address says nothing', () => {
    expect(resolveView({}, [], [])).toEqual({
      tab: 'all',
      saved: null,
      filter: {},
      sort: DEFAULT_SORT,
      columns: DEFAULT_COLUMNS,
      isChanged: false,
    })
  })

  it('is the saved view as it was saved, and not changed', () => {
    const view = resolveView({ view: saved.id }, [saved], [])
    expect(view.tab).toBe(saved.id)
    expect(view.filter).toEqual(saved.filter)
    expect(view.columns).toEqual(['name', 'growthPercent', 'netSales'])
    expect(view.isChanged).toBe(false)
  })

  it('says that a saved view was changed when the address overrides a part of it', () => {
    expect(resolveView({ view: saved.id, filter: {} }, [saved], []).isChanged).toBe(true)
    expect(resolveView({ view: saved.id, filter: { movement: 'down' } }, [saved], []).isChanged).toBe(false)
    expect(resolveView({ view: saved.id, columns: ['name', 'netSales'] }, [saved], []).isChanged).toBe(true)
    expect(resolveView({ view: saved.id, sort: [...DEFAULT_SORT] }, [saved], []).isChanged).toBe(true)
  })

  it('falls back to all accounts when the saved view is gone', () => {
    expect(resolveView({ view: saved.id }, [], []).tab).toBe('all')
  })
})

const [kept, gone] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'] as const

describe('custom fields in a view', () => {
  const withFields = {
    ...saved,
    filter: {
      abc: ['A' as const],
      fields: [
        { fieldId: gone, kind: 'number' as const, from: 3 },
        { fieldId: kept, kind: 'text' as const, contains: 'x' },
      ],
    },
    sort: [{ field: `field:${gone}` as const, descending: true }],
    columns: ['name', `field:${gone}`, `field:${kept}`, 'netSales'],
  }

  it('stay without those deleted since, whose column, filter and order are dropped and nothing else', () => {
    const view = resolveView({ view: saved.id }, [withFields], [{ id: kept }])
    expect(view.columns).toEqual(['name', `field:${kept}`, 'netSales'])
    expect(view.filter).toEqual({ abc: ['A'], fields: [{ contains: 'x', fieldId: kept, kind: 'text' }] })
    expect(view.sort).toEqual(DEFAULT_SORT)
    expect(view.isChanged).toBe(false)
    const { columns, filter, sort } = withFields
    expect(resolveView({ columns, filter, sort }, [], [{ id: kept }])).toMatchObject({
      columns: view.columns,
      filter: view.filter,
      sort: DEFAULT_SORT,
    })
  })

  it('are all kept until it is known which there are, so that nothing flickers', () => {
    const view = resolveView({ view: saved.id }, [withFields], undefined)
    expect(view.columns).toEqual(withFields.columns)
    expect(view.sort).toEqual(withFields.sort)
    expect(view.filter.fields).toHaveLength(2)
  })
})

describe('columns', () => {
  it('leaves out keys of another version, keeps the name first, and shows the default instead of nothing', () => {
    expect(columnsOf(['walletShare', 'netSales', 'name', 'netSales'], [])).toEqual(['name', 'netSales'])
    expect(columnsOf([], [])).toEqual(DEFAULT_COLUMNS)
    expect(columnsOf(undefined, [])).toEqual(DEFAULT_COLUMNS)
  })

  it('never loses a column or moves the name when one is moved', () => {
    const columns = fc.shuffledSubarray([...COLUMN_KEYS].filter((key) => key !== 'name'))
    fc.assert(
      fc.property(
        columns,
        fc.constantFrom(...COLUMN_KEYS),
        fc.constantFrom(-1 as const, 1 as const),
        (rest, key, step) => {
          const before = columnsOf(['name', ...rest], [])
          const after = moveColumn(before, key, step)
          expect(after[0]).toBe('name')
          expect([...after].sort()).toEqual([...before].sort())
        },
      ),
    )
  })

  it('can hide every column but the name', () => {
    expect(toggleColumn(['name', 'netSales'], 'name')).toEqual(['name', 'netSales'])
    expect(toggleColumn(['name', 'netSales'], 'netSales')).toEqual(['name'])
    expect(toggleColumn(['name'], 'city')).toEqual(['name', 'city'])
  })
})

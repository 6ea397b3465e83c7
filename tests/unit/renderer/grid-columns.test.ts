import { describe, expect, it } from 'vitest'
import { fittingColumns, type GridColumn } from '../../../src/renderer/components/grid/grid-column.ts'

const column = (key: string, yields?: number): GridColumn<object> => ({
  key,
  header: key,
  width: 100,
  ...(yields === undefined ? {} : { yields }),
  render: () => null,
})
const columns = [column('name'), column('sales', 1), column('margin', 3), column('score'), column('share', 2)]
const keysIn = (room: number, sortedBy?: string) =>
  fittingColumns(columns, sortedBy ? [{ field: sortedBy, descending: true }] : [], room).map(({ key }) => key)

describe('the columns a grid has room for', () => {
  it('keeps all where they fit, and leaves out the least important ones where they do not', () => {
    expect(keysIn(516)).toEqual(['name', 'sales', 'margin', 'score', 'share'])
    expect(keysIn(515)).toEqual(['name', 'sales', 'score', 'share'])
    expect(keysIn(320)).toEqual(['name', 'sales', 'score'])
  })

  it('keeps the column the rows are sorted by, and those that never yield, however narrow', () => {
    expect(keysIn(320, 'margin')).toEqual(['name', 'margin', 'score'])
    expect(keysIn(10)).toEqual(['name', 'score'])
  })
})

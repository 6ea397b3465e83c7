import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isSelected,
  NOTHING_SELECTED,
  selectedCount,
  toggleSelected,
} from '../../../src/renderer/components/grid/grid-column.ts'

const rows = Array.from({ length: 12 }, (_, index) => `row-${index}`)
const step = fc.record({
  ids: fc.subarray(rows),
  isOn: fc.boolean(),
})

describe('a selection of the filter with exceptions', () => {
  it('counts what it says is selected, whatever was clicked from nothing or from all', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(step), (isAll, steps) => {
        const start = isAll ? { isAll, ids: new Set<string>() } : NOTHING_SELECTED
        const wanted = new Set(isAll ? rows : [])
        let selection = start
        for (const { ids, isOn } of steps) {
          selection = toggleSelected(selection, ids, isOn)
          for (const id of ids) isOn ? wanted.add(id) : wanted.delete(id)
        }
        expect(rows.filter((id) => isSelected(selection, id))).toEqual(rows.filter((id) => wanted.has(id)))
        expect(selectedCount(selection, rows.length)).toBe(wanted.size)
      }),
    )
  })

  it('leaves the selection it came from as it was', () => {
    const before = toggleSelected(NOTHING_SELECTED, ['row-1'], true)
    toggleSelected(before, ['row-2'], true)
    expect([...before.ids]).toEqual(['row-1'])
  })
})

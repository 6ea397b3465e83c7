import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccountRow } from '#shared/contract/account.ts'
import { cellRevision } from '../../../../src/renderer/features/accounts/cell-revision.ts'
import { parseBlock, tabSeparated } from '../../../../src/renderer/features/accounts/copy-rows.ts'
import { planPaste } from '../../../../src/renderer/features/accounts/paste-plan.ts'

const row = (index: number, over: Partial<AccountRow> = {}): AccountRow => ({
  id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  number: `C-${index}`,
  name: `Account ${index}`,
  country: null,
  city: null,
  industry: null,
  accountManager: null,
  computedValueClass: null,
  isOverridden: false,
  valueClass: null,
  previousValueClass: null,
  isProvisional: false,
  isNew: false,
  scorePercent: null,
  coveragePercent: 0,
  abc: null,
  pyramid: null,
  rfm: null,
  rfmSegment: null,
  recencyDays: null,
  orderCount: 0,
  grossSales: 0,
  returns: 0,
  netSales: 0,
  priorNetSales: 0,
  growthPercent: null,
  marginPercent: null,
  monthlySales: [],
  fieldValues: {},
  ...over,
})

describe('a block on the clipboard', () => {
  it('comes back cell by cell, tabs, quotes and line ends inside cells included', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '济', ' ', '"', '\t', '\n', ',') })
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      )
    fc.assert(
      fc.property(block, (cells) => {
        const [header = [], ...rows] = cells
        // A cell alone that is empty is no row to a spreadsheet.
        fc.pre(cells.every((one) => one.length > 1 || one[0] !== ''))
        expect(parseBlock(tabSeparated(header, rows))).toEqual(cells)
      }),
    )
  })

  it('has no empty last row when the spreadsheet ends it with a line end', () => {
    expect(parseBlock('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(parseBlock('')).toEqual([])
  })
})

describe('a typed cell', () => {
  it('is unknown when blank, and refuses to empty a name', () => {
    expect(cellRevision(row(1, { city: '济南' }), 'city', '  ')).toEqual({
      state: 'changed',
      field: 'city',
      value: null,
    })
    expect(cellRevision(row(1), 'name', ' ')).toEqual({ state: 'refused', reason: 'required' })
  })

  it('changes nothing when only blanks differ', () => {
    expect(cellRevision(row(1, { city: '济南' }), 'city', ' 济南 ')).toEqual({ state: 'same' })
  })

  it('refuses what the record cannot hold', () => {
    expect(cellRevision(row(1), 'city', 'x'.repeat(81))).toEqual({ state: 'refused', reason: 'too-long' })
  })
})

describe('pasting a block', () => {
  const rows = [row(1), row(2, { city: '北京' }), row(3)]

  it('lands each cell in its row and column', () => {
    const plan = planPaste(
      [
        ['林', '济南'],
        ['周', '北京'],
      ],
      rows,
      ['accountManager', 'city'],
    )
    expect(plan.changed).toBe(3)
    expect(plan.rows.map(({ cells }) => cells.map(({ state }) => state))).toEqual([
      ['changed', 'changed'],
      ['changed', 'same'],
    ])
    expect(plan.commands).toEqual([
      { ids: [rows[0]?.id], changes: { accountManager: '林', city: '济南' } },
      { ids: [rows[1]?.id], changes: { accountManager: '周' } },
    ])
  })

  it('writes the rows that share a change with one command', () => {
    const plan = planPaste([['德国'], ['德国'], ['中国']], rows, ['country'])
    expect(plan.commands.map(({ ids }) => ids.length)).toEqual([2, 1])
  })

  it('refuses figures, which are calculated, and goes on beside them', () => {
    const plan = planPaste([['99', '济南']], rows, ['netSales', 'city'])
    expect(plan.refused).toBe(1)
    expect(plan.rows[0]?.cells[0]).toMatchObject({ state: 'refused', reason: 'not-editable' })
    expect(plan.commands).toEqual([{ ids: [rows[0]?.id], changes: { city: '济南' } }])
  })

  it('refuses a number given twice instead of failing half way', () => {
    const plan = planPaste([['N-1'], ['N-1']], rows, ['number'])
    expect(plan.rows.map(({ cells }) => cells[0]?.state)).toEqual(['changed', 'refused'])
  })

  it('counts what reaches beyond the grid', () => {
    const plan = planPaste([['a', 'b'], ['c'], ['d'], ['e']], rows, ['city'])
    expect(plan).toMatchObject({ rowsBeyond: 1, columnsBeyond: 1 })
    expect(plan.rows).toHaveLength(3)
  })

  it('takes a block of 200 by 8 as it is', () => {
    const many = Array.from({ length: 200 }, (_, index) => row(index))
    const columns = ['name', 'number', 'accountManager', 'city', 'industry', 'country', 'netSales', 'abc']
    const block = many.map((_, index) => columns.map((column) => `${column} ${index}`))
    const plan = planPaste(block, many, columns)
    expect(plan.changed).toBe(200 * 6)
    expect(plan.refused).toBe(200 * 2)
    expect(plan.commands).toHaveLength(200)
    expect(plan.commands[150]).toEqual({
      ids: [many[150]?.id],
      changes: {
        name: 'name 150',
        number: 'number 150',
        accountManager: 'accountManager 150',
        city: 'city 150',
        industry: 'industry 150',
        country: 'country 150',
      },
    })
  })
})

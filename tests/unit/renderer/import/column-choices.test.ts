import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ColumnChoices,
  chooseField,
  chooseUnit,
  type MappedColumn,
  mapColumns,
  mappingOf,
  NO_CHOICES,
  unitFactorsOf,
} from '../../../../src/renderer/features/import/column-choices.ts'
import { ORDER_LINE_FIELDS } from '../../../../src/shared/domain/order-line.ts'
import { inspectLines } from './inspected-file.ts'

const LINES = [
  '客户编码,客户名称,单据号,签约日期,数量,含税额(万),__proto__',
  'C-1,恒岳重工,SO-1,2026-09-06,3,48.60,急',
  'C-2,台岳精机,SO-2,2026-09-07,5,12.35,',
]
const { columns: inspected } = inspectLines(LINES)

const fieldOf = (columns: readonly MappedColumn[], header: string) =>
  columns.find((column) => column.header === header)?.field

describe('columns and their fields', () => {
  it('takes over the proposal of the file', () => {
    expect(mappingOf(mapColumns(inspected, NO_CHOICES))).toEqual({
      customerNumber: '客户编码',
      customerName: '客户名称',
      orderNumber: '单据号',
      orderedOn: '签约日期',
      quantity: '数量',
      amount: '含税额(万)',
    })
  })

  it('leaves out the column that had a field before another one was given it', () => {
    const before = mapColumns(inspected, NO_CHOICES)
    const after = mapColumns(inspected, chooseField(NO_CHOICES, before, '数量', 'amount'))
    expect(fieldOf(after, '数量')).toBe('amount')
    expect(fieldOf(after, '含税额(万)')).toBeNull()
  })

  it('never maps a field twice, whatever is chosen in whatever order', () => {
    const headers = inspected.map(({ header }) => header)
    const step = fc.record({
      header: fc.constantFrom(...headers),
      field: fc.option(fc.constantFrom(...ORDER_LINE_FIELDS)),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let choices: ColumnChoices = NO_CHOICES
        for (const { header, field } of steps) {
          const columns = mapColumns(inspected, choices)
          choices = chooseField(choices, columns, header, field)
          expect(fieldOf(mapColumns(inspected, choices), header)).toBe(field)
        }
        const fields = mapColumns(inspected, choices).flatMap(({ field }) => (field ? [field] : []))
        expect(new Set(fields).size).toBe(fields.length)
      }),
    )
  })

  it('keeps a choice while the file is read another way in between', () => {
    const columns = mapColumns(inspected, NO_CHOICES)
    const choices = chooseField(NO_CHOICES, columns, '客户名称', 'channel')
    const semicolons = inspectLines(LINES, { delimiter: ';' }).columns
    expect(mapColumns(semicolons, choices)).toHaveLength(1)
    expect(fieldOf(mapColumns(inspected, choices), '客户名称')).toBe('channel')
  })

  it('lets a choice win over the proposal that another reading of the file makes', () => {
    const choices: ColumnChoices = { ...NO_CHOICES, fields: new Map([['数量', 'amount' as const]]) }
    expect(fieldOf(mapColumns(inspected, choices), '含税额(万)')).toBeNull()
  })

  it('maps a column whose header is __proto__ like any other', () => {
    const columns = mapColumns(inspected, NO_CHOICES)
    const after = mapColumns(inspected, chooseField(NO_CHOICES, columns, '__proto__', 'channel'))
    expect(mappingOf(after).channel).toBe('__proto__')
  })

  it('says on what each field rests', () => {
    const remembered = mapColumns(inspectLines(LINES, {}, { channel: '__proto__' }).columns, NO_CHOICES)
    expect(remembered.find(({ header }) => header === '__proto__')?.basis).toBe('remembered')
    expect(remembered.find(({ header }) => header === '客户编码')?.basis).toBe('automatic')
    const chosen = mapColumns(inspected, chooseField(NO_CHOICES, remembered, '客户编码', null))
    expect(chosen.find(({ header }) => header === '客户编码')?.basis).toBe('left-out')
  })
})

describe('units in the header', () => {
  it('multiplies by the unit that the header names and asks for it to be confirmed', () => {
    const columns = mapColumns(inspected, NO_CHOICES)
    expect(unitFactorsOf(columns)).toEqual({ amount: 10_000 })
    expect(columns.filter(({ isUnitOpen }) => isUnitOpen).map(({ header }) => header)).toEqual(['含税额(万)'])
  })

  it('takes the figures as written once the user says so, and asks no more', () => {
    const columns = mapColumns(inspected, chooseUnit(NO_CHOICES, '含税额(万)', 1))
    expect(unitFactorsOf(columns)).toEqual({})
    expect(columns.some(({ isUnitOpen }) => isUnitOpen)).toBe(false)
  })

  it('does not ask again about a column that an earlier import had', () => {
    const remembered = inspectLines(LINES, {}, { amount: '含税额(万)' }).columns
    expect(mapColumns(remembered, NO_CHOICES).some(({ isUnitOpen }) => isUnitOpen)).toBe(false)
  })

  it('does not multiply a column of words', () => {
    const columns = mapColumns(inspected, NO_CHOICES)
    const choices = chooseField(NO_CHOICES, columns, '含税额(万)', 'channel')
    expect(unitFactorsOf(mapColumns(inspected, choices))).toEqual({})
  })
})

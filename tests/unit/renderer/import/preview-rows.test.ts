import { expect, it } from 'vitest'
import {
  chooseField,
  mapColumns,
  NO_CHOICES,
} from '../../../../src/renderer/features/import/column-choices.ts'
import { previewColumns, previewRows } from '../../../../src/renderer/features/import/preview-rows.ts'
import { importCheckOf } from './import-check.ts'
import { inspectLines } from './inspected-file.ts'

const inspection = inspectLines([
  '备注,客户编码,客户名称,单据号,签约日期,数量,金额',
  ',C-1,恒岳重工,SO-1,2026-09-06,3,48.60',
  ',C-2,台岳精机,SO-2,2026/13/05,5,12.35',
  '急,C-3,恒岳重工（集团）,SO-3,2026-09-07,-2,-12.35',
  ',C-4,禾泰包装,SO-4,2026-09-08,1,（12.35）',
])
const columns = mapColumns(inspection.columns, NO_CHOICES)
const check = importCheckOf({
  problems: [
    {
      code: 'invalid-date',
      column: '签约日期',
      rowCount: 1,
      examples: [{ row: 3, column: '签约日期', value: '2026/13/05', code: 'invalid-date' }],
    },
  ],
  duplicates: [
    { name: '恒岳重工（集团）', rowCount: 1, likeId: 'id', likeName: '恒岳重工', likeNumber: 'C-00012' },
  ],
})

it('says of no row what becomes of it before the check has', () => {
  const rows = previewRows(inspection.rows, previewColumns(columns), null)
  expect(rows.map(({ act }) => act)).toEqual(['unknown', 'unknown', 'unknown', 'unknown'])
})

it('marks the wrong cell in its row and column, and nothing else', () => {
  const shown = previewColumns(columns)
  const wrong = previewRows(inspection.rows, shown, check).flatMap(({ row, cells }) =>
    cells.flatMap(({ isWrong }, index) => (isWrong ? [[row, shown[index]?.header]] : [])),
  )
  expect(wrong).toEqual([[3, '签约日期']])
})

it('tells returns, likely duplicates and problems apart, by sign or brackets', () => {
  const rows = previewRows(inspection.rows, previewColumns(columns), check)
  expect(rows.map(({ act }) => act)).toEqual(['write', 'problem', 'duplicate', 'return'])
})

it('shows a column that is left out behind the mapped ones, and moves it when it is mapped', () => {
  expect(previewColumns(columns).at(-1)).toMatchObject({ header: '备注', field: null })
  const mapped = mapColumns(inspection.columns, chooseField(NO_CHOICES, columns, '备注', 'customerNumber'))
  expect(previewColumns(mapped)[0]?.header).toBe('备注')
})

it('does not promise to write rows that are all in the workspace already', () => {
  const repeated = importCheckOf({ total: 4, accepted: 4, unchanged: 4 })
  const acts = previewRows(inspection.rows, previewColumns(columns), repeated).map(({ act }) => act)
  expect(new Set(acts)).toEqual(new Set(['standing']))
})

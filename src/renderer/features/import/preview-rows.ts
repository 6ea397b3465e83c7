import type { FileInspection, ImportCheck } from '#shared/contract/import.ts'
import { type ImportField, isCustomField } from '#shared/domain/import-field.ts'
import type { MappedColumn } from './column-choices.ts'

/** What will become of a row; 'unknown' until the check has said, 'standing' where every row is in the workspace already. */
export type RowAct = 'write' | 'return' | 'problem' | 'duplicate' | 'standing' | 'unknown'

export interface PreviewColumn {
  /** Null for a column that is left out. */
  field: ImportField | null
  header: string
  unitFactor: number
  index: number
}

export interface PreviewRow {
  row: number
  act: RowAct
  /** One per preview column, as they stand in the file. */
  cells: readonly { text: string; isWrong: boolean }[]
}

/** Who, when and how much come first, so that they are seen without scrolling. */
const SHOWN_ORDER: readonly ImportField[] = [
  'customerNumber',
  'customerName',
  'orderedOn',
  'amount',
  'quantity',
  'unitPrice',
  'orderNumber',
  'category',
  'productCode',
  'productName',
  'cost',
  'discountPercent',
  'currency',
  'channel',
  'country',
  'invoiceNumber',
  'issuedOn',
  'paidOn',
  'dueOn',
  'disputed',
  'listPrice',
  'number',
  'name',
  'value',
  'stage',
  'probabilityPercent',
  'expectedCloseOn',
  'outcome',
  'closedOn',
  'reason',
  'year',
  'confidence',
  'competitor',
  'competitorSharePercent',
  'source',
  'sourceOn',
  'role',
  'legalName',
  'city',
  'industry',
  'segment',
  'accountManager',
  'owner',
  'phone',
  'website',
  'taxId',
  'address',
  'customerSince',
  'headcount',
]

/** Negative by a sign before or behind, or by brackets. */
const NEGATIVE = /^\s*(?:[-−–]|[(（])|[-−]\s*$/

/** Left-out columns shown behind the mapped ones; more of them would only slow the page down. */
const MOST_LEFT_OUT = 12

/** Mapped columns in the order they are previewed, then some of those that are left out, as the file has them. */
export function previewColumns(columns: readonly MappedColumn[]): PreviewColumn[] {
  const shown = columns.map(({ field, header, unitFactor }, index) => ({ field, header, unitFactor, index }))
  return [
    ...SHOWN_ORDER.flatMap((field) => shown.filter((column) => column.field === field)),
    ...shown.filter(({ field }) => field !== null && isCustomField(field)),
    ...shown.filter(({ field }) => field === null).slice(0, MOST_LEFT_OUT),
  ]
}

/**
 * The first rows of the file with what a check says of them. A check keeps the first 200 rows of every
 * problem, which covers every wrong cell among the first 200 rows of the file.
 */
export function previewRows(
  rows: FileInspection['rows'],
  columns: readonly PreviewColumn[],
  check: ImportCheck | null,
): PreviewRow[] {
  const problems = problemsByRow(check)
  const likely = new Set(check?.duplicates.map(({ name }) => name))
  const isStanding = check !== null && check.accepted > 0 && check.unchanged === check.accepted
  return rows.map(({ row, cells }) => {
    const wrong = problems.get(row)
    const cellOf = (field: ImportField) => {
      const column = columns.find((candidate) => candidate.field === field)
      return column ? (cells[column.index] ?? '').trim() : ''
    }
    return {
      row,
      act: check ? actOf(cellOf, wrong !== undefined, likely, isStanding) : 'unknown',
      cells: columns.map(({ index, header }) => ({
        text: cells[index] ?? '',
        isWrong: wrong?.has(header) ?? false,
      })),
    }
  })
}

function problemsByRow(check: ImportCheck | null): ReadonlyMap<number, ReadonlySet<string>> {
  const byRow = new Map<number, Set<string>>()
  for (const { examples } of check?.problems ?? []) {
    for (const { row, column } of examples) {
      const columns = byRow.get(row) ?? new Set<string>()
      byRow.set(row, columns.add(column))
    }
  }
  return byRow
}

function actOf(
  cellOf: (field: ImportField) => string,
  hasProblem: boolean,
  likely: ReadonlySet<string>,
  isStanding: boolean,
): RowAct {
  if (hasProblem) return 'problem'
  if (isStanding) return 'standing'
  if (likely.has(cellOf('customerName')) || likely.has(cellOf('customerNumber'))) return 'duplicate'
  return NEGATIVE.test(cellOf('quantity')) || NEGATIVE.test(cellOf('amount')) ? 'return' : 'write'
}

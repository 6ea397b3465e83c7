import type { AccountRevision, AccountRow } from '#shared/contract/account.ts'
import { isFieldKey } from '#shared/domain/custom-field.ts'
import {
  type CellRevision,
  cellRevision,
  type EditableField,
  isEditableField,
  revisionOf,
} from './cell-revision.ts'

export type PasteReason =
  | Extract<CellRevision, { state: 'refused' }>['reason']
  | 'not-editable'
  | 'cell-by-cell'
  | 'twice'

export interface PasteCell {
  column: string
  /** What stands there now, and the text that was pasted. */
  before: string | null
  text: string
  state: 'same' | 'changed' | 'refused'
  reason?: PasteReason
}

export interface PasteRow {
  id: string
  name: string
  cells: PasteCell[]
}

export interface PastePlan {
  rows: PasteRow[]
  changed: number
  refused: number
  /** Pasted rows and columns that reach beyond the grid. */
  rowsBeyond: number
  columnsBeyond: number
  /** One command each: the same change for the rows that share it. */
  commands: { ids: string[]; changes: AccountRevision }[]
}

/**
 * What pasting a block at a cell would do. `rows` are the grid's rows from that cell's row down, `columns`
 * its columns from that cell's column on. A number that the block gives twice is refused the second time.
 */
export function planPaste(
  block: readonly (readonly string[])[],
  rows: readonly AccountRow[],
  columns: readonly string[],
): PastePlan {
  const numbers = new Set<string>()
  const planned = rows.slice(0, block.length).map((row, rowIndex) => {
    const texts = (block[rowIndex] ?? []).slice(0, columns.length)
    const values: { field: EditableField; value: string | null }[] = []
    const cells = texts.map((text, index): PasteCell => {
      const column = columns[index] ?? ''
      if (!isEditableField(column)) {
        return {
          column,
          before: null,
          text,
          state: 'refused',
          reason: isFieldKey(column) ? 'cell-by-cell' : 'not-editable',
        }
      }
      const before = row[column]
      const revision = cellRevision(row, column, text)
      if (revision.state === 'refused') {
        return { column, before, text, state: 'refused', reason: revision.reason }
      }
      if (revision.state === 'same') return { column, before, text, state: 'same' }
      if (column === 'number' && revision.value !== null) {
        if (numbers.has(revision.value)) {
          return { column, before, text, state: 'refused', reason: 'twice' }
        }
        numbers.add(revision.value)
      }
      values.push({ field: column, value: revision.value })
      return { column, before, text, state: 'changed' }
    })
    return { row: { id: row.id, name: row.name, cells }, values }
  })

  const commands = new Map<string, PastePlan['commands'][number]>()
  for (const { row, values } of planned) {
    if (values.length === 0) continue
    const changes: AccountRevision = Object.assign(
      {},
      ...values.map(({ field, value }) => revisionOf(field, value)),
    )
    const key = JSON.stringify(Object.entries(changes).sort())
    const command = commands.get(key) ?? { ids: [], changes }
    command.ids.push(row.id)
    commands.set(key, command)
  }
  const cells = planned.flatMap(({ row }) => row.cells)
  const widest = Math.max(0, ...block.map((texts) => texts.length))
  return {
    rows: planned.map(({ row }) => row),
    changed: cells.filter(({ state }) => state === 'changed').length,
    refused: cells.filter(({ state }) => state === 'refused').length,
    rowsBeyond: Math.max(0, block.length - rows.length),
    columnsBeyond: Math.max(0, widest - columns.length),
    commands: [...commands.values()],
  }
}

import type { CsvFile } from './open-csv-file.ts'
import { type RowBatch, readRows } from './read-rows.ts'
import type { RowFault } from './split-rows.ts'

/**
 * The rows below the header, in batches of some hundred: cells by column, at most one per header; a short row of a text
 * file lacks its last cells. A row with content beyond the last header is a fault, as is one with bad bytes, an unclosed quote or a huge
 * cell. Row numbers are those of the file; blank rows are counted but not handed out. Reading is synchronous and stops
 * when the caller leaves the loop.
 */
export function* readCsv(file: CsvFile): Generator<RowBatch> {
  const width = file.headers.length
  let isBelowHeader = false
  for (const batch of readRows(file)) {
    const part: RowBatch = isBelowHeader ? batch : belowHeader(batch, file.headerRow)
    isBelowHeader ||= part.rows.length > 0 || part.faults.length > 0
    const rows = file.workbook ? { ...part, rows: part.rows.map((cells) => filledUp(cells, width)) } : part
    yield withoutErrorCells(withinWidth(rows, width), file.errorCells)
  }
}

/** A sheet keeps no empty cells: a short row of one is not cut off. */
function filledUp(cells: string[], width: number): string[] {
  return cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill('')] : cells
}

/** Rows with an error of the spreadsheet in a column that is read have no value there, so they are faults. */
function withoutErrorCells(batch: RowBatch, errorCells: CsvFile['errorCells']): RowBatch {
  if (!errorCells || errorCells.size === 0 || !batch.rowNumbers.some((row) => errorCells.has(row)))
    return batch
  const rows: string[][] = []
  const rowNumbers: number[] = []
  const faults: RowFault[] = [...batch.faults]
  batch.rows.forEach((cells, at) => {
    const row = batch.rowNumbers[at] ?? 0
    const column = errorCells.get(row)?.[0]
    if (column === undefined) {
      rows.push(cells)
      rowNumbers.push(row)
    } else faults.push({ row, column, code: 'error-cell', cells })
  })
  faults.sort((one, other) => one.row - other.row)
  return { ...batch, rows, rowNumbers, faults }
}

/** The file as a mapping reads it: errors of a spreadsheet count only in the columns that are read. */
export function readingColumns(file: CsvFile, headers: ReadonlySet<string>): CsvFile {
  if (!file.errorCells || file.errorCells.size === 0) return file
  const errorCells = new Map<number, number[]>()
  for (const [row, columns] of file.errorCells) {
    const read = columns.filter((column) => headers.has(file.headers[column] ?? ''))
    if (read.length > 0) errorCells.set(row, read)
  }
  return { ...file, errorCells }
}

function belowHeader(batch: RowBatch, headerRow: number): RowBatch {
  const from = batch.rowNumbers.findIndex((row) => row > headerRow)
  const start = from === -1 ? batch.rows.length : from
  return {
    ...batch,
    rows: batch.rows.slice(start),
    rowNumbers: batch.rowNumbers.slice(start),
    faults: batch.faults.filter(({ row }) => row > headerRow),
  }
}

function withinWidth(batch: RowBatch, width: number): RowBatch {
  if (!batch.rows.some((cells) => cells.length > width)) return batch
  const rows: string[][] = []
  const rowNumbers: number[] = []
  const faults: RowFault[] = [...batch.faults]
  batch.rows.forEach((cells, at) => {
    const row = batch.rowNumbers[at] ?? 0
    const extra = cells.findIndex((cell, column) => column >= width && cell.trim() !== '')
    if (extra !== -1) {
      faults.push({ row, column: extra, code: 'too-many-cells', cells })
      return
    }
    rows.push(cells.length > width ? cells.slice(0, width) : cells)
    rowNumbers.push(row)
  })
  faults.sort((one, other) => one.row - other.row)
  return { ...batch, rows, rowNumbers, faults }
}

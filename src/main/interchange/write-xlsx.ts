import { type Cell, type CellStyle, colToLetter, type WriteSheet, writeXlsx } from 'hucre'

/** A value, or a formula (without its =) with the value it has now; null leaves the cell empty. */
export type SheetCell = string | number | null | { formula: string; value: string | number }

export interface SheetColumn {
  /** In characters. */
  width: number
  isHidden?: boolean
  numberFormat?: string
}

export interface Sheet {
  name: string
  columns: readonly SheetColumn[]
  rows: readonly (readonly SheetCell[])[]
  /** Rows at the top that stay in sight. */
  frozenRows?: number
  /** 0-based rows in bold, such as the header. */
  boldRows?: readonly number[]
}

const LONGEST_NAME = 31

/** The address of a cell in another sheet's formula: 0-based row and column, both fixed. */
export function absoluteReference(sheet: string, row: number, column: number): string {
  return `'${sheet.replaceAll("'", "''")}'!$${colToLetter(column)}$${row + 1}`
}

/** The address of a cell in its own row, the column fixed. */
export function rowReference(row: number, column: number): string {
  return `$${colToLetter(column)}${row + 1}`
}

/** A text inside a formula. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

/** A sheet's name as Excel allows it: at most 31 characters, none of []:*?/\. */
export function sheetName(wanted: string): string {
  return wanted.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, LONGEST_NAME)
}

/**
 * A workbook as bytes. Text is always written as text: what begins with =, +, - or @ is no formula. Formulas carry the
 * value they have now, and are computed anew by whatever opens the file.
 */
export async function buildWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(toWriteSheet) })
}

function toWriteSheet({ name, columns, rows, frozenRows = 0, boldRows = [] }: Sheet): WriteSheet {
  const bold = new Set(boldRows)
  const cells = new Map<string, Partial<Cell>>()
  const values = rows.map((row, at) =>
    row.map((cell, column) => {
      const format = columns[column]?.numberFormat
      const style: CellStyle = {
        ...(bold.has(at) ? { font: { bold: true } } : {}),
        ...(format && !bold.has(at) ? { numFmt: format } : {}),
      }
      const isFormula = typeof cell === 'object' && cell !== null
      if (isFormula || bold.has(at)) {
        cells.set(`${at},${column}`, {
          style,
          ...(isFormula ? { type: 'formula', formula: cell.formula, formulaResult: cell.value } : {}),
        })
      }
      return isFormula ? cell.value : cell
    }),
  )
  return {
    name,
    columns: columns.map(({ width, isHidden, numberFormat }) => ({
      width,
      ...(isHidden ? { hidden: true } : {}),
      ...(numberFormat ? { numFmt: numberFormat } : {}),
    })),
    rows: values,
    cells,
    ...(frozenRows > 0 ? { freezePane: { rows: frozenRows } } : {}),
  }
}

import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTick } from 'node:timers/promises'
import { streamXlsxRows } from 'hucre/xlsx'
import { z } from 'zod'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { ReadSettings } from '#shared/domain/import.ts'
import { type CsvFile, openCsvFile } from './open-csv-file.ts'
import { isErrorCell, sheetCellText } from './sheet-cell-text.ts'
import {
  type MergedRows,
  readMergedRows,
  readWorkbook,
  unreadableWorkbook,
  WORKBOOK_LIMITS,
  type WorkbookSheet,
} from './workbook-archive.ts'

/** Cells of one sheet, and bytes of it written out. */
const MOST_CELLS = 20_000_000
const MOST_BYTES = 1024 ** 3
const BUFFERED_LENGTH = 262_144

const extract = z.strictObject({
  sheets: z.array(z.string()),
  sheet: z.string(),
  dateSystem: z.union([z.literal(1900), z.literal(1904)]),
  /** Row (1-based) and column (0-based) of cells that hold an error of the spreadsheet. */
  errorCells: z.array(z.tuple([z.int(), z.int()])),
})
type Extract = z.infer<typeof extract>

/**
 * Opens one sheet of a workbook for the readers of CSV files: its cells are written out once to a file in `scratchFolder`,
 * which later readings of the same sheet find again. Formulas count with their kept result, days of either date system are
 * calendar days, a text or day in a cell merged over rows stands in each of them (a number only in the first, so that none
 * counts twice). Errors: file-unreadable (`details.reason`), file-too-large, file-empty.
 */
export async function openXlsxFile(
  path: string,
  settings: ReadSettings,
  scratchFolder: string,
): Promise<CsvFile> {
  const { size, mtimeMs } = statSync(path)
  if (size > WORKBOOK_LIMITS.fileBytes) {
    throw new MainstayError('file-too-large', 'The workbook is too large.', {
      bytes: size,
      limit: WORKBOOK_LIMITS.fileBytes,
    })
  }
  const decimalSign = settings.decimalSign ?? '.'
  const key = JSON.stringify([path, size, mtimeMs, settings.sheet ?? null, decimalSign])
  const name = `sheet-${createHash('sha256').update(key).digest('hex').slice(0, 32)}`
  const csv = join(scratchFolder, `${name}.csv`)
  const notes = join(scratchFolder, `${name}.json`)
  if (!existsSync(notes)) await extractSheet(path, settings, { csv, notes })
  const { sheets, sheet, dateSystem, errorCells } = extract.parse(JSON.parse(readFileSync(notes, 'utf8')))
  const file = openCsvFile(csv, { ...settings, encoding: 'utf-8', delimiter: ',' })
  const byRow = new Map<number, number[]>()
  for (const [row, column] of errorCells) byRow.set(row, [...(byRow.get(row) ?? []), column])
  return { ...file, workbook: { sheets, sheet, bytes: size, dateSystem }, errorCells: byRow }
}

async function extractSheet(
  path: string,
  settings: ReadSettings,
  to: { csv: string; notes: string },
): Promise<void> {
  const { sheets, dateSystem } = await readWorkbook(path)
  const sheet = chosenSheet(sheets, settings.sheet)
  const merged = await readMergedRows(path, sheet.part)
  // Another thread may be reading the same sheet: what is found under the final name is always whole.
  const csv = `${to.csv}.${randomUUID()}`
  try {
    const errorCells = await writeRows(path, sheet, merged, settings.decimalSign ?? '.', csv)
    const names = sheets.map(({ name }) => name)
    const notes: Extract = { sheets: names, sheet: sheet.name, dateSystem, errorCells }
    renameSync(csv, to.csv)
    writeFileSync(`${csv}.json`, JSON.stringify(notes))
    renameSync(`${csv}.json`, to.notes)
  } catch (error) {
    rmSync(csv, { force: true })
    if (error instanceof MainstayError) throw error
    throw unreadableWorkbook('damaged', { message: error instanceof Error ? error.message : String(error) })
  }
}

/** By name, else by its place from 1; left out, the first sheet that is not hidden. */
function chosenSheet(sheets: readonly WorkbookSheet[], wanted: string | undefined): WorkbookSheet {
  const [first] = sheets
  const chosen =
    wanted === undefined
      ? (sheets.find(({ isHidden }) => !isHidden) ?? first)
      : (sheets.find(({ name }) => name === wanted) ??
        (/^\d{1,4}$/.test(wanted) ? sheets[Number(wanted) - 1] : undefined))
  if (chosen) return chosen
  throw unreadableWorkbook('no-sheet', { sheet: wanted ?? '', sheets: sheets.map(({ name }) => name) })
}

async function writeRows(
  path: string,
  sheet: WorkbookSheet,
  merged: readonly MergedRows[],
  decimalSign: '.' | ',',
  csv: string,
): Promise<[number, number][]> {
  const errorCells: [number, number][] = []
  const fill = createMergeFill(merged)
  const descriptor = openSync(csv, 'w')
  let pending = ''
  let bytes = 0
  let cellCount = 0
  let latestRow = 0
  const flush = () => {
    bytes += writeSync(descriptor, pending)
    pending = ''
    if (bytes > MOST_BYTES) throw unreadableWorkbook('too-many-cells', { bytes, limit: MOST_BYTES })
  }
  try {
    for await (const { index, values } of streamXlsxRows(readFileSync(path), { sheet: sheet.name })) {
      const row = index + 1
      if (!(row > latestRow)) throw unreadableWorkbook('damaged')
      cellCount += values.length
      if (cellCount > MOST_CELLS) throw unreadableWorkbook('too-many-cells', { limit: MOST_CELLS })
      // A row that is not there still counts, so that row numbers are the sheet's.
      pending += '\n'.repeat(row - latestRow - 1)
      latestRow = row
      const cells = values.map((value) => sheetCellText(value, decimalSign))
      fill(row, values, cells)
      while (cells.length > 0 && cells.at(-1) === '') cells.pop()
      cells.forEach((cell, column) => {
        if (isErrorCell(cell)) errorCells.push([row, column])
      })
      pending += `${cells.map(csvCell).join(',')}\n`
      if (pending.length >= BUFFERED_LENGTH) {
        flush()
        // Whoever else waits on this thread is answered in between.
        await nextTick()
      }
    }
    flush()
  } finally {
    closeSync(descriptor)
  }
  if (latestRow === 0) throw new MainstayError('file-empty', 'The sheet has no cells.', { sheet: sheet.name })
  return errorCells
}

/** Puts the text or day of a cell that was merged over rows into each of them. */
function createMergeFill(
  merged: readonly MergedRows[],
): (row: number, values: readonly unknown[], cells: string[]) => void {
  const starting = new Map<number, MergedRows[]>()
  for (const area of merged) starting.set(area.firstRow, [...(starting.get(area.firstRow) ?? []), area])
  let open: { area: MergedRows; text: string }[] = []
  return (row, values, cells) => {
    open = open.filter(({ area }) => area.lastRow >= row)
    for (const { area, text } of open) {
      while (cells.length <= area.column) cells.push('')
      if (cells[area.column] === '') cells[area.column] = text
    }
    for (const area of starting.get(row) ?? []) {
      const isCounted = typeof values[area.column] === 'number'
      const text = cells[area.column] ?? ''
      if (!isCounted && text !== '') open.push({ area, text })
    }
  }
}

function csvCell(cell: string): string {
  const text = cell.isWellFormed() ? cell : cell.toWellFormed()
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

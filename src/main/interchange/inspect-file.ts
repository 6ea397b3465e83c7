import { basename } from 'node:path'
import type { FileInspection } from '#shared/contract/import.ts'
import type { ReadSettings } from '#shared/domain/import.ts'
import {
  missingOrderLineFields,
  type OrderLineField,
  type OrderLineMapping,
} from '#shared/domain/order-line.ts'
import { type ColumnVerdicts, decideColumns } from './column-verdicts.ts'
import { describeColumns } from './describe-columns.ts'
import { proposeMapping } from './header-proposal.ts'
import { type CsvFile, openCsvFile } from './open-csv-file.ts'
import { readCsv } from './read-csv.ts'

const ROWS_SHOWN = 200
const ROWS_DESCRIBED = 2_000
const SHOWN_CELL_LENGTH = 500
/** Files up to this size are counted to the row. */
const COUNTED_BYTES = 16 * 1024 ** 2

export interface InspectOptions {
  /** Name to show where the path is a temporary one. */
  fileName?: string
  /** An earlier mapping for files with these headers. */
  remembered?: OrderLineMapping
}

/**
 * All that is shown before a mapping is confirmed: how the file is read and why, its columns with a proposal each, its first
 * 200 rows and how many there are. Errors: those of `openCsvFile`.
 */
export function inspectOrderFile(
  path: string,
  settings: ReadSettings = {},
  options: InspectOptions = {},
): FileInspection {
  const file = openCsvFile(path, settings)
  const sample = readSample(file)
  const sampleColumns = file.headers.map((_, column) => sample.rows.map((cells) => cells[column] ?? ''))
  const proposal = proposeMapping(file.headers, sampleColumns, options.remembered)
  const mapping: Partial<Record<OrderLineField, string>> = {}
  for (const { field, header } of proposal) if (field) mapping[field] = header
  const described = describeColumns(file.headers, sample.rows)
  const verdicts = decideColumns(file, mapping, settings)
  return {
    fileName: options.fileName ?? basename(path),
    bytes: file.bytes,
    rowCount: sample.rowCount,
    isRowCountExact: sample.isRowCountExact,
    encodings: file.detection.candidates,
    delimiter: file.delimiter,
    headerRow: file.headerRow,
    columns: described.map((column, at) => ({
      ...column,
      field: proposal[at]?.field ?? null,
      basis: proposal[at]?.basis ?? null,
      unitFactor: proposal[at]?.unit?.factor ?? null,
    })),
    rows: sample.shown,
    dateOrder: verdicts.dateOrder,
    decimalSign: overallDecimalSign(verdicts),
    missing: missingOrderLineFields(mapping),
  }
}

/** One word for the whole file: 'ambiguous' as long as any column is, else the sign of the first column that has one. */
function overallDecimalSign({ decimalSigns }: ColumnVerdicts): FileInspection['decimalSign'] {
  const signs = [decimalSigns.amount, decimalSigns.unitPrice, ...Object.values(decimalSigns)]
  return signs.includes('ambiguous')
    ? 'ambiguous'
    : (signs.find((sign) => sign !== null && sign !== undefined) ?? null)
}

interface Sample {
  /** Rows without faults, for describing the columns. */
  rows: string[][]
  /** The first rows of all, faulty ones too. */
  shown: { row: number; cells: string[] }[]
  rowCount: number
  isRowCountExact: boolean
}

function readSample(file: CsvFile): Sample {
  const rows: string[][] = []
  let shown: Sample['shown'] = []
  let rowCount = 0
  let bytesRead = 0
  let isComplete = true
  for (const batch of readCsv(file)) {
    rowCount += batch.rows.length + batch.faults.length
    bytesRead = batch.bytesRead
    if (shown.length < ROWS_SHOWN) {
      batch.rows.forEach((cells, at) => {
        shown.push({ row: batch.rowNumbers[at] ?? 0, cells })
      })
      shown.push(...batch.faults)
    }
    if (rows.length < ROWS_DESCRIBED) rows.push(...batch.rows.slice(0, ROWS_DESCRIBED - rows.length))
    else if (file.bytes > COUNTED_BYTES) {
      isComplete = false
      break
    }
  }
  shown = shown
    .sort((one, other) => one.row - other.row)
    .slice(0, ROWS_SHOWN)
    .map(({ row, cells }) => ({ row, cells: cells.map((cell) => cell.slice(0, SHOWN_CELL_LENGTH)) }))
  const estimate = bytesRead === 0 ? 0 : Math.round((rowCount * file.bytes) / bytesRead)
  return { rows, shown, rowCount: isComplete ? rowCount : estimate, isRowCountExact: isComplete }
}

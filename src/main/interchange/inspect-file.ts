import { basename } from 'node:path'
import type { FileInspection } from '#shared/contract/import.ts'
import type { ReadSettings } from '#shared/domain/import.ts'
import { type ImportMapping, missingRecordFields } from '#shared/domain/import-field.ts'
import type { ImportKind, RecordKind } from '#shared/domain/import-kind.ts'
import { missingOrderLineFields, orderLineMapping } from '#shared/domain/order-line.ts'
import { decideColumns } from './column-verdicts.ts'
import type { DecimalVerdict } from './decide-decimal-sign.ts'
import { describeColumns } from './describe-columns.ts'
import { proposeMapping } from './header-proposal.ts'
import { mappedFields, type OwnField } from './mapped-fields.ts'
import type { CsvFile } from './open-csv-file.ts'
import { readCsv, readingColumns } from './read-csv.ts'
import { decideRecordColumns } from './record-verdicts.ts'

const ROWS_SHOWN = 200
const ROWS_DESCRIBED = 2_000
const SHOWN_CELL_LENGTH = 500
/** Files up to this size are counted to the row. */
const COUNTED_BYTES = 16 * 1024 ** 2

export interface InspectOptions {
  /** Name to show where the path is a temporary one. */
  fileName?: string
  /** An earlier mapping for files with these headers. */
  remembered?: ImportMapping
  /** Fields of the firm's own that the kind has. */
  ownFields?: readonly OwnField[]
}

/**
 * All that is shown before a mapping is confirmed: how the file is read and why, its columns with a proposal each, its first
 * 200 rows and how many there are.
 */
export function inspectFile(
  opened: CsvFile,
  kind: ImportKind,
  settings: ReadSettings = {},
  options: InspectOptions = {},
): FileInspection {
  // A sheet's errors stand in the preview as they are; whether they matter depends on the mapping.
  const file = readingColumns(opened, new Set())
  const sample = readSample(file)
  const sampleColumns = file.headers.map((_, column) => sample.rows.map((cells) => cells[column] ?? ''))
  const proposal = proposeMapping(file.headers, sampleColumns, options.remembered, kind, options.ownFields)
  const mapping: ImportMapping = {}
  for (const { field, header } of proposal) if (field) mapping[field] = header
  const described = describeColumns(file.headers, sample.rows)
  return {
    kind,
    fileName: options.fileName ?? basename(file.path),
    bytes: file.workbook?.bytes ?? file.bytes,
    rowCount: sample.rowCount,
    isRowCountExact: sample.isRowCountExact,
    workbook: file.workbook ? { sheets: file.workbook.sheets, sheet: file.workbook.sheet } : null,
    encodings: file.workbook ? [] : file.detection.candidates,
    delimiter: file.delimiter,
    headerRow: file.headerRow,
    columns: described.map((column, at) => ({
      ...column,
      field: proposal[at]?.field ?? null,
      basis: proposal[at]?.basis ?? null,
      unitFactor: proposal[at]?.unit?.factor ?? null,
    })),
    rows: sample.shown,
    ...(kind === 'order-lines'
      ? readingsOfOrderLines(file, mapping, settings)
      : readingsOfRecords(file, kind, mapping, settings, options.ownFields)),
  }
}

type Readings = Pick<FileInspection, 'dateOrder' | 'decimalSign' | 'missing'>

function readingsOfOrderLines(file: CsvFile, proposed: ImportMapping, settings: ReadSettings): Readings {
  const mapping = orderLineMapping.parse(proposed)
  const { dateOrder, decimalSigns } = decideColumns(file, mapping, settings)
  return {
    dateOrder,
    decimalSign: overallDecimalSign([
      decimalSigns.amount,
      decimalSigns.unitPrice,
      ...Object.values(decimalSigns),
    ]),
    missing: missingOrderLineFields(mapping),
  }
}

function readingsOfRecords(
  file: CsvFile,
  kind: RecordKind,
  mapping: ImportMapping,
  settings: ReadSettings,
  ownFields: readonly OwnField[] = [],
): Readings {
  const { dateOrder, decimalSigns } = decideRecordColumns(
    file,
    mappedFields(file, kind, mapping, ownFields),
    settings,
  )
  return {
    dateOrder,
    decimalSign: overallDecimalSign([decimalSigns.get('amount'), ...decimalSigns.values()]),
    missing: missingRecordFields(kind, mapping),
  }
}

/** One word for the whole file: 'ambiguous' as long as any column is, else the sign of the first column that has one. */
function overallDecimalSign(
  signs: readonly (DecimalVerdict | null | undefined)[],
): FileInspection['decimalSign'] {
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

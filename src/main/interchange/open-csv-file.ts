import { isAscii } from 'node:buffer'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { Delimiter, ReadSettings } from '#shared/domain/import.ts'
import { detectDelimiter } from './detect-delimiter.ts'
import { byteOrderMarkLength, detectEncoding, type EncodingDetection } from './detect-encoding.ts'
import { findHeaderRow, type NumberedRow } from './find-header-row.ts'
import { nameColumns } from './name-columns.ts'
import type { SerialSystem } from './parse-date.ts'
import { readRows } from './read-rows.ts'
import type { LineEnd, TextSource } from './text-blocks.ts'

export const MAX_COLUMNS = 500
const HEAD_BYTES = 262_144
const MAX_FILE_BYTES = 4 * 1024 ** 3
/** No header is looked for below this row. */
const MAX_HEADER_ROW = 1_000
const ROWS_LOOKED_AT = 60

/** A file of rows whose reading is settled: everything `readCsv` needs. */
export interface CsvFile extends TextSource {
  bytes: number
  delimiter: Delimiter
  /** 1-based row of the file that holds the headers. */
  headerRow: number
  /** One name per column, all different. */
  headers: string[]
  detection: EncodingDetection
  /** Set where the rows come from a sheet of a workbook. */
  workbook?: { sheets: string[]; sheet: string; bytes: number; dateSystem: SerialSystem }
  /** Columns by row whose cell is an error of the spreadsheet; such a row is a fault. */
  errorCells?: ReadonlyMap<number, readonly number[]>
}

/** First bytes of formats that are no text, whatever the file is called. */
const FOREIGN_STARTS: readonly { format: string; bytes: readonly number[] }[] = [
  { format: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'ole', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { format: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
  { format: 'gzip', bytes: [0x1f, 0x8b] },
  { format: 'png', bytes: [0x89, 0x50, 0x4e, 0x47] },
]

/**
 * Decides how a file is read; what `settings` names is taken as given. Throws MainstayError: file-missing, file-empty
 * (no bytes, or no row where the header should be), file-too-large, file-unreadable (`details.reason`: 'not-a-file',
 * 'not-text', 'too-many-columns', 'no-header').
 */
export function openCsvFile(path: string, settings: ReadSettings = {}): CsvFile {
  const { bytes, head, tellingHead } = readHead(path)
  const foreign = FOREIGN_STARTS.find((start) => start.bytes.every((byte, at) => head[at] === byte))
  if (foreign) throw unreadable('not-text', { format: foreign.format })
  const detection = detectEncoding(tellingHead, settings.encoding)
  const { encoding } = detection
  const byteOrderMarkBytes = byteOrderMarkLength(head, encoding)
  const text = new TextDecoder(encoding).decode(head)
  const lineEnd = detectLineEnd(text)
  const delimiter = settings.delimiter ?? detectDelimiter(text, lineEnd)
  const source = { path, encoding, byteOrderMarkBytes, lineEnd, bytes, delimiter, detection }
  const rows = firstRows(source, settings.headerRow ?? 0)
  const headerRow = settings.headerRow ?? findHeaderRow(rows)
  const header = rows.find(({ row }) => row === headerRow)
  if (headerRow === null || !header)
    throw new MainstayError('file-empty', 'The file has no row for the headers.')
  if (header.cells.length > MAX_COLUMNS) {
    throw unreadable('too-many-columns', { columns: header.cells.length, limit: MAX_COLUMNS })
  }
  return { ...source, headerRow, headers: nameColumns(header.cells) }
}

function detectLineEnd(text: string): LineEnd {
  const lineFeeds = text.match(/\n/g)?.length ?? 0
  const loneReturns = text.match(/\r(?!\n)/g)?.length ?? 0
  return loneReturns > lineFeeds ? '\r' : '\n'
}

function unreadable(reason: string, details: Record<string, string | number>): MainstayError {
  return new MainstayError('file-unreadable', `The file cannot be read as rows: ${reason}.`, {
    reason,
    ...details,
  })
}

interface Head {
  bytes: number
  /** Whole lines from the start. */
  head: Uint8Array
  /** The same, or the first part of the file that has non-ASCII bytes. */
  tellingHead: Uint8Array
}

function readHead(path: string): Head {
  let descriptor: number
  try {
    descriptor = openSync(path, 'r')
  } catch (error) {
    throw new MainstayError('file-missing', `The file cannot be opened: ${String(error)}`)
  }
  try {
    const stat = fstatSync(descriptor)
    if (!stat.isFile()) throw unreadable('not-a-file', {})
    if (stat.size === 0) throw new MainstayError('file-empty', 'The file has no content.')
    if (stat.size > MAX_FILE_BYTES) {
      throw new MainstayError('file-too-large', 'The file is too large.', {
        bytes: stat.size,
        limit: MAX_FILE_BYTES,
      })
    }
    const head = readPart(descriptor, 0, stat.size)
    let tellingHead = head
    // A long start in plain ASCII says nothing about the names further down. Zero bytes are UTF-16, which is told by them.
    const isNarrow = !head.includes(0)
    for (let at = HEAD_BYTES; isNarrow && isAscii(tellingHead) && at < stat.size; at += HEAD_BYTES) {
      tellingHead = readPart(descriptor, at, stat.size)
    }
    return { bytes: stat.size, head, tellingHead: isAscii(tellingHead) ? head : tellingHead }
  } finally {
    closeSync(descriptor)
  }
}

/** One part of a file, cut back to whole lines at its edges. */
function readPart(descriptor: number, position: number, size: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(Math.min(HEAD_BYTES, size - position))
  const part = buffer.subarray(0, readSync(descriptor, buffer, 0, buffer.length, position))
  const from = position === 0 ? 0 : part.indexOf(0x0a) + 1
  const isEnd = position + part.length >= size
  const lastLine = isEnd ? -1 : Math.max(part.lastIndexOf(0x0a), part.lastIndexOf(0x0d))
  return lastLine <= from ? part.subarray(from) : part.subarray(from, lastLine + 1)
}

function firstRows(source: Omit<CsvFile, 'headerRow' | 'headers'>, wantedRow: number): NumberedRow[] {
  const rows: NumberedRow[] = []
  const enough = Math.max(ROWS_LOOKED_AT, Math.min(wantedRow, MAX_HEADER_ROW))
  for (const batch of readRows(source)) {
    batch.rows.forEach((cells, at) => {
      rows.push({ row: batch.rowNumbers[at] ?? 0, cells })
    })
    for (const fault of batch.faults) rows.push({ row: fault.row, cells: fault.cells })
    if (rows.length >= enough) break
  }
  return rows.sort((one, other) => one.row - other.row)
}

import { closeSync, openSync, writeSync } from 'node:fs'
import type { RowProblem } from '#shared/domain/import.ts'
import { addFormulaMark } from './formula-mark.ts'
import { REJECTED_FILE_PREFIX } from './header-proposal.ts'
import type { RejectedRow } from './rejected-row.ts'

/** Columns in front of the original ones; the prefix keeps them out of every mapping when the file is read again. */
const OWN_HEADERS = ['row', 'column', 'code', 'message'].map((name) => REJECTED_FILE_PREFIX + name)
const BUFFERED_LENGTH = 65_536

export interface RejectedFile {
  add: (row: RejectedRow) => void
  /** Closes the file and says how many rows it holds; with none, no file was made. */
  close: () => { rowCount: number }
}

/**
 * Writes rejected rows as CSV (UTF-8 with byte order mark, comma, CRLF) that can be corrected and imported again: row number,
 * column, code and message of what is wrong, then the original cells under the original headers. `messageOf` gives the
 * text in the user's language. Texts that a spreadsheet would run as a formula are neutralised.
 */
export function createRejectedFile(
  path: string,
  headers: readonly string[],
  messageOf: (problem: RowProblem) => string,
): RejectedFile {
  let descriptor: number | null = null
  let pending = ''
  let rowCount = 0

  const flush = (): void => {
    if (descriptor === null || pending === '') return
    writeSync(descriptor, pending)
    pending = ''
  }

  return {
    add({ row, cells, problems }) {
      if (descriptor === null) {
        descriptor = openSync(path, 'w')
        pending = `\uFEFF${csvLine([...OWN_HEADERS, ...headers])}`
      }
      const columns = problems.map(({ column }) => column).join('; ')
      const codes = problems.map(({ code }) => code).join('; ')
      const messages = problems.map(messageOf).join(' | ')
      pending += csvLine([String(row), columns, codes, messages, ...cells])
      rowCount += 1
      if (pending.length >= BUFFERED_LENGTH) flush()
    },
    close() {
      flush()
      if (descriptor !== null) closeSync(descriptor)
      descriptor = null
      return { rowCount }
    },
  }
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: string): string {
  const text = addFormulaMark(cell)
  return /[",\r\n\t;|]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

import type { ReadSettings } from '#shared/domain/import.ts'
import type { CurrencyCode } from '#shared/domain/money.ts'
import type { OrderLineField, OrderLineMapping } from '#shared/domain/order-line.ts'
import { type ColumnVerdicts, decideColumns } from '../../../src/main/interchange/column-verdicts.ts'
import type { CsvFile } from '../../../src/main/interchange/open-csv-file.ts'
import { createOrderLineParser, type OrderLine } from '../../../src/main/interchange/order-line-row.ts'
import { readCsv } from '../../../src/main/interchange/read-csv.ts'
import { type RejectedRow, rejectedFault } from '../../../src/main/interchange/rejected-row.ts'

/** Every row of the batch is in one of the two lists, each in the file's order. */
export interface OrderLineBatch {
  lines: OrderLine[]
  rejected: RejectedRow[]
  /** Bytes of the file read so far, for progress against `CsvFile.bytes`. */
  bytesRead: number
}

export interface OrderLineReading {
  mapping: OrderLineMapping
  settings: ReadSettings
  knownCurrencies: ReadonlySet<CurrencyCode>
  defaultCurrency: CurrencyCode
  unitFactors?: Partial<Record<OrderLineField, number>>
  /** Left out, they are decided from the file first. */
  columnVerdicts?: ColumnVerdicts
}

/**
 * The order lines of a file in batches of some hundred. Synchronous, so that a caller may hold a transaction; leaving the
 * loop stops the reading. Throws MainstayError: mapping-incomplete, mapping-unknown-column.
 */
export function* readOrderLines(file: CsvFile, reading: OrderLineReading): Generator<OrderLineBatch> {
  const columnVerdicts = reading.columnVerdicts ?? decideColumns(file, reading.mapping, reading.settings)
  const parse = createOrderLineParser({ ...reading, headers: file.headers, columnVerdicts })
  for (const batch of readCsv(file)) {
    const lines: OrderLine[] = []
    const rejected: RejectedRow[] = batch.faults.map((fault) => rejectedFault(fault, file.headers))
    for (let at = 0; at < batch.rows.length; at += 1) {
      const cells = batch.rows[at] ?? []
      const row = batch.rowNumbers[at] ?? 0
      const result = parse(cells, row)
      if (result.ok) lines.push(result.line)
      else rejected.push({ row, cells, problems: result.problems })
    }
    if (batch.faults.length > 0) rejected.sort((one, other) => one.row - other.row)
    yield { lines, rejected, bytesRead: batch.bytesRead }
  }
}

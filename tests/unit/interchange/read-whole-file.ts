import type { ReadSettings, RowProblem } from '#shared/domain/import.ts'
import type { ImportMapping } from '#shared/domain/import-field.ts'
import { type OrderLineField, type OrderLineMapping, orderLineMapping } from '#shared/domain/order-line.ts'
import { proposeMapping } from '../../../src/main/interchange/header-proposal.ts'
import { type CsvFile, openCsvFile } from '../../../src/main/interchange/open-csv-file.ts'
import type { OrderLine } from '../../../src/main/interchange/order-line-row.ts'
import type { RejectedRow } from '../../../src/main/interchange/rejected-row.ts'
import { readOrderLines } from './read-order-lines.ts'

export const KNOWN_CURRENCIES = new Set(['CNY', 'EUR', 'USD', 'GBP', 'JPY', 'TWD'])

export interface WholeFile {
  file: CsvFile
  lines: OrderLine[]
  rejected: RejectedRow[]
  problems: RowProblem[]
}

export interface WholeFileOptions {
  settings?: ReadSettings
  /** Left out, the proposal is taken. */
  mapping?: OrderLineMapping
  defaultCurrency?: string
  unitFactors?: Partial<Record<OrderLineField, number>>
}

export function proposedMapping(file: CsvFile): OrderLineMapping {
  const mapping: ImportMapping = {}
  for (const { field, header } of proposeMapping(
    file.headers,
    file.headers.map(() => []),
  )) {
    if (field) mapping[field] = header
  }
  return orderLineMapping.parse(mapping)
}

/** The whole way from a path to order lines and rejected rows. */
export function readWholeFile(path: string, options: WholeFileOptions = {}): WholeFile {
  const settings = options.settings ?? {}
  const file = openCsvFile(path, settings)
  const lines: OrderLine[] = []
  const rejected: RejectedRow[] = []
  const batches = readOrderLines(file, {
    mapping: options.mapping ?? proposedMapping(file),
    settings,
    knownCurrencies: KNOWN_CURRENCIES,
    defaultCurrency: options.defaultCurrency ?? 'CNY',
    unitFactors: options.unitFactors ?? {},
  })
  for (const batch of batches) {
    lines.push(...batch.lines)
    rejected.push(...batch.rejected)
  }
  return { file, lines, rejected, problems: rejected.flatMap(({ problems }) => problems) }
}

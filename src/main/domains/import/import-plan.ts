import { MainstayError } from '#shared/contract/call-result.ts'
import type { ImportRequest } from '#shared/contract/import.ts'
import type { CurrencyCode } from '#shared/domain/money.ts'
import {
  missingOrderLineFields,
  ORDER_LINE_FIELDS,
  type OrderLineMapping,
  orderLineField,
  orderLineMapping,
} from '#shared/domain/order-line.ts'
import type { FilePort } from '../../application/ports.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { type ColumnVerdicts, decideColumns, NUMBER_FIELDS } from '../../interchange/column-verdicts.ts'
import type { CsvFile } from '../../interchange/open-csv-file.ts'
import { openRowFile } from '../../interchange/open-row-file.ts'
import { createOrderLineParser, type OrderLineParser } from '../../interchange/order-line-row.ts'
import { readingColumns } from '../../interchange/read-csv.ts'
import { readBudgetRates } from '../order/budget-rates.ts'
import type { OptionalColumn } from '../order/order-line-writer.ts'
import { withoutDetails } from './row-details.ts'
import { undecidedColumn } from './undecided-column.ts'

/** What an import is about to read, and how. */
export interface ImportPlan {
  request: Omit<ImportRequest, 'mapping'> & { mapping: OrderLineMapping }
  file: CsvFile
  fileName: string
  rates: ReadonlyMap<CurrencyCode, number>
  defaultCurrency: CurrencyCode
  /** Optional columns of a line that the mapping can fill. */
  columns: ReadonlySet<OptionalColumn>
}

/**
 * Settles what can be settled without reading the whole file. Errors: file-missing, file-empty, file-unreadable,
 * file-too-large, mapping-incomplete, mapping-unknown-column, invalid-input for a field that order lines have not.
 */
export async function planImport(
  { database, files }: { database: ReadDatabase; files: FilePort },
  request: ImportRequest,
): Promise<ImportPlan> {
  const mapping = orderLineMappingOf(request)
  const missing = missingOrderLineFields(mapping)
  if (missing.length > 0) {
    throw new MainstayError('mapping-incomplete', 'The mapping lacks required fields.', { missing })
  }
  const { path, name } = files.pathOf(request.fileToken)
  const opened = await openRowFile(path, request.settings, files.scratchFolder)
  const file = readingColumns(opened, new Set(Object.values(mapping)))
  for (const field of ORDER_LINE_FIELDS) {
    const header = mapping[field]
    if (header === undefined || file.headers.includes(header)) continue
    throw new MainstayError('mapping-unknown-column', `The file has no column “${header}”.`, {
      field,
      header,
    })
  }
  const { baseCurrency, rates } = readBudgetRates(database)
  return {
    request: { ...request, mapping },
    file,
    fileName: name,
    rates,
    defaultCurrency: request.currency ?? baseCurrency,
    columns: columnsOf(mapping),
  }
}

function orderLineMappingOf({ mapping }: ImportRequest): OrderLineMapping {
  const parsed = orderLineMapping.safeParse(mapping)
  if (parsed.success) return parsed.data
  const foreign = Object.keys(mapping).filter((field) => !orderLineField.safeParse(field).success)
  const message = `Order lines have no field ${foreign.join(', ')}; expected ${ORDER_LINE_FIELDS.join(', ')}.`
  throw new MainstayError('invalid-input', message, {
    fields: foreign.map((field) => ({ path: `mapping.${field}`, message })),
  })
}

function columnsOf(mapping: OrderLineMapping): ReadonlySet<OptionalColumn> {
  const columns = new Set<OptionalColumn>()
  if (mapping.productCode || mapping.productName || mapping.category) columns.add('product')
  for (const field of ['quantity', 'unitPrice', 'cost', 'discountPercent', 'channel'] as const) {
    if (mapping[field]) columns.add(field)
  }
  return columns
}

/**
 * The parser of the file's rows. It leaves out what `RowDetails` reads, except where a row does not stand without.
 * Reads the columns until date order and decimal sign are decided, at worst the whole file. Errors: column-undecided,
 * when a column reads both ways and the request does not say which.
 */
export function createPlannedParser({ request, file, rates, defaultCurrency }: ImportPlan): OrderLineParser {
  const { mapping, settings, unitFactors } = request
  const columnVerdicts = decideColumns(file, mapping, settings)
  refuseUndecided(mapping, columnVerdicts)
  const options = {
    headers: file.headers,
    settings,
    knownCurrencies: new Set(rates.keys()),
    defaultCurrency,
    columnVerdicts,
    unitFactors,
  }
  const parseBriefly = createOrderLineParser({ ...options, mapping: withoutDetails(mapping) })
  const parseFully = createOrderLineParser({ ...options, mapping })
  return (cells, row) => {
    const brief = parseBriefly(cells, row)
    return brief.ok ? brief : parseFully(cells, row)
  }
}

function refuseUndecided(mapping: OrderLineMapping, verdicts: ColumnVerdicts): void {
  if (verdicts.dateOrder === 'ambiguous') {
    throw undecidedColumn('orderedOn', mapping.orderedOn ?? '', 'dateOrder')
  }
  for (const field of NUMBER_FIELDS) {
    if (verdicts.decimalSigns[field] === 'ambiguous') {
      throw undecidedColumn(field, mapping[field] ?? '', 'decimalSign')
    }
  }
}

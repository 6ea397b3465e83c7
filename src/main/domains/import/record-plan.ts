import { MainstayError } from '#shared/contract/call-result.ts'
import type { ImportRequest } from '#shared/contract/import.ts'
import { missingRecordFields, requiredFields } from '#shared/domain/import-field.ts'
import type { RecordKind } from '#shared/domain/import-kind.ts'
import type { CurrencyCode } from '#shared/domain/money.ts'
import type { FilePort } from '../../application/ports.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { mappedFields } from '../../interchange/mapped-fields.ts'
import type { CsvFile } from '../../interchange/open-csv-file.ts'
import { openRowFile } from '../../interchange/open-row-file.ts'
import { readingColumns } from '../../interchange/read-csv.ts'
import { isDayField, isNumberField, type MappedField } from '../../interchange/record-field.ts'
import { createRecordParser, type RecordParser } from '../../interchange/record-row.ts'
import { decideRecordColumns } from '../../interchange/record-verdicts.ts'
import { readBudgetRates } from '../order/budget-rates.ts'
import { ownFieldsOf } from './own-fields.ts'
import { undecidedColumn } from './undecided-column.ts'

/** What an import of records is about to read, and how. */
export interface RecordPlan {
  kind: RecordKind
  request: ImportRequest
  file: CsvFile
  fileName: string
  rates: ReadonlyMap<CurrencyCode, number>
  /** For rows that name no currency. */
  defaultCurrency: CurrencyCode
  fields: readonly MappedField[]
}

/**
 * Settles what can be settled without reading the whole file. Errors: invalid-input for a field the kind has not,
 * mapping-incomplete, mapping-unknown-column, file-missing, file-empty, file-unreadable, file-too-large.
 */
export async function planRecords(
  { database, files }: { database: ReadDatabase; files: FilePort },
  kind: RecordKind,
  request: ImportRequest,
): Promise<RecordPlan> {
  const { mapping } = request
  const missing = missingRecordFields(kind, mapping)
  if (missing.length > 0) {
    throw new MainstayError('mapping-incomplete', 'The mapping lacks required fields.', { missing })
  }
  const { path, name: fileName } = files.pathOf(request.fileToken)
  const opened = await openRowFile(path, request.settings, files.scratchFolder)
  const file = readingColumns(opened, new Set(Object.values(mapping).flatMap((header) => header ?? [])))
  const fields = mappedFields(file, kind, mapping, ownFieldsOf(database, kind))
  const { baseCurrency, rates } = readBudgetRates(database)
  // A field that a script names by its name is remembered by its id.
  const named = Object.fromEntries(fields.map(({ field, column }) => [field, column.header]))
  return {
    kind,
    request: { ...request, mapping: named },
    file,
    fileName,
    rates,
    defaultCurrency: request.currency ?? baseCurrency,
    fields,
  }
}

/**
 * The parser of the file's rows. Reads the columns until date order and decimal sign are decided, at worst the whole file.
 * Errors: column-undecided, when a column reads both ways and the request does not say which.
 */
export function createPlannedRecordParser({
  kind,
  request,
  file,
  fields,
  defaultCurrency,
}: RecordPlan): RecordParser {
  const { settings, unitFactors } = request
  const verdicts = decideRecordColumns(file, fields, settings)
  for (const mapped of fields) {
    const { field, column } = mapped
    if (isDayField(mapped) && verdicts.dateOrder === 'ambiguous') {
      throw undecidedColumn(field, column.header, 'dateOrder')
    }
    if (isNumberField(mapped) && verdicts.decimalSigns.get(mapped.field) === 'ambiguous') {
      throw undecidedColumn(field, column.header, 'decimalSign')
    }
  }
  return createRecordParser({
    fields,
    required: requiredFields(kind),
    settings,
    verdicts,
    homeCurrency: defaultCurrency,
    unitFactors,
  })
}

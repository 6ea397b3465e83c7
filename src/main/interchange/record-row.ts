import type { ReadSettings, RowErrorCode, RowProblem } from '#shared/domain/import.ts'
import { type ImportField, isCustomField, type RecordField } from '#shared/domain/import-field.ts'
import { AMOUNT_SCALE, type CurrencyCode } from '#shared/domain/money.ts'
import {
  createCurrencyReader,
  createDateReader,
  createNumberReader,
  createTextReader,
  type MappedColumn,
  type NumberCell,
  type ReportProblem,
} from './cell-readers.ts'
import { isChoiceList, readChoice } from './choice-words.ts'
import { cleanText } from './clean-text.ts'
import { isMissingMark } from './missing-marks.ts'
import { narrowText } from './narrow-text.ts'
import { readCurrency } from './read-currency.ts'
import { type FieldValue, isScaledReading, type MappedField, type RecordValues } from './record-field.ts'
import type { RecordVerdicts } from './record-verdicts.ts'
import { createTextStore } from './text-store.ts'

export type RecordResult = { ok: true; values: RecordValues } | { ok: false; problems: RowProblem[] }
export type RecordParser = (cells: readonly string[], row: number) => RecordResult

export interface RecordParserOptions {
  fields: readonly MappedField[]
  /** Sets of fields of which a row has to fill one. */
  required: readonly (readonly RecordField[])[]
  settings: ReadSettings
  verdicts: RecordVerdicts
  /** What `¥`, `元` and `$` mean where a row leaves it open. */
  homeCurrency: CurrencyCode
  unitFactors?: Partial<Record<ImportField, number>>
}

const LONGEST_VALUE = 200
const REMEMBERED_TEXTS = 50_000
const HUNDRED_PERCENT = 1_000_000
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

type Read = (cells: readonly string[]) => FieldValue | null

/**
 * A function that turns one row of cells into the values of the mapped fields, or into everything that is wrong with it.
 * Empty cells leave their field out. A currency sign beside an amount fills `currency` where the row names none.
 * Made once per file; it keeps caches.
 */
export function createRecordParser(options: RecordParserOptions): RecordParser {
  const { fields, required, homeCurrency } = options
  let problems: RowProblem[] = []
  let row = 0
  let cellCount = 0
  const report: ReportProblem = (code, column, value) => {
    if (problems.some((problem) => problem.column === column.header)) return
    problems.push({ row, column: column.header, value: value.slice(0, LONGEST_VALUE), code })
  }
  const store = createTextStore(REMEMBERED_TEXTS)
  const amounts: { column: MappedColumn; cell: NumberCell }[] = []
  const readers = fields.map((mapped) => ({
    field: mapped.field,
    read: createReader(mapped, options, store, report, (cell) =>
      amounts.push({ column: mapped.column, cell }),
    ),
  }))
  const columnsOf = required.map((alternatives) => ({
    alternatives,
    columns: alternatives.flatMap((field) => fields.find((mapped) => mapped.field === field)?.column ?? []),
  }))

  const readSign = (values: RecordValues, cells: readonly string[]): void => {
    for (const { column, cell } of amounts) {
      if (cell.currencyText === null) continue
      const named = values.currency
      const sign = readCurrency(cell.currencyText, typeof named === 'string' ? named : homeCurrency)
      if (named !== undefined && sign !== named) report('invalid-currency', column, cells[column.index] ?? '')
      else if (sign !== null) values.currency = sign
    }
  }

  return (cells, rowNumber) => {
    if (problems.length > 0) problems = []
    row = rowNumber
    cellCount = cells.length
    const values: RecordValues = {}
    for (const { field, read } of readers) {
      const value = read(cells)
      if (value !== null) values[field] = value
    }
    readSign(values, cells)
    for (const { alternatives, columns } of columnsOf) {
      if (alternatives.some((field) => values[field] !== undefined)) continue
      const [column] = columns
      if (!column || columns.some(({ header }) => problems.some((problem) => problem.column === header)))
        continue
      report(missingCode(alternatives, column.index >= cellCount), column, '')
    }
    return problems.length > 0 ? { ok: false, problems } : { ok: true, values }
  }
}

function missingCode(alternatives: readonly RecordField[], isBeyondRow: boolean): RowErrorCode {
  if (isBeyondRow) return 'too-few-cells'
  return alternatives.includes('customerNumber') ? 'missing-customer' : 'missing-value'
}

function createReader(
  { field, reading, column, options: choices }: MappedField,
  { settings, verdicts, homeCurrency, unitFactors }: RecordParserOptions,
  store: (text: string) => string,
  report: ReportProblem,
  noteAmount: (cell: NumberCell) => void,
): Read {
  const number = (allowsPercent: boolean): NumberCell =>
    createNumberReader(
      column,
      {
        decimalSign: settings.decimalSign ?? verdicts.decimalSigns.get(field) ?? null,
        factor: isScaledReading(reading) ? (unitFactors?.[field] ?? 1) : 1,
        allowsPercent,
      },
      report,
    )
  if (isChoiceList(reading)) {
    return choiceReader(
      column,
      (text) => {
        const value = readChoice(reading, text)
        return reading === 'flag' && value !== null ? value === 'true' : value
      },
      reading === 'flag' ? 'invalid-flag' : 'invalid-choice',
      report,
    )
  }
  switch (reading) {
    case 'customer-number':
      return createTextReader(column, 'customer-id', store, report)
    case 'customer-name':
      return createTextReader(column, 'customer-name', store, report)
    case 'id':
      return createTextReader(column, 'id', store, report)
    case 'text':
      return createTextReader(column, 'name', store, report)
    case 'day':
      return createDateReader(
        column,
        settings.dateOrder ?? verdicts.dateOrder ?? 'ambiguous',
        verdicts.serials.get(field) ?? null,
        report,
      )
    case 'currency':
      return createCurrencyReader(column, homeCurrency, report)
    case 'option': {
      const known = new Map((choices ?? []).map((choice) => [choice.toLowerCase(), choice]))
      return choiceReader(column, (text) => known.get(text.toLowerCase()) ?? null, 'invalid-choice', report)
    }
    case 'amount':
    case 'decimal': {
      const cell = number(false)
      if (!isCustomField(field)) noteAmount(cell)
      return (cells) => {
        cell.read(cells)
        return cell.value
      }
    }
    case 'count':
      return countReader(number(false), column, report)
    case 'year':
      return choiceReader(column, readYear, 'invalid-year', report)
    case 'percent':
      return percentReader(number(true), column, verdicts.fractions.has(field), report)
  }
}

function choiceReader(
  column: MappedColumn,
  toValue: (text: string) => FieldValue | null,
  code: RowErrorCode,
  report: ReportProblem,
): Read {
  return (cells) => {
    const raw = cells[column.index]
    if (raw === undefined || raw === '') return null
    const text = cleanText(raw)
    const value = toValue(text)
    if (value !== null) return value
    // 无 and - say "no value", unless the list itself has such a word.
    if (text !== '' && !isMissingMark(text)) report(code, column, raw)
    return null
  }
}

/** 2024, FY2024 and 2024年. */
function readYear(text: string): number | null {
  const year = Number(/^(?:FY\s?)?(\d{4})(?:\s?年度?)?$/i.exec(narrowText(text))?.[1] ?? Number.NaN)
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : null
}

function countReader(cell: NumberCell, column: MappedColumn, report: ReportProblem): Read {
  return (cells) => {
    cell.read(cells)
    if (cell.value === null) return null
    const count = cell.value / AMOUNT_SCALE
    if (Number.isInteger(count) && cell.exact === null && count >= 0) return count
    report('invalid-number', column, cells[column.index] ?? '')
    return null
  }
}

/** Ten-thousandths of a percent, 0 to 1 000 000. */
function percentReader(
  cell: NumberCell,
  column: MappedColumn,
  isFraction: boolean,
  report: ReportProblem,
): Read {
  return (cells) => {
    cell.read(cells)
    if (cell.value === null) return null
    const percent = isFraction && !cell.isPercent ? cell.value * 100 : cell.value
    if (percent >= 0 && percent <= HUNDRED_PERCENT) return percent
    report('invalid-percent', column, cells[column.index] ?? '')
    return null
  }
}

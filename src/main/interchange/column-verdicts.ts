import type { ReadSettings } from '#shared/domain/import.ts'
import type { OrderLineField, OrderLineMapping } from '#shared/domain/order-line.ts'
import { createDateTally, type DateVerdict, serialsIn } from './decide-date-order.ts'
import { createDecimalTally, type DecimalVerdict, decideDecimalSigns } from './decide-decimal-sign.ts'
import { createFractionTally } from './decide-fraction.ts'
import type { CsvFile } from './open-csv-file.ts'
import type { SerialSystem } from './parse-date.ts'
import { readCsv } from './read-csv.ts'

export const NUMBER_FIELDS = ['quantity', 'unitPrice', 'amount', 'cost', 'discountPercent'] as const
export type NumberField = (typeof NUMBER_FIELDS)[number]

/** What only a whole column tells about how its cells are to be read. */
export interface ColumnVerdicts {
  /** Null where no date column is mapped or it holds no date. */
  dateOrder: DateVerdict | null
  /** How five-digit numbers among the dates count; null where they are no dates. */
  serials: SerialSystem | null
  /** Null where neither the column nor the file's other columns depend on the sign. */
  decimalSigns: Partial<Record<NumberField, DecimalVerdict | null>>
  /** Discounts are written as 0.15 for 15 %. */
  isDiscountFraction: boolean
}

/** A column without a single cell that tells anything is given up after so many rows. */
const ROWS_WITHOUT_EVIDENCE = 50_000

/**
 * Reads the mapped columns until each is decided, at worst the whole file. What `settings` names is taken as given.
 * A column whose own cells leave the decimal sign open follows the other columns of the file, if these agree.
 */
export function decideColumns(
  file: CsvFile,
  mapping: OrderLineMapping,
  settings: ReadSettings = {},
): ColumnVerdicts {
  const tally = createColumnTally(file, mapping, settings)
  for (const batch of readCsv(file)) {
    for (const cells of batch.rows) tally.add(cells)
    if (tally.isSettled()) break
  }
  return tally.verdicts()
}

/** Gathers the evidence row by row. */
function createColumnTally(
  { headers, workbook }: CsvFile,
  mapping: OrderLineMapping,
  settings: ReadSettings,
): { add: (cells: readonly string[]) => void; isSettled: () => boolean; verdicts: () => ColumnVerdicts } {
  const columnOf = (field: OrderLineField): number => headers.indexOf(mapping[field] ?? '')
  const dateColumn = mapping.orderedOn === undefined ? -1 : columnOf('orderedOn')
  const dates = createDateTally()
  const numbers = NUMBER_FIELDS.filter((field) => mapping[field] !== undefined).map((field) => ({
    field,
    column: columnOf(field),
    tally: createDecimalTally(),
  }))
  const discountColumn = mapping.discountPercent === undefined ? -1 : columnOf('discountPercent')
  const discounts = createFractionTally()
  let rowCount = 0
  return {
    add(cells) {
      rowCount += 1
      const date = cells[dateColumn]
      if (date) dates.add(date)
      for (const { column, tally } of numbers) {
        const cell = cells[column]
        if (cell) tally.add(cell)
      }
      const discount = cells[discountColumn]
      if (discount) discounts.add(discount)
    },
    isSettled() {
      const isOver = rowCount >= ROWS_WITHOUT_EVIDENCE
      const isDateSettled =
        dateColumn === -1 ||
        settings.dateOrder !== undefined ||
        dates.isSettled() ||
        (isOver && dates.verdict() === null)
      return (
        isDateSettled &&
        numbers.every(
          ({ tally }) =>
            settings.decimalSign !== undefined || tally.isSettled() || (isOver && tally.verdict() === null),
        )
      )
    },
    verdicts: () => ({
      dateOrder: settings.dateOrder ?? dates.verdict(),
      serials: serialsIn(dates, workbook),
      decimalSigns: Object.fromEntries(decideDecimalSigns(numbers, settings.decimalSign)),
      isDiscountFraction: discounts.isFraction(),
    }),
  }
}

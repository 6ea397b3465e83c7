import type { ReadSettings } from '#shared/domain/import.ts'
import { createDateTally, type DateVerdict, serialsIn } from './decide-date-order.ts'
import { createDecimalTally, type DecimalVerdict, decideDecimalSigns } from './decide-decimal-sign.ts'
import { createFractionTally } from './decide-fraction.ts'
import type { CsvFile } from './open-csv-file.ts'
import type { SerialSystem } from './parse-date.ts'
import { readCsv } from './read-csv.ts'
import { isDayField, isNumberField, type MappedField } from './record-field.ts'

/** What only whole columns tell about how the cells of a record file are to be read. */
export interface RecordVerdicts {
  /** One for all columns of days, since a file is written by one program; null where none holds a day. */
  dateOrder: DateVerdict | null
  /** By field, how five-digit numbers among its days count; without an entry they are no days. */
  serials: ReadonlyMap<string, SerialSystem>
  /** By field; null where no column depends on the sign. */
  decimalSigns: ReadonlyMap<string, DecimalVerdict | null>
  /** Percents that are written as 0.15 for 15 %. */
  fractions: ReadonlySet<string>
}

/** A column without a single cell that tells anything is given up after so many rows. */
const ROWS_WITHOUT_EVIDENCE = 50_000

/** Reads the mapped columns until each is decided, at worst the whole file. What `settings` names is taken as given. */
export function decideRecordColumns(
  file: CsvFile,
  fields: readonly MappedField[],
  settings: ReadSettings = {},
): RecordVerdicts {
  const order = createDateTally()
  const days = fields
    .filter(isDayField)
    .map(({ field, column }) => ({ field, column, tally: createDateTally() }))
  const numbers = fields.filter(isNumberField).map(({ field, reading, column }) => ({
    field,
    column,
    tally: createDecimalTally(),
    fractions: reading === 'percent' ? createFractionTally() : null,
  }))
  let rowCount = 0
  const isSettled = () => {
    const isOver = rowCount >= ROWS_WITHOUT_EVIDENCE
    return (
      (days.length === 0 ||
        settings.dateOrder !== undefined ||
        order.isSettled() ||
        (isOver && order.verdict() === null)) &&
      numbers.every(
        ({ tally }) =>
          settings.decimalSign !== undefined || tally.isSettled() || (isOver && tally.verdict() === null),
      )
    )
  }
  for (const batch of readCsv(file)) {
    for (const cells of batch.rows) {
      rowCount += 1
      for (const { column, tally } of days) {
        const cell = cells[column.index]
        if (!cell) continue
        order.add(cell)
        tally.add(cell)
      }
      for (const { column, tally, fractions } of numbers) {
        const cell = cells[column.index]
        if (!cell) continue
        tally.add(cell)
        fractions?.add(cell)
      }
    }
    if (isSettled()) break
  }
  return {
    dateOrder: settings.dateOrder ?? order.verdict(),
    serials: new Map(
      days.flatMap(({ field, tally }): [string, SerialSystem][] => {
        const serials = serialsIn(tally, file.workbook)
        return serials === null ? [] : [[field, serials]]
      }),
    ),
    decimalSigns: decideDecimalSigns(numbers, settings.decimalSign),
    fractions: new Set(
      numbers.filter(({ fractions }) => fractions?.isFraction()).map(({ field }) => field as string),
    ),
  }
}

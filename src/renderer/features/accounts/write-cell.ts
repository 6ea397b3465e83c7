import type { AccountRow } from '#shared/contract/account.ts'
import type { CustomField } from '#shared/contract/field.ts'
import { fieldIdOf, isFieldKey } from '#shared/domain/custom-field.ts'
import type { Id } from '#shared/domain/id.ts'
import type { Format } from '../../components/format.tsx'
import type { Magnitude } from '../../components/number-format.ts'
import { fieldUnit, writeFieldCell } from './field-cell.ts'
import type { ColumnKey } from './grid-view.ts'

const MONEY: readonly ColumnKey[] = ['netSales', 'grossSales', 'returns', 'priorNetSales']
const PERCENT: readonly ColumnKey[] = ['growthPercent', 'marginPercent', 'coveragePercent']

/** The unit that stands in the header, so that cells hold bare figures. */
export function columnUnit(
  key: ColumnKey,
  { magnitude, format, fieldOf }: Pick<CellWriting, 'magnitude' | 'format' | 'fieldOf'>,
): string {
  if (isFieldKey(key)) {
    const field = fieldOf(fieldIdOf(key))
    return field ? fieldUnit(field, format) : ''
  }
  if (MONEY.includes(key)) return magnitude.mark
  return PERCENT.includes(key) ? '%' : ''
}

export interface CellWriting {
  format: Format
  magnitude: Magnitude
  /** Words for values of closed lists. */
  names: Record<'valueClass' | 'pyramid' | 'rfmSegment', (row: AccountRow) => string | null>
  fieldOf: (fieldId: Id) => CustomField | undefined
}

/** A cell's text as the grid shows and copies it; null is unknown. */
export function writeCell(
  key: ColumnKey,
  row: AccountRow,
  { format, magnitude, names, fieldOf }: CellWriting,
): string | null {
  const known = <Value>(value: Value | null, write: (value: Value) => string) =>
    value === null ? null : write(value)
  if (isFieldKey(key)) {
    const field = fieldOf(fieldIdOf(key))
    return field ? writeFieldCell(field, row.fieldValues[field.id], format) : null
  }
  switch (key) {
    case 'name':
    case 'number':
    case 'accountManager':
    case 'city':
    case 'industry':
    case 'country':
    case 'abc':
      return row[key]
    case 'valueClass':
    case 'pyramid':
    case 'rfmSegment':
      return names[key](row)
    case 'scorePercent':
    case 'marginPercent':
      return known(row[key], (value) => format.decimal(value, 1))
    case 'coveragePercent':
      return format.number(row.coveragePercent)
    case 'growthPercent':
      return known(row.growthPercent, (value) => format.signed(value, 1))
    case 'netSales':
    case 'grossSales':
    case 'returns':
    case 'priorNetSales':
      return format.amountIn(row[key], magnitude)
    case 'orderCount':
      return format.number(row.orderCount)
    case 'recencyDays':
      return known(row.recencyDays, (value) => format.number(value))
    case 'rfm':
      return known(row.rfm, ({ recency, frequency, monetary }) => `${recency}${frequency}${monetary}`)
    case 'trend':
      return row.monthlySales.map((value) => format.amountIn(value, magnitude)).join(' ')
  }
}

import type { CustomField } from '#shared/contract/field.ts'
import type { CustomValue, FieldKind } from '#shared/domain/custom-field.ts'
import type { Format } from '../../components/format.tsx'
import type { GridColumn } from '../../components/grid/grid-column.ts'

type Shape = Pick<GridColumn<object>, 'width' | 'align' | 'isSortable'>

const SHAPES: Record<FieldKind, Shape> = {
  text: { width: 140, isSortable: true },
  number: { width: 88, align: 'end', isSortable: true },
  money: { width: 96, align: 'end', isSortable: true },
  date: { width: 108, isSortable: true },
  choice: { width: 112, isSortable: true },
}
const WIDEST_HEADER = 200
const HEADER_PADDING = 34
const FULL_WIDTH = 14
const HALF_WIDTH = 8

/** The column is as wide as its kind needs, and as its header, which the firm worded, up to a limit. */
export function fieldShape(kind: FieldKind, header: string): Shape {
  const text = [...header].reduce((sum, sign) => sum + (sign > '\u2e7f' ? FULL_WIDTH : HALF_WIDTH), 0)
  const shape = SHAPES[kind]
  return { ...shape, width: Math.max(shape.width, Math.min(WIDEST_HEADER, text + HEADER_PADDING)) }
}

const magnitudeOf = (field: CustomField, format: Format) => format.magnitudeOf(field.largestAmount ?? 0)

/** The unit that stands in the header of a field's column, so that its cells hold bare figures. */
export function fieldUnit(field: CustomField, format: Format): string {
  return field.kind === 'money' ? magnitudeOf(field, format).mark : (field.unit ?? '')
}

/** A field's value as its column writes it; money in another currency than the workspace's names it. */
export function writeFieldCell(
  field: CustomField,
  value: CustomValue | undefined,
  format: Format,
): string | null {
  if (value === undefined) return null
  if (typeof value === 'number') return format.number(value, DECIMALS)
  if (typeof value === 'string') return field.kind === 'date' ? format.day(value) : value
  const figure = format.amountIn(value.amount, magnitudeOf(field, format))
  return value.currency === format.currency ? figure : `${value.currency}\u00a0${figure}`
}

/** A field's value where no header tells its unit. */
export function writeFieldValue(
  { kind, unit }: Pick<CustomField, 'kind' | 'unit'>,
  value: CustomValue,
  format: Format,
): string {
  if (typeof value === 'object') return format.money(value.amount, value.currency)
  if (typeof value === 'string') return kind === 'date' ? format.day(value) : value
  const figure = format.number(value, DECIMALS)
  return unit === null ? figure : `${figure} ${unit}`
}

const DECIMALS = 4

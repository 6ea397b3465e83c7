import { MainstayError } from '#shared/contract/call-result.ts'
import { dateOrder, decimalSign } from '#shared/domain/import.ts'

const VALUES = { dateOrder: dateOrder.options, decimalSign: decimalSign.options }

/** The refusal of a column whose cells fit two readings equally well; the request has to say which. */
export function undecidedColumn(
  field: string,
  column: string,
  setting: 'dateOrder' | 'decimalSign',
): MainstayError {
  const values = VALUES[setting].join(' ')
  const message = `The cells of the column “${column}” fit two readings equally well; set ${setting} to one of: ${values}`
  return new MainstayError('column-undecided', message, { field, column, setting })
}

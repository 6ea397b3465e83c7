import type { FileInspection, ImportCheck } from '#shared/contract/import.ts'
import {
  DATE_ORDERS,
  type DateOrder,
  DECIMAL_SIGNS,
  type DecimalSign,
  type ReadSettings,
  type RowErrorCode,
  type RowProblem,
} from '#shared/domain/import.ts'
import type { CurrencyCode } from '#shared/domain/money.ts'
import { dateReadings } from './sample-readings.ts'

/** Who can repair it: another reading of the column, a rate, another column, or only the file itself. */
export type Remedy = 'date-order' | 'decimal-sign' | 'rate' | 'mapping' | 'encoding' | 'file'

/** What may repair it; of dates and numbers it depends on the values. */
const REMEDIES: Record<RowErrorCode, Remedy> = {
  'missing-customer': 'mapping',
  'missing-order-number': 'mapping',
  'missing-date': 'mapping',
  'missing-amount': 'mapping',
  'invalid-date': 'date-order',
  'ambiguous-date': 'date-order',
  'date-out-of-range': 'date-order',
  'invalid-number': 'decimal-sign',
  'number-out-of-range': 'mapping',
  'negative-number': 'mapping',
  'ambiguous-number': 'decimal-sign',
  'number-in-id': 'file',
  'invalid-currency': 'mapping',
  'unknown-rate': 'rate',
  'invalid-discount': 'mapping',
  'bad-bytes': 'encoding',
  'cell-too-long': 'file',
  'unclosed-quote': 'file',
  'too-many-cells': 'file',
  'too-few-cells': 'file',
  'missing-value': 'mapping',
  'invalid-choice': 'file',
  'invalid-flag': 'file',
  'invalid-percent': 'mapping',
  'invalid-year': 'mapping',
  'unknown-customer': 'mapping',
  'ambiguous-customer': 'mapping',
  'unknown-invoice': 'mapping',
  'payment-currency': 'mapping',
  'repeated-key': 'mapping',
  'stands-differently': 'file',
  'error-cell': 'file',
}

/** How far the user has to go for it: a choice here, a figure or another column, or work on the file. */
export type Effort = 'choice' | 'input' | 'file'

const EFFORTS: Record<Remedy, Effort> = {
  'date-order': 'choice',
  'decimal-sign': 'choice',
  rate: 'input',
  mapping: 'input',
  encoding: 'input',
  file: 'file',
}

const EFFORT_ORDER: readonly Effort[] = ['choice', 'input', 'file']

export interface ProblemGroup {
  /** Code and column. */
  key: string
  code: RowErrorCode
  column: string
  rowCount: number
  examples: readonly RowProblem[]
  remedy: Remedy
  effort: Effort
  /** Which texts say it: another reading has words of its own. */
  text: RowErrorCode | 'other-date-order' | 'other-decimal-sign'
}

/** 12,50 or 1.234,50, with a unit or currency around it. */
const NUMBER_BY_SOME_SIGN = /^\D*(?:\d+[.,]\d+|\d{1,3}(?:[.,\s]\d{3})+[.,]\d+)[^\d.,]*$/

/** Another reading is offered only where one of the examples could be read by it. */
function remedyOf({ code, examples }: Pick<ProblemGroup, 'code' | 'examples'>): Remedy {
  if (code === 'invalid-date' || code === 'date-out-of-range') {
    return examples.some(({ value }) => dateReadings(value).length > 0) ? 'date-order' : 'file'
  }
  if (code === 'invalid-number') {
    return examples.some(({ value }) => NUMBER_BY_SOME_SIGN.test(value)) ? 'decimal-sign' : 'file'
  }
  return REMEDIES[code]
}

function textOf(code: RowErrorCode, remedy: Remedy): ProblemGroup['text'] {
  if (code === 'invalid-date' && remedy === 'date-order') return 'other-date-order'
  return code === 'invalid-number' && remedy === 'decimal-sign' ? 'other-decimal-sign' : code
}

/** Problems by what repairs them: the quickest repair first, of equals the one for most rows. */
export function problemGroups(check: Pick<ImportCheck, 'problems'>): ProblemGroup[] {
  return check.problems
    .map((problem) => {
      const { code, column } = problem
      const remedy = remedyOf(problem)
      return {
        ...problem,
        key: `${code}\t${column}`,
        remedy,
        effort: EFFORTS[remedy],
        text: textOf(code, remedy),
      }
    })
    .sort(
      (one, other) =>
        EFFORT_ORDER.indexOf(one.effort) - EFFORT_ORDER.indexOf(other.effort) ||
        other.rowCount - one.rowCount,
    )
}

/** Values of a group's examples, each once, in the order of the file. */
export function exampleValues(group: Pick<ProblemGroup, 'examples'>, most: number): string[] {
  const values = new Set<string>()
  for (const { value } of group.examples) {
    if (value.trim() !== '') values.add(value.trim())
    if (values.size === most) break
  }
  return [...values]
}

/** Currencies of a group of unknown rates. */
export function currenciesWithoutRate(
  problems: readonly Pick<ProblemGroup, 'code' | 'examples'>[],
): CurrencyCode[] {
  const currencies = problems
    .filter(({ code }) => code === 'unknown-rate')
    .flatMap(({ examples }) => examples.map(({ value }) => value))
  return [...new Set(currencies)].filter((value) => /^[A-Z]{3}$/.test(value)).sort()
}

/** One reading of the whole column, to be compared by what it would write. */
export type Reading =
  | { setting: 'dateOrder'; value: DateOrder }
  | { setting: 'decimalSign'; value: DecimalSign }

/** The readings a group can be repaired by, the present one first; empty where no setting repairs it. */
export function readingsFor(
  group: Pick<ProblemGroup, 'remedy'>,
  inspection: Pick<FileInspection, 'dateOrder' | 'decimalSign'>,
  settings: ReadSettings,
): Reading[] {
  if (group.remedy === 'date-order') {
    const present = settings.dateOrder ?? inspection.dateOrder ?? 'ymd'
    return presentFirst(DATE_ORDERS, present).map((value) => ({ setting: 'dateOrder', value }))
  }
  if (group.remedy === 'decimal-sign') {
    const present = settings.decimalSign ?? inspection.decimalSign ?? '.'
    return presentFirst(DECIMAL_SIGNS, present).map((value) => ({ setting: 'decimalSign', value }))
  }
  return []
}

function presentFirst<Value extends string>(values: readonly Value[], present: string): Value[] {
  return [...values].sort((one, other) => Number(other === present) - Number(one === present))
}

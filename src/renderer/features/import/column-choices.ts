import type { FileInspection } from '#shared/contract/import.ts'
import type { ImportField, ImportMapping } from '#shared/domain/import-field.ts'

export type InspectedColumn = FileInspection['columns'][number]

/**
 * What the user decided, by header, so that it outlives a switch of encoding or delimiter.
 * Maps, since a header may be `__proto__`.
 */
export interface ColumnChoices {
  /** Null leaves the column out. */
  readonly fields: ReadonlyMap<string, ImportField | null>
  readonly unitFactors: ReadonlyMap<string, number>
}

export const NO_CHOICES: ColumnChoices = { fields: new Map(), unitFactors: new Map() }

export type ColumnBasis = 'automatic' | 'remembered' | 'guessed' | 'chosen' | 'left-out'

export interface MappedColumn {
  header: string
  type: InspectedColumn['type']
  sample: string
  distinctCount: number | null
  field: ImportField | null
  basis: ColumnBasis
  /** Every value is multiplied by it; 1 for columns that are not scaled. */
  unitFactor: number
  /** The header names a unit that nobody has confirmed yet. */
  isUnitOpen: boolean
}

/** Fields whose column may be written in thousands or 万. */
export const SCALED_FIELDS: readonly ImportField[] = [
  'quantity',
  'unitPrice',
  'amount',
  'cost',
  'listPrice',
  'value',
]
/** Fields whose reading depends on the decimal sign. */
export const NUMBER_FIELDS: readonly ImportField[] = [
  ...SCALED_FIELDS,
  'discountPercent',
  'probabilityPercent',
  'competitorSharePercent',
  'headcount',
]

const isScaled = (field: ImportField | null) => field !== null && SCALED_FIELDS.includes(field)

/** The file's proposal with the user's choices over it; each field at most once, a choice before a proposal. */
export function mapColumns(
  inspected: readonly InspectedColumn[],
  choices: ColumnChoices,
): readonly MappedColumn[] {
  const chosenBy = new Map<ImportField, string>()
  for (const { header } of inspected) {
    const field = choices.fields.get(header)
    if (field && !chosenBy.has(field)) chosenBy.set(field, header)
  }
  const taken = new Set(chosenBy.keys())

  return inspected.map((column) => {
    const { header, type, sample, distinctCount } = column
    const choice = choices.fields.get(header)
    let field: ImportField | null = null
    if (choice) field = chosenBy.get(choice) === header ? choice : null
    else if (choice === undefined && column.field && !taken.has(column.field)) {
      field = column.field
      taken.add(field)
    }
    const unit = choices.unitFactors.get(header)
    return {
      header,
      type,
      sample,
      distinctCount,
      field,
      basis: basisOf(column, field, choice !== undefined),
      unitFactor: isScaled(field) ? (unit ?? column.unitFactor ?? 1) : 1,
      isUnitOpen:
        isScaled(field) &&
        unit === undefined &&
        column.unitFactor !== null &&
        column.unitFactor !== 1 &&
        column.basis !== 'remembered',
    }
  })
}

function basisOf(column: InspectedColumn, field: ImportField | null, isChosen: boolean): ColumnBasis {
  if (field === null) return 'left-out'
  if (isChosen) return 'chosen'
  if (column.basis === 'remembered') return 'remembered'
  return column.basis === 'content' ? 'guessed' : 'automatic'
}

/** Maps a column; the column that had the field before is left out. */
export function chooseField(
  choices: ColumnChoices,
  columns: readonly MappedColumn[],
  header: string,
  field: ImportField | null,
): ColumnChoices {
  const fields = new Map(choices.fields)
  fields.set(header, field)
  if (field) {
    for (const column of columns) {
      if (column.header !== header && column.field === field) fields.set(column.header, null)
    }
  }
  return { ...choices, fields }
}

/** Says in which unit a column is written; 1 takes its numbers as they stand. */
export function chooseUnit(choices: ColumnChoices, header: string, unitFactor: number): ColumnChoices {
  return { ...choices, unitFactors: new Map(choices.unitFactors).set(header, unitFactor) }
}

/** Field → header, as the application wants it. */
export function mappingOf(columns: readonly MappedColumn[]): ImportMapping {
  const mapping: ImportMapping = {}
  for (const { field, header } of columns) if (field) mapping[field] = header
  return mapping
}

/** Field → factor, for the columns that are scaled. */
export function unitFactorsOf(columns: readonly MappedColumn[]): Partial<Record<ImportField, number>> {
  const factors: Partial<Record<ImportField, number>> = {}
  for (const { field, unitFactor } of columns) if (field && unitFactor !== 1) factors[field] = unitFactor
  return factors
}

import type { FileInspection, ImportRequest } from '#shared/contract/import.ts'
import type { Language } from '#shared/contract/workspace.ts'
import type { DateOrder, DecimalSign, ReadSettings } from '#shared/domain/import.ts'
import {
  type ImportField,
  type ImportMapping,
  isDayFieldOf,
  missingRecordFields,
} from '#shared/domain/import-field.ts'
import type { ImportKind } from '#shared/domain/import-kind.ts'
import { missingOrderLineFields, orderLineMapping } from '#shared/domain/order-line.ts'
import { type MappedColumn, mappingOf, NUMBER_FIELDS, unitFactorsOf } from './column-choices.ts'
import type { ImportSession } from './import-session.ts'

export const IMPORT_STEPS = ['file', 'mapping', 'problems', 'write'] as const
export type ImportStep = (typeof IMPORT_STEPS)[number]

/** The step that can be shown: none beyond the file without one, the last only once writing was asked for. */
export function reachableStep(wanted: ImportStep | undefined, session: ImportSession | null): ImportStep {
  if (!session) return 'file'
  if (session.commitJobId !== null) return wanted === 'file' ? 'file' : 'write'
  if (wanted === undefined || wanted === 'write') return 'mapping'
  return wanted
}

/** What the file itself leaves open and the user has not said: asked, never guessed. */
export interface OpenReadings {
  dateOrder: boolean
  decimalSign: boolean
}

/**
 * `undecided` names a setting that a check could not decide, as for a column that was mapped by hand
 * and so was not among those the inspection judged.
 */
export function openReadings(
  inspection: Pick<FileInspection, 'kind' | 'dateOrder' | 'decimalSign'>,
  columns: readonly MappedColumn[],
  settings: ReadSettings,
  undecided: 'dateOrder' | 'decimalSign' | null,
): OpenReadings {
  const maps = (fields: readonly ImportField[]) =>
    columns.some(({ field }) => field !== null && fields.includes(field))
  return {
    dateOrder:
      settings.dateOrder === undefined &&
      (undecided === 'dateOrder' ||
        (inspection.dateOrder === 'ambiguous' &&
          columns.some(({ field }) => field !== null && isDayFieldOf(inspection.kind, field)))),
    decimalSign:
      settings.decimalSign === undefined &&
      (undecided === 'decimalSign' || (inspection.decimalSign === 'ambiguous' && maps(NUMBER_FIELDS))),
  }
}

/** What stands between the mapping and a check, in the order to name it. */
export type Gap = (typeof GAP_FIELDS)[number] | 'dateOrder' | 'decimalSign'

/** Fields some kind cannot do without; of several that would do, the first stands for all. */
const GAP_FIELDS = [
  'customerNumber',
  'orderNumber',
  'orderedOn',
  'amount',
  'invoiceNumber',
  'issuedOn',
  'dueOn',
  'paidOn',
  'productCode',
  'number',
  'name',
  'category',
  'year',
] as const

const isGapField = (field: ImportField | undefined): field is (typeof GAP_FIELDS)[number] =>
  GAP_FIELDS.some((known) => known === field)

export function gapsOf(kind: ImportKind, columns: readonly MappedColumn[], open: OpenReadings): Gap[] {
  const missing = missingFields(kind, mappingOf(columns)).map(([field]) => field)
  return [
    ...missing.filter(isGapField),
    ...(open.dateOrder ? (['dateOrder'] as const) : []),
    ...(open.decimalSign ? (['decimalSign'] as const) : []),
  ]
}

const missingFields = (kind: ImportKind, mapping: ImportMapping) =>
  kind === 'order-lines'
    ? missingOrderLineFields(orderLineMapping.parse(mapping))
    : missingRecordFields(kind, mapping)

/** The request for a check or for writing. */
export function importRequestOf(
  kind: ImportKind,
  session: Pick<ImportSession, 'file' | 'settings' | 'currency'>,
  columns: readonly MappedColumn[],
  language: Language,
): ImportRequest {
  return {
    fileToken: session.file.token,
    kind,
    mapping: mappingOf(columns),
    settings: session.settings,
    unitFactors: unitFactorsOf(columns),
    ...(session.currency === null ? {} : { currency: session.currency }),
    language,
  }
}

/** The same request read another way. */
export function withSettings(
  request: ImportRequest,
  change: { dateOrder?: DateOrder; decimalSign?: DecimalSign },
): ImportRequest {
  return { ...request, settings: { ...request.settings, ...change } }
}

/**
 * Names what a check's answer depends on: the request less the language of its messages, and the state
 * of the workspace it was asked of.
 */
export function checkKey({ language: _language, ...request }: ImportRequest, revision: string): string {
  const { mapping, settings, unitFactors = {}, ...rest } = request
  const sorted = (record: object) => Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify([rest, sorted(mapping), sorted(settings), sorted(unitFactors), revision])
}

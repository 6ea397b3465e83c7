import {
  fieldsOfKind,
  type ImportField,
  type ImportMapping,
  type RecordField,
} from '#shared/domain/import-field.ts'
import { IMPORT_KINDS, type ImportKind, RECORD_KINDS } from '#shared/domain/import-kind.ts'
import type { OrderLineField } from '#shared/domain/order-line.ts'
import { HEADER_SYNONYMS, MISLEADING_HEADER } from './header-synonyms.ts'
import { type HeaderUnit, splitHeaderUnit } from './header-unit.ts'
import { parseDate } from './parse-date.ts'
import { knownCurrencyCode } from './read-currency.ts'
import { RECORD_SYNONYMS, TELLING_FIELDS } from './record-synonyms.ts'

export interface ProposedColumn {
  header: string
  field: ImportField | null
  basis: 'remembered' | 'header' | 'content' | null
  /** 0 to 1: 1 for a remembered or usual header, less for a likely one. */
  confidence: number
  unit: HeaderUnit | null
}

/** Fields whose column a header unit may scale. */
const SCALED_FIELDS: readonly ImportField[] = [
  'quantity',
  'unitPrice',
  'amount',
  'cost',
  'listPrice',
  'value',
]
/** Part of a header that a known word has to make up to count as likely. */
const LIKELY_SHARE = 0.6
/** Starts the headers that a file of rejected rows has of its own. */
export const REJECTED_FILE_PREFIX = 'mainstay:'

interface Match {
  column: number
  field: ImportField
  basis: 'remembered' | 'header' | 'content'
  confidence: number
  rank: number
}

/** `Invoice No.` and `invoice_no` are the same header; `#` and `n°` read as "no". */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('#', 'no')
    .replace(/[°º]/g, 'o')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

type KnownHeaders = Map<string, { field: OrderLineField | RecordField; rank: number }[]>

function knownHeadersOf(kind: ImportKind): KnownHeaders {
  const synonyms: Readonly<Partial<Record<string, readonly string[]>>> =
    kind === 'order-lines' ? HEADER_SYNONYMS : RECORD_SYNONYMS[kind]
  const headers: KnownHeaders = new Map()
  for (const field of fieldsOfKind(kind)) {
    // A script's own name of a field is a header like any other.
    ;[...(synonyms[field] ?? []), field].forEach((synonym, rank) => {
      const key = headerKey(synonym)
      const known = headers.get(key) ?? []
      if (!known.some((entry) => entry.field === field)) known.push({ field, rank })
      headers.set(key, known)
    })
  }
  return headers
}

const KNOWN: ReadonlyMap<ImportKind, KnownHeaders> = new Map(
  IMPORT_KINDS.map((kind) => [kind, knownHeadersOf(kind)]),
)

const entriesOf = (kind: ImportKind, header: string) =>
  KNOWN.get(kind)?.get(headerKey(header)) ?? KNOWN.get(kind)?.get(headerKey(splitHeaderUnit(header).name))

/** Whether a header is one of the usual ones for some field of some kind. */
export function isKnownHeader(header: string): boolean {
  return IMPORT_KINDS.some((kind) => entriesOf(kind, header) !== undefined)
}

/**
 * The kind of rows that the headers tell of: a record kind where two of the fields that tell it from the others are there,
 * and more of them than of any other; order lines everywhere else.
 */
export function proposeKind(headers: readonly string[]): ImportKind {
  const found = (kind: ImportKind) =>
    new Set(headers.flatMap((header) => (entriesOf(kind, header) ?? []).map(({ field }) => field as string)))
  const orderFields = found('order-lines')
  // An order number, or a quantity beside a price, is what no record has.
  if (orderFields.has('quantity') && (orderFields.has('orderedOn') || orderFields.has('unitPrice'))) {
    return 'order-lines'
  }
  let best: ImportKind = 'order-lines'
  let most = 0
  for (const kind of RECORD_KINDS) {
    const fields = found(kind)
    const telling = TELLING_FIELDS[kind].filter((field) => fields.has(field)).length
    const score = telling < 2 ? 0 : telling * 10 + fields.size
    if (score > most) {
      best = kind
      most = score
    }
  }
  return best
}

/**
 * Which field each column most likely is. `sampleColumns` holds some cells of each column, `remembered` an earlier
 * mapping (field → header). Each field is proposed at most once.
 */
export function proposeMapping(
  headers: readonly string[],
  sampleColumns: readonly (readonly string[])[],
  remembered: ImportMapping = {},
  kind: ImportKind = 'order-lines',
  ownFields: readonly { field: ImportField; name: string }[] = [],
): ProposedColumn[] {
  const chosen = new Map<number, Match>()
  const taken = new Set<ImportField>()
  const take = (matches: Match[]): void => {
    matches.sort(
      (one, other) => other.confidence - one.confidence || one.rank - other.rank || one.column - other.column,
    )
    for (const match of matches) {
      if (chosen.has(match.column) || taken.has(match.field)) continue
      chosen.set(match.column, match)
      taken.add(match.field)
    }
  }
  take(rememberedMatches(headers, remembered))
  take(
    ownFields.flatMap(({ field, name }, rank) => {
      const column = headers.findIndex((header) => headerKey(header) === headerKey(name))
      return column === -1 ? [] : [{ column, field, basis: 'header' as const, confidence: 1, rank }]
    }),
  )
  take(headers.flatMap((header, column) => headerMatches(header, column, kind)))
  take(contentMatches(headers, sampleColumns, chosen, kind))
  return headers.map((header, column) => {
    const match = chosen.get(column)
    const unit = match && SCALED_FIELDS.includes(match.field) ? splitHeaderUnit(header).unit : null
    return {
      header,
      field: match?.field ?? null,
      basis: match?.basis ?? null,
      confidence: match?.confidence ?? 0,
      unit,
    }
  })
}

function rememberedMatches(headers: readonly string[], remembered: ImportMapping): Match[] {
  return Object.entries(remembered).flatMap(([field, wanted], rank) => {
    const column = headers.indexOf(wanted ?? '')
    return column === -1 || wanted === undefined
      ? []
      : [{ column, field: field as ImportField, basis: 'remembered' as const, confidence: 1, rank }]
  })
}

function headerMatches(header: string, column: number, kind: ImportKind): Match[] {
  if (header.startsWith(REJECTED_FILE_PREFIX)) return []
  const { name } = splitHeaderUnit(header)
  const whole = entriesOf(kind, header)
  if (whole) {
    return whole.map(({ field, rank }) => ({ column, field, basis: 'header', confidence: 1, rank }))
  }
  const key = headerKey(name)
  // What misleads in an order file is what a list of customers is made of.
  if (kind !== 'parties' && MISLEADING_HEADER.test(key)) return []
  const matches: Match[] = []
  for (const [known, entries] of KNOWN.get(kind) ?? []) {
    if (known.length < 2 || known.length < key.length * LIKELY_SHARE || !key.includes(known)) continue
    // An id of something else than customer, order or product is not that thing's name.
    if (/^[a-z]+(id|no|number|code)$/.test(key) && !/(id|no|number|code)$/.test(known)) continue
    for (const { field, rank } of entries) {
      matches.push({
        column,
        field,
        basis: 'header',
        confidence: 0.5 + (0.4 * known.length) / key.length,
        rank,
      })
    }
  }
  return matches
}

/** A lone column of dates is the order date, a lone column of currency codes the currency. */
function contentMatches(
  headers: readonly string[],
  sampleColumns: readonly (readonly string[])[],
  chosen: ReadonlyMap<number, Match>,
  kind: ImportKind,
): Match[] {
  const free = headers.map((_, column) => column).filter((column) => !chosen.has(column))
  const isFree = (column: number): boolean => !MISLEADING_HEADER.test(headerKey(headers[column] ?? ''))
  const whereAll = (test: (cell: string) => boolean): number[] =>
    free.filter((column) => {
      const filled = (sampleColumns[column] ?? []).filter((cell) => cell.trim() !== '')
      return isFree(column) && filled.length >= 3 && filled.every(test)
    })
  const dates = whereAll((cell) => cell.length >= 8 && parseDate(cell, 'ambiguous').ok)
  const currencies = whereAll((cell) => /^[A-Za-z]{3}$/.test(cell.trim()) && knownCurrencyCode(cell) !== null)
  const matches: Match[] = []
  const likely = { basis: 'content' as const, confidence: 0.5, rank: 0 }
  if (kind === 'order-lines' && dates.length === 1) {
    matches.push({ column: dates[0] ?? 0, field: 'orderedOn', ...likely })
  }
  const hasCurrency = fieldsOfKind(kind).includes('currency')
  if (hasCurrency && currencies.length === 1)
    matches.push({ column: currencies[0] ?? 0, field: 'currency', ...likely })
  return matches
}

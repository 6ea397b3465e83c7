import { ORDER_LINE_FIELDS, type OrderLineField, type OrderLineMapping } from '#shared/domain/order-line.ts'
import { HEADER_SYNONYMS, MISLEADING_HEADER } from './header-synonyms.ts'
import { type HeaderUnit, splitHeaderUnit } from './header-unit.ts'
import { parseDate } from './parse-date.ts'
import { knownCurrencyCode } from './read-currency.ts'

export interface ProposedColumn {
  header: string
  field: OrderLineField | null
  basis: 'remembered' | 'header' | 'content' | null
  /** 0 to 1: 1 for a remembered or usual header, less for a likely one. */
  confidence: number
  unit: HeaderUnit | null
}

/** Fields whose column a header unit may scale. */
const SCALED_FIELDS: readonly OrderLineField[] = ['quantity', 'unitPrice', 'amount', 'cost']
/** Part of a header that a known word has to make up to count as likely. */
const LIKELY_SHARE = 0.6
/** Starts the headers that a file of rejected rows has of its own. */
export const REJECTED_FILE_PREFIX = 'mainstay:'

interface Match {
  column: number
  field: OrderLineField
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

const KNOWN = new Map<string, { field: OrderLineField; rank: number }[]>()
for (const field of ORDER_LINE_FIELDS) {
  HEADER_SYNONYMS[field].forEach((synonym, rank) => {
    const key = headerKey(synonym)
    const known = KNOWN.get(key) ?? []
    if (!known.some((entry) => entry.field === field)) known.push({ field, rank })
    KNOWN.set(key, known)
  })
}

/** Whether a header is one of the usual ones for some field. */
export function isKnownHeader(header: string): boolean {
  return KNOWN.has(headerKey(header)) || KNOWN.has(headerKey(splitHeaderUnit(header).name))
}

/**
 * Which field each column most likely is. `sampleColumns` holds some cells of each column, `remembered` an earlier
 * mapping (field → header). Each field is proposed at most once.
 */
export function proposeMapping(
  headers: readonly string[],
  sampleColumns: readonly (readonly string[])[],
  remembered: OrderLineMapping = {},
): ProposedColumn[] {
  const chosen = new Map<number, Match>()
  const taken = new Set<OrderLineField>()
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
  take(headers.flatMap((header, column) => headerMatches(header, column)))
  take(contentMatches(headers, sampleColumns, chosen))
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

function rememberedMatches(headers: readonly string[], remembered: OrderLineMapping): Match[] {
  return ORDER_LINE_FIELDS.flatMap((field, rank) => {
    const wanted = remembered[field]
    if (wanted === undefined) return []
    const column = headers.indexOf(wanted)
    return column === -1 ? [] : [{ column, field, basis: 'remembered' as const, confidence: 1, rank }]
  })
}

function headerMatches(header: string, column: number): Match[] {
  if (header.startsWith(REJECTED_FILE_PREFIX)) return []
  const { name } = splitHeaderUnit(header)
  const whole = KNOWN.get(headerKey(header)) ?? KNOWN.get(headerKey(name))
  if (whole) {
    return whole.map(({ field, rank }) => ({ column, field, basis: 'header', confidence: 1, rank }))
  }
  const key = headerKey(name)
  if (MISLEADING_HEADER.test(key)) return []
  const matches: Match[] = []
  for (const [known, entries] of KNOWN) {
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
  if (dates.length === 1) matches.push({ column: dates[0] ?? 0, field: 'orderedOn', ...likely })
  if (currencies.length === 1) matches.push({ column: currencies[0] ?? 0, field: 'currency', ...likely })
  return matches
}

import { z } from 'zod'
import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts'
import type { ComplexityRow, ComplexitySortField } from '#shared/contract/segment.ts'
import type { Id } from '#shared/domain/id.ts'
import { complexityCount, complexityFactor } from '#shared/domain/relationship-complexity.ts'
import { classOrNone } from '#shared/domain/value-class.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { median } from '../../scoring/quantile.ts'
import { relationshipComplexity } from '../../scoring/relationship-complexity.ts'
import { requireCompanyKey } from '../party/party-repository.ts'
import { DEFAULT_WINDOW_MONTHS } from '../standing/classify-at.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { orderOfAccounts } from '../standing/order-of-accounts.ts'
import { whileUnchanged } from '../standing/while-unchanged.ts'
import { windowsOf } from '../standing/window-pair.ts'
import { readTradedCells, type TradedCells } from './traded-cells.ts'

const corrections = z.partialRecord(
  complexityFactor,
  z.object({ count: complexityCount, note: z.string(), author: z.string(), on: z.string().nullable() }),
)
export type Corrections = z.infer<typeof corrections>

const NO_CELLS: TradedCells = { categories: null, channels: null, served: null }
/** Corrections by party; what does not parse is left out. */
function readCorrections(database: ReadDatabase): Map<Id, Corrections> {
  const rows = database.all(
    tables
      .selectFrom('relationship_complexity')
      .select(['party_id', 'counts'])
      .where('is_deleted', '=', 0)
      .where('party_id', 'is not', null),
  )
  return new Map(
    rows.flatMap(({ party_id, counts }) => (party_id ? [[blobToId(party_id), parsed(counts)]] : [])),
  )
}

function parsed(counts: string | null): Corrections {
  const read = corrections.safeParse(JSON.parse(counts ?? '{}') ?? {})
  return read.success ? read.data : {}
}

export function findCorrections(database: ReadDatabase, partyId: Id): Corrections {
  const row = database.get(
    tables
      .selectFrom('relationship_complexity')
      .select('counts')
      .where('party_id', '=', idToBlob(partyId))
      .where('is_deleted', '=', 0),
  )
  return parsed(row?.counts ?? null)
}

interface Company {
  id: Buffer
  name: string
  valueClass: string | null
  net: number | null
  segment: string | null
  industry: string | null
}

const COMPANY = `SELECT party.key, party.id, party.name, standing.value_class AS valueClass, standing.net,
    party.segment, party.industry
  FROM party LEFT JOIN account_standing AS standing ON standing.account_key = party.key
  WHERE party.kind = 'company' AND party.is_deleted = 0 AND party.merged_into IS NULL`

function complexityRow(company: Company, cells: TradedCells, corrected: Corrections): ComplexityRow {
  const factor = (counted: number | null, name: keyof Corrections) => {
    const correction = corrected[name] ?? null
    return { counted, corrected: correction, count: Math.max(1, correction?.count ?? counted ?? 1) }
  }
  const hasSegment = Boolean(company.segment?.trim() || company.industry?.trim())
  const factors = {
    segments: factor(hasSegment ? 1 : null, 'segments'),
    products: factor(cells.categories, 'products'),
    channels: factor(cells.channels, 'channels'),
    // Group members are not on record yet: one company until somebody says how many there are.
    enterprises: factor(null, 'enterprises'),
  }
  const served = corrected.served?.count ?? cells.served
  const { segments, products, channels, enterprises } = factors
  const result = relationshipComplexity(
    {
      segments: segments.count,
      products: products.count,
      channels: channels.count,
      enterprises: enterprises.count,
    },
    served,
  )
  return {
    id: blobToId(company.id),
    name: company.name,
    valueClass: classOrNone.parse(company.valueClass),
    netSales: company.net ?? 0,
    factors,
    cells: result.cells,
    log2: result.log2,
    served: { counted: cells.served, corrected: corrected.served ?? null, count: served },
    coveragePercent: result.coverage === null ? null : result.coverage * 100,
  }
}

/** One account's complexity. Errors: not-found. */
export function accountComplexity(database: ReadDatabase, id: Id): ComplexityRow {
  const key = requireCompanyKey(database, id)
  const asOf = effectiveAsOf(database)
  const company = database.sqlite.prepare<[number], Company>(`${COMPANY} AND party.key = ?`).get(key) ?? {
    id: idToBlob(id),
    name: '',
    valueClass: null,
    net: null,
    segment: null,
    industry: null,
  }
  const cells =
    asOf === null
      ? NO_CELLS
      : (readTradedCells(database, windowsOf(asOf, DEFAULT_WINDOW_MONTHS).window, key).get(key) ?? NO_CELLS)
  return complexityRow(company, cells, findCorrections(database, id))
}

const remember = whileUnchanged<ComplexityRow[]>(4)

/** A page of the accounts that traded in the window, and what is usual among all of them. */
export function listComplexity(
  database: ReadDatabase,
  { sort, offset, limit }: ParsedInputOf<'segment.listComplexity'>,
): OutputOf<'segment.listComplexity'> {
  const asOf = effectiveAsOf(database)
  if (asOf === null) return { ...NOTHING, asOf, from: null }
  const { window } = windowsOf(asOf, DEFAULT_WINDOW_MONTHS)
  const all = remember(database, asOf, () => {
    const cells = readTradedCells(database, window)
    const corrected = readCorrections(database)
    return database.sqlite
      .prepare<[string], Company & { key: number }>(
        `${COMPANY} AND party.key IN (SELECT value FROM json_each(?)) ORDER BY standing.net DESC, party.key`,
      )
      .all(JSON.stringify([...cells.keys()]))
      .map((company) =>
        complexityRow(company, cells.get(company.key) ?? NO_CELLS, corrected.get(blobToId(company.id)) ?? {}),
      )
  })
  const covered = all.flatMap(({ coveragePercent }) => coveragePercent ?? [])
  const medianCells = median(all.map((row) => row.cells))
  const medianCoveragePercent = median(covered)
  const largest = all.reduce<ComplexityRow | null>(
    (most, row) => (most === null || row.cells > most.cells ? row : most),
    null,
  )
  const { field, descending } = sort
  const order = orderOfAccounts<ComplexityRow>(
    field === 'name' ? null : (row) => figureOf(row, field),
    descending,
  )
  return {
    asOf,
    from: window.from,
    rows: [...all].sort(order).slice(offset, offset + limit),
    total: all.length,
    medianCells,
    medianCoveragePercent,
    largest: largest && { id: largest.id, name: largest.name, cells: largest.cells },
    thinCount: all.filter(
      ({ cells, coveragePercent }) =>
        cells >= (medianCells ?? 0) &&
        coveragePercent !== null &&
        coveragePercent < (medianCoveragePercent ?? 0),
    ).length,
  }
}

const NOTHING = {
  rows: [],
  total: 0,
  medianCells: null,
  medianCoveragePercent: null,
  largest: null,
  thinCount: 0,
}

function figureOf(row: ComplexityRow, field: Exclude<ComplexitySortField, 'name'>): number | null {
  switch (field) {
    case 'netSales':
    case 'cells':
    case 'coveragePercent':
      return row[field]
    default:
      return row.factors[field].count
  }
}

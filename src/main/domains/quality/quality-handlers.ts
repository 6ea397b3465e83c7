import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts'
import type { QualityRow, QualitySortField } from '#shared/contract/quality.ts'
import { WEAK_QUALITY_SCORE } from '#shared/domain/sales-quality.ts'
import type { EngineHandlers } from '../../application/ports.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { measureSalesQuality, qualityWindow } from '../order/sales-quality.ts'
import { requireCompanyKey } from '../party/party-repository.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { orderOfAccounts } from '../standing/order-of-accounts.ts'
import { portfolioParts, type QualityAccount, readQualityRows, withoutKey } from './quality-rows.ts'
import { readSignLines } from './sign-lines.ts'

/** As many points as a scatter can show apart. */
const MOST_POINTS = 400

const isWeak = ({ scorePercent }: QualityRow) => scorePercent !== null && scorePercent < WEAK_QUALITY_SCORE

function weighted(rows: readonly QualityRow[], value: (row: QualityRow) => number | null): number | null {
  let weight = 0
  let sum = 0
  for (const row of rows) {
    const figure = value(row)
    if (figure === null || row.grossSales <= 0) continue
    weight += row.grossSales
    sum += figure * row.grossSales
  }
  return weight > 0 ? sum / weight : null
}

function portfolio(database: ReadDatabase): OutputOf<'quality.portfolio'> {
  const asOf = effectiveAsOf(database)
  if (asOf === null) return null
  const rows = readQualityRows(database, asOf)
  const weak = rows.filter(isWeak)
  const net = (accounts: readonly QualityRow[]) => accounts.reduce((sum, { netSales }) => sum + netSales, 0)
  const all = net(rows)
  const signed = rows.filter(({ signCount }) => signCount > 0)
  return {
    asOf,
    from: qualityWindow(asOf).from,
    accountCount: rows.length,
    scoredCount: rows.filter(({ scorePercent }) => scorePercent !== null).length,
    scorePercent: weighted(rows, ({ scorePercent }) => scorePercent),
    parts: portfolioParts(rows),
    listPercent: weighted(rows, ({ listPercent }) => listPercent),
    weak: {
      count: weak.length,
      netSales: net(weak),
      sharePercent: all > 0 ? (net(weak) / all) * 100 : null,
    },
    signs: {
      accountCount: signed.length,
      lineCount: signed.reduce((sum, { signCount }) => sum + signCount, 0),
    },
    points: rows
      .flatMap(({ id, name, valueClass, netSales, scorePercent, signCount }) =>
        scorePercent === null ? [] : [{ id, name, valueClass, netSales, scorePercent, signCount }],
      )
      .slice(0, MOST_POINTS),
  }
}

const KINDS: Record<ParsedInputOf<'quality.list'>['kind'], (row: QualityRow) => boolean> = {
  all: () => true,
  weak: isWeak,
  signs: ({ signCount }) => signCount > 0,
}

function figureOf(row: QualityRow, field: Exclude<QualitySortField, 'name'>): number | null {
  switch (field) {
    case 'netSales':
    case 'scorePercent':
    case 'signCount':
      return row[field]
    default:
      return row.parts[field].value
  }
}

function list(
  database: ReadDatabase,
  { kind, sort, offset, limit }: ParsedInputOf<'quality.list'>,
): OutputOf<'quality.list'> {
  const asOf = effectiveAsOf(database)
  if (asOf === null) return { rows: [], total: 0 }
  const { field, descending } = sort
  const order = orderOfAccounts<QualityAccount>(
    field === 'name' ? null : (row) => figureOf(row, field),
    descending,
  )
  const rows = readQualityRows(database, asOf).filter(KINDS[kind]).sort(order)
  return { rows: rows.slice(offset, offset + limit).map(withoutKey), total: rows.length }
}

function account(
  database: ReadDatabase,
  { id }: ParsedInputOf<'quality.account'>,
): OutputOf<'quality.account'> {
  const accountKey = requireCompanyKey(database, id)
  const asOf = effectiveAsOf(database)
  if (asOf === null) return { from: null, to: null, row: null, signs: [] }
  const row = readQualityRows(database, asOf).find((one) => one.accountKey === accountKey)
  const signs = measureSalesQuality(database, asOf).get(accountKey)?.signs ?? []
  return { ...qualityWindow(asOf), row: row ? withoutKey(row) : null, signs: readSignLines(database, signs) }
}

export const qualityHandlers = {
  'quality.portfolio': ({ database }) => portfolio(database),
  'quality.list': ({ database }, input) => list(database, input),
  'quality.account': ({ database }, input) => account(database, input),
} satisfies EngineHandlers<'quality'>

import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts'
import type { CreditListRow } from '#shared/contract/credit.ts'
import type { Day } from '#shared/domain/calendar.ts'
import { CREDIT_GRADES } from '#shared/domain/credit.ts'
import { lastFullQuarter } from '#shared/domain/quarter.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { type FinishedRating, listFinishedRatings } from '../standing/credit-grades.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { readNamedAccounts } from '../standing/named-accounts.ts'
import { visitSettledInvoices } from '../standing/settled-invoices.ts'
import { whileUnchanged } from '../standing/while-unchanged.ts'

type CreditPage = OutputOf<'credit.list'>

const rememberRows = whileUnchanged<CreditListRow[]>()

/** Every trading or rated account with its rating in force, filtered and sorted. */
export function listCredit(database: ReadDatabase, input: ParsedInputOf<'credit.list'>): CreditPage {
  const asOf = effectiveAsOf(database)
  if (asOf === null) return EMPTY
  const rows = rememberRows(database, asOf, () => creditRows(database, asOf))
  const { grades, isDue, sort, offset, limit } = input
  const wanted = rows.filter(
    (row) =>
      (!grades || (row.grade !== null && grades.includes(row.grade))) &&
      (isDue === undefined || row.isDue === isDue),
  )
  if (sort) {
    const direction = sort.descending ? -1 : 1
    wanted.sort((a, b) => compare(a, b, sort.field, direction) || (a.name < b.name ? -1 : 1))
  }
  return {
    asOf,
    quarter: lastFullQuarter(asOf),
    rows: wanted.slice(offset, offset + limit),
    total: wanted.length,
    all: rows.length,
    dueCount: rows.filter((row) => row.isDue).length,
    overLimitCount: rows.filter(({ overLimit }) => overLimit !== null && overLimit > 0).length,
    grades: CREDIT_GRADES.map((grade) => {
      const of = rows.filter((row) => row.grade === grade)
      return { grade, count: of.length, open: of.reduce((sum, { open }) => sum + open, 0) }
    }),
    unratedCount: rows.filter(({ grade }) => grade === null).length,
  }
}

const EMPTY: CreditPage = {
  asOf: null,
  quarter: null,
  rows: [],
  total: 0,
  all: 0,
  dueCount: 0,
  overLimitCount: 0,
  grades: CREDIT_GRADES.map((grade) => ({ grade, count: 0, open: 0 })),
  unratedCount: 0,
}

/** Unknown figures come last in either direction. */
function compare(
  a: CreditListRow,
  b: CreditListRow,
  field: NonNullable<ParsedInputOf<'credit.list'>['sort']>['field'],
  direction: number,
): number {
  const x = sortKey(a, field)
  const y = sortKey(b, field)
  if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
  return x === y ? 0 : x < y ? -direction : direction
}

function sortKey(row: CreditListRow, field: Parameters<typeof compare>[2]): string | number | null {
  if (field === 'grade') return row.grade && CREDIT_GRADES.indexOf(row.grade)
  return row[field]
}

function creditRows(database: ReadDatabase, asOf: Day): CreditListRow[] {
  const ratings = new Map<number, { current: FinishedRating; before: FinishedRating | null }>()
  for (const rating of listFinishedRatings(database, 'all')) {
    if (rating.decision.asOf > asOf) continue
    const earlier = ratings.get(rating.accountKey)?.current ?? null
    ratings.set(rating.accountKey, { current: rating, before: earlier })
  }
  const open = new Map<number, number>()
  visitSettledInvoices(database, { asOf, accountKeys: 'all' }, ({ accountKey, settlement }) =>
    open.set(accountKey, (open.get(accountKey) ?? 0) + settlement.open),
  )
  const quarter = lastFullQuarter(asOf)
  const rows: CreditListRow[] = []
  for (const [accountKey, account] of readNamedAccounts(database)) {
    const rated = ratings.get(accountKey)
    if (!rated && account.orderCount === 0 && !open.has(accountKey)) continue
    const decision = rated?.current.decision
    const owed = open.get(accountKey) ?? 0
    const limit = decision?.limit ?? null
    rows.push({
      accountId: account.accountId,
      number: account.number,
      name: account.name,
      accountManager: account.accountManager,
      valueClass: account.valueClass,
      grade: decision?.grade ?? null,
      points: decision?.points ?? null,
      quarter: rated?.current.quarter ?? null,
      previousGrade: rated?.before?.decision.grade ?? null,
      limit,
      termsDays: decision?.termsDays ?? null,
      open: owed,
      overLimit: limit === null ? null : Math.max(0, owed - limit),
      isDue: !rated || rated.current.quarter < quarter,
    })
  }
  return rows
}

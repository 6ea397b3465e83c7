import { MainstayError } from '#shared/contract/call-result.ts'
import type { CreditSheet, CreditSheetResult, CreditSheetRow, RatedQuarter } from '#shared/contract/credit.ts'
import { type Day, rollingWindow } from '#shared/domain/calendar.ts'
import type { CreditIndicatorKey, CreditTemplate } from '#shared/domain/credit.ts'
import type { Id } from '#shared/domain/id.ts'
import {
  addQuarters,
  firstDayOfQuarter,
  lastDayOfQuarter,
  lastFullQuarter,
  type Quarter,
  quarterOf,
  quartersBetween,
} from '#shared/domain/quarter.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { type CreditResult, rateCredit } from '../../scoring/credit-rating.ts'
import { paymentRates } from '../../scoring/payment-rates.ts'
import { requireCompanyKey } from '../party/party-repository.ts'
import { readSalesFactsOf } from '../standing/account-facts-repository.ts'
import { rowToLegalState } from '../standing/credit-grades.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { readPaymentSums } from '../standing/payment-facts.ts'
import { windowsOf } from '../standing/window-pair.ts'
import {
  listSheets,
  NO_ENTRIES,
  readTemplate,
  type SheetEntries,
  type SheetRow,
} from './credit-repository.ts'

const MONTHS = 12
/** Sheets this far back can still be opened. */
const QUARTERS_BACK = 11

/** A sheet with what a command needs besides. */
export interface OpenedSheet {
  accountKey: number
  template: CreditTemplate
  entries: SheetEntries
  sheet: CreditSheet
}

/**
 * The sheet of an account and quarter as it stands. Errors: not-found; no-data before any as-of date;
 * invalid-input for a quarter that has not begun.
 */
export function openSheet(database: ReadDatabase, accountId: Id, wanted?: Quarter): OpenedSheet {
  const accountKey = requireCompanyKey(database, accountId)
  const today = effectiveAsOf(database)
  if (today === null) throw new MainstayError('no-data', 'A sheet needs an as-of date.')
  const newest = lastFullQuarter(today)
  const quarter = wanted ?? newest
  if (firstDayOfQuarter(quarter) > today) {
    throw new MainstayError('invalid-input', `${quarter} has not begun.`, {
      fields: [{ path: 'quarter', message: `${quarter} has not begun` }],
    })
  }
  const end = lastDayOfQuarter(quarter)
  const asOf = end < today ? end : today
  const sheets = listSheets(database, accountId)
  const own = sheets.find((row) => row.quarter === quarter)
  const before = sheets.filter((row) => row.quarter < quarter)
  const entries = own && hasEntries(own) ? own.entries : carriedOver(before.find(hasEntries))
  const previous = previousRating(before)
  const template = readTemplate(database)
  const rows = sheetRows(database, { accountKey, asOf, template, entries })
  const result = rateCredit(template, {
    values: Object.fromEntries(rows.map(({ key, value }) => [key, value])),
    isInsolvent: entries.insolvency?.isOpen ?? null,
    previous: previous && {
      grade: previous.decision.grade,
      quartersAgo: quartersBetween(previous.quarter, quarter),
    },
  })
  const points = new Map(result.indicators.map((indicator) => [indicator.key, indicator.points]))
  const shown = toSheetResult(result, template, averageMonth(database, accountKey, asOf))
  const decision = own?.decision ?? null
  return {
    accountKey,
    template,
    entries,
    sheet: {
      quarter,
      asOf,
      quarters: openQuarters(today, newest, sheets),
      templateVersion: template.version,
      rows: rows.map((row) => ({ ...row, points: points.get(row.key) ?? null })),
      insolvency: entries.insolvency && {
        isOpen: entries.insolvency.isOpen,
        evidence: entries.insolvency.evidence,
        on: entries.insolvency.on,
      },
      litigation: readLegal(database, accountKey),
      result: shown,
      previous,
      decision,
      hasChangedSince:
        decision !== null && (decision.grade !== shown.grade || decision.points !== shown.points),
    },
  }
}

const hasEntries = ({ entries }: SheetRow): boolean => entries !== NO_ENTRIES

/** The entries of an earlier sheet, each marked with the quarter it was entered for. */
function carriedOver(from: SheetRow | undefined): SheetEntries {
  if (!from) return NO_ENTRIES
  const { values, insolvency } = from.entries
  const mark = <Entry extends { carriedFrom: Quarter | null }>(entry: Entry): Entry => ({
    ...entry,
    carriedFrom: entry.carriedFrom ?? from.quarter,
  })
  return {
    values: Object.fromEntries(Object.entries(values).map(([key, entry]) => [key, mark(entry)])),
    insolvency: insolvency && mark(insolvency),
  }
}

function previousRating(before: readonly SheetRow[]): RatedQuarter | null {
  for (const { quarter, decision } of before) if (decision) return { quarter, decision }
  return null
}

/** The running quarter where it has begun, the full ones before it, and all with a sheet. */
function openQuarters(today: Day, newest: Quarter, sheets: readonly SheetRow[]): Quarter[] {
  const recent = Array.from({ length: QUARTERS_BACK + 1 }, (_, i) => addQuarters(newest, -i))
  const all = new Set([quarterOf(today), ...recent, ...sheets.map(({ quarter }) => quarter)])
  return [...all].filter((quarter) => firstDayOfQuarter(quarter) <= today).sort((a, b) => (a < b ? 1 : -1))
}

interface SheetFacts {
  accountKey: number
  asOf: Day
  template: CreditTemplate
  entries: SheetEntries
}

/** Figures from the own invoices go before entered ones. */
function sheetRows(
  database: ReadDatabase,
  { accountKey, asOf, template, entries }: SheetFacts,
): Omit<CreditSheetRow, 'points'>[] {
  const window = rollingWindow(asOf, MONTHS)
  const sums = readPaymentSums(database, window, [accountKey]).get(accountKey)
  const rates = sums && (sums.count > 0 || sums.open > 0) ? paymentRates(sums) : null
  const computed: Partial<Record<CreditIndicatorKey, number | null>> = rates
    ? {
        'on-time-rate': rates.timelinessPercent,
        'days-beyond-terms': rates.daysBeyondTerms,
        'overdue-share': rates.overdueSharePercent,
        'collection-rate': rates.collectionPercent,
        'dispute-rate': rates.disputePercent,
      }
    : {}
  return template.indicators.map(({ key, weight, bands }) => {
    const own = computed[key] ?? null
    const entry = entries.values[key]
    if (own !== null) {
      const source = { kind: 'invoices' as const, invoiceCount: rates?.invoiceCount ?? 0, ...window }
      return { key, weight, bands, value: own, source }
    }
    if (!entry) return { key, weight, bands, value: null, source: { kind: 'none' as const } }
    const { value, source: text, on, author, carriedFrom } = entry
    return { key, weight, bands, value, source: { kind: 'entered' as const, text, on, author, carriedFrom } }
  })
}

/** Average monthly net sales over the twelve months; null where there were none. */
function averageMonth(database: ReadDatabase, accountKey: number, asOf: Day): number | null {
  const { gross, returns, lines } = readSalesFactsOf(database, windowsOf(asOf, MONTHS), [accountKey])(
    accountKey,
  )
  return lines === 'by-then' ? Math.max(0, (gross - returns) / MONTHS) : null
}

function toSheetResult(
  result: CreditResult,
  { grades }: CreditTemplate,
  monthly: number | null,
): CreditSheetResult {
  const { coverage, categories, missing } = result
  if (result.kind === 'not-rated') {
    return {
      grade: null,
      points: null,
      pointsGrade: null,
      gates: [],
      missing,
      coverage,
      categories,
      limit: null,
      termsDays: null,
    }
  }
  const { grade, points, pointsGrade, gates } = result
  const row = grades.find((one) => one.grade === grade)
  return {
    grade,
    points,
    pointsGrade,
    gates,
    missing,
    coverage,
    categories,
    limit: monthly === null || !row ? null : Math.round(monthly * row.limitMonths),
    termsDays: row?.termsDays ?? null,
  }
}

function readLegal(database: ReadDatabase, accountKey: number) {
  const row = database.get(tables.selectFrom('party').select('litigation').where('key', '=', accountKey))
  return rowToLegalState(row?.litigation ?? null)
}

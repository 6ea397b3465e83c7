import { CREDIT_TRAITS, type CreditIndicatorKey } from '#shared/domain/credit.ts'
import type { Quarter } from '#shared/domain/quarter.ts'
import type { WorkspaceDatabase } from '../../database/workspace-database.ts'
import type { ChangeWriter } from '../../ledger/ledger.ts'
import type { CreditEntries } from '../credit/credit-repository.ts'
import { openSheet } from '../credit/credit-sheet.ts'
import { finishSheet, writeSheet } from '../credit/finish-sheet.ts'
import type { SampleAccount } from './sample-accounts.ts'
import { type Bilingual, SAMPLE_FIRM } from './sample-firm.ts'
import { BAD_DEBT_RANK, LATE_RANK } from './sample-invoices.ts'
import type { SampleRandom } from './sample-random.ts'
import type { SampleKeys } from './write-sample-invoices.ts'

const TOP = 20
/** Among the top accounts, those without a statement, and those whose newest quarter is still to be rated. */
const WITHOUT_STATEMENT = [7, 16, 18]
const STILL_DUE = [5, 9, 11, 14, 15, 19]

const QUARTERS: { quarter: Quarter; on: string; ratedAt: string }[] = [
  { quarter: '2026-Q1', on: '2026-03-31', ratedAt: '2026-04-10T02:00:00.000Z' },
  { quarter: '2026-Q2', on: '2026-06-30', ratedAt: '2026-07-09T02:00:00.000Z' },
  { quarter: '2026-Q3', on: '2026-09-30', ratedAt: '2026-10-09T07:10:00.000Z' },
]

const STATEMENT: Bilingual = { zh: '2025 年度审计报告', en: 'Audited statement 2025' }
const REGISTRY: Bilingual = { zh: '国家企业信用信息公示系统', en: 'Public company register' }
const VISIT: Bilingual = { zh: '客户经理走访记录', en: 'Visit report of the account manager' }
const REASON: Bilingual = {
  zh: '付款指标与上季不同，见评级表',
  en: 'Payment figures differ from last quarter, see the sheet',
}

/** Ratings of the largest accounts and of two that pay badly, quarter after quarter from the one before. */
export function writeSampleCredit(
  change: ChangeWriter,
  database: WorkspaceDatabase,
  accounts: readonly SampleAccount[],
  random: SampleRandom,
  { language, idOf }: SampleKeys,
): void {
  const rated = accounts.filter(({ rank }) => rank <= TOP || rank === LATE_RANK || rank === BAD_DEBT_RANK)
  for (const account of rated) {
    const accountId = idOf('account', account.number)
    const quality = qualityOf(account, random)
    for (const [index, { quarter, on, ratedAt }] of QUARTERS.entries()) {
      if (index === QUARTERS.length - 1 && STILL_DUE.includes(account.rank)) continue
      if (index === 0) {
        const values = firstEntries(account, quality, { on, language }, random)
        writeSheet(change, accountId, quarter, { entries: { values, insolvency: null } })
      }
      const opened = openSheet(database, accountId, quarter)
      const isChanged = opened.sheet.previous?.decision.grade !== opened.sheet.result.grade
      const decision = finishSheet(opened, {
        reason: index > 0 && isChanged ? REASON[language] : '',
        author: SAMPLE_FIRM.managers[0] ?? '',
        ratedAt,
      })
      writeSheet(change, accountId, quarter, { entries: opened.entries, decision })
    }
  }
}

/** 0 to 1: how good the company behind an account is. */
function qualityOf({ rank, influence }: SampleAccount, random: SampleRandom): number {
  if (rank === LATE_RANK || rank === BAD_DEBT_RANK) return 0.35
  return Math.min(0.95, 0.62 + influence * 0.05 + random.next() * 0.12)
}

const round = (value: number, decimals: number) => Number(value.toFixed(decimals))

function firstEntries(
  { rank, accountManager, customerSince }: SampleAccount,
  quality: number,
  { on, language }: { on: string; language: keyof Bilingual },
  random: SampleRandom,
): CreditEntries {
  const level = (shift = 0) =>
    Math.max(1, Math.min(5, Math.round(1 + quality * 4 + shift + random.normal() * 0.35)))
  const figures: Partial<Record<CreditIndicatorKey, number>> = {
    'legal-record': level(0.4),
    'years-in-business': 2026 - customerSince + random.integer(3, 12),
    ownership: level(),
    management: level(),
    'market-position': level(),
    continuity: level(),
    'asset-liability': round(72 - quality * 32 + random.normal() * 3, 1),
    'current-ratio': round(0.9 + quality * 1 + random.normal() * 0.08, 2),
    'cash-cover': round(0.8 + quality * 4.4, 1),
    'receivable-turnover': round(3 + quality * 4.2 + random.normal() * 0.3, 1),
    'inventory-turnover': round(2.6 + quality * 4.2, 1),
    'sales-growth': round(-4 + quality * 16 + random.normal() * 3, 1),
    'net-margin': round(quality * 9.5 + random.normal() * 0.6, 1),
    'return-on-equity': round(1 + quality * 12.5 + random.normal(), 1),
    'return-on-assets': round(quality * 7 + random.normal() * 0.4, 1),
  }
  const entries: CreditEntries = {}
  for (const [key, value] of Object.entries(figures) as [CreditIndicatorKey, number][]) {
    const { isFinancial } = CREDIT_TRAITS[key]
    if (isFinancial && WITHOUT_STATEMENT.includes(rank)) continue
    const isPublic = key === 'legal-record' || key === 'years-in-business' || key === 'ownership'
    const source = (isFinancial ? STATEMENT : isPublic ? REGISTRY : VISIT)[language]
    entries[key] = {
      value,
      source,
      on: isFinancial ? '2025-12-31' : on,
      author: accountManager,
      carriedFrom: null,
    }
  }
  return entries
}

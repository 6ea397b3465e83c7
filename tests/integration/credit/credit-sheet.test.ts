import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MainstayError } from '#shared/contract/call-result.ts'
import { addDays, type Day } from '#shared/domain/calendar.ts'
import { CREDIT_TRAITS, type CreditIndicatorKey } from '#shared/domain/credit.ts'
import type { Quarter } from '#shared/domain/quarter.ts'
import { creditHandlers } from '../../../src/main/domains/credit/credit-handlers.ts'
import { readCreditGrades } from '../../../src/main/domains/standing/credit-grades.ts'
import { DEFAULT_CREDIT_TEMPLATE } from '../../../src/main/scoring/credit-template.ts'
import { createTradingWorkspace, type TradingWorkspace } from '../standing/trading-workspace.ts'
import { bill } from './billing.ts'

const AS_OF: Day = '2026-09-30'

let workspace: TradingWorkspace
beforeEach(() => {
  workspace = createTradingWorkspace()
  const days = ['2024-11-05', '2025-05-05', '2025-11-05', '2026-01-10', '2026-04-10', '2026-07-10']
  workspace.trade(
    ['A', 'B'].flatMap((account) =>
      days.map((orderedOn) => ({
        account,
        order: `${account}${orderedOn}`,
        orderedOn,
        amount: 3000,
        cost: 2000,
      })),
    ),
  )
  bill(
    workspace,
    days.map((issuedOn) => ({
      account: 'A',
      number: `A${issuedOn}`,
      issuedOn,
      dueOn: addDays(issuedOn, 30),
      amount: 3000,
      payments: [{ paidOn: addDays(issuedOn, 28), amount: 3000 }],
    })),
  )
  workspace.setAsOf(AS_OF)
})
afterEach(() => workspace.close())

const accountId = () => workspace.idOf('A')
const sheet = (quarter?: Quarter) =>
  creditHandlers['credit.sheet'](workspace.queries, {
    accountId: accountId(),
    ...(quarter ? { quarter } : {}),
  })
const rowOf = (key: CreditIndicatorKey, quarter?: Quarter) => {
  const row = sheet(quarter).rows.find((one) => one.key === key)
  if (!row) throw new Error(`The sheet has no ${key}.`)
  return row
}

/** Enters every indicator that invoices do not tell, at one level of its standards. */
function enterAll(
  quarter: Quarter,
  level: number,
  isWanted: (key: CreditIndicatorKey) => boolean = () => true,
) {
  creditHandlers['credit.enter'](workspace.context, {
    accountId: accountId(),
    quarter,
    entries: DEFAULT_CREDIT_TEMPLATE.indicators
      .filter(({ key }) => !CREDIT_TRAITS[key].isComputed && isWanted(key))
      .map(({ key, bands }) => ({
        key,
        value: bands.at(-1)?.standards[level] ?? 0,
        source: 'statement',
        on: '2026-03-31',
      })),
  })
}
const rate = (quarter: Quarter, reason = '') =>
  creditHandlers['credit.rate'](workspace.context, { accountId: accountId(), quarter, reason })

const codeOf = (act: () => unknown): string => {
  try {
    act()
  } catch (thrown) {
    if (thrown instanceof MainstayError) return thrown.code
    throw thrown
  }
  return 'none'
}

describe('a credit sheet', () => {
  it('fills the indicators that invoices tell, each with its invoices and its twelve months', () => {
    expect(sheet().quarter).toBe('2026-Q3')
    expect(rowOf('on-time-rate')).toMatchObject({
      value: 100,
      points: 12,
      source: { kind: 'invoices', invoiceCount: 4, from: '2025-10-01', to: AS_OF },
    })
    expect(rowOf('net-margin')).toMatchObject({ value: null, points: null, source: { kind: 'none' } })
    expect(sheet().result).toMatchObject({ grade: null, missing: ['character', 'operation'] })
  })

  it('sees for an earlier quarter only what was paid by its end', () => {
    bill(workspace, [
      {
        account: 'A',
        number: 'late',
        issuedOn: '2026-01-05',
        dueOn: '2026-02-05',
        amount: 9000,
        payments: [{ paidOn: '2026-05-01', amount: 9000 }],
      },
    ])
    expect(rowOf('collection-rate', '2026-Q1').value).toBeCloseTo((100 * 9000) / 18_000, 6)
    expect(rowOf('collection-rate', '2026-Q3').value).toBe(100)
  })

  it('starts a quarter from the one before and says so; an own entry takes its place', () => {
    enterAll('2026-Q1', 1)
    expect(rowOf('net-margin', '2026-Q1').source).toMatchObject({ kind: 'entered', carriedFrom: null })
    expect(rowOf('net-margin', '2026-Q3').source).toMatchObject({ kind: 'entered', carriedFrom: '2026-Q1' })
    creditHandlers['credit.enter'](workspace.context, {
      accountId: accountId(),
      quarter: '2026-Q3',
      entries: [{ key: 'net-margin', value: 2, source: 'half-year report', on: '2026-06-30' }],
    })
    expect(rowOf('net-margin').source).toMatchObject({ text: 'half-year report', carriedFrom: null })
    expect(rowOf('return-on-assets').source).toMatchObject({ carriedFrom: '2026-Q1' })
    expect(rowOf('net-margin', '2026-Q1').value).toBe(6)
  })

  it('refuses a quarter that has not begun, and a grade from too little', () => {
    expect(codeOf(() => sheet('2026-Q4'))).toBe('invalid-input')
    expect(codeOf(() => rate('2026-Q3'))).toBe('credit-incomplete')
  })
})

describe('a finished rating', () => {
  it('stays as it was, whatever is entered or imported later', () => {
    enterAll('2026-Q2', 1)
    const decision = rate('2026-Q2')
    // Sales of 9,000 in the twelve months; AA allows two months' worth.
    expect(decision).toMatchObject({ grade: 'AA', termsDays: 60, limit: 15_000_000, author: 'Lin' })
    enterAll('2026-Q2', 3)
    const after = sheet('2026-Q2')
    expect(after.decision).toEqual(decision)
    expect(after.hasChangedSince).toBe(true)
    expect(creditHandlers['credit.history'](workspace.queries, { accountId: accountId() })).toEqual([
      { quarter: '2026-Q2', decision },
    ])
  })

  it('moves one notch a quarter, and a changed grade needs a reason', () => {
    enterAll('2026-Q1', 0)
    expect(rate('2026-Q1').grade).toBe('AAA')
    enterAll('2026-Q2', 4)
    expect(sheet('2026-Q2').result).toMatchObject({
      grade: 'AA',
      gates: [{ gate: 'notch-limit', cap: 'AA' }],
    })
    expect(codeOf(() => rate('2026-Q2'))).toBe('invalid-input')
    expect(rate('2026-Q2', 'weak statement')).toMatchObject({
      grade: 'AA',
      reason: 'weak statement',
      previous: { quarter: '2026-Q1', grade: 'AAA' },
    })
  })

  it('C makes a Problem account from its own day on, and undo gives the class back', () => {
    enterAll('2026-Q3', 0)
    creditHandlers['credit.enter'](workspace.context, {
      accountId: accountId(),
      quarter: '2026-Q3',
      entries: [],
      insolvency: { isOpen: true, evidence: 'court notice 12', on: '2026-09-12' },
    })
    const before = workspace.standings().get('A')?.value_class
    expect(rate('2026-Q3')).toMatchObject({ grade: 'C', gates: [{ gate: 'insolvency', cap: 'C' }] })
    expect(workspace.standings().get('A')?.value_class).toBe('problem')
    const key = workspace.keyOf('A')
    expect(readCreditGrades(workspace.database, AS_OF).get(key)?.grade).toBe('C')
    expect(readCreditGrades(workspace.database, '2026-09-29').get(key)).toBeUndefined()
    workspace.ledger.undo(undefined, false)
    expect(workspace.standings().get('A')?.value_class).toBe(before)
    expect(sheet('2026-Q3').decision).toBeNull()
  })

  it('is listed with limit, open amount and who is due', () => {
    enterAll('2026-Q2', 1)
    rate('2026-Q2')
    const page = creditHandlers['credit.list'](workspace.queries, { offset: 0, limit: 10 })
    expect(page).toMatchObject({ asOf: AS_OF, quarter: '2026-Q3', all: 2, dueCount: 2, unratedCount: 1 })
    expect(page.rows.find(({ number }) => number === 'A')).toMatchObject({
      grade: 'AA',
      quarter: '2026-Q2',
      isDue: true,
      overLimit: 0,
    })
    enterAll('2026-Q3', 1)
    rate('2026-Q3')
    const due = creditHandlers['credit.list'](workspace.queries, { isDue: true, offset: 0, limit: 10 })
    expect(due.rows.map(({ number }) => number)).toEqual(['B'])
  })
})

describe('a lawsuit', () => {
  it('that is open makes a Problem account from its day on', () => {
    creditHandlers['credit.setLitigation'](workspace.context, {
      accountId: accountId(),
      litigation: { isOpen: true, evidence: 'case 2026-118', on: '2026-08-01' },
    })
    expect(workspace.standings().get('A')?.value_class).toBe('problem')
    workspace.setAsOf('2026-07-31')
    expect(workspace.standings().get('A')?.value_class).not.toBe('problem')
  })
})

describe('the template', () => {
  it('gets a next version; what was finished under the one before stays', () => {
    enterAll('2026-Q2', 1)
    rate('2026-Q2')
    const { version: _, ...current } = creditHandlers['credit.template'](workspace.queries)
    const strict = current.grades.map((row) =>
      row.grade === 'AAA'
        ? { ...row, minimumPoints: 99 }
        : row.grade === 'AA'
          ? { ...row, minimumPoints: 95 }
          : row,
    )
    const revised = creditHandlers['credit.reviseTemplate'](workspace.context, { ...current, grades: strict })
    expect(revised.version).toBe(2)
    expect(sheet('2026-Q2').decision).toMatchObject({ grade: 'AA', templateVersion: 1 })
    expect(sheet('2026-Q2').result.pointsGrade).toBe('A')
    workspace.ledger.undo(undefined, false)
    expect(creditHandlers['credit.template'](workspace.queries).version).toBe(1)
  })

  it('is refused with what is wrong', () => {
    const { version: _, ...current } = DEFAULT_CREDIT_TEMPLATE
    const act = () =>
      creditHandlers['credit.reviseTemplate'](workspace.context, {
        ...current,
        indicators: current.indicators.map((one) => ({ ...one, weight: 6 })),
      })
    expect(codeOf(act)).toBe('credit-template')
    expect(act).toThrow(expect.objectContaining({ details: { kind: 'weights', sum: 120 } }))
  })
})

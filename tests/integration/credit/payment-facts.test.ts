import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, type Day, rollingWindow } from '#shared/domain/calendar.ts'
import { invoiceHandlers } from '../../../src/main/domains/invoice/invoice-handlers.ts'
import { readPaymentFacts } from '../../../src/main/domains/standing/payment-facts.ts'
import { createTradingWorkspace, type TradingWorkspace } from '../standing/trading-workspace.ts'
import { type Bill, bill } from './billing.ts'

const AS_OF: Day = '2026-09-30'
const YEAR = rollingWindow(AS_OF, 12)

let workspace: TradingWorkspace
beforeEach(() => {
  workspace = createTradingWorkspace()
  const orders = ['A', 'B'].flatMap((account) =>
    ['2024-11-05', '2025-03-10', '2025-11-05', '2026-03-10', '2026-06-10', '2026-09-10'].map((orderedOn) => ({
      account,
      order: `${account}-${orderedOn}`,
      orderedOn,
      amount: 1000,
      cost: 600,
    })),
  )
  workspace.trade(orders)
  workspace.setAsOf(AS_OF)
})
afterEach(() => workspace.close())

const billed = (account: string, dueOn: Day, daysLate: number | null, amount = 1000): Bill => ({
  account,
  number: `${account}-${dueOn}-${amount}`,
  issuedOn: addDays(dueOn, -30),
  dueOn,
  amount,
  payments: daysLate === null ? [] : [{ paidOn: addDays(dueOn, daysLate), amount }],
})

const factsOf = (account: string, asOf: Day = AS_OF) =>
  readPaymentFacts(workspace.database, { ...rollingWindow(asOf, 12) }, 'all').get(workspace.keyOf(account))
const classOf = (account: string) => workspace.standings().get(account)?.value_class

describe('payment facts', () => {
  it('are per account, and the same for one account as among all', () => {
    bill(workspace, [
      billed('A', '2026-03-31', 10),
      billed('A', '2026-06-30', 0),
      billed('B', '2026-03-31', null),
    ])
    expect(factsOf('A')).toEqual({
      invoiceCount: 2,
      collectionPercent: 100,
      timelinessPercent: 50,
      daysBeyondTerms: 5,
      overdueSharePercent: 0,
    })
    const key = workspace.keyOf('A')
    expect(readPaymentFacts(workspace.database, YEAR, [key])).toEqual(new Map([[key, factsOf('A')]]))
    expect(factsOf('B')).toMatchObject({ collectionPercent: 0, overdueSharePercent: 100 })
  })

  it('do not see payments and invoices of later days', () => {
    bill(workspace, [billed('A', '2026-05-31', 60), billed('A', '2026-10-31', null)])
    expect(factsOf('A', '2026-06-30')).toMatchObject({ invoiceCount: 1, collectionPercent: 0 })
    expect(factsOf('A', '2026-07-30')).toMatchObject({ invoiceCount: 1, collectionPercent: 100 })
    expect(factsOf('A', '2026-04-30')).toBeUndefined()
  })

  it('make a Problem account of a late payer with three invoices, not with two, and undo takes it back', () => {
    const late = [billed('A', '2026-02-28', 80), billed('A', '2026-03-31', 80)]
    bill(workspace, late)
    expect(classOf('A')).not.toBe('problem')
    const entry = bill(workspace, [billed('A', '2026-04-30', 80)])
    expect(classOf('A')).toBe('problem')
    expect(classOf('B')).not.toBe('problem')
    workspace.ledger.undo(entry, false)
    expect(classOf('A')).not.toBe('problem')
    expect(factsOf('A')?.invoiceCount).toBe(2)
    workspace.ledger.redo(entry, false)
    expect(classOf('A')).toBe('problem')
  })
})

describe('payment facts as of a day', () => {
  it('are the same whether or not anything is known of later days', () => {
    const asOf: Day = '2026-06-30'
    const day = fc.integer({ min: -420, max: 120 }).map((days) => addDays(asOf, days))
    const payment = fc.record({ paidOn: day, amount: fc.integer({ min: -500, max: 1500 }) })
    const plan = fc.array(
      fc.record({
        issuedOn: day,
        terms: fc.integer({ min: 0, max: 90 }),
        amount: fc.integer({ min: 1, max: 1000 }),
        payments: fc.array(payment, { maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 8 },
    )
    let run = 0
    fc.assert(
      fc.property(plan, (bills) => {
        run += 1
        workspace.database.sqlite.exec('DELETE FROM invoice; DELETE FROM payment')
        const of = (account: string, payments: (all: Bill['payments']) => Bill['payments']) =>
          bills.map(
            (one, index): Bill => ({
              account,
              number: `${account}${run}-${index}`,
              issuedOn: one.issuedOn,
              dueOn: addDays(one.issuedOn, one.terms),
              amount: one.amount,
              payments: payments(one.payments) ?? [],
            }),
          )
        const seen = of('B', (all) => all?.filter(({ paidOn }) => paidOn <= asOf))
        bill(workspace, [...of('A', (all) => all), ...seen.filter(({ issuedOn }) => issuedOn <= asOf)])
        expect(factsOf('A', asOf)).toEqual(factsOf('B', asOf))
      }),
      { numRuns: 60 },
    )
  })
})

describe('what is shown of payments', () => {
  const list = (account: string, wish: { states?: ('open' | 'overdue' | 'paid' | 'paid-late')[] } = {}) =>
    invoiceHandlers['invoice.listByAccount'](workspace.queries, {
      accountId: workspace.idOf(account),
      offset: 0,
      limit: 100,
      ...wish,
    })

  it('lists invoices with what is open, the newest first, and the sums of all that match', () => {
    bill(workspace, [
      billed('A', '2026-03-31', 0),
      { ...billed('A', '2026-08-31', null), payments: [{ paidOn: '2026-09-05', amount: 400 }] },
      billed('A', '2026-10-15', null),
    ])
    const page = list('A')
    expect(page.rows.map(({ state, open }) => [state, open / 10_000])).toEqual([
      ['open', 1000],
      ['overdue', 600],
      ['paid', 0],
    ])
    expect(page).toMatchObject({ total: 3, amount: 30_000_000, open: 16_000_000 })
    expect(list('A', { states: ['overdue'] })).toMatchObject({ total: 1, open: 6_000_000 })
    expect(list('B')).toMatchObject({ total: 0, rows: [] })
  })

  it('gives index, ageing and quarters of an account, and the slowest payers of all', () => {
    bill(workspace, [
      // scoring.md 1.5: three of four equal amounts prompt and one 30 days late make 72.5.
      billed('A', '2026-01-31', 0),
      billed('A', '2026-02-28', 0),
      billed('A', '2026-03-31', 0),
      billed('A', '2026-05-31', 30),
      billed('B', '2026-05-31', null, 500),
    ])
    const panel = invoiceHandlers['invoice.payment'](workspace.queries, { accountId: workspace.idOf('A') })
    expect(panel.index).toBeCloseTo(72.5, 9)
    expect(panel.quarters.map(({ quarter, invoiceCount }) => [quarter, invoiceCount])).toEqual([
      ['2026-Q1', 3],
      ['2026-Q2', 1],
    ])
    const portfolio = invoiceHandlers['invoice.portfolio'](workspace.queries, { limit: 10 })
    expect(portfolio.slowPayers.map(({ number }) => number)).toEqual(['B'])
    expect(portfolio.ageing.find(({ bucket }) => bucket === 'over-90')?.amount).toBe(5_000_000)
    expect(portfolio).toMatchObject({ accountCount: 2, open: 5_000_000, overdue: 5_000_000 })
  })

  it('of an account without invoices is unknown, not zero', () => {
    const panel = invoiceHandlers['invoice.payment'](workspace.queries, { accountId: workspace.idOf('A') })
    expect(panel).toMatchObject({ hasInvoices: false, index: null, overdueSharePercent: null, quarters: [] })
    expect(panel.rates).toMatchObject({ collectionPercent: null, timelinessPercent: null })
  })
})

describe('a hundred thousand invoices', () => {
  it('add up to their own sums, whichever account they are of', () => {
    const { sqlite } = workspace.database
    sqlite.exec(`WITH RECURSIVE row(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row WHERE n < 100000)
      INSERT INTO invoice (batch_key, account_key, number, issued_on, due_on, amount, currency, base_amount)
      SELECT 1, ${workspace.keyOf('A')} + n % 2, 'N' || n, date('2024-01-01', '+' || (n % 900) || ' days'),
        date('2024-02-01', '+' || (n % 900) || ' days'), 1000000, 'CNY', 1000000 FROM row;
      INSERT INTO payment (batch_key, invoice_number, paid_on, amount, currency, base_amount)
      SELECT 1, number, date(due_on, printf('%+d days', key % 40 - 10)), 1000000, 'CNY', 1000000
      FROM invoice WHERE key % 10 > 0`)
    const facts = readPaymentFacts(workspace.database, YEAR, 'all')
    const due = sqlite
      .prepare<[Day, Day], number>('SELECT count(*) FROM invoice WHERE due_on BETWEEN ? AND ?')
      .pluck()
      .get(YEAR.from, YEAR.to)
    expect([...facts.values()].reduce((sum, { invoiceCount }) => sum + invoiceCount, 0)).toBe(due)
    // One in ten is never paid.
    for (const { collectionPercent } of facts.values()) expect(collectionPercent).toBeGreaterThan(75)
  })
})

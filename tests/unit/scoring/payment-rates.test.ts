import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, rollingWindow } from '#shared/domain/calendar.ts'
import { invoiceState, settleInvoice } from '../../../src/main/scoring/invoice-settlement.ts'
import { addToSums, emptySums, paymentRates } from '../../../src/main/scoring/payment-rates.ts'

interface Bill {
  dueOn: string
  amount: number
  isDisputed?: boolean
  payments: { paidOn: string; amount: number }[]
}

const AS_OF = '2026-09-30'
const WINDOW = rollingWindow(AS_OF, 12)

function ratesOf(bills: readonly Bill[], graceDays = 0) {
  const sums = emptySums()
  for (const bill of bills) {
    const settlement = settleInvoice(bill, AS_OF)
    addToSums(sums, { isDisputed: false, ...bill }, settlement, { ...WINDOW, graceDays })
  }
  return { sums, ...paymentRates(sums) }
}

const paid = (dueOn: string, daysLate: number, amount = 100_000): Bill => ({
  dueOn,
  amount,
  payments: [{ paidOn: addDays(dueOn, daysLate), amount }],
})
const unpaid = (dueOn: string, amount = 100_000): Bill => ({ dueOn, amount, payments: [] })

describe('rates of payment', () => {
  it('collect what came by the end of the period over what was due in it, prepayments included', () => {
    const { collectionPercent } = ratesOf([
      paid('2026-05-31', 10),
      paid('2025-10-02', -20),
      unpaid('2026-09-01'),
    ])
    expect(collectionPercent).toBeCloseTo(200 / 3, 9)
  })

  it('weigh by amount, and let an open part count its days so far', () => {
    const { daysBeyondTerms, timelinessPercent } = ratesOf([
      paid('2026-05-31', 0, 300_000),
      { dueOn: '2026-08-31', amount: 100_000, payments: [{ paidOn: '2026-09-10', amount: 50_000 }] },
    ])
    expect(daysBeyondTerms).toBeCloseTo((50_000 * 10 + 50_000 * 30) / 400_000, 9)
    expect(timelinessPercent).toBeCloseTo(75, 9)
  })

  it('do not blame an account for what may still be paid in time', () => {
    const { timelinessPercent, collectionPercent } = ratesOf([paid('2026-05-31', 0), unpaid(AS_OF)])
    expect(timelinessPercent).toBe(100)
    expect(collectionPercent).toBe(50)
  })

  it('forgive the days of grace in timeliness and in nothing else', () => {
    const bills = [paid('2026-05-31', 5), paid('2026-06-30', 6)]
    expect(ratesOf(bills, 5).timelinessPercent).toBe(50)
    expect(ratesOf(bills, 5).daysBeyondTerms).toBe(5.5)
  })

  it('see what is open from before the window, but not in its rates', () => {
    const rates = ratesOf([unpaid('2025-01-31'), paid('2026-05-31', 0)])
    expect(rates).toMatchObject({ invoiceCount: 1, collectionPercent: 100, overdueSharePercent: 100 })
  })

  it('count 90 days beyond terms as not yet bad, 91 as bad', () => {
    expect(ratesOf([unpaid(addDays(AS_OF, -90))]).overdueSharePercent).toBe(0)
    expect(ratesOf([unpaid(addDays(AS_OF, -91))]).overdueSharePercent).toBe(100)
  })

  it('are unknown, not zero, where nothing was due', () => {
    expect(ratesOf([])).toMatchObject({
      collectionPercent: null,
      timelinessPercent: null,
      daysBeyondTerms: null,
      disputePercent: null,
    })
  })

  it('leave credit notes out', () => {
    expect(ratesOf([{ dueOn: '2026-05-31', amount: -50_000, payments: [] }]).invoiceCount).toBe(0)
  })

  it('stay numbers in range whatever is paid, taken back or paid twice', () => {
    const day = fc.integer({ min: -500, max: 60 }).map((days) => addDays(AS_OF, days))
    const bill = fc.record({
      dueOn: day,
      amount: fc.integer({ min: -1_000_000, max: 1_000_000_000 }),
      isDisputed: fc.boolean(),
      payments: fc.array(fc.record({ paidOn: day, amount: fc.integer({ min: -1e9, max: 2e9 }) }), {
        maxLength: 5,
      }),
    })
    fc.assert(
      fc.property(fc.array(bill, { maxLength: 12 }), (bills) => {
        const { sums, daysBeyondTerms, ...rates } = ratesOf(bills)
        const percents = [
          rates.collectionPercent,
          rates.timelinessPercent,
          rates.overdueSharePercent,
          rates.disputePercent,
        ]
        for (const percent of percents) {
          if (percent === null) continue
          expect(percent).toBeGreaterThanOrEqual(0)
          expect(percent).toBeLessThanOrEqual(100)
        }
        if (daysBeyondTerms !== null) expect(daysBeyondTerms).toBeGreaterThanOrEqual(0)
        expect(sums.open).toBeGreaterThanOrEqual(sums.overdue)
        expect(sums.overdue).toBeGreaterThanOrEqual(sums.badlyOverdue)
        expect(sums.collected).toBeLessThanOrEqual(sums.due)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the state of an invoice', () => {
  const state = (bill: Bill) => invoiceState(settleInvoice(bill, AS_OF))

  it('tells open, overdue, paid and paid late apart at the day', () => {
    expect(state(unpaid(AS_OF))).toBe('open')
    expect(state(unpaid(addDays(AS_OF, -1)))).toBe('overdue')
    expect(state(paid('2026-05-31', 0))).toBe('paid')
    expect(state(paid('2026-05-31', 1))).toBe('paid-late')
  })

  it('does not see a payment that came later', () => {
    expect(state(paid('2026-09-20', 20))).toBe('overdue')
  })

  it('takes less than a cent for rounding, not for a debt', () => {
    const bill = {
      dueOn: '2026-05-31',
      amount: 100_000,
      payments: [{ paidOn: '2026-05-30', amount: 99_901 }],
    }
    expect(settleInvoice(bill, AS_OF)).toMatchObject({ open: 0, paid: 100_000, settledOn: '2026-05-30' })
    expect(state({ ...bill, payments: [{ paidOn: '2026-05-30', amount: 99_900 }] })).toBe('overdue')
  })
})

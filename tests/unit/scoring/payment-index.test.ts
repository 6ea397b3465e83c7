import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/domain/calendar.ts'
import {
  indexOfDays,
  invoicePortions,
  type PayableInvoice,
  paymentBehaviour,
} from '../../../src/main/scoring/payment-index.ts'

const DUE = '2026-03-31'
const paid = (daysLate: number, amount = 100): PayableInvoice => ({
  dueOn: DUE,
  amount,
  payments: [{ paidOn: addDays(DUE, daysLate), amount }],
})
const open = (dueOn: string, amount = 100): PayableInvoice => ({ dueOn, amount, payments: [] })

// Key of the D&B PAYDEX score as printed at dandb.com.
it.each([
  [-30, 100],
  [-20, 90],
  [0, 80],
  [15, 70],
  [22, 60],
  [30, 50],
  [60, 40],
  [90, 30],
  [120, 20],
  [-90, 100],
  [400, 20],
  [-10, 85],
  [45, 45],
])('gives %d days beyond terms the index %d', (days, index) => {
  expect(indexOfDays(days)).toBe(index)
})

it('gives 72.5 to three prompt invoices and one 30 days late of equal amounts', () => {
  const behaviour = paymentBehaviour([paid(0), paid(0), paid(0), paid(30)], '2026-09-30')
  expect(behaviour).toMatchObject({
    index: 72.5,
    lateShareByCount: 0.25,
    lateShareByAmount: 0.25,
    meanDaysLate: 7.5,
    amountWeightedDaysLate: 7.5,
    judgedCount: 4,
    openAmount: 0,
  })
})

it('weighs by amount where the name says so and by invoice where not', () => {
  const behaviour = paymentBehaviour([paid(0, 100), paid(60, 300)], '2026-09-30')
  expect(behaviour).toMatchObject({
    index: (100 * 80 + 300 * 40) / 400,
    lateShareByCount: 0.5,
    lateShareByAmount: 0.75,
    meanDaysLate: 30,
    amountWeightedDaysLate: 45,
  })
})

it('does not let early payments make up for late ones in the days, but lets them raise the index', () => {
  const behaviour = paymentBehaviour([paid(-30), paid(30)], '2026-09-30')
  expect(behaviour).toMatchObject({ index: 75, meanDaysLate: 15, lateShareByCount: 0.5 })
})

describe('unpaid invoices, as of a day', () => {
  it('count as late up to the day once past due, and not at all before', () => {
    const invoices = [paid(0), open('2026-05-01'), open('2026-08-01')]
    expect(paymentBehaviour(invoices, '2026-05-31')).toMatchObject({
      index: (80 + 50) / 2,
      judgedCount: 2,
      lateShareByCount: 0.5,
      meanDaysLate: 15,
      openAmount: 200,
      overdueAmount: 100,
    })
    expect(paymentBehaviour([open('2026-08-01')], '2026-08-01')).toMatchObject({
      index: null,
      judgedCount: 0,
      lateShareByCount: null,
      openAmount: 100,
      overdueAmount: 0,
    })
  })

  it('do not know a payment that comes after the day', () => {
    expect(paymentBehaviour([paid(90)], addDays(DUE, 10))).toMatchObject({
      meanDaysLate: 10,
      openAmount: 100,
    })
  })

  it('are aged by days past due', () => {
    const invoices = [0, 1, 30, 31, 60, 61, 90, 91].map((days) => open(addDays('2026-09-30', -days), 10))
    const { ageing } = paymentBehaviour(invoices, '2026-09-30')
    expect(ageing.map(({ bucket, amount }) => [bucket, amount])).toEqual([
      ['not-due', 10],
      ['1-30', 20],
      ['31-60', 20],
      ['61-90', 20],
      ['over-90', 10],
    ])
    expect(ageing.map(({ share }) => share)).toEqual([0.125, 0.25, 0.25, 0.25, 0.125])
  })
})

it('judges each portion of an invoice by its own day, and the invoice by the last one', () => {
  const invoice: PayableInvoice = {
    dueOn: DUE,
    amount: 100,
    payments: [
      { paidOn: addDays(DUE, 60), amount: 25 },
      { paidOn: DUE, amount: 50 },
    ],
  }
  expect(invoicePortions(invoice, addDays(DUE, 90))).toEqual([
    { amount: 50, paidOn: DUE, daysLate: 0 },
    { amount: 25, paidOn: addDays(DUE, 60), daysLate: 60 },
    { amount: 25, paidOn: null, daysLate: 90 },
  ])
  expect(paymentBehaviour([invoice], addDays(DUE, 90))).toMatchObject({
    index: 0.5 * 80 + 0.25 * 40 + 0.25 * 30,
    lateShareByCount: 1,
    lateShareByAmount: 0.5,
    meanDaysLate: 90,
    openAmount: 25,
  })
})

it('takes returned cash back from the latest payment and cuts off what exceeds the invoice', () => {
  const bounced: PayableInvoice = {
    dueOn: DUE,
    amount: 100,
    payments: [
      { paidOn: DUE, amount: 100 },
      { paidOn: addDays(DUE, 5), amount: -100 },
      { paidOn: addDays(DUE, 40), amount: 130 },
    ],
  }
  expect(invoicePortions(bounced, '2026-12-31')).toEqual([
    { amount: 100, paidOn: addDays(DUE, 40), daysLate: 40 },
  ])
})

it('forgives the days of grace in the shares alone', () => {
  expect(paymentBehaviour([paid(3), paid(8)], '2026-12-31', 5)).toMatchObject({
    lateShareByCount: 0.5,
    meanDaysLate: 5.5,
  })
})

it('counts credit notes apart and has no figures without invoices', () => {
  const behaviour = paymentBehaviour([open(DUE, -50), open(DUE, 0)], '2026-12-31')
  expect(behaviour).toMatchObject({ index: null, meanDaysLate: null, excludedCount: 2, openAmount: 0 })
  expect(behaviour.ageing.every(({ share }) => share === null)).toBe(true)
})

it('takes what is below rounding for paid, so that nothing is overdue of an invoice paid but for half a cent', () => {
  const invoice = { dueOn: DUE, amount: 1_000_000, payments: [{ paidOn: DUE, amount: 999_950 }] }
  expect(paymentBehaviour([invoice], addDays(DUE, 200), 0, 100)).toMatchObject({
    index: 80,
    lateShareByCount: 0,
    overdueAmount: 0,
  })
  expect(paymentBehaviour([invoice], addDays(DUE, 200)).overdueAmount).toBe(50)
  const unpaid = { dueOn: DUE, amount: 50, payments: [] }
  expect(paymentBehaviour([unpaid], addDays(DUE, 200), 0, 100).overdueAmount).toBe(50)
})

const anyDay = fc.integer({ min: -400, max: 400 }).map((days) => addDays(DUE, days))
const anyAmount = fc.integer({ min: -1_000, max: 1_000_000 })
const anyInvoice = fc.record({
  dueOn: anyDay,
  amount: anyAmount,
  payments: fc.array(fc.record({ paidOn: anyDay, amount: anyAmount }), { maxLength: 4 }),
})

it('parts every invoice exactly and keeps every share and index in its range', () => {
  fc.assert(
    fc.property(fc.array(anyInvoice, { maxLength: 20 }), anyDay, (invoices, asOf) => {
      for (const invoice of invoices) {
        if (invoice.amount <= 0) continue
        const parts = invoicePortions(invoice, asOf)
        expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(invoice.amount)
        for (const part of parts) expect(part.amount).toBeGreaterThan(0)
      }
      const behaviour = paymentBehaviour(invoices, asOf)
      const { index, lateShareByCount, lateShareByAmount, ageing } = behaviour
      if (index !== null) expect(index >= 20 && index <= 100 + 1e-9).toBe(true)
      for (const share of [lateShareByCount, lateShareByAmount]) {
        if (share !== null) expect(share >= 0 && share <= 1 + 1e-12).toBe(true)
      }
      expect(ageing.reduce((sum, { amount }) => sum + amount, 0)).toBe(behaviour.openAmount)
      for (const figure of Object.values(behaviour)) expect(figure).not.toBeNaN()
    }),
  )
})

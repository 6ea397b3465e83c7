import type { Day } from '#shared/domain/calendar.ts'
import type { Amount } from '#shared/domain/money.ts'
import type { Settlement } from './invoice-settlement.ts'

/** Receivables open longer than this beyond terms are bad debts in the making. */
const BAD_AFTER_DAYS = 90

/** Sums over settled invoices, from which the rates follow. */
export interface PaymentSums {
  /** Invoices due in the window. */
  count: number
  due: Amount
  collected: Amount
  disputed: Amount
  /** Of `due`, what is paid or past its terms; the rest may still be paid in time. */
  decided: Amount
  timely: Amount
  /** Amount × days beyond terms. */
  lateDays: number
  /** Of all invoices, however old. */
  open: Amount
  overdue: Amount
  badlyOverdue: Amount
}

export function emptySums(): PaymentSums {
  return {
    count: 0,
    due: 0,
    collected: 0,
    disputed: 0,
    decided: 0,
    timely: 0,
    lateDays: 0,
    open: 0,
    overdue: 0,
    badlyOverdue: 0,
  }
}

export interface RateWindow {
  /** Due days that count, both included; `to` is the as-of date. */
  from: Day
  to: Day
  /** Days after the due day that still count as in time. */
  graceDays?: number
}

/** Adds one invoice; credit notes, which nobody pays, are left out. */
export function addToSums(
  sums: PaymentSums,
  { dueOn, amount, isDisputed }: { dueOn: Day; amount: Amount; isDisputed: boolean },
  { portions, paid, open, daysLate }: Settlement,
  { from, to, graceDays = 0 }: RateWindow,
): void {
  if (amount <= 0) return
  if (open > 0) {
    sums.open += open
    if (daysLate > 0) sums.overdue += open
    if (daysLate > BAD_AFTER_DAYS) sums.badlyOverdue += open
  }
  if (dueOn < from || dueOn > to) return
  sums.count += 1
  sums.due += amount
  sums.collected += paid
  if (isDisputed) sums.disputed += amount
  for (const portion of portions) {
    const isTimely = portion.daysLate <= graceDays
    if (portion.daysLate > 0) sums.lateDays += portion.amount * portion.daysLate
    if (portion.paidOn === null && isTimely) continue
    sums.decided += portion.amount
    if (isTimely) sums.timely += portion.amount
  }
}

/** Percent and days; null where nothing tells them. */
export interface PaymentRates {
  invoiceCount: number
  collectionPercent: number | null
  timelinessPercent: number | null
  daysBeyondTerms: number | null
  overdueSharePercent: number | null
  disputePercent: number | null
}

/**
 * Collection: cash applied by the end of the period, prepayments included, to the invoices due in it over
 * their amount, at most 100. Timeliness: the part of what is decided that came within terms and grace.
 * Days beyond terms: weighted by amount, an open part counting its days so far. Overdue share: open more
 * than 90 days beyond terms over all that is open; 0 where nothing is.
 */
export function paymentRates(sums: PaymentSums): PaymentRates {
  return {
    invoiceCount: sums.count,
    collectionPercent: percentOf(sums.collected, sums.due),
    timelinessPercent: percentOf(sums.timely, sums.decided),
    daysBeyondTerms: sums.due > 0 ? sums.lateDays / sums.due : null,
    overdueSharePercent: percentOf(sums.badlyOverdue, sums.open) ?? 0,
    disputePercent: percentOf(sums.disputed, sums.due),
  }
}

function percentOf(part: number, whole: number): number | null {
  return whole > 0 ? Math.min(100, Math.max(0, (part / whole) * 100)) : null
}

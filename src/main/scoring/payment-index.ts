import { type Day, daysBetween } from '#shared/domain/calendar.ts'
import { AGEING_BUCKETS, type AgeingBucket } from '#shared/domain/invoice.ts'

export interface PayableInvoice {
  dueOn: Day
  /** In any one unit; credit notes (zero or less) are left out and counted. */
  amount: number
  /** Cash applied, in the same unit; a negative one takes back the latest before it. */
  payments: readonly { paidOn: Day; amount: number }[]
}

/** A part of an invoice that was paid on one day, or is still open. */
export interface InvoicePortion {
  amount: number
  /** Null while open. */
  paidOn: Day | null
  /** Days beyond terms, negative when early; an open portion counts up to the as-of day. */
  daysLate: number
}

export interface PaymentBehaviour {
  /** Payment index, 20 to 100 (80 is prompt), weighted by amount. */
  index: number | null
  /** Parts of 0 to 1, beyond terms and grace. */
  lateShareByCount: number | null
  lateShareByAmount: number | null
  /** Mean days beyond terms; early and prompt count as 0 days. */
  meanDaysLate: number | null
  amountWeightedDaysLate: number | null
  /** Invoices that are paid or past due: only these say something about behaviour. */
  judgedCount: number
  judgedAmount: number
  openAmount: number
  overdueAmount: number
  ageing: { bucket: AgeingBucket; amount: number; share: number | null }[]
  /** Invoices without a positive amount. */
  excludedCount: number
}

/** Days beyond terms and the index they earn, linear between and held outside. */
export const PAYMENT_INDEX_KEY: readonly (readonly [days: number, index: number])[] = [
  [-30, 100],
  [-20, 90],
  [0, 80],
  [15, 70],
  [22, 60],
  [30, 50],
  [60, 40],
  [90, 30],
  [120, 20],
]

/**
 * How promptly invoices are paid, as known on a day: payments after it are not seen, an unpaid invoice
 * past due counts as late up to that day, one that is not due yet counts only in the ageing.
 * Source: key of the D&B PAYDEX score (dandb.com), amount-weighted.
 * @param graceDays beyond terms that still count as in time
 * @param roundingRemainder below this much, what no payment covers is rounding, in the invoices' unit
 */
export function paymentBehaviour(
  invoices: readonly PayableInvoice[],
  asOf: Day,
  graceDays = 0,
  roundingRemainder = 0,
): PaymentBehaviour {
  const byCount = { judged: 0, late: 0, days: 0 }
  const byAmount = { judged: 0, late: 0, days: 0, index: 0 }
  const ageing = new Map<AgeingBucket, number>(AGEING_BUCKETS.map((bucket) => [bucket, 0]))
  let excludedCount = 0

  for (const invoice of invoices) {
    if (!(invoice.amount > 0)) {
      excludedCount += 1
      continue
    }
    const portions = invoicePortions(invoice, asOf, roundingRemainder)
    for (const { amount, paidOn, daysLate } of portions) {
      if (paidOn === null) {
        const bucket = bucketOf(daysLate)
        ageing.set(bucket, (ageing.get(bucket) ?? 0) + amount)
        if (daysLate <= 0) continue
      }
      byAmount.judged += amount
      byAmount.days += amount * Math.max(daysLate, 0)
      byAmount.index += amount * indexOfDays(daysLate)
      if (daysLate > graceDays) byAmount.late += amount
    }
    const settled = portions.at(-1)
    if (!settled || (settled.paidOn === null && settled.daysLate <= 0)) continue
    byCount.judged += 1
    byCount.days += Math.max(settled.daysLate, 0)
    if (settled.daysLate > graceDays) byCount.late += 1
  }

  const openAmount = sumOf(ageing.values())
  const perAmount = (total: number) => (byAmount.judged > 0 ? total / byAmount.judged : null)
  const perInvoice = (total: number) => (byCount.judged > 0 ? total / byCount.judged : null)
  return {
    index: perAmount(byAmount.index),
    lateShareByCount: perInvoice(byCount.late),
    lateShareByAmount: perAmount(byAmount.late),
    meanDaysLate: perInvoice(byCount.days),
    amountWeightedDaysLate: perAmount(byAmount.days),
    judgedCount: byCount.judged,
    judgedAmount: byAmount.judged,
    openAmount,
    overdueAmount: openAmount - (ageing.get('not-due') ?? 0),
    ageing: AGEING_BUCKETS.map((bucket) => {
      const amount = ageing.get(bucket) ?? 0
      return { bucket, amount, share: openAmount > 0 ? amount / openAmount : null }
    }),
    excludedCount,
  }
}

/** Index of one payment by its days beyond terms, 20 to 100. */
export function indexOfDays(daysLate: number): number {
  const after = PAYMENT_INDEX_KEY.findIndex(([days]) => daysLate <= days)
  if (after === 0) return 100
  if (after === -1) return 20
  const [lowDays, lowIndex] = PAYMENT_INDEX_KEY[after - 1] ?? [0, 80]
  const [highDays, highIndex] = PAYMENT_INDEX_KEY[after] ?? [0, 80]
  return lowIndex + ((highIndex - lowIndex) * (daysLate - lowDays)) / (highDays - lowDays)
}

/**
 * What became of an invoice by the day: its paid portions in order of payment, then the open one.
 * Payments beyond the amount are cash that belongs to nothing and are cut off. Of an invoice that was paid, an open
 * portion below `roundingRemainder` is left out.
 */
export function invoicePortions(invoice: PayableInvoice, asOf: Day, roundingRemainder = 0): InvoicePortion[] {
  const paid: { paidOn: Day; amount: number }[] = []
  const known = invoice.payments.filter((payment) => payment.paidOn <= asOf)
  for (const payment of known.toSorted((x, y) => (x.paidOn < y.paidOn ? -1 : x.paidOn > y.paidOn ? 1 : 0))) {
    if (payment.amount > 0) paid.push({ ...payment })
    else takeBack(paid, -payment.amount)
  }
  const portions: InvoicePortion[] = []
  let open = invoice.amount
  for (const { paidOn, amount } of paid) {
    if (open <= 0) break
    const applied = Math.min(amount, open)
    open -= applied
    portions.push({ amount: applied, paidOn, daysLate: daysBetween(invoice.dueOn, paidOn) })
  }
  const isRounding = portions.length > 0 && open < roundingRemainder
  if (open > 0 && !isRounding) {
    portions.push({ amount: open, paidOn: null, daysLate: daysBetween(invoice.dueOn, asOf) })
  }
  return portions
}

function takeBack(paid: { amount: number }[], amount: number): void {
  let left = amount
  while (left > 0) {
    const latest = paid.at(-1)
    if (!latest) return
    const taken = Math.min(latest.amount, left)
    latest.amount -= taken
    left -= taken
    if (latest.amount <= 0) paid.pop()
  }
}

function bucketOf(daysLate: number): AgeingBucket {
  if (daysLate <= 0) return 'not-due'
  if (daysLate <= 30) return '1-30'
  if (daysLate <= 60) return '31-60'
  return daysLate <= 90 ? '61-90' : 'over-90'
}

function sumOf(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}

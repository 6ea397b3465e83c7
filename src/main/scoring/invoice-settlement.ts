import type { Day } from '#shared/domain/calendar.ts'
import type { InvoiceState } from '#shared/domain/invoice.ts'
import type { Amount } from '#shared/domain/money.ts'
import { type InvoicePortion, invoicePortions, type PayableInvoice } from './payment-index.ts'

export interface Settlement {
  /** Paid portions in order of payment, then the open one. */
  portions: readonly InvoicePortion[]
  paid: Amount
  open: Amount
  /** Days beyond terms of the last portion, negative when early or not due yet; 0 for a credit note. */
  daysLate: number
  /** The day the last of it came; null while something is open. */
  settledOn: Day | null
}

/** Less than a cent that no payment covers is rounding, not a debt. */
export const ROUNDING_REMAINDER: Amount = 100

/** How far an invoice was paid on a day; later payments are not seen. A credit note is settled as it is. */
export function settleInvoice(invoice: PayableInvoice, asOf: Day): Settlement {
  if (invoice.amount <= 0) {
    return { portions: [], paid: 0, open: 0, daysLate: 0, settledOn: invoice.dueOn }
  }
  const portions = invoicePortions(invoice, asOf, ROUNDING_REMAINDER)
  const newest = portions.at(-1)
  const open = newest?.paidOn === null ? newest.amount : 0
  return {
    portions,
    paid: invoice.amount - open,
    open,
    daysLate: newest?.daysLate ?? 0,
    settledOn: newest?.paidOn ?? null,
  }
}

export function invoiceState({ settledOn, daysLate }: Settlement): InvoiceState {
  if (settledOn === null) return daysLate > 0 ? 'overdue' : 'open'
  return daysLate > 0 ? 'paid-late' : 'paid'
}

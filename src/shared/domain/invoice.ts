import { z } from 'zod'

/** Open and not due, open and overdue, paid in time, paid late. */
export const INVOICE_STATES = ['open', 'overdue', 'paid', 'paid-late'] as const
export const invoiceState = z.enum(INVOICE_STATES)
export type InvoiceState = z.infer<typeof invoiceState>

/** Days beyond terms of what is open. */
export const AGEING_BUCKETS = ['not-due', '1-30', '31-60', '61-90', 'over-90'] as const
export const ageingBucket = z.enum(AGEING_BUCKETS)
export type AgeingBucket = z.infer<typeof ageingBucket>

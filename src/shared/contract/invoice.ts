import { z } from 'zod'
import { day, instant } from '../domain/calendar.ts'
import { id } from '../domain/id.ts'
import { ageingBucket, invoiceState } from '../domain/invoice.ts'
import { amount, currencyCode } from '../domain/money.ts'
import { quarter } from '../domain/quarter.ts'
import { valueClass } from '../domain/value-class.ts'
import { query } from './define.ts'

const percent = z.number()

export const ageingRow = z.strictObject({
  bucket: ageingBucket,
  amount,
  /** Of all that is open; null where nothing is. */
  sharePercent: percent.nullable(),
})
export type AgeingRow = z.infer<typeof ageingRow>

/** An invoice as far as it was paid at the as-of date; amounts in the workspace's currency. */
export const invoiceRow = z.strictObject({
  number: z.string(),
  issuedOn: day,
  dueOn: day,
  amount,
  /** As it was written. */
  currency: currencyCode,
  ownAmount: amount,
  paid: amount,
  open: amount,
  state: invoiceState,
  /** Beyond terms, so far or when the last of it came; negative before the due day. */
  daysLate: z.int(),
  isDisputed: z.boolean(),
  payments: z.array(z.strictObject({ paidOn: day, amount })),
  sourceFile: z.string(),
  importedAt: instant.nullable(),
})
export type InvoiceRow = z.infer<typeof invoiceRow>

/** Rates over the invoices due in a period; null where nothing tells them. */
export const paymentRates = z.strictObject({
  invoiceCount: z.int(),
  due: amount,
  /** Cash applied by the end of the period over the amount due in it, at most 100. */
  collectionPercent: percent.nullable(),
  /** Part of what is paid or past due that came within terms, by amount. */
  timelinessPercent: percent.nullable(),
  /** Weighted by amount; what is open counts its days so far. */
  daysBeyondTerms: z.number().nullable(),
  disputePercent: percent.nullable(),
})

export const paymentPanel = z.strictObject({
  asOf: day.nullable(),
  /** First day of the twelve months the rates are of. */
  from: day.nullable(),
  hasInvoices: z.boolean(),
  rates: paymentRates,
  /** 20 to 100, 80 is prompt: of all that is paid or past due in the twelve months, or open. */
  index: z.number().nullable(),
  lateShareByCountPercent: percent.nullable(),
  lateShareByAmountPercent: percent.nullable(),
  meanDaysLate: z.number().nullable(),
  open: amount,
  overdue: amount,
  /** Open for more than 90 days beyond terms, of all that is open. */
  overdueSharePercent: percent.nullable(),
  ageing: z.array(ageingRow),
  /** Quarters with invoices due, oldest first, each as it stood at its own end. */
  quarters: z.array(paymentRates.extend({ quarter, index: z.number().nullable() })),
})
export type PaymentPanel = z.infer<typeof paymentPanel>

export const slowPayer = z.strictObject({
  accountId: id,
  number: z.string(),
  name: z.string(),
  valueClass: valueClass.nullable(),
  index: z.number().nullable(),
  daysBeyondTerms: z.number().nullable(),
  timelinessPercent: percent.nullable(),
  open: amount,
  overdue: amount,
  overdueSharePercent: percent.nullable(),
})
export type SlowPayer = z.infer<typeof slowPayer>

export const invoice = {
  /** Invoices of an account issued by the as-of date, the newest first. Errors: not-found. */
  listByAccount: query({
    input: z.strictObject({
      accountId: id,
      states: z.array(invoiceState).max(4).optional(),
      offset: z.int().min(0).max(10_000_000),
      limit: z.int().min(1).max(1000),
    }),
    output: z.strictObject({ rows: z.array(invoiceRow), total: z.int(), amount, open: amount }),
  }),
  /** How an account pays, over the twelve months before the as-of date. Errors: not-found. */
  payment: query({ input: z.strictObject({ accountId: id, asOf: day.optional() }), output: paymentPanel }),
  /** What is open in the whole portfolio, and who pays latest. */
  portfolio: query({
    input: z.strictObject({ limit: z.int().min(1).max(100).default(10) }),
    output: z.strictObject({
      asOf: day.nullable(),
      accountCount: z.int(),
      open: amount,
      overdue: amount,
      ageing: z.array(ageingRow),
      index: z.number().nullable(),
      slowPayers: z.array(slowPayer),
    }),
  }),
}

import type { Day } from '#shared/domain/calendar.ts'
import type { Amount, CurrencyCode } from '#shared/domain/money.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'

/** What an invoice says, apart from its number. */
export interface InvoiceContent {
  accountKey: number
  issuedOn: Day
  dueOn: Day
  amount: Amount
  currency: CurrencyCode
  isDisputed: boolean
}

export interface PaymentContent {
  paidOn: Day
  amount: Amount
  currency: CurrencyCode
}

/** The invoices and payments of the workspace as an import sees them; withdrawn ones are not there. */
export interface InvoiceBook {
  find(number: string): InvoiceContent | undefined
  /** Payments that stand for an invoice. */
  paymentsOf(number: string): PaymentContent[]
  /** Sum of all amounts in the workspace's currency, signs left out. */
  size(): number
}

export function openInvoiceBook({ sqlite }: ReadDatabase): InvoiceBook {
  const find = sqlite.prepare<[string], Omit<InvoiceContent, 'isDisputed'> & { isDisputed: number }>(
    `SELECT account_key AS accountKey, issued_on AS issuedOn, due_on AS dueOn, amount, currency,
       is_disputed AS isDisputed
     FROM invoice WHERE number = ? AND is_withdrawn = 0`,
  )
  const payments = sqlite.prepare<[string], PaymentContent>(
    `SELECT paid_on AS paidOn, amount, currency FROM payment
     WHERE invoice_number = ? AND is_withdrawn = 0 ORDER BY paid_on, key`,
  )
  const size = sqlite
    .prepare<[], number>(
      `SELECT (SELECT total(abs(base_amount)) FROM invoice) + (SELECT total(abs(base_amount)) FROM payment)`,
    )
    .pluck()
  return {
    find(number) {
      const row = find.get(number)
      return row && { ...row, isDisputed: row.isDisputed === 1 }
    },
    paymentsOf: (number) => payments.all(number),
    size: () => size.get() ?? 0,
  }
}

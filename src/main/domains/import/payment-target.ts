import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { RecordValues } from '../../interchange/record-field.ts'
import { openInvoiceBook, type PaymentContent } from '../invoice/invoice-book.ts'
import { toBaseAmount } from '../order/budget-rates.ts'
import { createFactDigest } from './fact-digest.ts'
import type { RecordPlan } from './record-plan.ts'
import { noMasters, numberOf, type Placement, type RecordTarget, rejected, textOf } from './record-target.ts'

interface PaidInvoice {
  currency: string
  /** Payments that stand and that no row of the file has claimed, by canonical form. */
  unclaimed: Map<string, number>
}

const formOf = ({ paidOn, amount }: PaymentContent): string => `${paidOn}\t${amount}`

/**
 * Takes in payments of invoices the workspace has, in the invoice's currency. Equal payments of one invoice are told apart
 * by their number: each one that stands answers for one row. With a batch key new payments are inserted as they are placed.
 */
export function openPaymentTarget(
  database: ReadDatabase,
  { rates }: RecordPlan,
  batchKey: number | null,
): RecordTarget {
  const book = openInvoiceBook(database)
  const digest = createFactDigest()
  const invoices = new Map<string, PaidInvoice | null>()
  let size = book.size()
  const insert =
    batchKey === null
      ? null
      : database.sqlite.prepare(
          `INSERT INTO payment (batch_key, invoice_number, paid_on, amount, currency, base_amount)
           VALUES (${batchKey}, ?, ?, ?, ?, ?)`,
        )

  const invoiceOf = (number: string): PaidInvoice | null => {
    const met = invoices.get(number)
    if (met !== undefined) return met
    const invoice = book.find(number)
    const unclaimed = new Map<string, number>()
    for (const payment of invoice ? book.paymentsOf(number) : []) {
      unclaimed.set(formOf(payment), (unclaimed.get(formOf(payment)) ?? 0) + 1)
    }
    const paid = invoice ? { currency: invoice.currency, unclaimed } : null
    invoices.set(number, paid)
    return paid
  }

  const place = (values: RecordValues): Placement => {
    const number = textOf(values, 'invoiceNumber') ?? ''
    const invoice = invoiceOf(number)
    if (!invoice) return rejected('unknown-invoice', 'invoiceNumber')
    const { currency, unclaimed } = invoice
    const named = textOf(values, 'currency')
    if (named !== null && named !== currency) return rejected('payment-currency', 'currency')
    const rate = rates.get(currency)
    if (rate === undefined) return rejected('unknown-rate', 'amount')
    const payment: PaymentContent = {
      paidOn: textOf(values, 'paidOn') ?? '',
      amount: numberOf(values, 'amount') ?? 0,
      currency,
    }
    const baseAmount = toBaseAmount(payment.amount, rate)
    const placed = { baseAmount, currency, on: payment.paidOn }
    const form = formOf(payment)
    const standing = unclaimed.get(form) ?? 0
    if (standing > 0) {
      unclaimed.set(form, standing - 1)
      return { state: 'unchanged', ...placed }
    }
    if (size + Math.abs(baseAmount) > Number.MAX_SAFE_INTEGER)
      return rejected('number-out-of-range', 'amount')
    size += Math.abs(baseAmount)
    digest.add([number, payment.paidOn, payment.amount, currency])
    insert?.run(number, payment.paidOn, payment.amount, currency, baseAmount)
    return { state: 'created', ...placed }
  }

  return {
    nouns: ['invoice'],
    place,
    write: () => ({ facts: { sha256: digest.finish() } }),
    figures: noMasters,
  }
}

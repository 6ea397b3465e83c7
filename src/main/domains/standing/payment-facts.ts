import type { Day } from '#shared/domain/calendar.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { PaymentFacts } from '../../scoring/account-inputs.ts'
import { addToSums, emptySums, type PaymentSums, paymentRates } from '../../scoring/payment-rates.ts'
import type { AccountKeys } from './account-parties.ts'
import { visitSettledInvoices } from './settled-invoices.ts'

/**
 * Payment behaviour for the value classification, by account key; an account without invoices issued by
 * the window's end is absent. Rates are over the invoices due in the window, the overdue share over all
 * that is open on its last day; payments after that day are not seen.
 */
export function readPaymentFacts(
  database: ReadDatabase,
  window: { from: Day; to: Day },
  accountKeys: AccountKeys,
): Map<number, PaymentFacts> {
  const facts = new Map<number, PaymentFacts>()
  for (const [accountKey, sums] of readPaymentSums(database, window, accountKeys)) {
    const { invoiceCount, collectionPercent, timelinessPercent, daysBeyondTerms, overdueSharePercent } =
      paymentRates(sums)
    facts.set(accountKey, {
      invoiceCount,
      collectionPercent,
      timelinessPercent,
      daysBeyondTerms,
      overdueSharePercent,
    })
  }
  return facts
}

/** The sums behind the rates, by account key. */
export function readPaymentSums(
  database: ReadDatabase,
  window: { from: Day; to: Day },
  accountKeys: AccountKeys,
): Map<number, PaymentSums> {
  const byAccount = new Map<number, PaymentSums>()
  visitSettledInvoices(database, { asOf: window.to, accountKeys }, (invoice) => {
    const sums = byAccount.get(invoice.accountKey) ?? emptySums()
    byAccount.set(invoice.accountKey, sums)
    addToSums(sums, invoice, invoice.settlement, window)
  })
  return byAccount
}

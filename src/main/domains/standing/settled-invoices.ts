import type { Day } from '#shared/domain/calendar.ts'
import type { CurrencyCode } from '#shared/domain/money.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { type Settlement, settleInvoice } from '../../scoring/invoice-settlement.ts'
import type { PayableInvoice } from '../../scoring/payment-index.ts'
import type { AccountKeys } from './account-parties.ts'

/** One invoice as far as it was paid at the as-of date; amounts in the base currency. */
export interface SettledInvoice {
  accountKey: number
  key: number
  batchKey: number
  number: string
  issuedOn: Day
  dueOn: Day
  amount: number
  currency: CurrencyCode
  /** In the invoice's own currency. */
  ownAmount: number
  isDisputed: boolean
  payments: PayableInvoice['payments']
  settlement: Settlement
}

type Cells = [
  key: number,
  accountKey: number,
  batchKey: number,
  number: string,
  issuedOn: Day,
  dueOn: Day,
  amount: number,
  currency: CurrencyCode,
  ownAmount: number,
  isDisputed: number,
  paidOn: Day | null,
  paid: number | null,
]

const COLUMNS = `invoice.key, invoice.account_key, invoice.batch_key, invoice.number, invoice.issued_on,
  invoice.due_on, invoice.base_amount, invoice.currency, invoice.amount, invoice.is_disputed,
  payment.paid_on, payment.base_amount`

const PAYMENTS = `LEFT JOIN payment ON payment.invoice_number = invoice.number
    AND payment.is_withdrawn = 0 AND payment.paid_on <= @asOf`

const ALL = `SELECT ${COLUMNS} FROM invoice ${PAYMENTS}
  WHERE invoice.is_withdrawn = 0 AND invoice.issued_on <= @asOf
  ORDER BY invoice.key`

const SOME = `SELECT ${COLUMNS} FROM json_each(@keys) AS wanted
  CROSS JOIN invoice ON invoice.account_key = wanted.value AND invoice.is_withdrawn = 0
    AND invoice.issued_on <= @asOf
  ${PAYMENTS}
  ORDER BY invoice.key`

/**
 * Every invoice issued by a day with the payments that had come by then, of all accounts or of some:
 * one pass over the tables, each invoice given to `visit` once.
 */
export function visitSettledInvoices(
  { sqlite }: ReadDatabase,
  { asOf, accountKeys }: { asOf: Day; accountKeys: AccountKeys },
  visit: (invoice: SettledInvoice) => void,
): void {
  const statement = sqlite.prepare<{ asOf: Day; keys?: string }, Cells>(accountKeys === 'all' ? ALL : SOME)
  const parameters = accountKeys === 'all' ? { asOf } : { asOf, keys: JSON.stringify(accountKeys) }
  let current: Cells | undefined
  let payments: { paidOn: Day; amount: number }[] = []
  const finish = (): void => {
    if (!current) return
    const [key, accountKey, batchKey, number, issuedOn, dueOn, amount, currency, ownAmount, isDisputed] =
      current
    visit({
      accountKey,
      key,
      batchKey,
      number,
      issuedOn,
      dueOn,
      amount,
      currency,
      ownAmount,
      isDisputed: isDisputed === 1,
      payments,
      settlement: settleInvoice({ dueOn, amount, payments }, asOf),
    })
  }
  for (const cells of statement.raw().iterate(parameters)) {
    if (current?.[0] !== cells[0]) {
      finish()
      current = cells
      payments = []
    }
    const paidOn = cells[10]
    if (paidOn !== null) payments.push({ paidOn, amount: cells[11] ?? 0 })
  }
  finish()
}

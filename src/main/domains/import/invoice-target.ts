import type { Id } from '#shared/domain/id.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { RecordValues } from '../../interchange/record-field.ts'
import { type InvoiceContent, openInvoiceBook } from '../invoice/invoice-book.ts'
import { toBaseAmount } from '../order/budget-rates.ts'
import { createAccountFinder } from './account-finder.ts'
import { createFactDigest } from './fact-digest.ts'
import type { RecordPlan } from './record-plan.ts'
import { noMasters, numberOf, type Placement, type RecordTarget, rejected, textOf } from './record-target.ts'

/**
 * Takes in invoices of customers the workspace has. A number stands once: the same invoice again is left as it is, one that
 * says something else is refused. With a batch key every new invoice is inserted as it is placed.
 */
export function openInvoiceTarget(
  database: ReadDatabase,
  { rates, defaultCurrency }: RecordPlan,
  batchKey: number | null,
): RecordTarget {
  const book = openInvoiceBook(database)
  const findAccount = createAccountFinder(database)
  const digest = createFactDigest()
  const seen = new Set<string>()
  let size = book.size()
  const insert =
    batchKey === null
      ? null
      : database.sqlite.prepare(
          `INSERT INTO invoice (batch_key, account_key, number, issued_on, due_on, amount, currency, base_amount, is_disputed)
           VALUES (${batchKey}, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )

  const add = (number: string, accountId: Id, invoice: InvoiceContent, baseAmount: number) => {
    const { accountKey, issuedOn, dueOn, amount, currency, isDisputed } = invoice
    digest.add([accountId, number, issuedOn, dueOn, amount, currency, isDisputed])
    insert?.run(accountKey, number, issuedOn, dueOn, amount, currency, baseAmount, isDisputed ? 1 : 0)
  }

  const place = (values: RecordValues): Placement => {
    const number = textOf(values, 'invoiceNumber') ?? ''
    const customerNumber = textOf(values, 'customerNumber')
    const customerField = customerNumber === null ? 'customerName' : 'customerNumber'
    const currency = textOf(values, 'currency') ?? defaultCurrency
    const rate = rates.get(currency)
    if (seen.has(number)) return rejected('repeated-key', 'invoiceNumber')
    if (rate === undefined)
      return rejected('unknown-rate', values.currency === undefined ? 'amount' : 'currency')
    const account = findAccount(customerNumber, textOf(values, 'customerName'))
    if (account === 'unknown') return rejected('unknown-customer', customerField)
    if (account === 'ambiguous') return rejected('ambiguous-customer', customerField)
    const invoice: InvoiceContent = {
      accountKey: account.key,
      issuedOn: textOf(values, 'issuedOn') ?? '',
      dueOn: textOf(values, 'dueOn') ?? '',
      amount: numberOf(values, 'amount') ?? 0,
      currency,
      isDisputed: values.disputed === true,
    }
    const baseAmount = toBaseAmount(invoice.amount, rate)
    const placed = { baseAmount, currency, on: invoice.issuedOn }
    const standing = book.find(number)
    if (standing) {
      if (!isSame(standing, invoice)) return rejected('stands-differently', 'invoiceNumber')
      seen.add(number)
      return { state: 'unchanged', ...placed }
    }
    if (size + Math.abs(baseAmount) > Number.MAX_SAFE_INTEGER)
      return rejected('number-out-of-range', 'amount')
    size += Math.abs(baseAmount)
    seen.add(number)
    add(number, account.id, invoice, baseAmount)
    return { state: 'created', ...placed }
  }

  return {
    nouns: ['invoice'],
    place,
    write: () => ({ facts: { sha256: digest.finish() } }),
    figures: noMasters,
  }
}

function isSame(one: InvoiceContent, other: InvoiceContent): boolean {
  return (
    one.accountKey === other.accountKey &&
    one.issuedOn === other.issuedOn &&
    one.dueOn === other.dueOn &&
    one.amount === other.amount &&
    one.currency === other.currency &&
    one.isDisputed === other.isDisputed
  )
}

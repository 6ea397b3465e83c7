import type { InvoiceRow } from '#shared/contract/invoice.ts'
import type { Day, Instant } from '#shared/domain/calendar.ts'
import type { InvoiceState } from '#shared/domain/invoice.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { invoiceState } from '../../scoring/invoice-settlement.ts'
import { type SettledInvoice, visitSettledInvoices } from '../standing/settled-invoices.ts'

/** Later than any day an invoice may carry: everything is seen. */
const END_OF_TIME: Day = '9999-12-31'

/** An account's invoices issued by a day, in the order they were imported. */
export function readInvoicesOf(
  database: ReadDatabase,
  accountKey: number,
  asOf: Day | null,
): SettledInvoice[] {
  const invoices: SettledInvoice[] = []
  visitSettledInvoices(database, { asOf: asOf ?? END_OF_TIME, accountKeys: [accountKey] }, (invoice) =>
    invoices.push(invoice),
  )
  return invoices
}

export interface InvoiceWish {
  states?: readonly InvoiceState[] | undefined
  offset: number
  limit: number
}

/** A page of an account's invoices, the newest first, with the sums of all that match. */
export function listInvoices(
  database: ReadDatabase,
  accountKey: number,
  asOf: Day | null,
  { states, offset, limit }: InvoiceWish,
): { rows: InvoiceRow[]; total: number; amount: number; open: number } {
  const wanted = readInvoicesOf(database, accountKey, asOf)
    .filter(({ settlement }) => !states || states.includes(invoiceState(settlement)))
    .sort((a, b) => (a.issuedOn < b.issuedOn ? 1 : a.issuedOn > b.issuedOn ? -1 : b.key - a.key))
  const sum = (read: (invoice: SettledInvoice) => number) =>
    wanted.reduce((total, invoice) => total + read(invoice), 0)
  const sourceOf = sourceReader(database)
  return {
    rows: wanted.slice(offset, offset + limit).map((invoice) => ({
      number: invoice.number,
      issuedOn: invoice.issuedOn,
      dueOn: invoice.dueOn,
      amount: invoice.amount,
      currency: invoice.currency,
      ownAmount: invoice.ownAmount,
      paid: invoice.settlement.paid,
      open: invoice.settlement.open,
      state: invoiceState(invoice.settlement),
      daysLate: invoice.settlement.daysLate,
      isDisputed: invoice.isDisputed,
      payments: invoice.payments.map(({ paidOn, amount }) => ({ paidOn, amount })),
      ...sourceOf(invoice.batchKey),
    })),
    total: wanted.length,
    amount: sum(({ amount }) => amount),
    open: sum(({ settlement }) => settlement.open),
  }
}

type Source = { sourceFile: string; importedAt: Instant | null }

function sourceReader(database: ReadDatabase): (batchKey: number) => Source {
  const known = new Map<number, Source>()
  return (batchKey) => {
    const source = known.get(batchKey)
    if (source) return source
    const row = database.get(
      tables.selectFrom('fact_batch').select(['file_name', 'imported_at']).where('key', '=', batchKey),
    )
    const read = { sourceFile: row?.file_name ?? '', importedAt: row?.imported_at ?? null }
    known.set(batchKey, read)
    return read
  }
}

import { randomUUID } from 'node:crypto'
import type { Day } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import { idToBlob } from '../../../src/main/database/id-blob.ts'
import { NOW, type TradingWorkspace } from '../standing/trading-workspace.ts'

/** An invoice with its payments as a test writes it down; amounts in currency units. */
export interface Bill {
  account: string
  number: string
  issuedOn: Day
  dueOn: Day
  amount: number
  isDisputed?: boolean
  payments?: readonly { paidOn: Day; amount: number }[]
}

const scaled = (units: number) => Math.round(units * 10_000)

/** Imports bills and their payments as two batches and one entry of the history. Returns the entry. */
export function bill(workspace: TradingWorkspace, bills: readonly Bill[]): Id {
  const { database, ledger } = workspace
  const { sqlite } = database
  return database.transaction(() => {
    const change = ledger.open({ key: 'import.invoices', values: {} }, ['invoice'])
    const batch = (kind: 'invoices' | 'payments'): number => {
      const id = randomUUID()
      change.setAll('fact_batch', id, {
        core: {
          kind,
          fileName: `${kind}.csv`,
          sha256: null,
          rowCount: bills.length,
          importedAt: new Date(NOW).toISOString(),
          author: 'Lin',
        },
        state: { withdrawn: false },
      })
      return Number(
        sqlite.prepare<[Buffer], number>('SELECT key FROM fact_batch WHERE id = ?').pluck().get(idToBlob(id)),
      )
    }
    const invoices = batch('invoices')
    const payments = batch('payments')
    const insertInvoice = sqlite.prepare(
      `INSERT INTO invoice (batch_key, account_key, number, issued_on, due_on, amount, currency, base_amount, is_disputed)
       VALUES (?, ?, ?, ?, ?, ?, 'CNY', ?, ?)`,
    )
    const insertPayment = sqlite.prepare(
      `INSERT INTO payment (batch_key, invoice_number, paid_on, amount, currency, base_amount)
       VALUES (?, ?, ?, ?, 'CNY', ?)`,
    )
    for (const { account, number, issuedOn, dueOn, amount, isDisputed, payments: paid = [] } of bills) {
      const value = scaled(amount)
      const key = workspace.keyOf(account)
      insertInvoice.run(invoices, key, number, issuedOn, dueOn, value, value, isDisputed ? 1 : 0)
      for (const part of paid) {
        insertPayment.run(payments, number, part.paidOn, scaled(part.amount), scaled(part.amount))
      }
    }
    return change.finish().id
  })
}

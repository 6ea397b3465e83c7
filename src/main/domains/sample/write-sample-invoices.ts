import type { Id } from '#shared/domain/id.ts'
import type { WorkspaceDatabase } from '../../database/workspace-database.ts'
import type { ChangeWriter } from '../../ledger/ledger.ts'
import { createFactDigest } from '../import/fact-digest.ts'
import { SAMPLE_FIRM } from './sample-firm.ts'
import type { SampleInvoice } from './sample-invoices.ts'

export interface SampleKeys {
  language: 'zh' | 'en'
  idOf(kind: string, key: string): Id
  keyOf(table: 'party' | 'fact_batch', id: Id): number
}

const FILES = {
  invoices: { zh: '东澜传动_发票.csv', en: 'Donglan_invoices.csv' },
  payments: { zh: '东澜传动_收款.csv', en: 'Donglan_payments.csv' },
} as const

const IMPORTED_AT = { invoices: '2026-10-09T06:35:00.000Z', payments: '2026-10-09T06:36:00.000Z' } as const

/** Writes bills and payments as two batches, as an import of two files would. */
export function writeSampleInvoices(
  change: ChangeWriter,
  { sqlite }: WorkspaceDatabase,
  invoices: readonly SampleInvoice[],
  { language, idOf, keyOf }: SampleKeys,
): void {
  const { currency } = SAMPLE_FIRM
  const batch = (kind: keyof typeof FILES, write: (batchKey: number) => { sha256: string; rows: number }) => {
    const id = idOf('batch', kind)
    change.set('fact_batch', id, 'state', { withdrawn: false })
    const { sha256, rows } = write(keyOf('fact_batch', id))
    change.set('fact_batch', id, 'core', {
      kind,
      fileName: FILES[kind][language],
      sha256,
      rowCount: rows,
      importedAt: IMPORTED_AT[kind],
      author: SAMPLE_FIRM.managers[0] ?? '',
    })
  }

  batch('invoices', (batchKey) => {
    const insert = sqlite.prepare(
      `INSERT INTO invoice (batch_key, account_key, number, issued_on, due_on, amount, currency, base_amount, is_disputed)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    const digest = createFactDigest()
    const accountKeys = new Map<string, number>()
    for (const { accountNumber, number, issuedOn, dueOn, amount, isDisputed } of invoices) {
      const accountId = idOf('account', accountNumber)
      const accountKey = accountKeys.get(accountId) ?? keyOf('party', accountId)
      accountKeys.set(accountId, accountKey)
      digest.add([accountId, number, issuedOn, dueOn, amount, currency, isDisputed])
      const disputed = isDisputed ? 1 : 0
      insert.run(batchKey, accountKey, number, issuedOn, dueOn, amount, currency, amount, disputed)
    }
    return { sha256: digest.finish(), rows: invoices.length }
  })

  batch('payments', (batchKey) => {
    const insert = sqlite.prepare(
      `INSERT INTO payment (batch_key, invoice_number, paid_on, amount, currency, base_amount)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    const digest = createFactDigest()
    let rows = 0
    for (const { number, payments } of invoices) {
      for (const { paidOn, amount } of payments) {
        rows += 1
        digest.add([number, paidOn, amount, currency])
        insert.run(batchKey, number, paidOn, amount, currency, amount)
      }
    }
    return { sha256: digest.finish(), rows }
  })
}

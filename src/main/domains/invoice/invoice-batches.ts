import type { Id } from '#shared/domain/id.ts'
import { idToBlob } from '../../database/id-blob.ts'
import type { WorkspaceDatabase } from '../../database/workspace-database.ts'

interface Batch {
  key: number
  kind: string
  sha256: string | null
  isActive: number
}

const BATCH = 'key, kind, sha256, is_withdrawn = 0 AND is_deleted = 0 AS isActive FROM fact_batch'

/**
 * Brings invoices and payments in line with the recorded state of their batches. An invoice number stands once, through
 * the oldest active batch that has it; a batch of payments whose very rows stand through a twin waits until that one goes.
 */
export function applyInvoiceBatches(database: WorkspaceDatabase, batchIds: readonly Id[]): void {
  const { sqlite } = database
  const byId = sqlite.prepare<[Buffer], Batch>(`SELECT ${BATCH} WHERE id = ?`)
  const batches = batchIds.flatMap((id) => byId.get(idToBlob(id)) ?? [])
  for (const { key } of batches.filter(({ kind }) => kind === 'invoices')) restandInvoices(database, key)
  const payments = batches.filter(({ kind }) => kind === 'payments')
  if (payments.length > 0) applyPayments(database, payments)
}

function restandInvoices({ sqlite }: WorkspaceDatabase, batchKey: number): void {
  sqlite
    .prepare(
      `UPDATE invoice SET is_withdrawn = CASE WHEN key = (
         SELECT min(same.key) FROM invoice AS same JOIN fact_batch ON fact_batch.key = same.batch_key
         WHERE same.number = invoice.number AND fact_batch.is_withdrawn = 0 AND fact_batch.is_deleted = 0
       ) THEN 0 ELSE 1 END
       WHERE number IN (SELECT number FROM invoice WHERE batch_key = ?)`,
    )
    .run(batchKey)
}

function applyPayments({ sqlite }: WorkspaceDatabase, batches: readonly Batch[]): void {
  const twinsOf = sqlite.prepare<[string, number], Batch>(
    `SELECT ${BATCH} WHERE kind = 'payments' AND sha256 = ? AND key <> ? ORDER BY key`,
  )
  const stands = sqlite.prepare<[number]>(
    'SELECT 1 FROM payment WHERE batch_key = ? AND is_withdrawn = 0 LIMIT 1',
  )
  const show = sqlite.prepare<[number, number, number]>(
    'UPDATE payment SET is_withdrawn = ? WHERE batch_key = ? AND is_withdrawn <> ?',
  )
  const move = ({ key }: Batch, isWithdrawn: 0 | 1) => show.run(isWithdrawn, key, isWithdrawn)
  const twins = ({ key, sha256 }: Batch) => (sha256 === null ? [] : twinsOf.all(sha256, key))

  const leaving = batches.filter((batch) => batch.isActive === 0 && stands.get(batch.key))
  for (const batch of leaving) move(batch, 1)
  for (const batch of [...batches, ...leaving.flatMap(twins)]) {
    if (batch.isActive === 0) continue
    if (!twins(batch).some(({ key }) => stands.get(key))) move(batch, 0)
  }
}

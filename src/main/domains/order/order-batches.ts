import type { Id } from '#shared/domain/id.ts'
import { idToBlob } from '../../database/id-blob.ts'
import type { WorkspaceDatabase } from '../../database/workspace-database.ts'
import { shiftProductSales } from './product-sales.ts'
import { recountAccounts } from './recount-accounts.ts'
import { suspendIndexes, WORTH_SUSPENDING } from './suspended-indexes.ts'

interface Batch {
  key: number
  sha256: string | null
  isActive: number
}

const BATCH = 'key, sha256, is_withdrawn = 0 AND is_deleted = 0 AS isActive FROM fact_batch'

/**
 * Brings the lines of batches in line with their recorded state. A batch whose very rows stand already through another
 * batch waits until that one goes: rows count once, however many batches carry them.
 */
export function applyBatchState(database: WorkspaceDatabase, batchIds: readonly Id[]): void {
  const { sqlite } = database
  const byId = sqlite.prepare<[Buffer], Batch>(`SELECT ${BATCH} WHERE id = ?`)
  const twinsOf = sqlite.prepare<[string, number], Batch>(
    `SELECT ${BATCH} WHERE sha256 = ? AND key <> ? ORDER BY key`,
  )
  const stands = sqlite.prepare<[number]>('SELECT 1 FROM order_line WHERE batch_key = ? LIMIT 1')
  const waits = sqlite.prepare<[number]>('SELECT 1 FROM order_line_withdrawn WHERE batch_key = ? LIMIT 1')
  const batches = batchIds.flatMap((id) => byId.get(idToBlob(id)) ?? [])

  const leaving = batches.filter((batch) => batch.isActive === 0 && stands.get(batch.key))
  for (const batch of leaving) withdrawBatch(database, batch.key)

  const twins = (batch: Batch) => (batch.sha256 === null ? [] : twinsOf.all(batch.sha256, batch.key))
  for (const batch of [...batches, ...leaving.flatMap(twins)]) {
    if (batch.isActive === 0 || !waits.get(batch.key)) continue
    if (!twins(batch).some((twin) => stands.get(twin.key))) restoreBatch(database, batch.key)
  }
}

/** Takes a batch's lines out of every figure; they keep their keys and wait for `restoreBatch`. */
export function withdrawBatch(database: WorkspaceDatabase, batchKey: number): void {
  move(database, batchKey, 'order_line', 'order_line_withdrawn')
}

/** Puts a withdrawn batch's lines back where they were. */
export function restoreBatch(database: WorkspaceDatabase, batchKey: number): void {
  move(database, batchKey, 'order_line_withdrawn', 'order_line')
}

type LineTable = 'order_line' | 'order_line_withdrawn'

function move(database: WorkspaceDatabase, batchKey: number, from: LineTable, to: LineTable): void {
  // A savepoint inside a transaction would keep a copy of every page that changes.
  const wrap = database.sqlite.inTransaction ? (work: () => void) => work() : database.transaction
  wrap(() => {
    const { sqlite } = database
    const count = (table: LineTable, condition = '') =>
      sqlite.prepare<[], number>(`SELECT count(*) FROM ${table} ${condition}`).pluck().get() ?? 0
    const moving = count(from, `WHERE batch_key = ${batchKey}`)
    const isWhole = moving === count(from)
    const isMuchIntoEmpty = moving >= WORTH_SUSPENDING && count(to) === 0

    const accounts = sqlite
      .prepare<[number], number>(`SELECT DISTINCT account_key FROM ${from} WHERE batch_key = ?`)
      .pluck()
      .all(batchKey)
    const resume = isMuchIntoEmpty ? suspendIndexes(sqlite, [to]) : () => {}
    sqlite.prepare(`INSERT INTO ${to} SELECT * FROM ${from} WHERE batch_key = ? ORDER BY key`).run(batchKey)
    resume()
    // Without a condition SQLite clears the table and its indexes page by page.
    if (isWhole) sqlite.exec(`DELETE FROM ${from}`)
    else sqlite.prepare(`DELETE FROM ${from} WHERE batch_key = ?`).run(batchKey)
    if (recountAccounts(database, new Set(accounts)) === 'accounts') {
      shiftProductSales(sqlite, to === 'order_line' ? 1 : -1, to, batchKey)
    }
  })
}

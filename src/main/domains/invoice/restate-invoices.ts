import type { Id } from '#shared/domain/id.ts'
import { idToBlob } from '../../database/id-blob.ts'
import type { WorkspaceDatabase } from '../../database/workspace-database.ts'
import { readBudgetRates, toBaseAmount } from '../order/budget-rates.ts'

/**
 * Restates invoices and payments in the currencies of changed budget rates. Takes rows of currency_rate; a currency that
 * has lost its rate keeps the amounts it has.
 */
export function restateInvoices(database: WorkspaceDatabase, rateIds: readonly Id[]): void {
  const { sqlite } = database
  const currencyOf = sqlite
    .prepare<[Buffer], string | null>('SELECT currency FROM currency_rate WHERE id = ?')
    .pluck()
  const { rates } = readBudgetRates(database)
  for (const currency of new Set(rateIds.map((id) => currencyOf.get(idToBlob(id))))) {
    const rate = currency && rates.get(currency)
    if (!currency || !rate) continue
    for (const table of ['invoice', 'payment'] as const) {
      const rows = sqlite
        .prepare<[string], { key: number; amount: number; base: number }>(
          `SELECT key, amount, base_amount AS base FROM ${table} WHERE currency = ?`,
        )
        .all(currency)
      const update = sqlite.prepare(`UPDATE ${table} SET base_amount = ? WHERE key = ?`)
      for (const { key, amount, base } of rows) {
        const restated = toBaseAmount(amount, rate)
        if (restated !== base) update.run(restated, key)
      }
    }
  }
}

import type { Id } from '#shared/domain/id.ts'
import type { WorkspaceDatabase } from '../database/workspace-database.ts'
import { partiesOfValues } from '../domains/field/custom-values.ts'
import { applyInvoiceBatches } from '../domains/invoice/invoice-batches.ts'
import { restateInvoices } from '../domains/invoice/restate-invoices.ts'
import { applyBatchState } from '../domains/order/order-batches.ts'
import { recategoriseProducts, restateCurrency } from '../domains/order/rebuild-aggregates.ts'
import { accountKeysOf } from '../domains/party/party-repository.ts'
import { hasSpendIn, partiesWithSpend } from '../domains/spend/spend-repository.ts'
import { partiesOfOverrides } from '../domains/standing/class-overrides.ts'
import { partiesOfRatings } from '../domains/standing/credit-grades.ts'
import { partiesOfEntries } from '../domains/standing/lifetime-entries.ts'
import { refreshStanding } from '../domains/standing/refresh-standing.ts'
import type { MaterialisedChange } from '../ledger/ledger.ts'

/** Registers whose change restates every account's standing. */
const RESTATES_ALL = new Set([
  'fact_batch',
  'currency_rate',
  'scoring_model',
  'setting',
  'product',
  'custom_field',
])

/**
 * Brings everything derived from registers up to date: facts of a withdrawn or restored batch, aggregates of
 * moved products and restated currencies, standings. Runs inside the change's own transaction.
 */
export function applyEffects(database: WorkspaceDatabase, changes: readonly MaterialisedChange[]): void {
  const rowsOf = (table: string, register?: string): Id[] => [
    ...new Set(
      changes
        .filter((change) => change.table === table && (!register || change.register === register))
        .map((change) => change.rowId),
    ),
  ]
  const batches = rowsOf('fact_batch')
  if (batches.length > 0) {
    applyBatchState(database, batches)
    applyInvoiceBatches(database, batches)
  }

  const products = rowsOf('product', 'category')
  if (products.length > 0) recategoriseProducts(database, products)

  const rates = rowsOf('currency_rate')
  if (rates.length > 0) {
    restateCurrency(database, rates)
    restateInvoices(database, rates)
  }

  if (changes.some((change) => RESTATES_ALL.has(change.table))) {
    refreshStanding(database, 'all')
    return
  }
  const parties = [
    ...rowsOf('party'),
    ...partiesOfValues(database, rowsOf('custom_value')),
    ...partiesOfOverrides(database, rowsOf('class_override')),
    ...partiesOfRatings(database, rowsOf('credit_rating')),
    ...partiesOfEntries(database, rowsOf('lifetime_assumption')),
  ]
  // One wallet more moves the third that others belong to.
  if (rowsOf('customer_spend').length > 0 || hasSpendIn(database, rowsOf('category'))) {
    parties.push(...partiesWithSpend(database))
  }
  const roles = rowsOf('party_role')
  if (parties.length + roles.length === 0) return
  refreshStanding(database, accountKeysOf(database, { parties, roles }))
}

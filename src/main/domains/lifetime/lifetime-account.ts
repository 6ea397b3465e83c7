import { MainstayError } from '#shared/contract/call-result.ts'
import type { LifetimeAccount } from '#shared/contract/lifetime.ts'
import type { Id } from '#shared/domain/id.ts'
import type { LifetimeEntries } from '#shared/domain/lifetime.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { readSettings } from '../settings/settings-repository.ts'
import { findHistoryStart } from '../standing/account-facts-repository.ts'
import { requireAccountKey } from '../standing/account-parties.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { readEntries } from '../standing/lifetime-entries.ts'
import { findModelInForce } from '../standing/model-in-force.ts'
import { valueAccount } from './account-value.ts'
import { type CustomerBaseAt, findCustomerBase, HORIZON_WEEKS } from './customer-base-at.ts'

/** One account's forecast. Errors: not-found; no-data while there are no orders. */
export function findLifetimeAccount(
  database: ReadDatabase,
  { accountId, trial }: { accountId: Id; trial?: LifetimeEntries | undefined },
): LifetimeAccount {
  const accountKey = requireAccountKey(database, accountId)
  const asOf = effectiveAsOf(database)
  if (asOf === null || findHistoryStart(database, asOf) === null) {
    throw new MainstayError('no-data', 'A forecast needs orders.')
  }
  const known = findCustomerBase(database, asOf)
  const entries = trial ?? readEntries(database, accountId)
  return {
    asOf,
    currency: findModelInForce(database)?.model.currency ?? readSettings(database).baseCurrency,
    isTrial: trial !== undefined,
    ...valueAccount(known.figures.accounts.get(accountKey), known.figures, entries),
    outlook: outlookOf(known, accountKey),
  }
}

function outlookOf({ base, customers }: CustomerBaseAt, accountKey: number): LifetimeAccount['outlook'] {
  const customer = customers.get(accountKey)
  if (!customer) return { kind: 'never-ordered' }
  const { forecast, orderDays, firstOrderedOn, lastOrderedOn } = customer
  if (base.kind === 'not-estimable') return { kind: 'not-estimable', reason: base.reason }
  if (!forecast) return { kind: 'not-estimable', reason: 'not-converged' }
  return {
    kind: 'estimated',
    horizonWeeks: HORIZON_WEEKS,
    orderDays,
    firstOrderedOn,
    lastOrderedOn,
    noOrderPercent: forecast.noPurchase * 100,
    expectedOrders: forecast.expectedPurchases,
    alivePercent: forecast.alive === null ? null : forecast.alive * 100,
    isDegenerate: base.fit.degenerate,
  }
}

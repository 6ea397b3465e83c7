import { roundHalfAway } from '#shared/domain/money.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { readSettings } from '../settings/settings-repository.ts'

export interface BudgetRates {
  baseCurrency: string
  /** Units of the base currency for one unit of each currency; the base currency itself is 1. */
  rates: ReadonlyMap<string, number>
}

/** The workspace's currency and its fixed budget rates. */
export function readBudgetRates(database: ReadDatabase): BudgetRates {
  const { baseCurrency } = readSettings(database)
  const rates = new Map(
    database.sqlite
      .prepare<[], [string, number]>(
        `SELECT currency, budget_rate FROM currency_rate
         WHERE is_deleted = 0 AND currency IS NOT NULL AND budget_rate > 0`,
      )
      .raw()
      .all(),
  )
  rates.set(baseCurrency, 1)
  return { baseCurrency, rates }
}

/** An amount in the base currency, rounded half away from zero. */
export function toBaseAmount(amount: number, rate: number): number {
  // Adding 0 turns the −0 of a rounded return into 0.
  return rate === 1 ? amount : roundHalfAway(amount * rate) + 0
}

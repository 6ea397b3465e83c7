import type { Id } from '#shared/domain/id.ts'
import type { CurrencyCode } from '#shared/domain/money.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { stableId } from '../../ledger/stable-id.ts'

export const currencyRateId = (currency: CurrencyCode): Id => stableId('currency-rate', currency)

export interface CurrencyUse {
  currency: CurrencyCode
  budgetRate: number
  lineCount: number
}

/** Rates set by the user, with the number of order lines in each currency. */
export function listCurrencyRates(database: ReadDatabase): CurrencyUse[] {
  const counts = new Map(
    database
      .all(
        tables
          .selectFrom('order_line')
          .select((builder) => ['currency', builder.fn.countAll<number>().as('lines')])
          .groupBy('currency'),
      )
      .map((row) => [row.currency, row.lines]),
  )
  return database
    .all(
      tables
        .selectFrom('currency_rate')
        .select(['currency', 'budget_rate'])
        .where('is_deleted', '=', 0)
        .orderBy('currency'),
    )
    .flatMap(({ currency, budget_rate }) =>
      currency && budget_rate
        ? [{ currency, budgetRate: budget_rate, lineCount: counts.get(currency) ?? 0 }]
        : [],
    )
}

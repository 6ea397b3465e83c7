import type { OutputOf } from '#shared/contract/contract.ts'
import { LADDER_QUARTERS } from '#shared/contract/publication.ts'
import { lastDayOfMonth, type MonthIndex, monthOf } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import { lastDayOfQuarter } from '#shared/domain/quarter.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { requireAccountKey } from '../standing/account-parties.ts'
import { classifyAccounts } from '../standing/classify-accounts.ts'
import { findModelAt } from '../standing/model-in-force.ts'
import { gatherPortfolio } from '../standing/portfolio-facts.ts'
import { fullQuarters } from './open-quarters.ts'
import { readResultsOf } from './publication-repository.ts'

type Ladder = OutputOf<'publication.ladder'>
type CalculatedStep = Ladder['quarters'][number]['calculated']

/** Calculated and published classes of one account over the last full quarters. Errors: not-found. */
export function readClassLadder(database: ReadDatabase, accountId: Id): Ladder {
  const accountKey = requireAccountKey(database, accountId)
  const quarters = fullQuarters(database, LADDER_QUARTERS)
  const [first] = quarters
  const last = quarters.at(-1)
  if (first === undefined || last === undefined) return { quarters: [], months: [] }
  const published = readResultsOf(database, accountId)
  const lastMonth = monthOf(lastDayOfQuarter(last))
  const firstMonth = monthOf(lastDayOfQuarter(first)) - 2
  const byMonth = new Map<MonthIndex, CalculatedStep>()
  for (let month = firstMonth; month <= lastMonth; month += 1) {
    byMonth.set(month, calculateOne(database, accountKey, month))
  }
  return {
    quarters: quarters.map((quarter) => {
      const asOf = lastDayOfQuarter(quarter)
      const result = published.get(quarter)
      return {
        quarter,
        asOf,
        calculated: byMonth.get(monthOf(asOf)) ?? null,
        published: result
          ? {
              valueClass: result.valueClass,
              calculated: result.calculated,
              scorePercent: result.score,
              basis: result.basis,
            }
          : null,
      }
    }),
    months: [...byMonth].map(([month, step]) => ({
      month,
      valueClass: step?.valueClass ?? null,
      scorePercent: step?.scorePercent ?? null,
    })),
  }
}

/** The same as among all accounts, from this account's orders alone. */
function calculateOne(database: ReadDatabase, accountKey: number, month: MonthIndex): CalculatedStep {
  const asOf = lastDayOfMonth(month)
  const model = findModelAt(database, asOf)?.model
  if (!model) return null
  const gathered = gatherPortfolio(database, asOf, model.windowMonths, [accountKey])
  const found = classifyAccounts(database, model, gathered).get(accountKey)
  return found
    ? { valueClass: found.classification.valueClass, scorePercent: found.classification.score }
    : null
}

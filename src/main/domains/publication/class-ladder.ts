import { LADDER_QUARTERS, type LadderStep } from '#shared/contract/publication.ts'
import type { Day } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import { lastDayOfQuarter } from '#shared/domain/quarter.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { requireAccountKey } from '../standing/account-parties.ts'
import { classifyAccounts } from '../standing/classify-accounts.ts'
import { findModelInForce } from '../standing/model-in-force.ts'
import { gatherPortfolio } from '../standing/portfolio-facts.ts'
import { fullQuarters } from './open-quarters.ts'
import { readResultsOf } from './publication-repository.ts'

/** Calculated and published classes of one account over the last full quarters. Errors: not-found. */
export function readClassLadder(database: ReadDatabase, accountId: Id): LadderStep[] {
  const accountKey = requireAccountKey(database, accountId)
  const published = readResultsOf(database, accountId)
  return fullQuarters(database, LADDER_QUARTERS).map((quarter) => {
    const asOf = lastDayOfQuarter(quarter)
    const result = published.get(quarter)
    return {
      quarter,
      asOf,
      calculated: calculateOne(database, accountKey, asOf),
      published: result
        ? {
            valueClass: result.valueClass,
            calculated: result.calculated,
            scorePercent: result.score,
            basis: result.basis,
          }
        : null,
    }
  })
}

/** The same as among all accounts, from this account's orders alone. */
function calculateOne(database: ReadDatabase, accountKey: number, asOf: Day): LadderStep['calculated'] {
  const model = findModelInForce(database, asOf)?.model
  if (!model) return null
  const gathered = gatherPortfolio(database, asOf, model.windowMonths, [accountKey])
  const found = classifyAccounts(database, model, gathered).get(accountKey)
  return found
    ? { valueClass: found.classification.valueClass, scorePercent: found.classification.score }
    : null
}

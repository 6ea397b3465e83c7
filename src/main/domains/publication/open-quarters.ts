import { MainstayError } from '#shared/contract/call-result.ts'
import { LADDER_QUARTERS } from '#shared/contract/publication.ts'
import {
  addQuarters,
  lastDayOfQuarter,
  lastFullQuarter,
  type Quarter,
  quartersBetween,
} from '#shared/domain/quarter.ts'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { findHistoryStart } from '../standing/account-facts-repository.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { findModelInForce } from '../standing/model-in-force.ts'
import { listPublications } from './publication-repository.ts'

const QUARTERS_OF: Record<ScoringModel['publicationPeriod'], number> = {
  quarter: 1,
  'half-year': 2,
  year: 4,
}

/** Quarters with orders that are over at the as-of date, the oldest first; at most `most` of the newest. */
export function fullQuarters(database: ReadDatabase, most: number): Quarter[] {
  const asOf = effectiveAsOf(database)
  const start = asOf === null ? null : findHistoryStart(database, asOf)
  if (asOf === null || start === null) return []
  const last = lastFullQuarter(asOf)
  return Array.from({ length: most }, (_, back) => addQuarters(last, back - most + 1)).filter(
    (quarter) => lastDayOfQuarter(quarter) >= start,
  )
}

/** Quarters that can be published: over, later than any published one, and the end of a period of the model. */
export function openQuarters(database: ReadDatabase): Quarter[] {
  const newest = listPublications(database).at(-1)?.quarter
  return fullQuarters(database, LADDER_QUARTERS).filter(
    (quarter) => (newest === undefined || quarter > newest) && endsPeriod(database, quarter),
  )
}

/** Errors: already-published for this or a later quarter; not-over before its last day; no-data without orders by then. */
export function requireOpenQuarter(database: ReadDatabase, quarter: Quarter): void {
  const newest = listPublications(database).at(-1)?.quarter
  if (newest !== undefined && quarter <= newest) {
    throw new MainstayError('already-published', `${newest} is published; nothing before it changes.`, {
      quarter: newest,
    })
  }
  const asOf = effectiveAsOf(database)
  if (asOf === null || !findModelInForce(database, lastDayOfQuarter(quarter))) {
    throw new MainstayError('no-data', 'Classes need a model, and a model needs orders.')
  }
  if (lastDayOfQuarter(quarter) > asOf || !endsPeriod(database, quarter)) {
    throw new MainstayError('not-over', `${quarter} is not yet the end of a period.`, { quarter, asOf })
  }
}

function endsPeriod(database: ReadDatabase, quarter: Quarter): boolean {
  const period = findModelInForce(database, lastDayOfQuarter(quarter))?.model.publicationPeriod ?? 'quarter'
  return (quartersBetween('2000-Q1', quarter) + 1) % QUARTERS_OF[period] === 0
}

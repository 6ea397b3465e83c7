import { MainstayError } from '#shared/contract/call-result.ts'
import type { Day } from '#shared/domain/calendar.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { newestOrderedOn } from '../order/order-aggregates.ts'
import { readSettings } from '../settings/settings-repository.ts'

/** Windows and quarters around the day must stay within four-digit years. */
const EARLIEST: Day = '1000-01-01'
const LATEST: Day = '9000-01-01'

/**
 * The day to look at: the wanted one, else the one the workspace is set to, else that of the newest
 * order; null before any. Errors: invalid-input for a day beyond the years one can calculate with.
 */
export function effectiveAsOf(database: ReadDatabase, wanted?: Day): Day | null {
  const asOf = wanted ?? readSettings(database).asOf ?? newestOrderedOn(database)
  if (asOf !== null && (asOf < EARLIEST || asOf > LATEST)) {
    throw new MainstayError('invalid-input', `${asOf} is too far away to look at orders from.`, { asOf })
  }
  return asOf
}

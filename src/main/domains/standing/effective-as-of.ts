import type { Day } from '#shared/domain/calendar.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { newestOrderedOn } from '../order/order-aggregates.ts'
import { readSettings } from '../settings/settings-repository.ts'

/** The day the workspace is looked at: the one that was set, else that of the newest order; null before any. */
export function effectiveAsOf(database: ReadDatabase): Day | null {
  return readSettings(database).asOf ?? newestOrderedOn(database)
}

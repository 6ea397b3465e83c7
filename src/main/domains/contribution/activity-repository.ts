import type { Selectable } from 'kysely'
import type { CostActivity } from '#shared/contract/contribution.ts'
import { activityDriver } from '#shared/domain/cost-activity.ts'
import type { Id } from '#shared/domain/id.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import type { ModelTables } from '../../database/model-tables.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { readSettings } from '../settings/settings-repository.ts'

export interface PlacedActivity extends CostActivity {
  position: number
}

function rowToActivity(row: Selectable<ModelTables['cost_activity']>, baseCurrency: string): PlacedActivity {
  return {
    id: blobToId(row.id),
    name: row.name ?? '',
    unit: row.unit ?? '',
    driver: activityDriver.catch('entered').parse(row.driver),
    // A rate of another currency is not ours to convert: it was written before the workspace's was chosen.
    rate: row.rate_currency === baseCurrency ? row.rate_amount : null,
    position: row.position ?? 0,
  }
}

/** Activities in the order in which they were defined. */
export function listActivities(database: ReadDatabase): PlacedActivity[] {
  const { baseCurrency } = readSettings(database)
  return database
    .all(
      tables
        .selectFrom('cost_activity')
        .selectAll()
        .where('is_deleted', '=', 0)
        .orderBy('position')
        .orderBy('id'),
    )
    .map((row) => rowToActivity(row, baseCurrency))
}

export function findActivity(database: ReadDatabase, id: Id): PlacedActivity | undefined {
  const row = database.get(
    tables.selectFrom('cost_activity').selectAll().where('id', '=', idToBlob(id)).where('is_deleted', '=', 0),
  )
  return row && rowToActivity(row, readSettings(database).baseCurrency)
}

/** Entered quantities of a year: account key → activity id → quantity. */
export function readQuantities({ sqlite }: ReadDatabase, year: number): Map<number, Map<Id, number>> {
  const rows = sqlite
    .prepare<[number], [number, Buffer, number]>(
      `SELECT party.key, entered.activity_id, entered.quantity
       FROM account_activity AS entered JOIN party ON party.id = entered.party_id AND party.is_deleted = 0
       WHERE entered.is_deleted = 0 AND entered.year = ? AND entered.quantity IS NOT NULL
         AND entered.activity_id IS NOT NULL`,
    )
    .raw()
    .all(year)
  const accounts = new Map<number, Map<Id, number>>()
  for (const [accountKey, activity, quantity] of rows) {
    const quantities = accounts.get(accountKey) ?? new Map<Id, number>()
    accounts.set(accountKey, quantities)
    quantities.set(blobToId(activity), quantity)
  }
  return accounts
}

/** Years for which something was entered, newest first. */
export function listEnteredYears({ sqlite }: ReadDatabase): number[] {
  return sqlite
    .prepare<[], number>(
      `SELECT DISTINCT year FROM account_activity
       WHERE is_deleted = 0 AND year IS NOT NULL AND quantity IS NOT NULL ORDER BY year DESC`,
    )
    .pluck()
    .all()
}

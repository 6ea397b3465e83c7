import type { ClassOverride as ListedOverride, OverrideState } from '#shared/contract/override.ts'
import type { Day } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import { classOrNone } from '#shared/domain/value-class.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { requireAccountKey } from '../standing/account-parties.ts'
import { type ClassOverride, isInForce, listOverrides } from '../standing/class-overrides.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'

/** The ledger of overrides, the newest first. Errors: not-found for an account that is none. */
export function listClassOverrides(
  database: ReadDatabase,
  { accountId, state }: { accountId?: Id | undefined; state?: OverrideState | undefined },
): ListedOverride[] {
  const asOf = effectiveAsOf(database)
  const account = database.sqlite.prepare<
    [number],
    { id: Buffer; name: string; number: string | null; computed: string | null }
  >(
    `SELECT party.id, party.name, party.number, standing.computed_value_class AS computed
     FROM party LEFT JOIN account_standing AS standing ON standing.account_key = party.key WHERE party.key = ?`,
  )
  return listOverrides(database, accountId === undefined ? undefined : requireAccountKey(database, accountId))
    .reverse()
    .flatMap(({ accountKey, ...override }): ListedOverride[] => {
      const row = account.get(accountKey)
      if (!row) return []
      return [
        {
          ...override,
          accountId: blobToId(row.id),
          accountName: row.name,
          accountNumber: row.number ?? '',
          computedValueClass: classOrNone.parse(row.computed),
          state: stateOf({ accountKey, ...override }, asOf),
        },
      ]
    })
    .filter((override) => state === undefined || override.state === state)
}

function stateOf(override: ClassOverride, asOf: Day | null): OverrideState {
  if (asOf === null || isInForce(override, asOf)) return 'active'
  if (override.setOn > asOf) return 'later'
  return override.endedOn !== null && override.endedOn <= asOf ? 'ended' : 'expired'
}

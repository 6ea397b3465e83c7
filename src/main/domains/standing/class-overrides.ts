import type { Day } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import { type ValueClass, valueClass } from '#shared/domain/value-class.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'

/** A class that somebody set by hand in the place of the computed one. */
export interface ClassOverride {
  id: Id
  accountKey: number
  valueClass: ValueClass
  reason: string
  author: string
  setOn: Day
  /** Last day on which it counts. */
  expiresOn: Day
  /** First day on which it no longer counts; null while nobody ended it. */
  endedOn: Day | null
  endedBy: string | null
}

export type OverriddenClasses = ReadonlyMap<number, ValueClass>

interface OverrideCells {
  id: Buffer
  accountKey: number
  valueClass: string
  reason: string | null
  author: string | null
  setOn: Day
  expiresOn: Day
  endedOn: Day | null
  endedBy: string | null
}

const SELECTED = `SELECT override.id, party.key AS accountKey, override.value_class AS valueClass, override.reason,
    override.author, override.set_on AS setOn, override.expires_on AS expiresOn, override.ended_on AS endedOn,
    override.ended_by AS endedBy
  FROM class_override AS override JOIN party ON party.id = override.party_id
  WHERE override.is_deleted = 0 AND party.is_deleted = 0 AND override.value_class IS NOT NULL
    AND override.set_on IS NOT NULL AND override.expires_on IS NOT NULL`

const IN_FORCE = `AND override.set_on <= @asOf AND override.expires_on >= @asOf
    AND (override.ended_on IS NULL OR override.ended_on > @asOf)`

/** Ends with the newest: of two in force the later one counts, on every copy alike. */
const IN_ORDER = 'ORDER BY override.set_on, override.ended_on IS NULL, override.ended_on, override.id'

/** The ledger of overrides in the order they were set: of everybody, or of one account. */
export function listOverrides({ sqlite }: ReadDatabase, accountKey?: number): ClassOverride[] {
  const rows =
    accountKey === undefined
      ? sqlite.prepare<[], OverrideCells>(`${SELECTED} ${IN_ORDER}`).all()
      : sqlite.prepare<[number], OverrideCells>(`${SELECTED} AND party.key = ? ${IN_ORDER}`).all(accountKey)
  return rows.flatMap(cellsToOverride)
}

/** The override in force for an account on a day. */
export function findOverride(
  { sqlite }: ReadDatabase,
  accountKey: number,
  asOf: Day,
): ClassOverride | undefined {
  return sqlite
    .prepare<{ accountKey: number; asOf: Day }, OverrideCells>(
      `${SELECTED} AND party.key = @accountKey ${IN_FORCE} ${IN_ORDER}`,
    )
    .all({ accountKey, asOf })
    .flatMap(cellsToOverride)
    .at(-1)
}

/** By account key, the classes that overrides put in the place of computed ones on a day. */
export function readOverriddenClasses({ sqlite }: ReadDatabase, asOf: Day): OverriddenClasses {
  const rows = sqlite
    .prepare<{ asOf: Day }, OverrideCells>(`${SELECTED} ${IN_FORCE} ${IN_ORDER}`)
    .all({ asOf })
  return new Map(rows.flatMap(cellsToOverride).map((override) => [override.accountKey, override.valueClass]))
}

/** Whether an override counts on a day; the same as the query asks. */
export function isInForce({ setOn, expiresOn, endedOn }: ClassOverride, asOf: Day): boolean {
  return setOn <= asOf && expiresOn >= asOf && (endedOn === null || endedOn > asOf)
}

/** Accounts of these overrides, deleted ones included: an undone override gives its class back. */
export function partiesOfOverrides({ sqlite }: ReadDatabase, overrides: readonly Id[]): Id[] {
  const partyOf = sqlite
    .prepare<[Buffer], Buffer | null>('SELECT party_id FROM class_override WHERE id = ?')
    .pluck()
  const parties = overrides.flatMap((id) => partyOf.get(idToBlob(id)) ?? [])
  return [...new Set(parties.map(blobToId))]
}

/** Nothing for a class that this version does not know. */
function cellsToOverride({ id, reason, author, ...cells }: OverrideCells): ClassOverride[] {
  const known = valueClass.safeParse(cells.valueClass)
  if (!known.success) return []
  return [{ ...cells, id: blobToId(id), valueClass: known.data, reason: reason ?? '', author: author ?? '' }]
}

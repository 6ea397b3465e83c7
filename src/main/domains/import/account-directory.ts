import type { Id } from '#shared/domain/id.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { coreName } from '../../ledger/core-name.ts'
import { stableId } from '../../ledger/stable-id.ts'
import type { RowDetails } from './row-details.ts'

/** A customer that rows of the file name. */
export interface AccountEntry {
  /** Local key; a new customer has the key it will get when it is written. */
  readonly key: number
  readonly id: Id
  readonly isNew: boolean
  /** Null for a new customer without a number in the file: it is given one when it is written. */
  readonly number: string | null
  /** Name and country as they will stand; only what was empty is filled from the file. */
  name: string | null
  country: string | null
  /** What the file filled in, to be written. */
  readonly filled: Set<'name' | 'country' | 'role'>
  rowCount: number
  /** An account of the workspace that a new customer looks like. */
  readonly like: { id: Id; name: string; number: string } | null
}

export interface AccountDirectory {
  /** The customer of a row: by number, without one by name. One of the two is given; the rest is read when needed. */
  find(number: string | null, name: string | null, cells: readonly string[]): AccountEntry
  /** In the order of their first row. */
  entries(): Iterable<AccountEntry>
  /** Id of a customer that has been found. */
  idOf(key: number): Id
  /** New customers in the order of their keys. */
  newEntries(): AccountEntry[]
}

interface KnownAccount {
  key: number
  id: Buffer
  number: string | null
  name: string
  country: string | null
  isDeleted: number
  isCustomer: number
}

const KNOWN = `SELECT party.key, party.id, party.number, party.name, party.country, party.is_deleted AS isDeleted,
    EXISTS (SELECT 1 FROM party_role WHERE party_role.party_id = party.id AND party_role.role = 'customer'
      AND party_role.is_deleted = 0) AS isCustomer
  FROM party WHERE party.kind = 'company'`

/**
 * Matches customers with the workspace's: a number first with the number, then with the id that customers imported under
 * that number have everywhere; a bare name with the name less its legal form. Writes nothing.
 */
export function openAccountDirectory({ sqlite }: ReadDatabase, details: RowDetails): AccountDirectory {
  const byNumber = sqlite.prepare<[string], KnownAccount>(
    `${KNOWN} AND party.number = ? AND party.is_deleted = 0 ORDER BY party.key LIMIT 1`,
  )
  const byCore = sqlite.prepare<[string], KnownAccount>(
    `${KNOWN} AND party.name_core = ? AND party.is_deleted = 0 ORDER BY party.key LIMIT 1`,
  )
  const byId = sqlite.prepare<[Buffer], KnownAccount>(`${KNOWN} AND party.id = ?`)
  const highestKey = sqlite.prepare<[], number | null>('SELECT max(key) FROM party').pluck().get() ?? 0
  /** A first import has nobody to look for. */
  const isAlone = highestKey === 0

  const entriesByNumber = new Map<string, AccountEntry>()
  const entriesByName = new Map<string, AccountEntry>()
  const entriesByCore = new Map<string, AccountEntry>()
  /** Customers with a number whose names a row without one has not been compared with yet. */
  let uncompared: AccountEntry[] = []
  const entriesById = new Map<Id, AccountEntry>()
  const idsByKey = new Map<number, Id>()
  let newCount = 0
  let latest: AccountEntry | null = null
  let latestNumber: string | null = null
  let latestName: string | null = null

  const known = (row: KnownAccount): AccountEntry => {
    const id = blobToId(row.id)
    const entry = entriesById.get(id) ?? {
      key: row.key,
      id,
      isNew: false,
      number: row.number,
      // A name that only repeats the number stands for an unknown one.
      name: row.name === row.number ? null : row.name,
      country: row.country,
      filled: new Set(row.isCustomer === 1 ? [] : (['role'] as const)),
      rowCount: 0,
      like: null,
    }
    entriesById.set(id, entry)
    idsByKey.set(entry.key, id)
    return entry
  }

  const look = (name: string | null): AccountEntry['like'] => {
    const core = isAlone || name === null ? '' : coreName(name)
    const row = core === '' ? undefined : byCore.get(core)
    return row ? { id: blobToId(row.id), name: row.name, number: row.number ?? '' } : null
  }

  const added = (
    id: Id,
    number: string | null,
    name: string | null,
    like: AccountEntry['like'],
  ): AccountEntry => {
    const same = isAlone ? undefined : byId.get(idToBlob(id))
    if (same && same.isDeleted === 0) return known(same)
    if (!same) newCount += 1
    const entry: AccountEntry = {
      key: same?.key ?? highestKey + newCount,
      id,
      isNew: true,
      number,
      name,
      country: null,
      filled: new Set(),
      rowCount: 0,
      like,
    }
    entriesById.set(id, entry)
    idsByKey.set(entry.key, id)
    return entry
  }

  const ofNumber = (number: string, cells: readonly string[]): AccountEntry => {
    const row = isAlone ? undefined : byNumber.get(number)
    if (row) return known(row)
    const name = details.customerName(cells)
    return added(stableId('customer-number', number), number, name, look(name))
  }

  /** Names that differ in their legal form only are one customer's, as long as nothing but names tells them apart. */
  const ofName = (name: string): AccountEntry => {
    for (const entry of uncompared) {
      const core = entry.name === null ? '' : coreName(entry.name)
      if (core !== '' && !entriesByCore.has(core)) entriesByCore.set(core, entry)
    }
    uncompared = []
    // A name of nothing but signs has no core; it then stands for itself.
    const core = coreName(name) || name
    const met = entriesByCore.get(core)
    if (met) return met
    const row = isAlone ? undefined : byCore.get(core)
    const entry = row ? known(row) : added(stableId('customer-name', core), null, name, null)
    entriesByCore.set(core, entry)
    return entry
  }

  const fill = (entry: AccountEntry, name: string | null, cells: readonly string[]) => {
    if (entry.name === null) {
      entry.name = name ?? details.customerName(cells)
      if (entry.name !== null) entry.filled.add('name')
    }
    if (entry.country === null) {
      entry.country = details.country(cells)
      if (entry.country !== null) entry.filled.add('country')
    }
  }

  const ofRow = (number: string | null, givenName: string | null, cells: readonly string[]): AccountEntry => {
    if (number !== null) {
      const met = entriesByNumber.get(number)
      if (met) return met
      const entry = ofNumber(number, cells)
      entriesByNumber.set(number, entry)
      uncompared.push(entry)
      return entry
    }
    const name = givenName ?? details.customerName(cells)
    if (name === null) throw new RangeError('A row without a customer cannot be placed.')
    const met = entriesByName.get(name)
    if (met) return met
    const entry = ofName(name)
    entriesByName.set(name, entry)
    return entry
  }

  return {
    find(number, name, cells) {
      if (!latest || number !== latestNumber || name !== latestName) {
        latest = ofRow(number, name, cells)
        latestNumber = number
        latestName = name
      }
      latest.rowCount += 1
      if (latest.name === null || latest.country === null) fill(latest, name, cells)
      return latest
    },
    entries: () => entriesById.values(),
    idOf(key) {
      const id = idsByKey.get(key)
      if (id === undefined) throw new RangeError('This customer has not been met.')
      return id
    },
    newEntries: () =>
      [...entriesById.values()].filter((entry) => entry.isNew).sort((one, other) => one.key - other.key),
  }
}

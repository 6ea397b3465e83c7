import { type CompiledQuery, type RawBuilder, sql } from 'kysely'
import type { AccountFilter, AccountRow, AccountSort } from '#shared/contract/account.ts'
import type { Id } from '#shared/domain/id.ts'
import { blobToId } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { valuesOfParties } from '../field/custom-values.ts'
import { whileUnchanged } from '../standing/while-unchanged.ts'
import { filterConditions } from './account-filter.ts'
import { type ListedParty, type ListedStanding, rowToAccountRow } from './account-row.ts'
import { accountOrder, listTexts } from './account-sort.ts'
import { withTextPlaces } from './text-places.ts'

export interface AccountView {
  filter: AccountFilter
  sort: readonly AccountSort[]
}

export interface AccountPage {
  rows: AccountRow[]
  /** Accounts that match. */
  total: number
  /** All accounts of the workspace. */
  all: number
  /** Net sales of all that match. */
  netSales: number
}

/** As many ids as a selection may hold. */
const MOST_IDS = 100_000

const LISTED_COLUMNS = sql.join(
  [
    'party.id',
    'party.number',
    'party.name',
    'party.country',
    'party.city',
    'party.industry',
    'party.account_manager',
    'standing.value_class',
    'standing.value_class_rank',
    'standing.previous_value_class',
    'standing.previous_value_class_rank',
    'standing.is_provisional',
    'standing.is_new',
    'standing.score',
    'standing.coverage',
    'standing.abc',
    'standing.pyramid',
    'standing.pyramid_rank',
    'standing.rfm_recency',
    'standing.rfm_frequency',
    'standing.rfm_monetary',
    'standing.rfm_segment',
    'standing.recency_days',
    'standing.order_count',
    'standing.gross',
    'standing.returns',
    'standing.net',
    'standing.prior_net',
    'standing.growth',
    'standing.margin',
    'standing.monthly',
    'standing.computed_value_class',
    'standing.is_overridden',
  ].map((column) => sql.ref(column)),
)

/** One page of the grid with the totals of everything that matches. */
export function listAccounts(
  database: ReadDatabase,
  {
    filter,
    sort,
    fieldIds = [],
    offset,
    limit,
  }: AccountView & { fieldIds?: readonly Id[] | undefined; offset: number; limit: number },
): AccountPage {
  const keys = readPageKeys(database, { filter, sort }, offset, limit)
  const rows = database.all(
    compiled<ListedParty & ListedStanding>(
      sql`select ${LISTED_COLUMNS} from json_each(${JSON.stringify(keys)}) as page
        cross join account_standing as standing on standing.account_key = page.value
        cross join party on party.key = page.value
        order by page.key`,
    ),
  )
  const values = valuesOfParties(
    database,
    rows.map(({ id }) => id),
    fieldIds,
  )
  const listed = rows.map((row) => {
    const account = rowToAccountRow(row)
    return { ...account, fieldValues: values.get(account.id) ?? {} }
  })
  return { rows: listed, ...totalsOf(database, filter), all: totalsOf(database, {}).total }
}

/** Ids in the order of the view; at most 100,000. */
export function listAccountIds(database: ReadDatabase, view: AccountView): Id[] {
  const keys = readPageKeys(database, view, 0, MOST_IDS)
  const idOf = database.sqlite.prepare<[number], Buffer>('SELECT id FROM party WHERE key = ?').pluck()
  return keys.flatMap((key) => {
    const id = idOf.get(key)
    return id ? [blobToId(id)] : []
  })
}

interface AskedView {
  times: number
  keys: Int32Array | null
}

/** A list of 100,000 keys takes 400 kB. */
const rememberView = whileUnchanged<AskedView>(12)

/**
 * Account keys of a page. The first page of a view is the quickest found by itself; who asks again is
 * scrolling, and gets the pages of one list.
 */
function readPageKeys(database: ReadDatabase, view: AccountView, offset: number, limit: number): number[] {
  const asked = rememberView(database, JSON.stringify(view), () => ({ times: 0, keys: null }))
  asked.times += 1
  if (asked.times === 1 && limit < MOST_IDS) return readKeys(database, view, offset, limit)
  asked.keys ??= Int32Array.from(readKeys(database, view, 0, -1))
  return [...asked.keys.subarray(offset, offset + limit)]
}

/** Keys in the order of the view, from the narrow index over the figures where no master data is asked for. */
function readKeys(
  database: ReadDatabase,
  { filter, sort }: AccountView,
  offset: number,
  limit: number,
): number[] {
  const matching = filterConditions(database, filter)
  const order = accountOrder(database, sort)
  const query = sql<{ key: number }>`select standing.account_key as key
    from ${source(matching.needsParty || order.needsParty)}${order.joins}${whereAll(matching.conditions)}
    order by ${order.orderBy} limit ${limit} offset ${offset}`.compile(tables)
  return withTextPlaces(database, order.places, () =>
    database.sqlite
      .prepare<unknown[], number>(query.sql)
      .pluck()
      .all(...query.parameters),
  )
}

/** Values that occur, for the filter menus. */
export function listFilterValues(database: ReadDatabase) {
  return {
    accountManagers: listTexts(database, 'accountManager'),
    countries: listTexts(database, 'country'),
    industries: listTexts(database, 'industry'),
  }
}

interface Totals {
  total: number
  netSales: number
}

const rememberTotals = whileUnchanged<Totals>()

function totalsOf(database: ReadDatabase, filter: AccountFilter): Totals {
  return rememberTotals(database, JSON.stringify(filter), () => {
    const { conditions, needsParty } = filterConditions(database, filter)
    const row = database.get(
      compiled<Totals>(
        sql`select count(*) as total, coalesce(sum(standing.net), 0) as netSales
          from ${source(needsParty)}${whereAll(conditions)}`,
      ),
    )
    return row ?? { total: 0, netSales: 0 }
  })
}

/** Cross joins keep their order: both tables are then read along their keys. */
function source(needsParty: boolean): RawBuilder<unknown> {
  return needsParty
    ? sql`party cross join account_standing as standing on standing.account_key = party.key`
    : sql`account_standing as standing`
}

function whereAll(conditions: readonly RawBuilder<boolean>[]): RawBuilder<unknown> {
  return conditions.length > 0 ? sql` where ${sql.join(conditions, sql` and `)}` : sql``
}

function compiled<Row>(query: RawBuilder<Row>): { compile(): CompiledQuery<Row> } {
  return { compile: () => query.compile(tables) }
}

import { type CompiledQuery, type RawBuilder, sql } from 'kysely'
import type { AccountFilter, AccountRow, AccountSort } from '#shared/contract/account.ts'
import type { Id } from '#shared/domain/id.ts'
import { blobToId } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { filterConditions } from './account-filter.ts'
import { type ListedParty, type ListedStanding, rowToAccountRow } from './account-row.ts'
import { accountOrder, listTexts } from './account-sort.ts'
import { whileUnchanged } from '../standing/while-unchanged.ts'

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
  ].map((column) => sql.ref(column)),
)

/**
 * One page of the grid. The page's keys are found first, from the narrow index over the figures where no
 * master data is asked for, so that only the rows shown are read in full.
 */
export function listAccounts(
  database: ReadDatabase,
  { filter, sort, offset, limit }: AccountView & { offset: number; limit: number },
): AccountPage {
  const { withPlaces, keys } = orderedKeys(database, { filter, sort })
  const rows = database.all(
    compiled<ListedParty & ListedStanding>(
      sql`${withPlaces}select ${LISTED_COLUMNS}
        from (select row_number() over () as place, key from (${keys} limit ${limit} offset ${offset})) as page
        cross join account_standing as standing on standing.account_key = page.key
        cross join party on party.key = page.key
        order by page.place`,
    ),
  )
  return { rows: rows.map(rowToAccountRow), ...totalsOf(database, filter), all: totalsOf(database, {}).total }
}

/** Ids in the order of the view; at most 100,000. */
export function listAccountIds(database: ReadDatabase, view: AccountView): Id[] {
  const { withPlaces, keys } = orderedKeys(database, view)
  const rows = database.all(
    compiled<{ id: Buffer }>(
      sql`${withPlaces}select party.id
        from (select row_number() over () as place, key from (${keys} limit ${MOST_IDS})) as page
        cross join party on party.key = page.key
        order by page.place`,
    ),
  )
  return rows.map((row) => blobToId(row.id))
}

/** Values that occur, for the filter menus. */
export function listFilterValues(database: ReadDatabase) {
  return {
    accountManagers: listTexts(database, 'accountManager'),
    countries: listTexts(database, 'country'),
    industries: listTexts(database, 'industry'),
  }
}

const rememberTotals = whileUnchanged<{ total: number; netSales: number }>()

function totalsOf(database: ReadDatabase, filter: AccountFilter): { total: number; netSales: number } {
  return rememberTotals(database, JSON.stringify(filter), () => {
    const { conditions, needsParty } = filterConditions(filter)
    const row = database.get(
      compiled<{ total: number; netSales: number }>(
        sql`select count(*) as total, coalesce(sum(standing.net), 0) as netSales
          from ${source(needsParty)}${whereAll(conditions)}`,
      ),
    )
    return row ?? { total: 0, netSales: 0 }
  })
}

function orderedKeys(database: ReadDatabase, { filter, sort }: AccountView) {
  const matching = filterConditions(filter)
  const order = accountOrder(database, sort)
  return {
    withPlaces: order.withPlaces,
    keys: sql`select standing.account_key as key
      from ${source(matching.needsParty || order.needsParty)}${order.joinPlaces}${whereAll(matching.conditions)}
      order by ${order.orderBy}`,
  }
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

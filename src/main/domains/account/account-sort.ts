import { type RawBuilder, sql } from 'kysely'
import type { AccountSort, AccountSortField } from '#shared/contract/account.ts'
import { RFM_SEGMENTS } from '#shared/domain/rfm.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { whileUnchanged } from '../standing/while-unchanged.ts'

const TEXT_COLUMNS = {
  country: 'country',
  city: 'city',
  industry: 'industry',
  accountManager: 'account_manager',
} as const satisfies Partial<Record<AccountSortField, string>>

export type TextField = keyof typeof TEXT_COLUMNS

export interface AccountOrder {
  orderBy: RawBuilder<unknown>
  /** Common table expressions of the places that texts take in the alphabet; empty or ending in a blank. */
  withPlaces: RawBuilder<unknown>
  joinPlaces: RawBuilder<unknown>
  needsParty: boolean
}

const segmentPlace = sql`case standing.rfm_segment ${sql.join(
  RFM_SEGMENTS.map((segment, place) => sql`when ${sql.lit(segment)} then ${sql.lit(place)}`),
  sql` `,
)} end`

const PLAIN_FIELDS: Record<Exclude<AccountSortField, TextField>, RawBuilder<unknown>> = {
  name: sql`case when party.name_pinyin = '' then party.name else party.name_pinyin end collate nocase`,
  number: sql`party.number collate nocase`,
  valueClass: sql`standing.value_class_rank`,
  scorePercent: sql`standing.score`,
  abc: sql`standing.abc`,
  pyramid: sql`standing.pyramid_rank`,
  rfmSegment: segmentPlace,
  recencyDays: sql`standing.recency_days`,
  orderCount: sql`standing.order_count`,
  grossSales: sql`standing.gross`,
  returns: sql`standing.returns`,
  netSales: sql`standing.net`,
  growthPercent: sql`standing.growth`,
  marginPercent: sql`standing.margin`,
}

/**
 * Order of the grid: unknown values last whichever the direction, then by net sales, so that every
 * account has one place and pages neither repeat nor miss one.
 */
export function accountOrder(database: ReadDatabase, sort: readonly AccountSort[]): AccountOrder {
  const terms: RawBuilder<unknown>[] = []
  const places: RawBuilder<unknown>[] = []
  const joins: RawBuilder<unknown>[] = []
  let needsParty = false
  const fields = new Set<AccountSortField>()
  for (const { field, descending } of sort) {
    if (fields.has(field)) continue
    fields.add(field)
    const direction = descending ? sql`desc nulls last` : sql`asc nulls last`
    if (!isTextField(field)) {
      needsParty ||= field === 'name' || field === 'number'
      terms.push(sql`${PLAIN_FIELDS[field]} ${direction}`)
      continue
    }
    needsParty = true
    const column = sql.ref(`party.${TEXT_COLUMNS[field]}`)
    const texts = listTexts(database, field)
    if (texts.every(isPlain)) {
      terms.push(sql`${column} collate nocase ${direction}`)
      continue
    }
    const place = `${field}_place`
    places.push(
      sql`${sql.ref(place)} as materialized (select value, key from json_each(${JSON.stringify(texts)}))`,
    )
    joins.push(sql` left join ${sql.ref(place)} on ${sql.ref(`${place}.value`)} = ${column}`)
    terms.push(sql`${sql.ref(`${place}.key`)} ${direction}`)
  }
  terms.push(sql`standing.net desc`, sql`standing.account_key`)
  return {
    orderBy: sql.join(terms),
    withPlaces: places.length > 0 ? sql`with ${sql.join(places)} ` : sql``,
    joinPlaces: sql.join(joins, sql``),
    needsParty,
  }
}

/** Chinese by pinyin, everything else by its letters. */
const alphabet = new Intl.Collator('zh-Hans-u-co-pinyin', { sensitivity: 'base' })
const rememberTexts = whileUnchanged<string[]>()

/** Texts that occur among accounts, in the order of the alphabet. */
export function listTexts(database: ReadDatabase, field: TextField): string[] {
  const column = TEXT_COLUMNS[field]
  return rememberTexts(database, column, () => {
    const texts = database.sqlite
      .prepare<[], string>(
        `SELECT DISTINCT party.${column} FROM party CROSS JOIN account_standing ON account_key = party.key
         WHERE party.${column} <> ''`,
      )
      .pluck()
      .all()
    return texts.sort((a, b) => alphabet.compare(a, b) || (a < b ? -1 : 1))
  })
}

function isTextField(field: AccountSortField): field is TextField {
  return field in TEXT_COLUMNS
}

/** Letters that SQLite itself puts in the order of the alphabet. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text)
}

import { type RawBuilder, sql } from 'kysely'
import type { AccountSort, AccountSortField } from '#shared/contract/account.ts'
import { fieldIdOf, isFieldKey } from '#shared/domain/custom-field.ts'
import { RFM_SEGMENTS } from '#shared/domain/rfm.ts'
import { idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { whileUnchanged } from '../standing/while-unchanged.ts'
import { type FieldSql, findAccountField } from './field-sql.ts'

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
  /** Those places, and the values of custom fields, beside `party` and `standing`. */
  joins: RawBuilder<unknown>
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

/** What one field of the sort adds to the statement. */
interface OrderTerm {
  term: RawBuilder<unknown>
  place?: RawBuilder<unknown>
  joins?: RawBuilder<unknown>[]
  needsParty: boolean
}

/**
 * Order of the grid: unknown values last whichever the direction, then by net sales, so that every
 * account has one place and pages neither repeat nor miss one.
 */
export function accountOrder(database: ReadDatabase, sort: readonly AccountSort[]): AccountOrder {
  const added: OrderTerm[] = []
  const fields = new Set<AccountSort['field']>()
  for (const { field, descending } of sort) {
    if (fields.has(field)) continue
    fields.add(field)
    const term = orderTerm(database, field, descending ? sql`desc nulls last` : sql`asc nulls last`)
    if (term) added.push(term)
  }
  const places = added.flatMap(({ place }) => (place ? [place] : []))
  return {
    orderBy: sql.join([...added.map(({ term }) => term), sql`standing.net desc`, sql`standing.account_key`]),
    withPlaces: places.length > 0 ? sql`with ${sql.join(places)} ` : sql``,
    joins: sql.join(
      added.flatMap(({ joins = [] }) => joins),
      sql``,
    ),
    needsParty: added.some(({ needsParty }) => needsParty),
  }
}

/** Undefined for a custom field that is gone. */
function orderTerm(
  database: ReadDatabase,
  field: AccountSort['field'],
  direction: RawBuilder<unknown>,
): OrderTerm | undefined {
  if (isFieldKey(field)) {
    const customField = findAccountField(database, fieldIdOf(field))
    return customField && customTerm(database, customField, direction)
  }
  if (isTextField(field)) {
    const column = sql.ref(`party.${TEXT_COLUMNS[field]}`)
    const ordered = alphabetical(column, listTexts(database, field), `${field}_place`, direction)
    return { ...ordered, needsParty: true }
  }
  return {
    term: sql`${PLAIN_FIELDS[field]} ${direction}`,
    needsParty: field === 'name' || field === 'number',
  }
}

/** Choices in the order of their options, texts by the alphabet, the others by size. */
function customTerm(database: ReadDatabase, field: FieldSql, direction: RawBuilder<unknown>): OrderTerm {
  const name = `value_${field.id}`
  const join = sql` left join custom_value as ${sql.ref(name)} on ${sql.ref(`${name}.field_id`)} = ${idToBlob(field.id)}
    and ${sql.ref(`${name}.party_id`)} = party.id and ${sql.ref(`${name}.is_deleted`)} = 0`
  const value = field.comparable(sql.ref(`${name}.value`))
  switch (field.kind) {
    case 'text': {
      const { joins = [], ...ordered } = alphabetical(
        value,
        listValues(database, field),
        `${name}_place`,
        direction,
      )
      return { ...ordered, joins: [join, ...joins], needsParty: true }
    }
    case 'choice': {
      const options = sql.join(
        field.options.map((option, place) => sql`when ${option} then ${sql.lit(place)}`),
        sql` `,
      )
      return { term: sql`case ${value} ${options} end ${direction}`, joins: [join], needsParty: true }
    }
    default:
      return { term: sql`${value} ${direction}`, joins: [join], needsParty: true }
  }
}

/** Order of a text column by the alphabet, through the places of its texts where SQLite has another alphabet. */
function alphabetical(
  column: RawBuilder<unknown>,
  texts: readonly string[],
  place: string,
  direction: RawBuilder<unknown>,
): Pick<OrderTerm, 'term' | 'place' | 'joins'> {
  if (texts.every(isPlain)) return { term: sql`${column} collate nocase ${direction}` }
  return {
    term: sql`${sql.ref(`${place}.key`)} ${direction}`,
    place: sql`${sql.ref(place)} as materialized (select value, key from json_each(${JSON.stringify(texts)}))`,
    joins: [sql` left join ${sql.ref(place)} on ${sql.ref(`${place}.value`)} = ${column}`],
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
    return inAlphabet(texts)
  })
}

/** Texts that a custom field holds, in the order of the alphabet. */
function listValues(database: ReadDatabase, field: FieldSql): string[] {
  return rememberTexts(database, field.id, () => {
    const stored = sql.ref('custom_value.value')
    const query = sql`select distinct ${stored} ->> '$' from custom_value
      where field_id = ${idToBlob(field.id)} and is_deleted = 0 and ${field.isKnown(stored)}`.compile(tables)
    const texts = database.sqlite
      .prepare<unknown[], string>(query.sql)
      .pluck()
      .all(...query.parameters)
    return inAlphabet(texts)
  })
}

const inAlphabet = (texts: string[]) => texts.sort((a, b) => alphabet.compare(a, b) || (a < b ? -1 : 1))

function isTextField(field: AccountSortField): field is TextField {
  return field in TEXT_COLUMNS
}

/** Letters that SQLite itself puts in the order of the alphabet. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text)
}

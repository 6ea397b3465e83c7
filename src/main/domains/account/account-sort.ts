import { type RawBuilder, sql } from 'kysely'
import type { AccountSort, AccountSortField } from '#shared/contract/account.ts'
import { fieldIdOf, isFieldKey } from '#shared/domain/custom-field.ts'
import { RFM_SEGMENTS } from '#shared/domain/rfm.ts'
import { idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { whileUnchanged } from '../standing/while-unchanged.ts'
import { type FieldSql, findAccountField } from './field-sql.ts'
import { placeOf, type TextPlaces } from './text-places.ts'

const TEXT_COLUMNS = {
  country: 'country',
  city: 'city',
  industry: 'industry',
  accountManager: 'account_manager',
} as const satisfies Partial<Record<AccountSortField, string>>

export type TextField = keyof typeof TEXT_COLUMNS

export interface AccountOrder {
  orderBy: RawBuilder<unknown>
  /** The lists of places that `orderBy` looks texts up in: it runs within `withTextPlaces`. */
  places: readonly TextPlaces[]
  /** The values of custom fields, beside `party` and `standing`. */
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
  join?: RawBuilder<unknown>
  needsParty: boolean
}

/** The order of a text by the alphabet; takes down the list of places it needs. */
type Alphabetical = (column: RawBuilder<unknown>, texts: SortedTexts) => RawBuilder<unknown>

/**
 * Order of the grid: unknown values last whichever the direction, then by net sales, so that every
 * account has one place and pages neither repeat nor miss one.
 */
export function accountOrder(database: ReadDatabase, sort: readonly AccountSort[]): AccountOrder {
  const added: OrderTerm[] = []
  const places: TextPlaces[] = []
  const alphabetical: Alphabetical = (column, texts) =>
    texts.places ? placeOf(places.push(texts.places) - 1, column) : sql`${column} collate nocase`
  const fields = new Set<AccountSort['field']>()
  for (const { field, descending } of sort) {
    if (fields.has(field)) continue
    fields.add(field)
    const direction = descending ? sql`desc nulls last` : sql`asc nulls last`
    const term = orderTerm(database, field, direction, alphabetical)
    if (term) added.push(term)
  }
  return {
    orderBy: sql.join([...added.map(({ term }) => term), sql`standing.net desc`, sql`standing.account_key`]),
    places,
    joins: sql.join(
      added.flatMap(({ join }) => (join ? [join] : [])),
      sql``,
    ),
    needsParty: added.some(({ needsParty }) => needsParty),
  }
}

/** Undefined for a custom field that is gone, and for a choice between nothing. */
function orderTerm(
  database: ReadDatabase,
  field: AccountSort['field'],
  direction: RawBuilder<unknown>,
  alphabetical: Alphabetical,
): OrderTerm | undefined {
  if (isFieldKey(field)) {
    const customField = findAccountField(database, fieldIdOf(field))
    return customField && customTerm(database, customField, direction, alphabetical)
  }
  if (isTextField(field)) {
    const ordered = alphabetical(sql.ref(`party.${TEXT_COLUMNS[field]}`), sortedTexts(database, field))
    return { term: sql`${ordered} ${direction}`, needsParty: true }
  }
  return {
    term: sql`${PLAIN_FIELDS[field]} ${direction}`,
    needsParty: field === 'name' || field === 'number',
  }
}

/** Choices in the order of their options, texts by the alphabet, the others by size. */
function customTerm(
  database: ReadDatabase,
  field: FieldSql,
  direction: RawBuilder<unknown>,
  alphabetical: Alphabetical,
): OrderTerm | undefined {
  const name = `value_${field.id}`
  const join = sql` left join custom_value as ${sql.ref(name)} on ${sql.ref(`${name}.field_id`)} = ${idToBlob(field.id)}
    and ${sql.ref(`${name}.party_id`)} = party.id and ${sql.ref(`${name}.is_deleted`)} = 0`
  const value = field.comparable(sql.ref(`${name}.value`))
  switch (field.kind) {
    case 'text': {
      const ordered = alphabetical(value, sortedValues(database, field))
      return { term: sql`${ordered} ${direction}`, join, needsParty: true }
    }
    case 'choice': {
      // Without an option there is no `when`, and SQLite takes no `case` without one.
      if (field.options.length === 0) return undefined
      const options = sql.join(
        field.options.map((option, place) => sql`when ${option} then ${sql.lit(place)}`),
        sql` `,
      )
      return { term: sql`case ${value} ${options} end ${direction}`, join, needsParty: true }
    }
    default:
      return { term: sql`${value} ${direction}`, join, needsParty: true }
  }
}

interface SortedTexts {
  /** In the order of the alphabet. */
  texts: string[]
  /** Where SQLite has another alphabet. */
  places: TextPlaces | undefined
}

/** Chinese by pinyin, everything else by its letters. */
const alphabet = new Intl.Collator('zh-Hans-u-co-pinyin', { sensitivity: 'base' })
const rememberTexts = whileUnchanged<SortedTexts>()

/** Texts that occur among accounts, in the order of the alphabet. */
export function listTexts(database: ReadDatabase, field: TextField): string[] {
  return sortedTexts(database, field).texts
}

function sortedTexts(database: ReadDatabase, field: TextField): SortedTexts {
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

/** Texts that a custom field holds. */
function sortedValues(database: ReadDatabase, field: FieldSql): SortedTexts {
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

function inAlphabet(texts: string[]): SortedTexts {
  texts.sort((a, b) => alphabet.compare(a, b) || (a < b ? -1 : 1))
  const places = texts.every(isPlain) ? undefined : new Map(texts.map((text, place) => [text, place]))
  return { texts, places }
}

function isTextField(field: AccountSortField): field is TextField {
  return field in TEXT_COLUMNS
}

/** Letters that SQLite itself puts in the order of the alphabet. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text)
}

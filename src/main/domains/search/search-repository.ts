import { sql } from 'kysely'
import type { SearchHit } from '#shared/contract/search.ts'
import { valueClass } from '#shared/domain/value-class.ts'
import { escapeLike } from '../../database/escape-like.ts'
import { blobToId } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'

/** Trigram search finds nothing under three characters. */
const TRIGRAM = 3

interface Wanted {
  text: string
  contains: string
  startsWith: string
  /** Letters and digits without spaces, for pinyin. */
  pinyin: string | null
}

function wantedOf(text: string): Wanted {
  // A NUL would end the search expression within its quotes.
  const trimmed = text.replaceAll('\0', '').trim().toLowerCase()
  const letters = trimmed.replace(/[\s'’]/g, '')
  return {
    text: trimmed,
    contains: `%${escapeLike(trimmed)}%`,
    startsWith: `${escapeLike(trimmed)}%`,
    pinyin: /^[a-z]+$/.test(letters) ? letters : null,
  }
}

/** Parties of a kind by name, number or pinyin; matches at the start of a name come first. */
function matchingParties(kind: 'company' | 'person', wanted: Wanted) {
  const byText =
    wanted.text.length >= TRIGRAM
      ? sql<boolean>`party.key in (select rowid from party_search where party_search match ${`"${wanted.text.replaceAll('"', '""')}"`})`
      : sql<boolean>`(party.name like ${wanted.contains} escape '\\' or party.number like ${wanted.startsWith} escape '\\')`
  const byPinyin = wanted.pinyin
    ? sql<boolean>`(party.name_initials like ${`${wanted.pinyin}%`} or party.name_pinyin like ${`${wanted.pinyin}%`})`
    : sql<boolean>`false`
  return tables
    .selectFrom('party')
    .where('party.kind', '=', kind)
    .where('party.is_deleted', '=', 0)
    .where('party.merged_into', 'is', null)
    .where((builder) => builder.or([byText, byPinyin]))
    .select([
      'party.id',
      'party.key',
      'party.name',
      'party.number',
      'party.city',
      'party.name_initials',
      'party.name_pinyin',
      sql<number>`case when party.number = ${wanted.text} collate nocase then 0
        when party.name like ${wanted.startsWith} escape '\\' then 1
        when ${byPinyin} then 2 else 3 end`.as('nearness'),
    ])
}

/** What to show beside a name that was found by its pinyin, such as "hy" for 恒岳. */
function matchedPinyin(row: { name: string; name_initials: string; name_pinyin: string }, wanted: Wanted) {
  if (!wanted.pinyin || row.name.toLowerCase().includes(wanted.text)) return null
  if (row.name_initials.startsWith(wanted.pinyin)) return row.name_initials
  return row.name_pinyin.startsWith(wanted.pinyin) ? row.name_pinyin : null
}

function findAccounts(database: ReadDatabase, wanted: Wanted, limit: number): SearchHit[] {
  const rows = database.all(
    matchingParties('company', wanted)
      .leftJoin('account_standing', 'account_standing.account_key', 'party.key')
      .select(['account_standing.value_class', 'account_standing.net'])
      .orderBy('nearness')
      .orderBy('account_standing.net', 'desc')
      .limit(limit),
  )
  return rows.map((row) => ({
    kind: 'account',
    id: blobToId(row.id),
    name: row.name,
    number: row.number ?? '',
    city: row.city,
    valueClass: valueClass.nullable().parse(row.value_class),
    netSales: row.net ?? 0,
    pinyin: matchedPinyin(row, wanted),
  }))
}

function findPeople(database: ReadDatabase, wanted: Wanted, limit: number): SearchHit[] {
  const rows = database.all(
    matchingParties('person', wanted)
      .leftJoin('employment', (join) =>
        join
          .onRef('employment.person_id', '=', 'party.id')
          .on('employment.is_deleted', '=', 0)
          .on('employment.ended_on', 'is', null),
      )
      .leftJoin('party as company', 'company.id', 'employment.company_id')
      .select(['employment.title', 'company.id as company_id', 'company.name as company_name'])
      .groupBy('party.key')
      .orderBy('nearness')
      .orderBy('party.name_pinyin')
      .limit(limit),
  )
  return rows.map((row) => ({
    kind: 'person',
    id: blobToId(row.id),
    name: row.name,
    title: row.title,
    companyId: row.company_id && blobToId(row.company_id),
    companyName: row.company_name,
    pinyin: matchedPinyin(row, wanted),
  }))
}

function findProducts(database: ReadDatabase, wanted: Wanted, limit: number): SearchHit[] {
  const byPinyin = wanted.pinyin ?? wanted.text
  const rows = database.all(
    tables
      .selectFrom('product')
      .leftJoin('category', 'category.id', 'product.category_id')
      .where('product.is_deleted', '=', 0)
      .where(
        sql<boolean>`(product.name like ${wanted.contains} escape '\\' or product.code like ${wanted.startsWith} escape '\\'
          or product.name_initials like ${`${escapeLike(byPinyin)}%`} escape '\\')`,
      )
      .select(['product.id', 'product.name', 'product.code', 'category.name as category'])
      .orderBy('product.code')
      .limit(limit),
  )
  return rows.map((row) => ({
    kind: 'product',
    id: blobToId(row.id),
    name: row.name,
    code: row.code,
    category: row.category,
  }))
}

/** Accounts first, then people, then products; at most `limit` of each. Empty text finds nothing. */
export function findEverything(database: ReadDatabase, text: string, limit: number): SearchHit[] {
  const wanted = wantedOf(text)
  if (!wanted.text) return []
  return [
    ...findAccounts(database, wanted, limit),
    ...findPeople(database, wanted, limit),
    ...findProducts(database, wanted, limit),
  ]
}

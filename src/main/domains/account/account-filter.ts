import { type RawBuilder, sql } from 'kysely'
import type { AccountFilter } from '#shared/contract/account.ts'
import { escapeLike } from '../../database/escape-like.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { LAST_CLASS_RANK } from '../standing/standing-row.ts'
import { fieldCondition } from './field-sql.ts'

/** Conditions over `standing` (account_standing) and, where `needsParty` says so, `party`. */
export interface FilterConditions {
  conditions: RawBuilder<boolean>[]
  needsParty: boolean
}

/** The trigram index finds nothing under three characters. */
const TRIGRAM_LENGTH = 3

/** A list of any length is one parameter, so that statements are prepared once. */
export function oneOf(column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`${column} in (select value from json_each(${JSON.stringify(values)}))`
}

/** An empty list of values filters nothing. */
export function filterConditions(database: ReadDatabase, filter: AccountFilter): FilterConditions {
  const conditions: RawBuilder<boolean>[] = []
  const isAmong = (column: string, values: readonly string[] | undefined): boolean => {
    if (!values || values.length === 0) return false
    conditions.push(oneOf(sql.ref(column), values))
    return true
  }
  isAmong('standing.value_class', filter.valueClasses)
  isAmong('standing.abc', filter.abc)
  isAmong('standing.pyramid', filter.pyramid)
  isAmong('standing.rfm_segment', filter.rfmSegments)
  const needsParty = [
    isAmong('party.account_manager', filter.accountManagers),
    isAmong('party.country', filter.countries),
    isAmong('party.industry', filter.industries),
  ].includes(true)

  if (filter.movement) conditions.push(movementCondition(filter.movement))
  if (filter.minimumNetSales !== undefined) conditions.push(sql`standing.net >= ${filter.minimumNetSales}`)
  if (filter.maximumNetSales !== undefined) conditions.push(sql`standing.net <= ${filter.maximumNetSales}`)
  if (filter.trading !== undefined) {
    conditions.push(filter.trading ? sql`standing.order_count > 0` : sql`standing.order_count = 0`)
  }
  if (filter.overridden !== undefined) {
    conditions.push(filter.overridden ? sql`standing.is_overridden = 1` : sql`standing.is_overridden = 0`)
  }
  for (const field of filter.fields ?? []) {
    const condition = fieldCondition(database, field)
    if (condition) conditions.push(condition)
  }
  // A NUL would end the search expression within its quotes.
  const text = filter.text?.replaceAll('\0', '').trim()
  if (text) conditions.push(textCondition(text))
  return { conditions, needsParty }
}

/** Only moves within the six classes; a first order makes no riser of a prospect. */
function movementCondition(movement: 'up' | 'down'): RawBuilder<boolean> {
  const both = sql`standing.value_class_rank <= ${LAST_CLASS_RANK} and standing.previous_value_class_rank <= ${LAST_CLASS_RANK}`
  return movement === 'up'
    ? sql`${both} and standing.value_class_rank < standing.previous_value_class_rank`
    : sql`${both} and standing.value_class_rank > standing.previous_value_class_rank`
}

/** Part of the name, legal name or number; for letters also the start of the name's pinyin or initials. */
function textCondition(text: string): RawBuilder<boolean> {
  const escaped = escapeLike(text)
  const letters = text.toLowerCase().replace(/[\s'’]/g, '')
  const found =
    [...text].length >= TRIGRAM_LENGTH
      ? sql`select rowid from party_search where party_search match ${`"${text.replaceAll('"', '""')}"`}`
      : sql`select key from party where name like ${`%${escaped}%`} escape '\\'
          or legal_name like ${`%${escaped}%`} escape '\\' or number like ${`%${escaped}%`} escape '\\'`
  if (!/^[a-z]+$/.test(letters)) return sql`standing.account_key in (${found})`
  return sql`standing.account_key in (${found}
    union select key from party where name_initials like ${`${letters}%`} or name_pinyin like ${`${letters}%`})`
}

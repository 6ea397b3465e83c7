import { type RawBuilder, sql } from 'kysely'
import type { FieldDefinition } from '#shared/contract/field.ts'
import type { FieldFilter } from '#shared/contract/field-filter.ts'
import type { FieldKind } from '#shared/domain/custom-field.ts'
import type { Id } from '#shared/domain/id.ts'
import { escapeLike } from '../../database/escape-like.ts'
import { idToBlob } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { listDefinitions } from '../field/field-repository.ts'
import { readBudgetRates } from '../order/budget-rates.ts'

/** A custom field of accounts, with what statements over `custom_value` ask of a stored value. */
export interface FieldSql extends FieldDefinition {
  /** Whether it is one of the field's kind. */
  isKnown: (stored: RawBuilder<unknown>) => RawBuilder<boolean>
  /** What it is compared by: null where it is not known, and for money without a budget rate. */
  comparable: (stored: RawBuilder<unknown>) => RawBuilder<unknown>
}

const JSON_TYPES = {
  text: sql`'text'`,
  choice: sql`'text'`,
  date: sql`'text'`,
  number: sql`'integer', 'real'`,
  money: sql`'object'`,
} as const satisfies Record<FieldKind, RawBuilder<unknown>>

/** The account field of that id; undefined for one that is gone or that stands on people's cards. */
export function findAccountField(database: ReadDatabase, fieldId: Id): FieldSql | undefined {
  const field = listDefinitions(database).find(({ id, owner }) => id === fieldId && owner === 'account')
  if (!field) return undefined
  const isKnown = (stored: RawBuilder<unknown>) =>
    sql<boolean>`json_type(${stored}) in (${JSON_TYPES[field.kind]})`
  if (field.kind === 'money') return { ...field, isKnown, comparable: inBaseCurrency(database) }
  return {
    ...field,
    isKnown,
    comparable: (stored) => sql`case when ${isKnown(stored)} then ${stored} ->> '$' end`,
  }
}

function inBaseCurrency(database: ReadDatabase): FieldSql['comparable'] {
  const factors = sql.join(
    [...readBudgetRates(database).rates].map(([currency, rate]) => sql`when ${currency} then ${rate}`),
    sql` `,
  )
  // Rounded as amounts are everywhere, since 50,000 × 1.1 is a little more than 55,000.
  return (stored) => sql`round((${stored} ->> '$.amount') * case ${stored} ->> '$.currency' ${factors} end)`
}

/** Keys of the accounts whose value meets a condition. */
function accountsWhere(field: FieldSql, condition: RawBuilder<boolean>): RawBuilder<unknown> {
  return sql`(select party.key from custom_value cross join party on party.id = custom_value.party_id
    where custom_value.field_id = ${idToBlob(field.id)} and custom_value.is_deleted = 0 and ${condition})`
}

/** The condition over `standing` that a filter stands for; undefined where it filters nothing. */
export function fieldCondition(database: ReadDatabase, filter: FieldFilter): RawBuilder<boolean> | undefined {
  const field = findAccountField(database, filter.fieldId)
  if (field?.kind !== filter.kind) return undefined
  const stored = sql.ref('custom_value.value')
  const wanted = wantedValues(filter, field.comparable(stored))
  const among = wanted && sql<boolean>`standing.account_key in ${accountsWhere(field, wanted)}`
  if (!filter.orMissing) return among
  const isMissing = sql<boolean>`standing.account_key not in ${accountsWhere(field, field.isKnown(stored))}`
  return among ? sql<boolean>`(${among} or ${isMissing})` : isMissing
}

function wantedValues(filter: FieldFilter, value: RawBuilder<unknown>): RawBuilder<boolean> | undefined {
  switch (filter.kind) {
    case 'text': {
      const text = filter.contains?.replaceAll('\0', '').trim()
      return text ? sql`${value} like ${`%${escapeLike(text)}%`} escape '\\'` : undefined
    }
    case 'choice': {
      const { options } = filter
      if (!options || options.length === 0) return undefined
      return sql`${value} in (select value from json_each(${JSON.stringify(options)}))`
    }
    default: {
      const bounds = [
        ...(filter.from === undefined ? [] : [sql<boolean>`${value} >= ${filter.from}`]),
        ...(filter.to === undefined ? [] : [sql<boolean>`${value} <= ${filter.to}`]),
      ]
      return bounds.length === 0 ? undefined : sql<boolean>`${sql.join(bounds, sql` and `)}`
    }
  }
}

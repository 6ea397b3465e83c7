import type { CurrencyCode } from '#shared/domain/money.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'

/** Where an amount stands that counts at its budget rate; withdrawn and removed records no longer do. */
const USES = [
  'order_line WHERE currency = @currency',
  'invoice WHERE currency = @currency AND is_withdrawn = 0',
  'payment WHERE currency = @currency AND is_withdrawn = 0',
  // A rank alone has a currency as well, but nothing in it.
  'customer_spend WHERE currency = @currency AND amount IS NOT NULL AND is_deleted = 0',
  'white_space_cell WHERE potential_currency = @currency AND potential_amount IS NOT NULL AND is_deleted = 0',
  'opportunity WHERE value_currency = @currency AND value_amount IS NOT NULL AND is_deleted = 0',
  'product WHERE list_price_currency = @currency AND list_price IS NOT NULL AND is_deleted = 0',
  `custom_value JOIN custom_field ON custom_field.id = custom_value.field_id
   WHERE custom_value.is_deleted = 0 AND custom_field.is_deleted = 0 AND custom_field.kind = 'money'
     AND CASE json_type(value) WHEN 'object' THEN value ->> '$.currency' END = @currency`,
] as const

/** Number of recorded amounts that would lose their value with the currency's budget rate. */
export function countCurrencyUses(database: ReadDatabase, currency: CurrencyCode): number {
  const counts = USES.map((use) => `(SELECT count(*) FROM ${use})`).join(' + ')
  const count = database.sqlite.prepare<{ currency: string }, number>(`SELECT ${counts}`).pluck()
  return count.get({ currency }) ?? 0
}

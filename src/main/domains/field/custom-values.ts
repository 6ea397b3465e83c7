import { MainstayError } from '#shared/contract/call-result.ts'
import { type CustomValue, fieldValue } from '#shared/domain/custom-field.ts'
import type { Id } from '#shared/domain/id.ts'
import { unitsFromAmount } from '#shared/domain/money.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { readBudgetRates } from '../order/budget-rates.ts'

/** The one row that holds a party's value of a field, the same on every machine. */
export const customValueId = (partyId: Id, fieldId: Id): Id => stableId('custom-value', partyId, fieldId)

/** What a stored text holds; null for an emptied value and for one this Mainstay does not know. */
export function readCustomValue(text: string | null): CustomValue | null {
  if (text === null) return null
  const parsed = fieldValue.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : null
}

/**
 * Values of a number or money field by the local key of the account: numbers as they are, money in units of the workspace's
 * currency. Accounts without a value, and money in a currency without a budget rate, are left out.
 */
export function readNumericValues(database: ReadDatabase, fieldId: Id): Map<number, number> {
  const { rates } = readBudgetRates(database)
  const rows = database.sqlite
    .prepare<[Buffer], { key: number; value: string | null }>(
      `SELECT party.key, custom_value.value FROM custom_value JOIN party ON party.id = custom_value.party_id
       WHERE custom_value.field_id = ? AND custom_value.is_deleted = 0 AND party.is_deleted = 0`,
    )
    .all(idToBlob(fieldId))
  const values = new Map<number, number>()
  for (const { key, value: text } of rows) {
    const value = readCustomValue(text)
    if (typeof value === 'number') values.set(key, value)
    else if (value !== null && typeof value === 'object') {
      const rate = rates.get(value.currency)
      if (rate !== undefined) values.set(key, unitsFromAmount(value.amount) * rate)
    }
  }
  return values
}

/** Ids of the parties behind changed values. */
export function partiesOfValues({ sqlite }: ReadDatabase, valueIds: readonly Id[]): Id[] {
  const partyOf = sqlite.prepare<[Buffer], Buffer | null>('SELECT party_id FROM custom_value WHERE id = ?')
  return valueIds.flatMap((id) => {
    const party = partyOf.pluck().get(idToBlob(id))
    return party ? [blobToId(party)] : []
  })
}

/** Which of the values, by field, a party has. */
export function valuesOfParty(
  { sqlite }: ReadDatabase,
  partyId: Id,
): Map<Id, { id: Id; value: CustomValue | null }> {
  const rows = sqlite
    .prepare<[Buffer], { id: Buffer; fieldId: Buffer; value: string | null }>(
      `SELECT id, field_id AS fieldId, value FROM custom_value
       WHERE party_id = ? AND field_id IS NOT NULL AND is_deleted = 0`,
    )
    .all(idToBlob(partyId))
  return new Map(
    rows.map(({ id, fieldId, value }) => [
      blobToId(fieldId),
      { id: blobToId(id), value: readCustomValue(value) },
    ]),
  )
}

/** Values of the fields that the parties have, by the party's id; 1,000 parties at a time are what this is for. */
export function valuesOfParties(
  { sqlite }: ReadDatabase,
  partyIds: readonly Buffer[],
  fieldIds: readonly Id[],
): Map<Id, Record<Id, CustomValue>> {
  const values = new Map<Id, Record<Id, CustomValue>>()
  const storedValue = sqlite
    .prepare<[Buffer, Buffer], string | null>(
      `SELECT value FROM custom_value
       WHERE field_id = ? AND party_id = ? AND is_deleted = 0 AND value IS NOT NULL LIMIT 1`,
    )
    .pluck()
  for (const fieldId of fieldIds) {
    const field = idToBlob(fieldId)
    for (const party of partyIds) {
      const value = readCustomValue(storedValue.get(field, party) ?? null)
      if (value === null) continue
      const partyId = blobToId(party)
      values.set(partyId, { ...values.get(partyId), [fieldId]: value })
    }
  }
  return values
}

export const notFound = (what: string, id: Id): MainstayError =>
  new MainstayError('not-found', `There is no such ${what}.`, { id })

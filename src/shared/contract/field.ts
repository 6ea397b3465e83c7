import { z } from 'zod'
import { fieldKind, fieldOptions, fieldOwner, fieldValue } from '../domain/custom-field.ts'
import { id } from '../domain/id.ts'
import { amount } from '../domain/money.ts'
import { command, query } from './define.ts'

const fieldName = z.string().trim().min(1).max(80)
const fieldUnit = z.string().trim().min(1).max(20)

/** A field of the firm's own. */
export const fieldDefinition = z.strictObject({
  id,
  owner: fieldOwner,
  name: fieldName,
  kind: fieldKind,
  /** Of a choice; empty otherwise. */
  options: z.array(z.string()),
  unit: z.string().nullable(),
  position: z.int(),
})
export type FieldDefinition = z.infer<typeof fieldDefinition>

/** A field with what is known of its values. */
export const customField = fieldDefinition.extend({
  /** Accounts or people that have a value. */
  valueCount: z.int(),
  /** Of money, without its sign and in whichever currency; null for other kinds and without a value. */
  largestAmount: amount.nullable(),
})
export type CustomField = z.infer<typeof customField>

/** A field as it stands on one card. */
export const fieldOnCard = fieldDefinition.extend({
  /** Null where nothing is known. */
  value: fieldValue.nullable(),
  /** Row of the history; null while there was never a value. */
  valueId: id.nullable(),
})
export type FieldOnCard = z.infer<typeof fieldOnCard>

export const field = {
  /** In the order they are shown, accounts' fields first. */
  list: query({ input: z.strictObject({}), output: z.array(customField) }),
  /** Errors: duplicate-name, invalid-input for a choice without options. */
  define: command({
    input: z.strictObject({
      owner: fieldOwner,
      name: fieldName,
      kind: fieldKind,
      options: fieldOptions.default([]),
      unit: fieldUnit.nullable().default(null),
    }),
    output: z.strictObject({ id }),
  }),
  /** The kind stays as it is, so that no value loses its meaning. Errors: not-found, duplicate-name, in-use for an option that values have. */
  revise: command({
    input: z.strictObject({
      id,
      changes: z.strictObject({
        name: fieldName.optional(),
        options: fieldOptions.optional(),
        unit: fieldUnit.nullable().optional(),
      }),
    }),
    output: z.null(),
  }),
  /** Errors: not-found, field-in-use while a scoring model counts with it. */
  remove: command({ input: z.strictObject({ id }), output: z.null() }),
  /** The fields of an account or a person with their values. Errors: not-found. */
  onCard: query({ input: z.strictObject({ partyId: id }), output: z.array(fieldOnCard) }),
  /** Null empties it. Errors: not-found, invalid-input for a value of another kind. */
  setValue: command({
    input: z.strictObject({ partyId: id, fieldId: id, value: fieldValue.nullable() }),
    output: z.null(),
  }),
}

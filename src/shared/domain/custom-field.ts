import { z } from 'zod'
import { day } from './calendar.ts'
import { type Id, id } from './id.ts'
import { amount, currencyCode } from './money.ts'

/** Whose card a field stands on. */
export const FIELD_OWNERS = ['account', 'person'] as const
export const fieldOwner = z.enum(FIELD_OWNERS)
export type FieldOwner = z.infer<typeof fieldOwner>

/** What a field holds; number and money fields can be criteria of a scoring model. */
export const FIELD_KINDS = ['text', 'number', 'money', 'date', 'choice'] as const
export const fieldKind = z.enum(FIELD_KINDS)
export type FieldKind = z.infer<typeof fieldKind>

/** Names a field where built-in names stand beside it: a column, an order, a criterion. */
export const fieldKey = z.templateLiteral(['field:', id])
export type FieldKey = z.infer<typeof fieldKey>

export const isFieldKey = (key: string): key is FieldKey => fieldKey.safeParse(key).success
export const fieldKeyOf = (fieldId: Id): FieldKey => `field:${fieldId}`
export const fieldIdOf = (key: FieldKey): Id => key.slice('field:'.length)

const LARGEST_NUMBER = 1e12

/** A value by its field's kind: text and choices as text, days as YYYY-MM-DD, money with its currency. */
export const fieldValue = z.union([
  z.string().trim().min(1).max(2000),
  z.number().min(-LARGEST_NUMBER).max(LARGEST_NUMBER),
  z.strictObject({ amount, currency: currencyCode }),
])
export type CustomValue = z.infer<typeof fieldValue>

const fieldOption = z.string().trim().min(1).max(80)
export const fieldOptions = z.array(fieldOption).max(50)

/** Whether a value is one that a field of the kind can hold. */
export function isValueOf(kind: FieldKind, options: readonly string[], value: CustomValue): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string'
    case 'choice':
      return typeof value === 'string' && options.includes(value)
    case 'date':
      return day.safeParse(value).success
    case 'number':
      return typeof value === 'number'
    case 'money':
      return typeof value === 'object'
  }
}

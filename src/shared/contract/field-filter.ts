import { z } from 'zod'
import { day } from '../domain/calendar.ts'
import { id } from '../domain/id.ts'
import { amount } from '../domain/money.ts'

const part = {
  fieldId: id,
  /** Accounts without a value as well; where nothing else is asked for, only those. */
  orMissing: z.boolean().optional(),
}

/**
 * What the value of a custom field has to be, by the field's kind: bounds are inclusive, money counts in the workspace's
 * currency at the budget rates. A filter whose field is gone, or of another kind, filters nothing.
 */
export const fieldFilter = z.discriminatedUnion('kind', [
  z.strictObject({ ...part, kind: z.literal('text'), contains: z.string().max(200).optional() }),
  z.strictObject({
    ...part,
    kind: z.literal('number'),
    from: z.number().optional(),
    to: z.number().optional(),
  }),
  z.strictObject({ ...part, kind: z.literal('money'), from: amount.optional(), to: amount.optional() }),
  z.strictObject({ ...part, kind: z.literal('date'), from: day.optional(), to: day.optional() }),
  z.strictObject({ ...part, kind: z.literal('choice'), options: z.array(z.string()).max(50).optional() }),
])
export type FieldFilter = z.infer<typeof fieldFilter>

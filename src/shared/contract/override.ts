import { z } from 'zod'
import { day } from '../domain/calendar.ts'
import { id } from '../domain/id.ts'
import { valueClass } from '../domain/value-class.ts'
import { command, query } from './define.ts'

/** In force, set on a later day than the one looked at, past its last day, or taken back by hand before it. */
export const OVERRIDE_STATES = ['active', 'later', 'expired', 'ended'] as const
export const overrideState = z.enum(OVERRIDE_STATES)
export type OverrideState = z.infer<typeof overrideState>

/** A class that somebody put in the place of the computed one, as the ledger of overrides shows it. */
export const classOverride = z.strictObject({
  id,
  accountId: id,
  accountName: z.string(),
  accountNumber: z.string(),
  valueClass,
  /** What the model says of the account at the workspace's as-of date. */
  computedValueClass: valueClass.nullable(),
  reason: z.string(),
  author: z.string(),
  setOn: day,
  /** Last day on which it counts. */
  expiresOn: day,
  endedOn: day.nullable(),
  endedBy: z.string().nullable(),
  state: overrideState,
})
export type ClassOverride = z.infer<typeof classOverride>

export const override = {
  /** The ledger of overrides, the newest first; states are those of the workspace's as-of date. */
  list: query({
    input: z.strictObject({ accountId: id.optional(), state: overrideState.optional() }),
    output: z.array(classOverride),
  }),
  /**
   * Puts a class in the place of the computed one until the expiry day, from the workspace's as-of date on; one
   * that is in force ends with it. Without an author it is the user. Errors: not-found, no-data without a model,
   * invalid-input unless it expires after the as-of date.
   */
  set: command({
    input: z.strictObject({
      accountId: id,
      valueClass,
      reason: z.string().trim().min(1).max(2000),
      author: z.string().trim().min(1).max(200).optional(),
      expiresOn: day,
    }),
    output: z.strictObject({ id }),
  }),
  /** Gives the computed class back from the as-of date on. Errors: not-found unless it is in force. */
  end: command({ input: z.strictObject({ id }), output: z.strictObject({ accountId: id }) }),
}

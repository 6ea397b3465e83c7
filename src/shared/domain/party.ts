import { z } from 'zod'
import { day } from './calendar.ts'

export const PARTY_KINDS = ['company', 'person', 'unit'] as const
export const partyKind = z.enum(PARTY_KINDS)
export type PartyKind = z.infer<typeof partyKind>

export const PARTY_ROLES = [
  'customer',
  'prospect',
  'supplier',
  'competitor',
  'buyer',
  'payer',
  'goods-recipient',
  'channel-dealer',
  'partner',
  'employee',
  'creditor',
] as const
export const partyRole = z.enum(PARTY_ROLES)
export type PartyRole = z.infer<typeof partyRole>

/** Five-level rubric judgement with its evidence, as used for influence and for a prospect's potential. */
export const judgement = z.strictObject({
  level: z.int().min(1).max(5),
  evidence: z.string().max(2000),
  /** Whoever stands for the judgement. */
  author: z.string().max(200),
  expiresOn: day.nullable(),
})
export type Judgement = z.infer<typeof judgement>

export const OPERATING_STATES = ['growing', 'stable', 'shrinking', 'distressed'] as const
export const operatingState = z.enum(OPERATING_STATES)

export const GENDERS = ['female', 'male', 'other'] as const
export const gender = z.enum(GENDERS)

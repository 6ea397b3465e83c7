import { z } from 'zod'

/** How far a figure of a customer's spend can be trusted. */
export const SPEND_CONFIDENCES = ['high', 'medium', 'low'] as const
export const spendConfidence = z.enum(SPEND_CONFIDENCES)
export type SpendConfidence = z.infer<typeof spendConfidence>

/** Somebody else who sells to the customer in a category; the share is unknown where it is null. */
export const spendCompetitor = z.strictObject({
  name: z.string().trim().min(1).max(120),
  sharePercent: z.number().min(0).max(100).nullable(),
})
export type SpendCompetitor = z.infer<typeof spendCompetitor>

/** Place among the suppliers of a category, 1 the most used; ties share their mean rank. */
export const supplierRank = z.strictObject({
  rank: z.number().min(1).max(50),
  suppliers: z.int().min(2).max(50),
})
export type SupplierRank = z.infer<typeof supplierRank>

/** What is being done about a category an account does not buy from us. */
export const WHITE_SPACE_STATES = ['open', 'exploring', 'pursuing', 'blocked', 'not-needed'] as const
export const whiteSpaceState = z.enum(WHITE_SPACE_STATES)
export type WhiteSpaceState = z.infer<typeof whiteSpaceState>

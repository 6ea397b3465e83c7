import { z } from 'zod'
import { day } from './calendar.ts'
import { currencyCode } from './money.ts'

/** The criteria of the value classification, in the order they are shown. */
export const CRITERIA = ['sales', 'margin', 'collection', 'growth', 'timeliness', 'influence'] as const
export const criterionKey = z.enum(CRITERIA)
export type CriterionKey = z.infer<typeof criterionKey>

/**
 * Units of a criterion's input: sales in currency units, margin/collection/growth/timeliness in percent,
 * influence as a level 1 to 5.
 */
export const criterion = z.strictObject({
  key: criterionKey,
  /** Percent; active weights add up to 100. */
  weight: z.number().min(0).max(100),
  /** Six ascending inputs that earn 0, 20, 40, 60, 80 and 100 points. */
  anchors: z.array(z.number()).length(6),
})
export type Criterion = z.infer<typeof criterion>

/** Hard rules that make a Problem account, tested before any score. */
export const PROBLEM_RULES = [
  'negative-margin',
  'low-collection',
  'late-payment',
  'overdue-share',
  'credit-grade',
  'litigation',
] as const
export const problemRule = z.enum(PROBLEM_RULES)
export type ProblemRule = z.infer<typeof problemRule>

export const scoringModel = z.strictObject({
  version: z.int().positive(),
  name: z.string(),
  effectiveOn: day,
  currency: currencyCode,
  windowMonths: z.int().min(1).max(60),
  criteria: z.array(criterion),
  /** Criteria without data when the model was adopted; they carry no weight until a later version. */
  inactive: z.array(criterionKey),
  thresholds: z.strictObject({
    diamondScore: z.number(),
    goldScore: z.number(),
    strategicInfluence: z.number(),
    potentialGrowth: z.number(),
    keyOpportunityScore: z.number(),
  }),
  /** Problem rules need at least this many orders in the window. */
  problemMinimumOrders: z.int(),
  /** Share of weight that must be known for a score, 0 to 1. */
  minimumCoverage: z.number().min(0).max(1),
  strategicBeforeGold: z.boolean(),
})
export type ScoringModel = z.infer<typeof scoringModel>

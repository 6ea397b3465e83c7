import { z } from 'zod'
import { id } from './id.ts'
import { PURCHASE_SCENARIOS } from './opportunity.ts'

export const purchaseScenario = z.enum(PURCHASE_SCENARIOS)
export type PurchaseScenario = z.infer<typeof purchaseScenario>

/** The factors a firm begins with: value and trusted supplier, price, relationship and innovation. */
export const FACTOR_KINDS = ['value', 'price', 'relationship'] as const
export const factorKind = z.enum(FACTOR_KINDS)
export type FactorKind = z.infer<typeof factorKind>

/** Points every account starts from until somebody judges it; a seed to be replaced by the firm's own. */
export const SEED_POINTS = { value: 46, price: 36, relationship: 18 } as const satisfies Record<
  FactorKind,
  number
>

/** Largest number of factors a firm may list: beyond it nobody compares them in earnest. */
export const MOST_FACTORS = 10

export const JUDGEMENT_METHODS = ['points', 'pairs', 'best-worst'] as const
export const judgementMethod = z.enum(JUDGEMENT_METHODS)
export type JudgementMethod = z.infer<typeof judgementMethod>

/** What a judge answered, by the way it was asked. */
export const judgementAnswers = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('points'),
    /** Parts of 100. */
    points: z.array(z.strictObject({ factorId: id, points: z.number().min(0).max(100) })).max(MOST_FACTORS),
  }),
  z.strictObject({
    method: z.literal('pairs'),
    /** How many times the first matters more than the second, 1/9 to 9 on Saaty's scale. */
    pairs: z
      .array(
        z.strictObject({
          first: id,
          second: id,
          ratio: z
            .number()
            .min(1 / 9)
            .max(9),
        }),
      )
      .max((MOST_FACTORS * (MOST_FACTORS - 1)) / 2),
  }),
  z.strictObject({
    method: z.literal('best-worst'),
    /** Of the factors shown, the one that decides most and the one that decides least. */
    tasks: z
      .array(z.strictObject({ shown: z.array(id).min(2).max(MOST_FACTORS), best: id, worst: id }))
      .max(30),
  }),
])
export type JudgementAnswers = z.infer<typeof judgementAnswers>

/** What follows for talking to the customer, the most pressing first. */
export const FACTOR_ADVICE = [
  'not-judged',
  'opinions-differ',
  'ask-about',
  'not-on-price',
  'not-on-differentiation',
  'lead-with',
  'no-clear-factor',
  'stated-not-derived',
  'single-judge',
] as const
export const factorAdvice = z.enum(FACTOR_ADVICE)
export type FactorAdvice = z.infer<typeof factorAdvice>

import { z } from 'zod'
import { day } from '../domain/calendar.ts'
import { id } from '../domain/id.ts'
import {
  factorAdvice,
  factorKind,
  judgementAnswers,
  MOST_FACTORS,
  purchaseScenario,
} from '../domain/purchase-factor.ts'
import { valueClass } from '../domain/value-class.ts'
import { command, query } from './define.ts'

const text = (length: number) => z.string().trim().max(length)
/** Part of 1. */
const weight = z.number().min(0).max(1)

const factorFields = z.strictObject({
  /** Null keeps the translated name of one of the three starting factors. */
  name: text(60).min(1).nullable(),
  description: text(400).nullable(),
  /** In proportion to those of the other factors. */
  priorPoints: z.number().min(0).max(100),
})

export const purchaseFactor = z.strictObject({
  id,
  /** One of the three a firm begins with; null for its own. */
  kind: factorKind.nullable(),
  ...factorFields.shape,
  /** The prior shared out over the list. */
  priorWeight: weight,
})
export type PurchaseFactor = z.infer<typeof purchaseFactor>

const judgementFields = z.strictObject({
  judge: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), personId: id }),
    z.strictObject({ kind: z.literal('name'), name: text(120).min(1) }),
  ]),
  influence: z.number().min(0).max(10),
  judgedOn: day,
  answers: judgementAnswers,
  /** Why comparisons that contradict each other are kept all the same. */
  reason: text(400).min(1).nullable(),
})
export type JudgementFields = z.infer<typeof judgementFields>

const adviceRow = z.strictObject({ advice: factorAdvice, factorId: id.nullable() })
const agreement = z.strictObject({
  /** Kendall's W over the factors that all these judges judged; null for fewer than two of either. */
  w: z.number().min(0).max(1).nullable(),
  /** Those who count: with influence or, where none has any, all. */
  judges: z.int(),
})

const judgementRow = z.strictObject({
  id,
  scenario: purchaseScenario,
  judgeName: z.string(),
  personId: id.nullable(),
  influence: z.number(),
  judgedOn: day.nullable(),
  answers: judgementAnswers,
  reason: z.string().nullable(),
  /** In the order of the factors; null for a factor the judge was not asked about. */
  weights: z.array(weight.nullable()),
  consistencyRatio: z.number().nullable(),
  isConsistent: z.boolean(),
})
export type JudgementRow = z.infer<typeof judgementRow>

const factorResult = z.strictObject({
  factorId: id,
  rank: z.int(),
  /** With the prior: (n·judges' + 3·prior)/(n + 3). */
  weight,
  /** What the judges who count say together, without the prior; null for a factor none of them judged. */
  judgedWeight: weight.nullable(),
  low: weight.nullable(),
  high: weight.nullable(),
  judges: z.int(),
  /** By the reasons of won and lost opportunities. */
  derivedWeight: weight.nullable(),
})

const scenarioResult = z.strictObject({
  scenario: purchaseScenario,
  judgements: z.array(judgementRow),
  /** Heaviest first. */
  factors: z.array(factorResult),
  agreement,
  advice: z.array(adviceRow),
  derived: z.strictObject({
    /** Closed opportunities whose reasons speak of a listed factor. */
    closings: z.int(),
    /** From which on they count. */
    needed: z.int(),
    /** Spearman's, of the judges' weights with those of the reasons. */
    rankCorrelation: z.number().min(-1).max(1).nullable(),
  }),
})
export type ScenarioResult = z.infer<typeof scenarioResult>

const portfolioRow = z.strictObject({
  accountId: id,
  account: z.string(),
  valueClass: valueClass.nullable(),
  scenario: purchaseScenario,
  judges: z.int(),
  agreement: z.number().min(0).max(1).nullable(),
  /** The heaviest of the factors that were judged. */
  topFactorId: id,
  /** In the order of the factors, with the prior. */
  weights: z.array(weight),
  advice: z.array(adviceRow),
})
export type FactorPortfolioRow = z.infer<typeof portfolioRow>

export const factor = {
  list: query({
    input: z.strictObject({}),
    output: z.strictObject({
      factors: z.array(purchaseFactor),
      /** The prior is the seed, untouched. */
      isSeedPrior: z.boolean(),
    }),
  }),
  /** Errors: duplicate-name, in-use beyond ten factors. */
  define: command({
    input: factorFields.partial({ description: true }).extend({ name: text(60).min(1) }),
    output: z.strictObject({ id }),
  }),
  /** Errors: not-found, duplicate-name, invalid-input for an own factor without a name. */
  revise: command({ input: z.strictObject({ id, changes: factorFields.partial() }), output: z.null() }),
  /** What was said of it stays and counts again when it comes back. Errors: not-found, in-use for the last two. */
  remove: command({ input: z.strictObject({ id }), output: z.null() }),
  /** Every listed factor in its new order. Errors: invalid-input. */
  reorder: command({ input: z.strictObject({ ids: z.array(id).max(MOST_FACTORS) }), output: z.null() }),
  /** Every scenario of an account. Errors: not-found. */
  account: query({
    input: z.strictObject({ accountId: id }),
    output: z.strictObject({
      factors: z.array(purchaseFactor),
      isSeedPrior: z.boolean(),
      scenarios: z.array(scenarioResult),
    }),
  }),
  /** What answers come to, before they are kept: null weights where they give none yet. */
  weigh: query({
    input: z.strictObject({ answers: judgementAnswers }),
    output: z.strictObject({
      weights: z.array(weight.nullable()).nullable(),
      consistencyRatio: z.number().nullable(),
      isConsistent: z.boolean(),
    }),
  }),
  /** Accounts that somebody judged, one row a scenario. */
  portfolio: query({
    input: z.strictObject({ scenario: purchaseScenario.optional() }),
    output: z.strictObject({
      factors: z.array(purchaseFactor),
      isSeedPrior: z.boolean(),
      rows: z.array(portfolioRow),
      /** What decided by the reasons of every account's closed opportunities; null weights below `needed`. */
      derived: z.strictObject({
        closings: z.int(),
        needed: z.int(),
        weights: z.array(weight.nullable()).nullable(),
      }),
      /** Of accounts that bought in the window, how many nobody judged. */
      unjudgedCount: z.int(),
    }),
  }),
  /** Errors: not-found, invalid-input, model-inconsistent for comparisons beyond .10 without a reason. */
  judge: command({
    input: z.strictObject({ accountId: id, scenario: purchaseScenario, ...judgementFields.shape }),
    output: z.strictObject({ id }),
  }),
  /** Errors: as judge. */
  reviseJudgement: command({ input: z.strictObject({ id, ...judgementFields.shape }), output: z.null() }),
  /** Errors: not-found. */
  removeJudgement: command({ input: z.strictObject({ id }), output: z.null() }),
}

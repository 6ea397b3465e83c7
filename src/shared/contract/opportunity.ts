import { z } from 'zod'
import { day } from '../domain/calendar.ts'
import { id } from '../domain/id.ts'
import { amount, currencyCode } from '../domain/money.ts'
import {
  closeReason,
  opportunityOutcome,
  opportunityStage,
  PURCHASE_SCENARIOS,
} from '../domain/opportunity.ts'
import { judgement } from '../domain/party.ts'
import { valueClass } from '../domain/value-class.ts'
import { command, query } from './define.ts'

const text = (length: number) => z.string().trim().max(length)
/** Derived: ten-thousandths of the workspace's currency at the budget rates. */
const figure = z.number()
const probability = z.number().min(0).max(100)
const scenario = z.enum(PURCHASE_SCENARIOS)
const value = z.strictObject({ amount: amount.min(0), currency: currencyCode })

const opportunityFields = z.strictObject({
  name: text(200).min(1),
  number: text(60).min(1).nullable(),
  categoryId: id.nullable(),
  value: value.nullable(),
  /** Null takes the stage's own probability. */
  probabilityPercent: probability.nullable(),
  expectedCloseOn: day.nullable(),
  competitor: text(120).nullable(),
  scenario: scenario.nullable(),
  owner: text(200).nullable(),
  notes: text(4000).nullable(),
})
export type OpportunityFields = z.infer<typeof opportunityFields>

const outcome = z.strictObject({
  result: opportunityOutcome,
  closedOn: day,
  /** The decisive one first. */
  reasons: z.array(closeReason),
})

export const opportunityRow = z.strictObject({
  id,
  accountId: id,
  account: z.string(),
  valueClass: valueClass.nullable(),
  ...opportunityFields.shape,
  number: z.string().nullable(),
  category: z.string().nullable(),
  stage: opportunityStage,
  /** Its own probability, or its stage's; 100 or 0 once closed. */
  effectivePercent: probability,
  /** In the workspace's currency; null without a value or a budget rate. */
  baseValue: figure.nullable(),
  weighted: figure.nullable(),
  openedOn: day.nullable(),
  outcome: outcome.nullable(),
  /** Open, and the expected day has passed. */
  isOverdue: z.boolean(),
  fromWhiteSpace: z.boolean(),
})
export type OpportunityRow = z.infer<typeof opportunityRow>

export const OPPORTUNITY_SORT_FIELDS = [
  'name',
  'account',
  'stage',
  'value',
  'weighted',
  'expectedCloseOn',
  'openedOn',
  'closedOn',
] as const

const stageSum = z.strictObject({
  stage: opportunityStage,
  count: z.int(),
  value: figure,
  weighted: figure,
  unvalued: z.int(),
})

const prospectRow = z.strictObject({
  accountId: id,
  name: z.string(),
  opportunityClass: valueClass.nullable(),
  scorePercent: z.number().nullable(),
  industryInfluence: judgement.nullable(),
  dealPotential: judgement.nullable(),
  openCount: z.int(),
  openValue: figure,
  weighted: figure,
  /** Where nobody has judged the deal potential: what its open opportunities suggest. */
  proposedDealPotential: z.int().min(1).max(5).nullable(),
})
export type ProspectRow = z.infer<typeof prospectRow>

export const opportunity = {
  /** Filtered and sorted; the sums are over everything the filter keeps. */
  list: query({
    input: z.strictObject({
      filter: z
        .strictObject({
          accountId: id,
          text: z.string().max(200),
          state: z.enum(['open', 'won', 'lost']),
          stages: z.array(opportunityStage),
          owners: z.array(z.string().max(200)).max(200),
        })
        .partial(),
      sort: z.strictObject({ field: z.enum(OPPORTUNITY_SORT_FIELDS), isDescending: z.boolean() }).optional(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(1000),
    }),
    output: z.strictObject({
      currency: currencyCode,
      asOf: day.nullable(),
      rows: z.array(opportunityRow),
      total: z.int(),
      stages: z.array(stageSum),
      won: z.strictObject({ count: z.int(), value: figure }),
      lost: z.strictObject({ count: z.int(), value: figure }),
      /** How often each reason was named, most often first. */
      reasons: z.array(z.strictObject({ reason: closeReason, won: z.int(), lost: z.int() })),
      overdueCount: z.int(),
      owners: z.array(z.string()),
    }),
  }),
  /** Parties that never traded: their class, what it rests on, and what is open there. */
  listProspects: query({
    input: z.strictObject({}),
    output: z.strictObject({ currency: currencyCode, rows: z.array(prospectRow) }),
  }),
  /** Errors: not-found, duplicate-number. */
  record: command({
    input: z.strictObject({
      accountId: id,
      stage: opportunityStage.optional(),
      openedOn: day.optional(),
      fields: opportunityFields.partial().required({ name: true }),
    }),
    output: z.strictObject({ id }),
  }),
  /** Errors: not-found, duplicate-number. */
  revise: command({
    input: z.strictObject({ id, changes: opportunityFields.partial() }),
    output: z.null(),
  }),
  /** Moving clears a probability of its own; a closed opportunity is open again. */
  moveStage: command({ input: z.strictObject({ id, stage: opportunityStage }), output: z.null() }),
  close: command({
    input: z.strictObject({
      id,
      result: opportunityOutcome,
      closedOn: day,
      reasons: z.array(closeReason).min(1).max(5),
      competitor: text(120).nullable().optional(),
    }),
    output: z.null(),
  }),
  remove: command({ input: z.strictObject({ id }), output: z.null() }),
}

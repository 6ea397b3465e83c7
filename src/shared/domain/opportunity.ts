import { z } from 'zod'

/** Stages of an open opportunity, in their order; won and lost are its outcome. */
export const OPPORTUNITY_STAGES = ['identified', 'qualified', 'proposal', 'negotiation'] as const
export const opportunityStage = z.enum(OPPORTUNITY_STAGES)
export type OpportunityStage = z.infer<typeof opportunityStage>

export const OPPORTUNITY_OUTCOMES = ['won', 'lost'] as const
export const opportunityOutcome = z.enum(OPPORTUNITY_OUTCOMES)
export type OpportunityOutcome = z.infer<typeof opportunityOutcome>

/** Probability in percent that a stage suggests; each opportunity may state its own. */
export const STAGE_PROBABILITIES = {
  identified: 10,
  qualified: 25,
  proposal: 50,
  negotiation: 75,
} as const satisfies Record<OpportunityStage, number>

/** Why an opportunity was won or lost, the decisive reason first. */
export const CLOSE_REASONS = [
  'value',
  'price',
  'relationship',
  'quality',
  'delivery',
  'service',
  'technology',
  'terms',
  'no-decision',
  'other',
] as const
export const closeReason = z.enum(CLOSE_REASONS)
export type CloseReason = z.infer<typeof closeReason>

/** Robinson, Faris & Wind 1967: how new a purchase is to the customer. */
export const PURCHASE_SCENARIOS = ['new-task', 'modified-rebuy', 'straight-rebuy'] as const

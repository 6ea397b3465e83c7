import { z } from 'zod'
import { instant } from '../domain/calendar.ts'
import { criterionKey, scoringModel } from '../domain/scoring-model.ts'
import { command, query } from './define.ts'

export const criterionStatus = z.strictObject({
  key: criterionKey,
  isActive: z.boolean(),
  /** Accounts whose input is known. */
  knownCount: z.int(),
  /** What to bring in to activate it. */
  needs: z.enum(['orders', 'cost', 'two-years', 'invoices', 'judgements']).nullable(),
  /** Inputs of all accounts in 20 equal bins between the first and last anchor, ends included. */
  histogram: z.array(z.int()),
  percentiles: z.array(z.number()).length(5).nullable(),
})

export const model = {
  /** The model in force with each criterion's data, or null before the first orders. */
  current: query({
    input: z.strictObject({}),
    output: z.strictObject({
      model: scoringModel.nullable(),
      criteria: z.array(criterionStatus),
      adoptedAt: instant.nullable(),
      adoptedBy: z.string().nullable(),
    }),
  }),
  /** A starter model from the firm's own figures: rounded percentiles as anchors. Errors: no-data. */
  propose: query({ input: z.strictObject({}), output: scoringModel }),
  /** Freezes the proposal as the next version. Errors: no-data. */
  adopt: command({
    input: z.strictObject({ name: z.string().trim().min(1).max(120).optional() }),
    output: scoringModel,
  }),
}

import { z } from 'zod'
import { day } from '../domain/calendar.ts'
import { criterionKey } from '../domain/scoring-model.ts'
import { valueClass } from '../domain/value-class.ts'

export const WATERFALL_STEPS = ['data', 'knowledge', 'weights', 'anchors'] as const

/** How a score got from the end of the last period to here; adds up exactly. */
export const scoreWaterfall = z.strictObject({
  previousAsOf: day,
  previousModelVersion: z.int(),
  before: z.number(),
  now: z.number(),
  steps: z.array(
    z.strictObject({
      /** New figures of a criterion; criteria known on one day alone; other weights; other anchors. */
      kind: z.enum(WATERFALL_STEPS),
      criterion: criterionKey.nullable(),
      points: z.number(),
    }),
  ),
})

export const CONTRIBUTION_REFERENCES = ['next-class', 'median'] as const

/** Points above or below a reference per criterion; they add up to the difference of the displayed scores. */
export const accountContributions = z.strictObject({
  against: z.enum(CONTRIBUTION_REFERENCES),
  /** The class whose line is compared with; null for the median. */
  valueClass: valueClass.nullable(),
  /** Accounts behind the median; null for a class. */
  accountCount: z.int().nullable(),
  scorePercent: z.number(),
  referenceScore: z.number(),
  difference: z.number(),
  items: z.array(
    z.strictObject({
      criterion: criterionKey,
      points: z.number(),
      utility: z.number(),
      referenceUtility: z.number(),
    }),
  ),
})
export type AccountContributions = z.infer<typeof accountContributions>

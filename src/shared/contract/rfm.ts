import { z } from 'zod'
import { day } from '../domain/calendar.ts'
import { id } from '../domain/id.ts'
import { amount, currencyCode } from '../domain/money.ts'
import { rfmMethod, rfmScore, rfmSegment } from '../domain/rfm.ts'
import { rfmBands } from '../domain/scoring-model.ts'
import { valueClass } from '../domain/value-class.ts'
import { query } from './define.ts'

export const rfmGrid = z.strictObject({
  asOf: day,
  currency: currencyCode,
  windowMonths: z.int(),
  /** What is in force: bands also where quintiles were wanted of too few accounts. */
  method: rfmMethod,
  wantedMethod: rfmMethod,
  /** The scoring model says which method counts; the workspace's setting then does not. */
  isSetByModel: z.boolean(),
  /** Limits of the fixed bands; null for quintiles. */
  bands: rfmBands.nullable(),
  customerCount: z.int(),
  netSales: amount,
  /** Only those with accounts. */
  cells: z.array(
    z.strictObject({
      recency: rfmScore,
      frequency: rfmScore,
      count: z.int(),
      netSales: amount,
      segments: z.array(z.strictObject({ segment: rfmSegment, count: z.int() })),
    }),
  ),
  segments: z.array(
    z.strictObject({
      segment: rfmSegment,
      count: z.int(),
      netSales: amount,
      sharePercent: z.number().nullable(),
      medianRecencyDays: z.number().nullable(),
    }),
  ),
})
export type RfmGrid = z.infer<typeof rfmGrid>

export const rfmCellAccount = z.strictObject({
  id,
  number: z.string(),
  name: z.string(),
  valueClass: valueClass.nullable(),
  segment: rfmSegment.nullable(),
  recencyDays: z.int(),
  orderCount: z.int(),
  netSales: amount,
  monetary: rfmScore,
})

export const rfm = {
  /** Accounts by recency and frequency with their segments at the workspace's date; null without trade. */
  grid: query({ input: z.strictObject({}), output: rfmGrid.nullable() }),
  /** Accounts of one cell, the largest first; at most 200. */
  accounts: query({
    input: z.strictObject({ recency: rfmScore, frequency: rfmScore }),
    output: z.array(rfmCellAccount),
  }),
}

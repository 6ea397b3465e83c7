import { z } from 'zod'
import { day } from '../domain/calendar.ts'
import { id } from '../domain/id.ts'
import { amount } from '../domain/money.ts'
import { complexityCount, complexityFactor } from '../domain/relationship-complexity.ts'
import { valueClass } from '../domain/value-class.ts'
import { command, query } from './define.ts'

const text = (length: number) => z.string().trim().max(length)
/** Null stands for accounts whose segment and industry are unknown. */
const segmentName = text(120).min(1).nullable()

const candidate = z.strictObject({
  id,
  name: z.string(),
  valueClass: valueClass.nullable(),
  netSales: amount,
  contribution: amount.nullable(),
  scorePercent: z.number().nullable(),
})
export type SegmentCandidate = z.infer<typeof candidate>

export const segmentRow = z.strictObject({
  segment: segmentName,
  /** How many of its accounts are here by their own segment; the rest by their industry. */
  assignedCount: z.int(),
  accountCount: z.int(),
  tradingCount: z.int(),
  netSales: amount,
  /** Of all net sales; null where those are not above zero. */
  sharePercent: z.number().nullable(),
  growthPercent: z.number().nullable(),
  /** What best and worst are proposed by: the first of the three that is known in this segment. */
  proposedBy: z.enum(['contribution', 'score', 'sales']),
  proposedBest: candidate.nullable(),
  /** Null where there is only one account to choose from. */
  proposedWorst: candidate.nullable(),
  /** Chosen by a person; comes before the proposal. */
  chosenBest: candidate.nullable(),
  chosenWorst: candidate.nullable(),
  nextAction: z.string().nullable(),
  owner: z.string().nullable(),
  dueOn: day.nullable(),
})
export type SegmentRow = z.infer<typeof segmentRow>

const correctedCount = z.strictObject({
  count: complexityCount,
  note: text(400),
  author: z.string(),
  on: day.nullable(),
})

const factorCount = z.strictObject({
  /** Seen in the records; null where these do not say. */
  counted: z.int().nullable(),
  corrected: correctedCount.nullable(),
  /** What counts: the correction, else what was seen, at least 1. */
  count: z.int(),
})

export const complexityRow = z.strictObject({
  id,
  name: z.string(),
  valueClass: valueClass.nullable(),
  netSales: amount,
  factors: z.strictObject({
    segments: factorCount,
    products: factorCount,
    channels: factorCount,
    enterprises: factorCount,
  }),
  /** R = segments × products × channels × enterprises. */
  cells: z.int(),
  log2: z.number(),
  /** Category × channel combinations bought in the window, or as corrected; null when neither is known. */
  served: z.strictObject({
    counted: z.int().nullable(),
    corrected: correctedCount.nullable(),
    count: z.int().nullable(),
  }),
  coveragePercent: z.number().nullable(),
})
export type ComplexityRow = z.infer<typeof complexityRow>

export const COMPLEXITY_SORT_FIELDS = [
  'name',
  'netSales',
  'segments',
  'products',
  'channels',
  'enterprises',
  'cells',
  'coveragePercent',
] as const
export type ComplexitySortField = (typeof COMPLEXITY_SORT_FIELDS)[number]

const correction = z.strictObject({ count: complexityCount, note: text(400) }).nullable()

export const segment = {
  /** Every segment with accounts, the largest sales first; year is that of the contributions. */
  worksheet: query({
    input: z.strictObject({}),
    output: z.strictObject({
      asOf: day.nullable(),
      year: z.int().nullable(),
      rows: z.array(segmentRow),
    }),
  }),
  /** Null takes a choice back. Errors: not-found for an account. */
  revise: command({
    input: z.strictObject({
      segment: segmentName,
      changes: z
        .strictObject({
          bestId: id.nullable(),
          worstId: id.nullable(),
          nextAction: text(1000).nullable(),
          owner: text(120).nullable(),
          dueOn: day.nullable(),
        })
        .partial(),
    }),
    output: z.null(),
  }),
  /** Puts accounts into a segment of their own; null falls back to the industry. Errors: not-found. */
  assign: command({
    input: z.strictObject({ ids: z.array(id).min(1).max(100_000), segment: segmentName }),
    output: z.strictObject({ changed: z.int() }),
  }),
  /** Accounts of one segment, the largest sales first; at most 1000. */
  listAccounts: query({
    input: z.strictObject({ segment: segmentName }),
    output: z.array(candidate.extend({ industry: z.string().nullable(), isAssigned: z.boolean() })),
  }),
  /** Complexity of the trading accounts. */
  listComplexity: query({
    input: z.strictObject({
      sort: z.strictObject({ field: z.enum(COMPLEXITY_SORT_FIELDS), descending: z.boolean() }),
      offset: z.int().min(0).max(10_000_000),
      limit: z.int().min(1).max(1000),
    }),
    output: z.strictObject({
      asOf: day.nullable(),
      from: day.nullable(),
      rows: z.array(complexityRow),
      total: z.int(),
      /** Over all of them; null without any. */
      medianCells: z.number().nullable(),
      medianCoveragePercent: z.number().nullable(),
      largest: z.strictObject({ id, name: z.string(), cells: z.int() }).nullable(),
      /** Accounts at least as complex as the median that cover less of it than the median does. */
      thinCount: z.int(),
    }),
  }),
  /** Errors: not-found. */
  complexity: query({ input: z.strictObject({ id }), output: complexityRow }),
  /** Null takes a correction back. Errors: not-found. */
  correctComplexity: command({
    input: z.strictObject({ id, corrections: z.partialRecord(complexityFactor, correction) }),
    output: z.null(),
  }),
}

import { z } from 'zod'
import { day } from '../domain/calendar.ts'
import {
  CREDIT_INDICATORS,
  creditBand,
  creditCategory,
  creditCategoryPoints,
  creditDecision,
  creditFigure,
  creditGrade,
  creditIndicatorKey,
  creditTemplate,
  firedGate,
  legalState,
} from '../domain/credit.ts'
import { id } from '../domain/id.ts'
import { amount } from '../domain/money.ts'
import { quarter } from '../domain/quarter.ts'
import { valueClass } from '../domain/value-class.ts'
import { command, query } from './define.ts'

const text = (length: number) => z.string().trim().max(length)

/** Where a figure of the sheet comes from. */
export const creditSource = z.discriminatedUnion('kind', [
  /** From the firm's own invoices due in the four quarters. */
  z.strictObject({ kind: z.literal('invoices'), invoiceCount: z.int(), from: day, to: day }),
  z.strictObject({
    kind: z.literal('entered'),
    text: z.string(),
    on: day,
    author: z.string(),
    /** The quarter it was taken over from. */
    carriedFrom: quarter.nullable(),
  }),
  z.strictObject({ kind: z.literal('none') }),
])

export const creditSheetRow = z.strictObject({
  key: creditIndicatorKey,
  weight: z.number(),
  bands: z.array(creditBand),
  value: z.number().nullable(),
  points: z.number().nullable(),
  source: creditSource,
})
export type CreditSheetRow = z.infer<typeof creditSheetRow>

/** What the sheet says before anybody finishes it. */
export const creditResult = z.strictObject({
  /** Null where too little is known. */
  grade: creditGrade.nullable(),
  points: z.number().nullable(),
  pointsGrade: creditGrade.nullable(),
  gates: z.array(firedGate),
  /** Less than 60 % known: what keeps the sheet from a grade or, where it has one, holds it at A. */
  missing: z.array(creditCategory),
  coverage: z.number(),
  categories: z.array(creditCategoryPoints),
  /** In the workspace's currency; null without a grade or known sales. */
  limit: amount.nullable(),
  termsDays: z.int().nullable(),
})
export type CreditSheetResult = z.infer<typeof creditResult>

export const ratedQuarter = z.strictObject({ quarter, decision: creditDecision })
export type RatedQuarter = z.infer<typeof ratedQuarter>

export const creditSheet = z.strictObject({
  quarter,
  /** The day the figures speak of: the quarter's last, or the as-of date within it. */
  asOf: day,
  /** Quarters that can be opened, the newest first. */
  quarters: z.array(quarter),
  templateVersion: z.int(),
  rows: z.array(creditSheetRow),
  insolvency: legalState.nullable(),
  litigation: legalState.nullable(),
  result: creditResult,
  /** The rating in force before this quarter. */
  previous: ratedQuarter.nullable(),
  /** Null until it is finished. */
  decision: creditDecision.nullable(),
  /** The sheet would now give another result than the finished one. */
  hasChangedSince: z.boolean(),
})
export type CreditSheet = z.infer<typeof creditSheet>

export const creditListRow = z.strictObject({
  accountId: id,
  number: z.string(),
  name: z.string(),
  accountManager: z.string().nullable(),
  valueClass: valueClass.nullable(),
  /** Of the newest rating in force; null where there is none. */
  grade: creditGrade.nullable(),
  points: z.number().nullable(),
  quarter: quarter.nullable(),
  previousGrade: creditGrade.nullable(),
  limit: amount.nullable(),
  termsDays: z.int().nullable(),
  open: amount,
  /** Open beyond the limit; null without one. */
  overLimit: amount.nullable(),
  /** No rating for the newest full quarter. */
  isDue: z.boolean(),
})
export type CreditListRow = z.infer<typeof creditListRow>

export const CREDIT_SORT_FIELDS = ['name', 'grade', 'points', 'limit', 'open', 'overLimit'] as const

const sheetOf = { accountId: id, quarter }

export const credit = {
  /**
   * The sheet of an account; without a quarter that of the newest full one. A quarter nobody touched yet
   * starts from the entries of the one before. Errors: not-found, no-data before any as-of date,
   * invalid-input for a quarter that has not begun.
   */
  sheet: query({
    input: z.strictObject({ accountId: id, quarter: quarter.optional() }),
    output: creditSheet,
  }),
  /** Figures with their source; a null value takes one away. Errors: not-found, no-data, invalid-input. */
  enter: command({
    input: z.strictObject({
      ...sheetOf,
      entries: z
        .array(
          z.strictObject({
            key: creditIndicatorKey,
            value: creditFigure.nullable(),
            source: text(300),
            on: day,
          }),
        )
        .max(CREDIT_INDICATORS.length),
      /** Insolvency proceedings; left out it stays, null is unknown. */
      insolvency: legalState
        .extend({ evidence: text(2000).min(1) })
        .nullable()
        .optional(),
    }),
    output: z.null(),
  }),
  /**
   * Finishes a sheet: grade, limit and terms are frozen. A changed grade needs a reason.
   * Errors: not-found, no-data, invalid-input, credit-incomplete.
   */
  rate: command({
    input: z.strictObject({ ...sheetOf, reason: text(2000) }),
    output: creditDecision,
  }),
  /** An open lawsuit with the account, or that there is none; null is unknown. Errors: not-found. */
  setLitigation: command({
    input: z.strictObject({
      accountId: id,
      litigation: legalState.extend({ evidence: text(2000).min(1) }).nullable(),
    }),
    output: z.null(),
  }),
  /** Finished ratings, the newest first. Errors: not-found. */
  history: query({ input: z.strictObject({ accountId: id }), output: z.array(ratedQuarter) }),
  /** Every trading account with its rating in force at the as-of date. */
  list: query({
    input: z.strictObject({
      grades: z.array(creditGrade).max(5).optional(),
      isDue: z.boolean().optional(),
      sort: z.strictObject({ field: z.enum(CREDIT_SORT_FIELDS), descending: z.boolean() }).optional(),
      offset: z.int().min(0).max(10_000_000),
      limit: z.int().min(1).max(1000),
    }),
    output: z.strictObject({
      asOf: day.nullable(),
      /** The newest full quarter. */
      quarter: quarter.nullable(),
      rows: z.array(creditListRow),
      total: z.int(),
      /** Whatever the filter. */
      all: z.int(),
      dueCount: z.int(),
      overLimitCount: z.int(),
      /** Accounts by grade, best first. */
      grades: z.array(z.strictObject({ grade: creditGrade, count: z.int(), open: amount })),
      unratedCount: z.int(),
    }),
  }),
  /** How a sheet becomes a grade, and how many versions there were. */
  template: query({ input: z.strictObject({}), output: creditTemplate }),
  /** Makes the next version; earlier ratings keep theirs. Errors: credit-template. */
  reviseTemplate: command({ input: creditTemplate.omit({ version: true }), output: creditTemplate }),
}

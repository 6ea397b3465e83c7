import { z } from 'zod'
import { day, instant } from './calendar.ts'
import { amount } from './money.ts'
import { quarter } from './quarter.ts'

/** Best first. */
export const CREDIT_GRADES = ['AAA', 'AA', 'A', 'B', 'C'] as const
export const creditGrade = z.enum(CREDIT_GRADES)
export type CreditGrade = z.infer<typeof creditGrade>

export const CREDIT_CATEGORIES = [
  'character',
  'performance',
  'solvency',
  'operation',
  'profitability',
] as const
export const creditCategory = z.enum(CREDIT_CATEGORIES)
export type CreditCategory = z.infer<typeof creditCategory>

/** The twenty indicators in the order of the sheet. */
export const CREDIT_INDICATORS = [
  'legal-record',
  'years-in-business',
  'ownership',
  'management',
  'on-time-rate',
  'days-beyond-terms',
  'overdue-share',
  'collection-rate',
  'dispute-rate',
  'asset-liability',
  'current-ratio',
  'cash-cover',
  'market-position',
  'continuity',
  'receivable-turnover',
  'inventory-turnover',
  'sales-growth',
  'net-margin',
  'return-on-equity',
  'return-on-assets',
] as const
export const creditIndicatorKey = z.enum(CREDIT_INDICATORS)
export type CreditIndicatorKey = z.infer<typeof creditIndicatorKey>

/** Level 1 to 5, years, percent, days, a ratio, or times a year. */
export type CreditUnit = 'level' | 'years' | 'percent' | 'days' | 'ratio' | 'times'

export interface CreditIndicatorTraits {
  category: CreditCategory
  /** Needs the customer's statement. */
  isFinancial: boolean
  /** Follows from the firm's own invoices and payments, where these are known. */
  isComputed: boolean
  unit: CreditUnit
}

const traits = (
  category: CreditCategory,
  unit: CreditUnit,
  kind?: 'financial' | 'computed',
): CreditIndicatorTraits => ({
  category,
  unit,
  isFinancial: kind === 'financial',
  isComputed: kind === 'computed',
})

/** What each indicator is; weights and bands belong to the template. */
export const CREDIT_TRAITS: Readonly<Record<CreditIndicatorKey, CreditIndicatorTraits>> = {
  'legal-record': traits('character', 'level'),
  'years-in-business': traits('character', 'years'),
  ownership: traits('character', 'level'),
  management: traits('character', 'level'),
  'on-time-rate': traits('performance', 'percent', 'computed'),
  'days-beyond-terms': traits('performance', 'days', 'computed'),
  'overdue-share': traits('performance', 'percent', 'computed'),
  'collection-rate': traits('performance', 'percent', 'computed'),
  'dispute-rate': traits('performance', 'percent', 'computed'),
  'asset-liability': traits('solvency', 'percent', 'financial'),
  'current-ratio': traits('solvency', 'ratio', 'financial'),
  'cash-cover': traits('solvency', 'ratio', 'financial'),
  'market-position': traits('operation', 'level'),
  continuity: traits('operation', 'level'),
  'receivable-turnover': traits('operation', 'times', 'financial'),
  'inventory-turnover': traits('operation', 'times', 'financial'),
  'sales-growth': traits('operation', 'percent', 'financial'),
  'net-margin': traits('profitability', 'percent', 'financial'),
  'return-on-equity': traits('profitability', 'percent', 'financial'),
  'return-on-assets': traits('profitability', 'percent', 'financial'),
}

/** Figures of ratios reach far, but not so far that sums of them leave the exact numbers. */
export const creditFigure = z.number().min(-1_000_000_000).max(1_000_000_000)

/** Five standard values from excellent to poor, and the value beyond poor at which the points end. */
export const creditBand = z.strictObject({
  standards: z.array(creditFigure).length(5),
  floor: creditFigure,
})
export type CreditBand = z.infer<typeof creditBand>

export const creditTemplateIndicator = z.strictObject({
  key: creditIndicatorKey,
  /** Points of a hundred. */
  weight: z.number().min(0).max(100),
  /** One band, or for a figure that can be too low and too high one for either side. */
  bands: z.array(creditBand).min(1).max(2),
})
export type CreditTemplateIndicator = z.infer<typeof creditTemplateIndicator>

export const creditGradeRow = z.strictObject({
  grade: creditGrade,
  minimumPoints: z.number().min(0).max(100),
  /** Credit limit in months of the account's average net sales; 0 is none. */
  limitMonths: z.number().min(0).max(24),
  /** Days of payment; 0 is payment in advance. */
  termsDays: z.int().min(0).max(365),
})

/** How a sheet becomes a grade; a change makes a new version. */
export const creditTemplate = z.strictObject({
  version: z.int().min(1),
  indicators: z.array(creditTemplateIndicator).max(CREDIT_INDICATORS.length),
  grades: z.array(creditGradeRow).max(CREDIT_GRADES.length),
  /** Overdue by more than 90 days above this part of receivables caps the grade at B. */
  maximumOverdueSharePercent: z.number().min(0).max(100),
})
export type CreditTemplate = z.infer<typeof creditTemplate>

/** A figure of the sheet as somebody entered it. */
export const creditEntry = z.strictObject({
  value: creditFigure,
  source: z.string(),
  /** The day the figure speaks of. */
  on: day,
  author: z.string(),
  /** The quarter whose sheet it was taken over from; null where it was entered for this one. */
  carriedFrom: quarter.nullable(),
})
export type CreditEntry = z.infer<typeof creditEntry>

/** Insolvency proceedings or an open lawsuit: with evidence, or known not to be. */
export const legalState = z.strictObject({
  isOpen: z.boolean(),
  evidence: z.string(),
  on: day,
})
export type LegalState = z.infer<typeof legalState>

export const CREDIT_GATES = [
  'insolvency',
  'negative-equity',
  'overdue-share',
  'missing-statement',
  'notch-limit',
] as const
export const creditGate = z.enum(CREDIT_GATES)

/** What holds a grade back, and where it stood without. */
export const firedGate = z.strictObject({ gate: creditGate, cap: creditGrade })
export type FiredGate = z.infer<typeof firedGate>

export const creditIndicatorPoints = z.strictObject({
  key: creditIndicatorKey,
  value: z.number().nullable(),
  weight: z.number(),
  /** Null where the value is unknown. */
  points: z.number().nullable(),
})

export const creditCategoryPoints = z.strictObject({
  category: creditCategory,
  /** Full marks of the category, of what is known of it, and of what is known well enough to count. */
  weight: z.number(),
  knownWeight: z.number(),
  ratedWeight: z.number(),
  /** Of `ratedWeight`. */
  points: z.number().nullable(),
})

/** A finished rating: frozen with all it rested on, whatever changes later. */
export const creditDecision = z.strictObject({
  grade: creditGrade,
  points: z.number(),
  /** By the points alone. */
  pointsGrade: creditGrade,
  gates: z.array(firedGate),
  /** Weight of the known indicators, 0 to 1. */
  coverage: z.number(),
  indicators: z.array(creditIndicatorPoints),
  categories: z.array(creditCategoryPoints),
  /** The day the figures speak of. */
  asOf: day,
  templateVersion: z.int(),
  previous: z.strictObject({ quarter, grade: creditGrade, points: z.number() }).nullable(),
  /** In the workspace's currency; null where the account's sales were not known. */
  limit: amount.nullable(),
  termsDays: z.int(),
  /** Why the grade changed, in the author's words. */
  reason: z.string(),
  author: z.string(),
  ratedAt: instant,
})
export type CreditDecision = z.infer<typeof creditDecision>

/** Part of a category's points that must be known, or the category counts as missing. */
const MINIMUM_CATEGORY_COVERAGE = 0.6

/** Whether at least 60 % of a category's points, or of a part of it, are known; true for one without points. */
export function isKnownEnough({
  weight,
  knownWeight,
}: Pick<z.infer<typeof creditCategoryPoints>, 'weight' | 'knownWeight'>): boolean {
  // Sums of weights such as .1 and .2 fall short of their total by rounding alone.
  return knownWeight >= MINIMUM_CATEGORY_COVERAGE * weight - 1e-9
}

import { z } from 'zod'
import { amount } from './money.ts'

const LARGEST_SALES = 1_000_000_000_000_000
const LEAST_MARGIN = -100
const LEAST_GROWTH = -90

/** What a forecast of one account rests on, each value within the limits of the forecast. */
export const lifetimeValues = z.strictObject({
  /** Sales of the coming year if the account stays, in the workspace's currency. */
  sales: amount.min(0).max(LARGEST_SALES),
  marginPercent: z.number().min(LEAST_MARGIN).max(100),
  /** Chance of staying for one more year. */
  retentionPercent: z.number().min(0).max(100),
  /** Of sales, a year, from the second year on. */
  growthPercent: z.number().min(LEAST_GROWTH).max(100),
  discountPercent: z.number().min(0).max(100),
  years: z.int().min(1).max(15),
})
export type LifetimeValues = z.infer<typeof lifetimeValues>

export const LIFETIME_KEYS = [
  'sales',
  'marginPercent',
  'retentionPercent',
  'growthPercent',
  'discountPercent',
  'years',
] as const satisfies readonly (keyof LifetimeValues)[]
export type LifetimeKey = (typeof LIFETIME_KEYS)[number]

/** What was entered in the place of a derived value; null or left out follows the account's figures. */
export const lifetimeEntries = z.strictObject({
  sales: lifetimeValues.shape.sales.nullable().optional(),
  marginPercent: lifetimeValues.shape.marginPercent.nullable().optional(),
  retentionPercent: lifetimeValues.shape.retentionPercent.nullable().optional(),
  growthPercent: lifetimeValues.shape.growthPercent.nullable().optional(),
  discountPercent: lifetimeValues.shape.discountPercent.nullable().optional(),
  years: lifetimeValues.shape.years.nullable().optional(),
})
export type LifetimeEntries = z.infer<typeof lifetimeEntries>

/** Where a value comes from. */
export const LIFETIME_SOURCES = [
  'entered',
  'window-sales',
  'no-sales',
  'own-margin',
  'portfolio-margin',
  'similar-accounts',
  'all-accounts',
  'own-growth',
  'own-growth-limited',
  'starting-value',
  'unknown',
] as const
export const lifetimeSource = z.enum(LIFETIME_SOURCES)
export type LifetimeSource = z.infer<typeof lifetimeSource>

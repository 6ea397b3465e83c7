import { z } from 'zod'
import { day } from '../domain/calendar.ts'
import { id } from '../domain/id.ts'
import { amount } from '../domain/money.ts'
import { qualitySignKind } from '../domain/sales-quality.ts'
import { valueClass } from '../domain/value-class.ts'
import { query } from './define.ts'

const percent = z.number()

const figure = z.strictObject({
  /** Percent: discount given, sent back, of the reference price, of sales on lines with a sign. */
  value: percent.nullable(),
  /** 0 to 100. */
  points: z.number().nullable(),
  /** Percent of gross sales it rests on. */
  coveredPercent: percent,
})

export const qualityParts = z.strictObject({
  discount: figure,
  returns: figure,
  price: figure,
  regularity: figure,
})
export type QualityParts = z.infer<typeof qualityParts>

/** How good an account's sales of the last twelve months are, beside how large. */
export const qualityRow = z.strictObject({
  id,
  name: z.string(),
  valueClass: valueClass.nullable(),
  grossSales: amount,
  netSales: amount,
  /** 0 to 100; null where parts with half the weight are unknown. */
  scorePercent: percent.nullable(),
  coveragePercent: percent,
  parts: qualityParts,
  /** Percent of the compared sales held against a list price, the rest against the product's median; null without any. */
  listPercent: percent.nullable(),
  signCount: z.int(),
})
export type QualityRow = z.infer<typeof qualityRow>

/** A line that stands out from the account's own way of buying, with what is usual: a question, no verdict. */
export const qualitySign = z.strictObject({
  kind: qualitySignKind,
  orderNumber: z.string(),
  orderedOn: day,
  productCode: z.string().nullable(),
  productName: z.string().nullable(),
  quantity: z.number().nullable(),
  /** In the workspace's currency. */
  amount,
  channel: z.string().nullable(),
  pricePercent: percent.nullable(),
  quantityRatio: z.number().nullable(),
  usualChannel: z.string().nullable(),
})
export type QualitySignRow = z.infer<typeof qualitySign>

export const QUALITY_SORT_FIELDS = [
  'name',
  'netSales',
  'scorePercent',
  'discount',
  'returns',
  'price',
  'regularity',
  'signCount',
] as const
export type QualitySortField = (typeof QUALITY_SORT_FIELDS)[number]

export const qualityPortfolio = z.strictObject({
  asOf: day,
  from: day,
  accountCount: z.int(),
  scoredCount: z.int(),
  /** Weighted by gross sales; null when no account has a score. */
  scorePercent: percent.nullable(),
  parts: qualityParts,
  listPercent: percent.nullable(),
  /** Accounts that score under 60, and what they bought net. */
  weak: z.strictObject({ count: z.int(), netSales: amount, sharePercent: percent.nullable() }),
  signs: z.strictObject({ accountCount: z.int(), lineCount: z.int() }),
  /** The largest accounts with a score, by net sales. */
  points: z.array(
    z.strictObject({
      id,
      name: z.string(),
      valueClass: valueClass.nullable(),
      netSales: amount,
      scorePercent: percent,
      signCount: z.int(),
    }),
  ),
})
export type QualityPortfolio = z.infer<typeof qualityPortfolio>

export const quality = {
  /** Null while there are no orders. */
  portfolio: query({ input: z.strictObject({}), output: qualityPortfolio.nullable() }),
  list: query({
    input: z.strictObject({
      kind: z.enum(['all', 'weak', 'signs']).default('all'),
      sort: z.strictObject({ field: z.enum(QUALITY_SORT_FIELDS), descending: z.boolean() }),
      offset: z.int().min(0).max(10_000_000),
      limit: z.int().min(1).max(1000),
    }),
    output: z.strictObject({ rows: z.array(qualityRow), total: z.int() }),
  }),
  /** One account's parts and the lines that stand out, newest first; row is null without sales. Errors: not-found. */
  account: query({
    input: z.strictObject({ id }),
    output: z.strictObject({
      from: day.nullable(),
      to: day.nullable(),
      row: qualityRow.nullable(),
      signs: z.array(qualitySign),
    }),
  }),
}

import { z } from 'zod'
import { day, year } from '../domain/calendar.ts'
import { activityDriver } from '../domain/cost-activity.ts'
import { id } from '../domain/id.ts'
import { amount, currencyCode } from '../domain/money.ts'
import { valueClass } from '../domain/value-class.ts'
import { command, query } from './define.ts'

const percent = z.number()
/** Bounds keep rate × quantity within what an amount can hold. */
const rate = amount.min(0).max(10_000_000_000)
const quantity = z.number().min(0).max(100_000)
const name = z.string().trim().min(1).max(80)
const unit = z.string().trim().max(40)

const activityFields = z.strictObject({
  name,
  unit,
  driver: activityDriver,
  /** Cost of one in the workspace's currency; null while unknown. */
  rate: rate.nullable(),
})

export const costActivity = activityFields.extend({ id })
export type CostActivity = z.infer<typeof costActivity>

/** One account's contribution in a year, up to the as-of date. Unknown figures are null. */
export const contributionRow = z.strictObject({
  id,
  name: z.string(),
  valueClass: valueClass.nullable(),
  netSales: amount,
  grossMargin: amount.nullable(),
  /** Percent of net sales whose cost is known; null without sales. */
  marginCoveragePercent: percent.nullable(),
  costToServe: amount.nullable(),
  /** Percent of the activities whose rate and quantity are known; null without activities. */
  costCoveragePercent: percent.nullable(),
  contribution: amount.nullable(),
  /** Percent of net sales; null where sales are not above zero. */
  contributionPercent: percent.nullable(),
  /** 1 for the best contribution; null where it is unknown. */
  rank: z.int().nullable(),
})
export type ContributionRow = z.infer<typeof contributionRow>

export const CONTRIBUTION_SORT_FIELDS = [
  'name',
  'netSales',
  'grossMargin',
  'costToServe',
  'contribution',
  'contributionPercent',
] as const
export type ContributionSortField = (typeof CONTRIBUTION_SORT_FIELDS)[number]

const whalePoint = z.strictObject({
  count: z.int(),
  cumulative: amount,
  /** Of the total; null where the total is not above zero. */
  percent: percent.nullable(),
})

export const contributionPortfolio = z.strictObject({
  year,
  /** Years that have orders or entered quantities, newest first. */
  years: z.array(year),
  from: day,
  /** The as-of date in its own year. */
  to: day,
  currency: currencyCode,
  /** Accounts with sales or entered quantities in the year. */
  accountCount: z.int(),
  knownCount: z.int(),
  netSales: amount,
  /** Sums of what is known; null where nothing is. */
  grossMargin: amount.nullable(),
  costToServe: amount.nullable(),
  contribution: amount.nullable(),
  marginCoveragePercent: percent.nullable(),
  costCoveragePercent: percent.nullable(),
  /** Best first, thinned to what a screen can draw. */
  curve: z.array(whalePoint),
  peak: whalePoint.nullable(),
  costing: z.strictObject({ count: z.int(), amount }),
})
export type ContributionPortfolio = z.infer<typeof contributionPortfolio>

export const servedActivity = costActivity.extend({
  /** Counted in the orders of the year; null for a driver that is entered. */
  countedQuantity: quantity.nullable(),
  /** Entered for this account and year; comes before the counted one. */
  enteredQuantity: quantity.nullable(),
  cost: amount.nullable(),
})
export type ServedActivityRow = z.infer<typeof servedActivity>

export const contribution = {
  listActivities: query({ input: z.strictObject({}), output: z.array(costActivity) }),
  /** One or several at once: one entry in the history. */
  define: command({
    input: z.strictObject({ activities: z.array(activityFields).min(1).max(20) }),
    output: z.strictObject({ ids: z.array(id) }),
  }),
  /** Errors: not-found. */
  revise: command({ input: z.strictObject({ id, changes: activityFields.partial() }), output: z.null() }),
  /** Quantities entered for it stay in the history alone. Errors: not-found. */
  remove: command({ input: z.strictObject({ id }), output: z.null() }),
  /** Null takes an entered quantity back. Errors: not-found for the account and for the activity. */
  setQuantity: command({
    input: z.strictObject({ accountId: id, activityId: id, year, quantity: quantity.nullable() }),
    output: z.null(),
  }),
  /** Null while there are neither orders nor activities. */
  portfolio: query({
    input: z.strictObject({ year: year.optional() }),
    output: contributionPortfolio.nullable(),
  }),
  list: query({
    input: z.strictObject({
      year: year.optional(),
      kind: z.enum(['all', 'gaining', 'costing', 'unknown']).default('all'),
      sort: z.strictObject({ field: z.enum(CONTRIBUTION_SORT_FIELDS), descending: z.boolean() }),
      offset: z.int().min(0).max(10_000_000),
      limit: z.int().min(1).max(1000),
    }),
    output: z.strictObject({ rows: z.array(contributionRow), total: z.int() }),
  }),
  /** What one account's contribution is made of. Errors: not-found. */
  account: query({
    input: z.strictObject({ id, year: year.optional() }),
    output: z.strictObject({
      year,
      years: z.array(year),
      from: day,
      to: day,
      row: contributionRow,
      knownCount: z.int(),
      activities: z.array(servedActivity),
    }),
  }),
}

import { z } from 'zod'
import { day, monthIndex } from '../domain/calendar.ts'
import { id } from '../domain/id.ts'
import { amount, currencyCode } from '../domain/money.ts'
import { abcClass, pyramidLevel, valueClass } from '../domain/value-class.ts'
import { query } from './define.ts'

const percent = z.number()

/** Everything the portfolio screen shows at one as-of date, from kept aggregates. */
export const portfolioOverview = z.strictObject({
  asOf: day,
  from: day,
  currency: currencyCode,
  accountCount: z.int(),
  tradingCount: z.int(),
  prospectCount: z.int(),
  grossSales: amount,
  returns: amount,
  netSales: amount,
  priorNetSales: amount,
  /** The orders reach back over the whole window before, so that the two can be compared. */
  isPriorComplete: z.boolean(),
  growthPercent: percent.nullable(),
  marginPercent: percent.nullable(),
  priorMarginPercent: percent.nullable(),
  /** Share of net sales whose cost is known. */
  marginCoveragePercent: percent,
  /** Net revenue retention: this window's net sales of last window's customers / last window's net sales. */
  netRetentionPercent: percent.nullable(),
  /** Customers of the prior window that bought again. */
  repurchasePercent: percent.nullable(),
  modelVersion: z.int().nullable(),
  modelName: z.string().nullable(),
  pareto: z.strictObject({
    /** Points (share of accounts %, share of sales %), ranked by sales. */
    curve: z.array(z.tuple([percent, percent])),
    top20SharePercent: percent.nullable(),
    top20Count: z.int(),
    /** Accounts that together reach half, 80 % and 95 % of sales. */
    halfCount: z.int(),
    eightyCount: z.int(),
    ninetyFiveCount: z.int(),
  }),
  pyramid: z.array(
    z.strictObject({ level: pyramidLevel, count: z.int(), netSales: amount, sharePercent: percent }),
  ),
  abc: z.array(z.strictObject({ abc: abcClass, count: z.int(), netSales: amount, sharePercent: percent })),
  concentration: z.strictObject({
    gini: z.number().nullable(),
    giniUnbiased: z.number().nullable(),
    herfindahl: z.number().nullable(),
    effectiveCustomers: z.number().nullable(),
    largestSharePercent: percent.nullable(),
    /** Accounts left out because returns exceed their sales. */
    negativeCount: z.int(),
  }),
  classes: z.array(z.strictObject({ valueClass, count: z.int(), netSales: amount, sharePercent: percent })),
  /** Moves since the quarter before, each day by the model then in force: from class to class with their number. */
  migration: z.strictObject({
    previousAsOf: day,
    cells: z.array(
      z.strictObject({ from: valueClass.nullable(), to: valueClass.nullable(), count: z.int() }),
    ),
    up: z.int(),
    down: z.int(),
    unchanged: z.int(),
    entered: z.int(),
  }),
  trend: z.array(z.strictObject({ month: monthIndex, net: amount, priorNet: amount })),
  movers: z.array(
    z.strictObject({
      id,
      name: z.string(),
      valueClass: valueClass.nullable(),
      previousValueClass: valueClass.nullable(),
      netSales: amount,
      change: amount,
      growthPercent: percent.nullable(),
    }),
  ),
  categories: z.array(
    z.strictObject({
      categoryId: id.nullable(),
      category: z.string().nullable(),
      netSales: amount,
      priorNetSales: amount,
      sharePercent: percent,
      marginPercent: percent.nullable(),
      buyers: z.int(),
    }),
  ),
})
export type PortfolioOverview = z.infer<typeof portfolioOverview>

/** One account's result as the command line prints it: sales in currency units, not in amounts. */
export const classifiedAccount = z.strictObject({
  number: z.string(),
  name: z.string(),
  valueClass: valueClass.nullable(),
  scorePercent: z.number().nullable(),
  coveragePercent: z.number(),
  abc: abcClass.nullable(),
  pyramid: pyramidLevel.nullable(),
  recencyDays: z.int().nullable(),
  orderCount: z.int(),
  grossSales: z.number(),
  returns: z.number(),
  netSales: z.number(),
  rfm: z.string().nullable(),
})
export type ClassifiedAccount = z.infer<typeof classifiedAccount>

export const portfolio = {
  /** Null while there are no orders. */
  overview: query({ input: z.strictObject({ asOf: day.optional() }), output: portfolioOverview.nullable() }),
  /**
   * All accounts classified as of any date, computed anew from facts up to that date. Sales, orders, ABC, pyramid and
   * RFM cover everything known by then, or the last `windowMonths`; the value class always the model's own window.
   */
  classify: query({
    input: z.strictObject({ asOf: day.optional(), windowMonths: z.int().min(1).max(1200).optional() }),
    output: z.strictObject({ asOf: day.nullable(), accounts: z.array(classifiedAccount) }),
  }),
}

import { z } from 'zod'
import { day } from '../domain/calendar.ts'
import { id } from '../domain/id.ts'
import { lifetimeEntries, lifetimeSource } from '../domain/lifetime.ts'
import { amount, currencyCode } from '../domain/money.ts'
import { valueClass } from '../domain/value-class.ts'
import { command, query } from './define.ts'

const percent = z.number()

/** Why no model of the customer base can be fitted. */
export const BASE_OBSTACLES = [
  'no-orders',
  'too-few-customers',
  'too-few-repeaters',
  'short-history',
  'no-customers',
  'impossible-history',
  'no-repeat-purchases',
  'not-converged',
] as const
const baseObstacle = z.enum(BASE_OBSTACLES)

/** Why the worth of an order is each account's own mean instead of an estimate. */
export const PROFIT_OBSTACLES = [
  'value-follows-frequency',
  'infinite-mean',
  'too-few-repeaters',
  'impossible-value',
  'not-converged',
] as const
const profitObstacle = z.enum(PROFIT_OBSTACLES)

/** What an order is worth: gross profit, or sales where the workspace knows no cost. */
export const WORTH_BASES = ['profit', 'sales'] as const

export const customerBase = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('estimated'),
    /** True where no drop-out can be told: accounts are then ranked by the chance of no order instead. */
    isDegenerate: z.boolean(),
    r: z.number(),
    /** Weeks. */
    alpha: z.number(),
    a: z.number(),
    b: z.number(),
    logLikelihood: z.number(),
    worth: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('estimated'),
        p: z.number(),
        q: z.number(),
        /** Currency units. */
        v: z.number(),
        mean: amount,
        correlation: z.number().nullable(),
        /** Accounts whose orders earn nothing. */
        leftOut: z.int(),
      }),
      z.strictObject({
        kind: z.literal('not-estimable'),
        reason: profitObstacle,
        correlation: z.number().nullable(),
        leftOut: z.int(),
      }),
    ]),
    /** The same fit one quarter earlier against what then happened; null where it could not be fitted. */
    check: z.strictObject({ from: day, expectedOrders: z.number(), orders: z.int() }).nullable(),
  }),
  z.strictObject({ kind: z.literal('not-estimable'), reason: baseObstacle }),
])
export type CustomerBase = z.infer<typeof customerBase>

export const LIFETIME_SORTS = [
  'value',
  'noOrder',
  'silence',
  'expectedOrders',
  'expectedWorth',
  'netSales',
] as const
export const lifetimeSort = z.enum(LIFETIME_SORTS)
export type LifetimeSort = z.infer<typeof lifetimeSort>

export const lifetimeAccountRow = z.strictObject({
  id,
  number: z.string(),
  name: z.string(),
  valueClass: valueClass.nullable(),
  netSales: amount,
  /** Present value of its expected gross profits; null while its margin or its sales are unknown. */
  value: amount.nullable(),
  /** At least one assumption was entered by hand. */
  isEntered: z.boolean(),
  /** Days with an order. */
  orderDays: z.int(),
  lastOrderedOn: day.nullable(),
  /** Days since the last order; null without any. */
  silentDays: z.int().nullable(),
  /** Median days between its order days; null under four of them. */
  usualGapDays: z.number().nullable(),
  /** Chance of no order within the coming quarter. */
  noOrderPercent: percent.nullable(),
  expectedOrders: z.number().nullable(),
  /** Worth of the orders expected in the coming quarter. */
  expectedWorth: amount.nullable(),
  /** Null where it says nothing: one order only, or no drop-out to tell. */
  alivePercent: percent.nullable(),
})
export type LifetimeAccountRow = z.infer<typeof lifetimeAccountRow>

export const lifetimePortfolio = z.strictObject({
  asOf: day,
  currency: currencyCode,
  horizonWeeks: z.int(),
  base: customerBase,
  facts: z.strictObject({
    customerCount: z.int(),
    /** Came back at least twice. */
    repeaterCount: z.int(),
    medianGapDays: z.number().nullable(),
    medianTenureDays: z.number().nullable(),
  }),
  worthBasis: z.enum(WORTH_BASES),
  forecast: z
    .strictObject({
      expectedOrders: z.number(),
      expectedWorth: amount,
      /** Days with an order per account, added up, in the coming quarter's weeks of a year ago and in the quarter past. */
      ordersYearBefore: z.int().nullable(),
      ordersLastQuarter: z.int(),
      /** More likely than not without an order in the coming quarter, although it came back before. */
      quietCount: z.int(),
      quietNetSales: amount,
      /** Bought on one day so far: nothing to tell yet. */
      onceCount: z.int(),
    })
    .nullable(),
  value: z.strictObject({
    total: amount,
    valuedCount: z.int(),
    unknownCount: z.int(),
    enteredCount: z.int(),
  }),
  accountCount: z.int(),
  accounts: z.array(lifetimeAccountRow),
})
export type LifetimePortfolio = z.infer<typeof lifetimePortfolio>

const assumption = z.strictObject({
  /** An amount for sales, years for years, else percent. */
  value: z.number().nullable(),
  source: lifetimeSource,
  /** What stands without an entry, with its source. */
  derived: z.number().nullable(),
  derivedSource: lifetimeSource,
  /** Growth before it was limited, number of accounts behind a retention, months behind sales. */
  basis: z.number().nullable(),
})

export const lifetimeAccount = z.strictObject({
  asOf: day,
  currency: currencyCode,
  /** True for the entries of a trial, which are kept nowhere. */
  isTrial: z.boolean(),
  assumptions: z.strictObject({
    sales: assumption,
    marginPercent: assumption,
    retentionPercent: assumption,
    growthPercent: assumption,
    discountPercent: assumption,
    years: assumption,
  }),
  /** Null while sales or margin are unknown. */
  forecast: z
    .strictObject({
      years: z.array(
        z.strictObject({
          year: z.int(),
          sales: amount,
          grossProfit: amount,
          survivalPercent: percent,
          expectedProfit: amount,
          discountFactor: z.number(),
          presentValue: amount,
        }),
      ),
      value: amount,
      undiscounted: amount,
    })
    .nullable(),
  outlook: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('estimated'),
      horizonWeeks: z.int(),
      orderDays: z.int(),
      firstOrderedOn: day,
      lastOrderedOn: day,
      noOrderPercent: percent,
      expectedOrders: z.number(),
      alivePercent: percent.nullable(),
      isDegenerate: z.boolean(),
    }),
    z.strictObject({ kind: z.literal('not-estimable'), reason: baseObstacle }),
    z.strictObject({ kind: z.literal('never-ordered') }),
  ]),
})
export type LifetimeAccount = z.infer<typeof lifetimeAccount>

export const lifetime = {
  /**
   * The customer base as of the workspace's date: whether it can be estimated, what the coming quarter brings, and
   * what each account is worth. Null while there are no orders.
   */
  portfolio: query({
    input: z.strictObject({
      sort: lifetimeSort.default('value'),
      descending: z.boolean().default(true),
      offset: z.int().min(0).max(10_000_000).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: lifetimePortfolio.nullable(),
  }),
  /**
   * One account's forecast year by year, with the kept entries or with those of a trial in their place.
   * Errors: not-found; no-data while there are no orders.
   */
  account: query({
    input: z.strictObject({ accountId: id, trial: lifetimeEntries.optional() }),
    output: lifetimeAccount,
  }),
  /** Enters assumptions; null gives one back to the account's figures. Errors: not-found. */
  revise: command({ input: z.strictObject({ accountId: id, entries: lifetimeEntries }), output: z.null() }),
  /** Gives all assumptions back to the account's figures. Errors: not-found. */
  reset: command({ input: z.strictObject({ accountId: id }), output: z.null() }),
}

import { z } from 'zod'
import { day, year } from '../domain/calendar.ts'
import { id } from '../domain/id.ts'
import { currencyCode } from '../domain/money.ts'
import { valueClass } from '../domain/value-class.ts'
import { spendCompetitor, spendConfidence, supplierRank, whiteSpaceState } from '../domain/wallet.ts'
import { command, query } from './define.ts'

const percent = z.number()
const text = (length: number) => z.string().trim().max(length)
/** Recorded: a whole number of ten-thousandths of its currency. */
const positiveAmount = z.int().min(0)
/** Derived: ten-thousandths of the workspace's currency at the budget rates. */
const figure = z.number()

/** A year that somebody can have recorded a spend of. */
const spendYear = year.min(1900)

const period = z.strictObject({ from: day, to: day })

export const MOST_COMPETITORS = 20

const competitors = z
  .array(spendCompetitor)
  .max(MOST_COMPETITORS)
  .refine((list) => new Set(list.map(({ name }) => name)).size === list.length, {
    error: 'A competitor is named twice.',
  })

/** A customer's spend in a category and year as somebody recorded it. */
const recordedSpend = z.strictObject({
  id,
  year,
  /** Null where only our rank among the suppliers is known. */
  amount: z.int().nullable(),
  lowAmount: z.int().nullable(),
  highAmount: z.int().nullable(),
  currency: currencyCode,
  /** The same in the workspace's currency; null without a budget rate for its currency. */
  baseAmount: figure.nullable(),
  source: z.string().nullable(),
  sourceOn: day.nullable(),
  confidence: spendConfidence.nullable(),
  rank: supplierRank.nullable(),
  competitors: z.array(spendCompetitor),
})
export type RecordedSpend = z.infer<typeof recordedSpend>

const share = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('share'),
    percent,
    lowPercent: percent,
    highPercent: percent.nullable(),
    isOver: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('unknown'),
    reason: z.enum(['no-spend', 'nothing-bought', 'sales-without-spend', 'negative-sales']),
  }),
])
export type Share = z.infer<typeof share>

const growth = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), percent, symmetric: z.number() }),
  z.strictObject({ kind: z.literal('new'), symmetric: z.number() }),
  z.strictObject({ kind: z.literal('lost'), symmetric: z.number().nullable() }),
  z.strictObject({
    kind: z.literal('undefined'),
    reason: z.enum(['no-sales', 'negative-base', 'negative-sales']),
  }),
])
export type ShownGrowth = z.infer<typeof growth>

/** Wallet and share of a period; the wallet is null while the spend is unknown. */
const walletPeriod = z.strictObject({
  sales: figure,
  wallet: figure.nullable(),
  walletLow: figure.nullable(),
  walletHigh: figure.nullable(),
  /** A neighbouring year's spend stands for a year without one. */
  isCarried: z.boolean(),
  /** The wallet is our sales over the share our rank suggests, so that the share says nothing new. */
  isRankEstimate: z.boolean(),
  share,
  openAmount: figure.nullable(),
  isOverfull: z.boolean(),
})
export type WalletPeriod = z.infer<typeof walletPeriod>

/** ΔS = share₀ × ΔW + W₁ × Δshare, exact; in the workspace's currency. */
const decomposition = z.strictObject({
  change: figure,
  /** What came with the customer's own growth. */
  customerGrowth: figure,
  /** What came from winning or losing share. */
  shareChange: figure,
})

const competitorStanding = z.strictObject({
  name: z.string(),
  sharePercent: percent.nullable(),
  priorSharePercent: percent.nullable(),
  amount: figure.nullable(),
  growth: growth.nullable(),
})

const walletCategory = z.strictObject({
  categoryId: id,
  category: z.string(),
  current: walletPeriod,
  prior: walletPeriod,
  salesGrowth: growth,
  /** Of everything the customer buys; null while one of the two is unknown or estimated by rank. */
  walletGrowth: growth.nullable(),
  decomposition: decomposition.nullable(),
  /** Our growth index over the customer's, 100 = as fast as the customer. */
  evolutionIndex: z.number().nullable(),
  competitors: z.array(competitorStanding),
  spends: z.array(recordedSpend),
  /** Share per calendar year with its recorded spend, newest first; the running year to date. */
  years: z.array(z.strictObject({ year, isPartial: z.boolean(), period: walletPeriod })),
  noted: z
    .strictObject({
      state: whiteSpaceState.nullable(),
      potential: figure.nullable(),
      competitor: z.string().nullable(),
      nextStep: z.string().nullable(),
      opportunityId: id.nullable(),
    })
    .nullable(),
})
export type WalletCategory = z.infer<typeof walletCategory>

const walletTotal = z.strictObject({
  /** Only categories whose spend is known, not estimated by rank, count. */
  knownCategories: z.int(),
  categories: z.int(),
  sales: figure,
  wallet: figure,
  share,
  openAmount: figure.nullable(),
  decomposition: decomposition.nullable(),
  salesGrowth: growth.nullable(),
  walletGrowth: growth.nullable(),
  evolutionIndex: z.number().nullable(),
})

export const accountWallet = z.strictObject({
  asOf: day.nullable(),
  window: period.nullable(),
  priorWindow: period.nullable(),
  currency: currencyCode,
  total: walletTotal,
  /** Categories with spend or sales, the largest wallet first. */
  categories: z.array(walletCategory),
})
export type AccountWallet = z.infer<typeof accountWallet>

const spendFields = z.strictObject({
  amount: positiveAmount.nullable(),
  lowAmount: positiveAmount.nullable(),
  highAmount: positiveAmount.nullable(),
  currency: currencyCode,
  source: text(400).nullable(),
  sourceOn: day.nullable(),
  confidence: spendConfidence.nullable(),
  competitors,
})

const bubble = z.strictObject({
  /** Account, or category of the account asked for. */
  id,
  name: z.string(),
  valueClass: valueClass.nullable(),
  sales: figure,
  wallet: figure,
  sharePercent: percent,
  /** Growth of our sales and of what the customer buys, −2 to 2; null where the wallet before is unknown. */
  salesGrowth: growth,
  walletGrowth: growth.nullable(),
  evolutionIndex: z.number().nullable(),
  openAmount: figure.nullable(),
  isOver: z.boolean(),
})
export type WalletBubble = z.infer<typeof bubble>

export const cellKind = z.enum(['buys', 'white', 'unknown', 'none'])
export type ShownCellKind = z.infer<typeof cellKind>

const cell = z.strictObject({
  categoryId: id,
  kind: cellKind,
  sales: figure,
  wallet: figure.nullable(),
  sharePercent: percent.nullable(),
  potential: figure.nullable(),
  potentialFrom: z.enum(['noted', 'spend']).nullable(),
  state: whiteSpaceState.nullable(),
  /** Who holds it: the noted competitor, else the largest one of the spend. */
  competitor: z.string().nullable(),
  nextStep: z.string().nullable(),
  opportunityId: id.nullable(),
  opportunityName: z.string().nullable(),
})
export type WhiteSpaceCell = z.infer<typeof cell>

const gridRow = z.strictObject({
  accountId: id,
  account: z.string(),
  number: z.string(),
  valueClass: valueClass.nullable(),
  accountManager: z.string().nullable(),
  /** Sum of the known potentials of its cells. */
  potential: figure,
  cells: z.array(cell),
})
export type WhiteSpaceRow = z.infer<typeof gridRow>

export const whiteSpaceFilter = z.strictObject({
  /** Name or number of the account. */
  text: z.string().max(200).optional(),
  /** Only accounts with a cell of these kinds. */
  kinds: z.array(cellKind).optional(),
  states: z.array(whiteSpaceState).optional(),
  accountManagers: z.array(z.string().max(200)).max(200).optional(),
})

export const wallet = {
  /** Spend, share, growth and competitors of an account by category. Errors: not-found. */
  account: query({ input: z.strictObject({ accountId: id }), output: accountWallet }),
  /**
   * Records what a customer buys of a category in a year; a figure that is there already is replaced.
   * Errors: not-found, invalid-input where the range does not hold the amount or a currency has no rate.
   */
  recordSpend: command({
    input: z.strictObject({
      accountId: id,
      categoryId: id,
      year: spendYear,
      spend: spendFields.partial().required({ amount: true }),
    }),
    output: z.strictObject({ id }),
  }),
  reviseSpend: command({ input: z.strictObject({ id, changes: spendFields.partial() }), output: z.null() }),
  removeSpend: command({ input: z.strictObject({ id }), output: z.null() }),
  /**
   * Notes our rank among the suppliers where the spend is unknown: the Wallet Allocation Rule estimates it.
   * Errors: not-found, in-use where an amount is recorded, invalid-input for a rank beyond the suppliers.
   */
  estimateByRank: command({
    input: z.strictObject({ accountId: id, categoryId: id, year: spendYear, rank: supplierRank }),
    output: z.strictObject({ id }),
  }),
  /** Share and growth of all accounts whose spend is known, or of the categories of one. */
  map: query({
    input: z.strictObject({ accountId: id.optional() }),
    output: z.strictObject({
      currency: currencyCode,
      window: period.nullable(),
      bubbles: z.array(bubble),
      /** Accounts, or the account's categories, whose spend is unknown. */
      unknownCount: z.int(),
    }),
  }),
  /** Accounts × categories, the largest potential first. */
  whiteSpace: query({
    input: z.strictObject({
      filter: whiteSpaceFilter,
      sort: z.enum(['potential', 'name', 'valueClass']).optional(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({
      currency: currencyCode,
      window: period.nullable(),
      categories: z.array(
        z.strictObject({
          id,
          name: z.string(),
          potential: figure,
          whiteCount: z.int(),
          unknownCount: z.int(),
        }),
      ),
      /** Categories beyond those shown, which have the least sales. */
      otherCategories: z.int(),
      rows: z.array(gridRow),
      total: z.int(),
      potential: figure,
      counts: z.strictObject({ buys: z.int(), white: z.int(), unknown: z.int(), none: z.int() }),
      accountManagers: z.array(z.string()),
    }),
  }),
  /** Notes state, potential, competitor or next step of a cell. */
  setCell: command({
    input: z.strictObject({
      accountId: id,
      categoryId: id,
      changes: z
        .strictObject({
          state: whiteSpaceState.nullable(),
          potential: z.strictObject({ amount: positiveAmount, currency: currencyCode }).nullable(),
          competitor: text(120).nullable(),
          nextStep: text(1000).nullable(),
        })
        .partial(),
    }),
    output: z.null(),
  }),
  /**
   * Makes an opportunity of a cell, with the cell's potential, competitor and category.
   * Errors: not-found, in-use while the cell's opportunity is open.
   */
  openOpportunity: command({
    input: z.strictObject({
      accountId: id,
      categoryId: id,
      name: text(200).min(1),
      value: z.strictObject({ amount: positiveAmount, currency: currencyCode }).nullable(),
      expectedCloseOn: day.nullable(),
    }),
    output: z.strictObject({ opportunityId: id }),
  }),
}

import { addMonths, type Day, daysBetween, rollingWindow } from '#shared/domain/calendar.ts'
import { type Amount, unitsFromAmount } from '#shared/domain/money.ts'
import type { Judgement } from '#shared/domain/party.ts'
import type { Rfm, RfmMethod, RfmSegment } from '#shared/domain/rfm.ts'
import type { RfmBands, ScoringModel } from '#shared/domain/scoring-model.ts'
import type { AbcClass, PyramidLevel } from '#shared/domain/value-class.ts'
import { type AbcCutoffs, type AbcUndefinedReason, abcClassOf, abcCutoffs } from './abc.ts'
import {
  type AccountInputs,
  classificationContext,
  type FieldNumbers,
  type ModelOutputs,
  type PaymentFacts,
  type ProspectFacts,
  type StandingFacts,
  type WalletFacts,
} from './account-inputs.ts'
import { type Growth, growthOf } from './growth.ts'
import {
  type PyramidCutoffs,
  type PyramidLevelSummary,
  pyramidCutoffs,
  pyramidLevelOf,
  summarizePyramid,
} from './pyramid.ts'
import { proposeRfmBands, type RfmCustomer, scoreRfm, segmentOf } from './rfm.ts'
import { type Classification, classifyAccount } from './value-classification.ts'

/** One account's figures at the as-of date, amounts in the model's currency. */
export interface PortfolioRow {
  id: string
  /** Any order up to the as-of date, in the window or before it. */
  hasTradedEver: boolean
  /** Sales less returns in the window. */
  netSales: Amount
  /** The same in the equally long window before; null when it is not known. */
  priorNetSales: Amount | null
  /** Cost of the lines that carry one, and the net sales of those lines. */
  cost: Amount | null
  costedNetSales: Amount
  /** Distinct orders in the window, fully cancelled ones left out. */
  orderCount: number
  firstOrderedOn: Day | null
  /** Up to the as-of date, before the window included. */
  lastOrderedOn: Day | null
  influence: Judgement | null
  prospect: ProspectFacts | null
  payment?: PaymentFacts | null
  standing?: StandingFacts | null
  wallet?: WalletFacts | null
  outputs?: ModelOutputs | null
  fields?: FieldNumbers | null
}

export interface PortfolioOptions {
  asOf: Day
  /**
   * First day of the workspace's orders. Growth stays unknown while it leaves the prior window incomplete,
   * and no account is called new while it is less than two quarters back.
   */
  historyFrom: Day | null
  /** Without bands they are proposed from the portfolio itself. */
  rfm?: { method: RfmMethod; bands?: RfmBands | undefined }
}

export interface ClassifiedAccount extends Classification {
  id: string
  /** Null for parties that never traded and where ABC is undefined. */
  abc: AbcClass | null
  /** Returns exceed sales: C, outside the ABC total. */
  isNegative: boolean
  pyramid: PyramidLevel | null
  rfm: Rfm | null
  rfmSegment: RfmSegment | null
  recencyDays: number | null
  growth: Growth | null
  marginPercent: number | null
}

export interface ClassifiedPortfolio {
  /** In the order of the rows. */
  accounts: ClassifiedAccount[]
  abc: { kind: 'classified'; total: Amount } | { kind: 'undefined'; reason: AbcUndefinedReason }
  pyramid: { levels: PyramidLevelSummary[]; customerCount: number }
  rfm: { method: RfmMethod; bands: RfmBands }
}

/**
 * ABC, pyramid, RFM, growth and value class of all accounts at one as-of date: one sort by sales, then
 * each account by itself.
 */
export function classifyPortfolio(
  rows: readonly PortfolioRow[],
  model: ScoringModel,
  options: PortfolioOptions,
): ClassifiedPortfolio {
  const ranking = rankPortfolio(rows)
  const recency = recencyReader(options.asOf)
  const rfm = scorePortfolioRfm(rows, recency, options.rfm)
  const context = classificationContext(options.asOf, options.historyFrom)
  const toInputs = inputsReader(ranking.abc, hasCompleteBase(model.windowMonths, options))

  const accounts = rows.map((row): ClassifiedAccount => {
    const inputs = toInputs(row)
    const classification = classifyAccount(inputs, model, context)
    const scores = rfm.scores.get(row.id) ?? null
    return {
      id: row.id,
      ...classification,
      abc: inputs.abc,
      isNegative: row.netSales < 0,
      pyramid: pyramidLevelOf(row.netSales, ranking.pyramid),
      rfm: scores,
      rfmSegment: scores && segmentOf(scores, classification.isNew),
      recencyDays: recency(row),
      growth: inputs.growth,
      marginPercent: inputs.marginPercent,
    }
  })
  const placed = rows.map((row, i) => ({ level: accounts[i]?.pyramid ?? null, value: row.netSales }))
  return {
    accounts,
    abc:
      typeof ranking.abc === 'string'
        ? { kind: 'undefined', reason: ranking.abc }
        : { kind: 'classified', total: ranking.abc.total },
    pyramid: {
      levels: summarizePyramid(ranking.pyramid, placed),
      customerCount: ranking.pyramid.customerCount,
    },
    rfm: { method: rfm.method, bands: rfm.bands },
  }
}

/**
 * The rows as the value classification reads them, in their order: for proposing a model and for
 * explaining one account.
 */
export function portfolioInputs(
  rows: readonly PortfolioRow[],
  windowMonths: number,
  options: Pick<PortfolioOptions, 'asOf' | 'historyFrom'>,
): AccountInputs[] {
  return rows.map(inputsReader(rankPortfolio(rows).abc, hasCompleteBase(windowMonths, options)))
}

/** Gross margin in percent of the net sales whose cost is known; null without positive ones. */
export function marginPercentOf(costedNetSales: Amount, cost: Amount | null): number | null {
  if (cost === null || costedNetSales <= 0) return null
  return ((costedNetSales - cost) / costedNetSales) * 100
}

/** Orders may start this long after the first day of the prior window. */
const BASE_TOLERANCE_MONTHS = 1

function hasCompleteBase(
  windowMonths: number,
  { asOf, historyFrom }: Pick<PortfolioOptions, 'asOf' | 'historyFrom'>,
): boolean {
  if (historyFrom === null) return false
  const { from } = rollingWindow(asOf, windowMonths * 2)
  return historyFrom <= addMonths(from, BASE_TOLERANCE_MONTHS)
}

function rankPortfolio(rows: readonly PortfolioRow[]): {
  abc: AbcCutoffs | AbcUndefinedReason
  pyramid: PyramidCutoffs
} {
  const ascending = Float64Array.from(rows, (row) => row.netSales).sort()
  return { abc: abcCutoffs(ascending), pyramid: pyramidCutoffs(ascending) }
}

function inputsReader(
  abc: AbcCutoffs | AbcUndefinedReason,
  isBaseComplete: boolean,
): (row: PortfolioRow) => AccountInputs {
  return (row) => ({
    hasTradedEver: row.hasTradedEver,
    firstOrderedOn: row.firstOrderedOn,
    orderCount: row.orderCount,
    sales: unitsFromAmount(row.netSales),
    marginPercent: marginPercentOf(row.costedNetSales, row.cost),
    growth: isBaseComplete && row.priorNetSales !== null ? growthOf(row.netSales, row.priorNetSales) : null,
    abc: row.hasTradedEver && typeof abc !== 'string' ? abcClassOf(row.netSales, abc) : null,
    influence: row.influence,
    prospect: row.prospect,
    payment: row.payment ?? null,
    standing: row.standing ?? null,
    wallet: row.wallet ?? null,
    outputs: row.outputs ?? null,
    fields: row.fields ?? null,
  })
}

/** Who has an order up to the as-of date, as RFM reads it. */
export function rfmCustomers(rows: readonly PortfolioRow[], asOf: Day): RfmCustomer[] {
  return customersOf(rows, recencyReader(asOf))
}

function customersOf(
  rows: readonly PortfolioRow[],
  recency: (row: PortfolioRow) => number | null,
): RfmCustomer[] {
  const customers: RfmCustomer[] = []
  for (const row of rows) {
    const recencyDays = recency(row)
    if (recencyDays === null) continue
    customers.push({
      id: row.id,
      recencyDays,
      orderCount: row.orderCount,
      netSales: unitsFromAmount(row.netSales),
    })
  }
  return customers
}

function scorePortfolioRfm(
  rows: readonly PortfolioRow[],
  recency: (row: PortfolioRow) => number | null,
  options: PortfolioOptions['rfm'],
): { scores: Map<string, Rfm>; method: RfmMethod; bands: RfmBands } {
  const customers = customersOf(rows, recency)
  const bands = options?.bands ?? proposeRfmBands(customers)
  return { ...scoreRfm(customers, { method: options?.method ?? 'bands', bands }), bands }
}

/** Days since the last order; days repeat across accounts, so each is counted once. */
function recencyReader(asOf: Day): (row: PortfolioRow) => number | null {
  const daysByDay = new Map<Day, number>()
  return ({ lastOrderedOn }) => {
    if (lastOrderedOn === null) return null
    let days = daysByDay.get(lastOrderedOn)
    if (days === undefined) {
      days = daysBetween(lastOrderedOn, asOf)
      daysByDay.set(lastOrderedOn, days)
    }
    return days
  }
}

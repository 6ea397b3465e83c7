import fc from 'fast-check'
import { addDays } from '#shared/domain/calendar.ts'
import type { Judgement } from '#shared/domain/party.ts'
import { MODEL_DEFAULTS, type ScoringModel } from '#shared/domain/scoring-model.ts'
import { type AccountInputs, classificationContext } from '../../../src/main/scoring/account-inputs.ts'
import type { PortfolioRow } from '../../../src/main/scoring/classify-portfolio.ts'

export const asOf = '2026-09-30'
export const context = classificationContext(asOf, '2020-01-01')

/** All six criteria with the weights of the default model; growth anchors as on the glass-box screen. */
export function fullModel(changes: Partial<ScoringModel> = {}): ScoringModel {
  return {
    ...MODEL_DEFAULTS,
    version: 1,
    name: 'Value class',
    effectiveOn: asOf,
    currency: 'CNY',
    windowMonths: 12,
    criteria: [
      {
        key: 'sales',
        weight: 30,
        anchors: [300_000, 1_000_000, 3_000_000, 8_000_000, 15_000_000, 30_000_000],
      },
      { key: 'margin', weight: 20, anchors: [-5, 10, 18, 25, 32, 40] },
      { key: 'collection', weight: 15, anchors: [80, 88, 93, 96, 98, 100] },
      { key: 'growth', weight: 15, anchors: [-20, -14, -7, 5, 20, 35] },
      { key: 'timeliness', weight: 10, anchors: [60, 75, 85, 90, 95, 100] },
      { key: 'influence', weight: 10, anchors: [0, 1, 2, 3, 4, 5] },
    ],
    inactive: [],
    thresholds: {
      diamondScore: 80,
      goldScore: 65,
      strategicInfluence: 80,
      potentialGrowth: 80,
      keyOpportunityScore: 60,
    },
    problemMinimumOrders: 3,
    minimumCoverage: 0.7,
    strategicBeforeGold: false,
    ...changes,
  }
}

/** The model of a firm that has imported orders with costs and nothing else. */
export function ordersModel(): ScoringModel {
  const full = fullModel()
  const weights: Partial<Record<string, number>> = { sales: 46.1, margin: 30.8, growth: 23.1 }
  return fullModel({
    criteria: full.criteria.flatMap((criterion) => {
      const weight = weights[criterion.key]
      return weight === undefined ? [] : [{ ...criterion, weight }]
    }),
    inactive: ['collection', 'timeliness', 'influence'],
  })
}

export function judgement(level: number, changes: Partial<Judgement> = {}): Judgement {
  return { level, evidence: 'Chairs the standards body', author: 'Lin', expiresOn: '2027-06-30', ...changes }
}

/** A middling account with every figure known: utility 50 throughout, influence 60; score 51. */
export function accountInputs(changes: Partial<AccountInputs> = {}): AccountInputs {
  return {
    hasTradedEver: true,
    firstOrderedOn: '2019-03-01',
    orderCount: 24,
    sales: 5_500_000,
    marginPercent: 21.5,
    growth: { kind: 'percent', percent: -1, symmetric: -0.01 },
    abc: 'B',
    influence: judgement(3),
    prospect: null,
    payment: {
      invoiceCount: 12,
      collectionPercent: 94.5,
      timelinessPercent: 87.5,
      daysBeyondTerms: 5,
      overdueSharePercent: 1,
    },
    standing: { creditGrade: 'A', hasOpenLitigation: false },
    wallet: null,
    outputs: null,
    fields: null,
    ...changes,
  }
}

export function portfolioRow(changes: Partial<PortfolioRow> & { id: string }): PortfolioRow {
  return {
    hasTradedEver: true,
    netSales: 55_000_000_000,
    priorNetSales: 50_000_000_000,
    cost: 40_000_000_000,
    costedNetSales: 55_000_000_000,
    orderCount: 12,
    firstOrderedOn: '2022-05-05',
    lastOrderedOn: '2026-09-01',
    influence: null,
    prospect: null,
    ...changes,
  }
}

const amount = fc.oneof(
  fc.integer({ min: -1_000_000_000, max: 400_000_000_000 }),
  fc.constantFrom(0, 1, 10_000, 10_000_000_000),
)
const level = fc.integer({ min: 1, max: 5 })
const orderedOn = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(asOf, -days))

const arbitraryJudgement = fc.record({
  level,
  evidence: fc.constantFrom('', 'Tender committee'),
  author: fc.constantFrom('', 'Shen'),
  expiresOn: fc.constantFrom(null, '2020-01-01', asOf, '2030-01-01'),
})

const tradingRow = fc.record({
  hasTradedEver: fc.constant(true),
  netSales: amount,
  priorNetSales: fc.option(amount),
  cost: fc.option(amount),
  costedNetSales: amount,
  orderCount: fc.integer({ min: 0, max: 40 }),
  firstOrderedOn: orderedOn,
  lastOrderedOn: orderedOn,
  influence: fc.option(arbitraryJudgement),
  prospect: fc.constant(null),
})

const prospectRow = fc.record({
  hasTradedEver: fc.constant(false),
  netSales: fc.constant(0),
  priorNetSales: fc.constant(0),
  cost: fc.constant(null),
  costedNetSales: fc.constant(0),
  orderCount: fc.constant(0),
  firstOrderedOn: fc.constant(null),
  lastOrderedOn: fc.constant(null),
  influence: fc.option(arbitraryJudgement),
  prospect: fc.option(fc.record({ industryInfluence: fc.option(level), dealPotential: fc.option(level) })),
})

/** Any portfolio: buyers, dormant accounts, net returners and prospects, with unique ids. */
export const arbitraryPortfolio = fc
  .array(fc.oneof({ weight: 5, arbitrary: tradingRow }, { weight: 1, arbitrary: prospectRow }), {
    maxLength: 40,
  })
  .map((rows): PortfolioRow[] => rows.map((row, i) => ({ id: `account-${i}`, ...row })))

const percent = fc.double({ min: -150, max: 400, noNaN: true })

/** Inputs of one trading account, any of them unknown. */
export const arbitraryInputs: fc.Arbitrary<AccountInputs> = fc.record({
  hasTradedEver: fc.constant(true),
  firstOrderedOn: fc.option(orderedOn),
  orderCount: fc.integer({ min: 0, max: 40 }),
  sales: fc.option(fc.double({ min: -1e6, max: 5e7, noNaN: true })),
  marginPercent: fc.option(percent),
  growth: fc.option(
    fc.oneof(
      percent.map((value) => ({ kind: 'percent' as const, percent: value, symmetric: 0 })),
      fc.constant({ kind: 'new' as const, symmetric: 2 }),
      fc.constant({ kind: 'lost' as const, symmetric: -2 }),
    ),
  ),
  abc: fc.option(fc.constantFrom('A' as const, 'B' as const, 'C' as const)),
  influence: fc.option(arbitraryJudgement),
  prospect: fc.constant(null),
  payment: fc.option(
    fc.record({
      invoiceCount: fc.nat(12),
      collectionPercent: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
      timelinessPercent: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
      daysBeyondTerms: fc.option(fc.double({ min: -30, max: 200, noNaN: true })),
      overdueSharePercent: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    }),
  ),
  standing: fc.constant(null),
  wallet: fc.option(
    fc.record({
      shareOfWalletPercent: fc.double({ min: 0, max: 100, noNaN: true }),
      isInTopThird: fc.boolean(),
    }),
  ),
  outputs: fc.constant(null),
  fields: fc.constant(null),
})

import type { Day } from '#shared/domain/calendar.ts'
import type { CurrencyCode } from '#shared/domain/money.ts'
import {
  CRITERIA,
  type MainCriterion,
  MODEL_DEFAULTS,
  type RfmBands,
  type ScoringModel,
} from '#shared/domain/scoring-model.ts'
import { type AccountInputs, criterionInput, knownCounts } from './account-inputs.ts'
import { proposeAnchors } from './anchors.ts'
import { apportion } from './apportion.ts'

/** Percent of each criterion while all of them have data: a judgement, to be edited. */
export const DEFAULT_WEIGHTS: Record<MainCriterion, number> = {
  sales: 30,
  margin: 20,
  collection: 15,
  growth: 15,
  timeliness: 10,
  influence: 10,
}

export const DEFAULT_THRESHOLDS: ScoringModel['thresholds'] = {
  diamondScore: 80,
  goldScore: 65,
  strategicInfluence: 80,
  potentialGrowth: 80,
  keyOpportunityScore: 60,
}

/** Weights are kept to one decimal, so that they can be read and typed. */
const WEIGHT_DECIMALS = 1

/**
 * Criteria that a model can rest on: known for at least half of the accounts that bought in the window.
 * One that few accounts know would make every other score provisional.
 */
export function criteriaWithData(accounts: readonly AccountInputs[], asOf: Day): MainCriterion[] {
  const buyers = accounts.filter((account) => account.orderCount > 0)
  const counts = knownCounts(buyers, asOf)
  return CRITERIA.filter((key) => buyers.length > 0 && counts[key] * 2 >= buyers.length)
}

/**
 * First model of a workspace: the available criteria with the default weights scaled to 100, and anchors
 * from the percentiles of accounts that bought in the window. The others are named as inactive.
 * @param accounts inputs at `asOf`, which is also the day the model takes effect
 */
export function proposeStarterModel(options: {
  name: string
  currency: CurrencyCode
  asOf: Day
  accounts: readonly AccountInputs[]
  available: readonly MainCriterion[]
  /** RFM bands to freeze; without them each classification proposes its own. */
  rfmBands?: RfmBands
  windowMonths?: number
  version?: number
}): ScoringModel {
  const { accounts, asOf, available } = options
  const active = CRITERIA.filter((key) => available.includes(key))
  const total = active.reduce((sum, key) => sum + DEFAULT_WEIGHTS[key], 0)
  const weights = apportion(
    active.map((key) => (DEFAULT_WEIGHTS[key] / total) * 100),
    100,
    WEIGHT_DECIMALS,
  )
  const buyers = accounts.filter((account) => account.orderCount > 0)
  const inputsOf = (key: MainCriterion) =>
    buyers.map((account) => criterionInput(key, account, asOf)).filter((input) => input !== null)
  return {
    ...MODEL_DEFAULTS,
    version: options.version ?? 1,
    name: options.name,
    effectiveOn: asOf,
    currency: options.currency,
    windowMonths: options.windowMonths ?? 12,
    criteria: active.map((key, i) => ({
      key,
      weight: weights[i] ?? 0,
      anchors: proposeAnchors(inputsOf(key), key),
    })),
    inactive: CRITERIA.filter((key) => !active.includes(key)),
    thresholds: { ...DEFAULT_THRESHOLDS },
    problemMinimumOrders: 3,
    minimumCoverage: 0.7,
    strategicBeforeGold: false,
    rfm: { method: null, bands: options.rfmBands ?? null },
  }
}

import type { Day } from '#shared/domain/calendar.ts'
import type { CriterionKey, ScoringModel } from '#shared/domain/scoring-model.ts'
import type { AbcClass, ValueClass } from '#shared/domain/value-class.ts'
import { type AccountInputs, criterionInput } from './account-inputs.ts'
import { apportion } from './apportion.ts'
import { median } from './quantile.ts'
import { roundToDecimals } from './readable-number.ts'
import { inputForUtility } from './utility.ts'
import type { Classification } from './value-classification.ts'
import type { Utilities } from './value-score.ts'

/** Digits of a score as it is displayed. */
export const SCORE_DECIMALS = 2

export interface ExplainedCriterion {
  key: CriterionKey
  /** Currency units, percent or level; null when unknown. */
  input: number | null
  utility: number | null
  /** Percent, as the model has it. */
  weight: number
  /** Percent of the known weight; 0 when unknown. */
  effectiveWeight: number
  /** Part of the score; null when unknown. */
  points: number | null
}

export interface ScoreExplanation {
  criteria: ExplainedCriterion[]
  /** Exactly the sum of the points: the score, or the least score while coverage is too low for one. */
  total: number
}

/**
 * Points per criterion, w·u, rounded so that they add up to the displayed score. For accounts that traded:
 * a prospect's score is half each of its two levels and has no criteria.
 */
export function explainScore(
  inputs: AccountInputs,
  { utilities, score, scoreMin }: Pick<Classification, 'utilities' | 'score' | 'scoreMin'>,
  model: ScoringModel,
  asOf: Day,
): ScoreExplanation {
  const weights = effectiveWeights(model, utilities, score !== null)
  const known = model.criteria.filter(({ key }) => weights.has(key))
  const points = apportion(
    known.map(({ key }) => ((weights.get(key) ?? 0) * (utilities[key] ?? 0)) / 100),
    score ?? scoreMin,
    SCORE_DECIMALS,
  )
  const pointsByKey = new Map(known.map(({ key }, i) => [key, points[i] ?? 0]))
  return {
    criteria: model.criteria.map(({ key, weight }) => ({
      key,
      input: criterionInput(key, inputs, asOf),
      utility: utilities[key] ?? null,
      weight,
      effectiveWeight: weights.get(key) ?? 0,
      points: pointsByKey.get(key) ?? null,
    })),
    total: roundToDecimals(score ?? scoreMin, SCORE_DECIMALS),
  }
}

export interface Contributions {
  /** Points above (+) or below (−) the reference, known criteria only. */
  byCriterion: { key: CriterionKey; points: number }[]
  /** Score of the reference under the same weights. */
  referenceScore: number
  /** Exactly the sum of the contributions: displayed score less displayed reference. */
  difference: number
}

/**
 * Additive explanation c = w·(u − ref) against a class threshold (one number) or other utilities, such
 * as the portfolio's medians. Null without a score. A criterion the reference does not know is compared
 * with the account's own utility and so contributes nothing.
 */
export function contributionsAgainst(
  reference: number | Utilities,
  { utilities, score }: Pick<Classification, 'utilities' | 'score'>,
  model: ScoringModel,
): Contributions | null {
  if (score === null) return null
  const weights = effectiveWeights(model, utilities, true)
  const terms = model.criteria.flatMap(({ key }) => {
    const weight = weights.get(key)
    const utility = utilities[key]
    if (weight === undefined || typeof utility !== 'number') return []
    const compared = typeof reference === 'number' ? reference : (reference[key] ?? utility)
    return [{ key, weight: weight / 100, utility, compared }]
  })
  const referenceScore = roundToDecimals(
    terms.reduce((sum, term) => sum + term.weight * term.compared, 0),
    SCORE_DECIMALS,
  )
  const difference = roundToDecimals(roundToDecimals(score, SCORE_DECIMALS) - referenceScore, SCORE_DECIMALS)
  const points = apportion(
    terms.map((term) => term.weight * (term.utility - term.compared)),
    difference,
    SCORE_DECIMALS,
  )
  return {
    byCriterion: terms.map(({ key }, i) => ({ key, points: points[i] ?? 0 })),
    referenceScore,
    difference,
  }
}

/** The portfolio's median utility per criterion, over accounts where it is known. */
export function medianUtilities(portfolio: readonly Utilities[], model: ScoringModel): Utilities {
  return Object.fromEntries(
    model.criteria.map(({ key }) => [
      key,
      median(portfolio.map((utilities) => utilities[key]).filter((utility) => typeof utility === 'number')),
    ]),
  )
}

export interface NextClass {
  valueClass: ValueClass
  threshold: number
  /** 0 when only the ABC class stands in the way. */
  missingPoints: number
  /** Diamond asks for an A in sales that the account does not have. */
  needsSalesA: boolean
}

/**
 * The class above by score among those the model uses. Null at the top, without a score, and for Problem
 * accounts, which leave their class by clearing the rules that fired.
 */
export function nextClassOf(
  { valueClass, score }: Pick<Classification, 'valueClass' | 'score'>,
  abc: AbcClass | null,
  model: ScoringModel,
): NextClass | null {
  if (score === null) return null
  const { thresholds, classes } = model
  const step = (next: ValueClass, threshold: number): NextClass => ({
    valueClass: next,
    threshold,
    missingPoints: Math.max(roundToDecimals(threshold - score, 6), 0),
    needsSalesA: next === 'diamond' && abc !== 'A',
  })
  const diamond = () => (classes.diamond.isUsed ? step('diamond', thresholds.diamondScore) : null)
  const gold = () => (classes.gold.isUsed ? step('gold', thresholds.goldScore) : diamond())
  switch (valueClass) {
    case 'general-opportunity':
      return step('key-opportunity', thresholds.keyOpportunityScore)
    case 'general':
    case 'potential':
      return gold()
    case 'strategic':
      return model.strategicBeforeGold ? diamond() : gold()
    case 'gold':
      return diamond()
    default:
      return null
  }
}

export interface WayUp {
  key: CriterionKey
  /** Points that full marks in this criterion would add. */
  pointsAvailable: number
  /** Input that reaches the score with all others unchanged (a whole level for influence); null when even
   * full marks do not. */
  inputNeeded: number | null
}

/** For each known criterion: what it alone would have to become to add the missing points. */
export function waysUp(
  missingPoints: number,
  { utilities, score }: Pick<Classification, 'utilities' | 'score'>,
  model: ScoringModel,
): WayUp[] {
  if (score === null) return []
  const weights = effectiveWeights(model, utilities, true)
  return model.criteria.flatMap(({ key, anchors }) => {
    const weight = (weights.get(key) ?? 0) / 100
    const utility = utilities[key]
    if (weight <= 0 || typeof utility !== 'number') return []
    const pointsAvailable = roundToDecimals(weight * (100 - utility), 6)
    const needed = Math.min(utility + missingPoints / weight, 100)
    const input = pointsAvailable >= missingPoints ? inputForUtility(needed, anchors) : null
    return [
      { key, pointsAvailable, inputNeeded: input !== null && key === 'influence' ? Math.ceil(input) : input },
    ]
  })
}

/** Percent per known criterion; scaled to 100 over the known ones, or over all active ones. */
export function effectiveWeights(
  model: ScoringModel,
  utilities: Utilities,
  isRenormalised: boolean,
): Map<CriterionKey, number> {
  const known = model.criteria.filter(({ key }) => typeof utilities[key] === 'number')
  const total = (isRenormalised ? known : model.criteria).reduce((sum, { weight }) => sum + weight, 0)
  return new Map(known.map(({ key, weight }) => [key, total > 0 ? (weight / total) * 100 : 0]))
}

import type { CriterionKey, ScoringModel } from '#shared/domain/scoring-model.ts'
import type { ValueClass } from '#shared/domain/value-class.ts'
import type { AccountInputs, ClassificationContext } from './account-inputs.ts'
import { decideClass } from './class-rules.ts'
import { effectiveWeights } from './explanation.ts'
import { classSteps, countByStep, drawWeights, type RobustnessOptions } from './portfolio-robustness.ts'
import { roundToDecimals } from './readable-number.ts'
import { scoreAccount } from './value-classification.ts'

/** Weights from 0 to 1 between which a score stays on the same side of every threshold. */
export interface WeightInterval {
  from: number
  to: number
}

/**
 * The weight at which the score equals the threshold while the other weights keep their proportions:
 * t* = (θ − R) / (u_k − R) with R the score of the others. Null when no weight in [0, 1] does.
 * @param weights adding up to 1, in the order of the utilities
 */
export function crossingWeight(
  utilities: readonly number[],
  weights: readonly number[],
  index: number,
  threshold: number,
): number | null {
  const { own, rest } = splitScore(utilities, weights, index)
  if (rest === null || Math.abs(own - rest) < 1e-9) return null
  const crossing = (threshold - rest) / (own - rest)
  return crossing >= 0 && crossing <= 1 ? crossing : null
}

/** How far one weight may move, the others in proportion, before the score crosses a threshold. */
export function weightInterval(
  utilities: readonly number[],
  weights: readonly number[],
  index: number,
  thresholds: readonly number[],
): WeightInterval {
  const { own, rest } = splitScore(utilities, weights, index)
  const score = roundToDecimals(
    utilities.reduce((sum, utility, i) => sum + utility * (weights[i] ?? 0), 0),
    6,
  )
  const interval = { from: 0, to: 1 }
  for (const threshold of thresholds) {
    const crossing = crossingWeight(utilities, weights, index, threshold)
    if (crossing === null || rest === null) continue
    // More weight raises the score where the criterion is better than the rest.
    const isRising = own > rest
    const isLowerBound = isRising === score >= threshold
    if (isLowerBound) interval.from = Math.max(interval.from, crossing)
    else interval.to = Math.min(interval.to, crossing)
  }
  return interval
}

export interface ClassStability {
  intervals: (WeightInterval & {
    key: CriterionKey
    /** 0 to 1, over the known criteria. */
    weight: number
  })[]
  /** The criterion whose weight has the least room. */
  narrowest: CriterionKey | null
  /** Part of the draws that give the same class, 0 to 1. */
  robustness: number
  shareByClass: Partial<Record<ValueClass, number>>
}

/**
 * How firmly an account stands in its class when weights are doubted: one at a time, and all together by
 * Dirichlet draws around the model's weights. Null for prospects and without a score.
 * Source: Butler, Jia & Dyer 1997, EJOR 103(3):531-546 (simulated weights).
 */
export function classStability(
  inputs: AccountInputs,
  model: ScoringModel,
  context: ClassificationContext,
  options: RobustnessOptions,
): ClassStability | null {
  const { utilities, scored, facts } = scoreAccount(inputs, model, context)
  if (!facts.hasTradedEver || scored.score === null) return null
  const percents = effectiveWeights(model, utilities, true)
  const keys = [...percents.keys()]
  const weights = keys.map((key) => (percents.get(key) ?? 0) / 100)
  const known = keys.map((key) => utilities[key] ?? 0)

  const { thresholds, classes } = classSteps(facts, model)
  const intervals = keys.map((key, i) => ({
    key,
    weight: weights[i] ?? 0,
    ...weightInterval(known, weights, i, thresholds),
  }))
  const narrowest = intervals.reduce<(typeof intervals)[number] | null>(
    (least, interval) =>
      least === null || interval.to - interval.from < least.to - least.from ? interval : least,
    null,
  )

  const drawn = drawWeights(model, options)
  const draws = drawn.length / Math.max(model.criteria.length, 1)
  const counts = new Map<ValueClass, number>()
  countByStep(
    model.criteria.map(({ key }) => utilities[key] ?? null),
    drawn,
    thresholds,
  ).forEach((count, step) => {
    const stepClass = classes[step]
    if (count > 0 && stepClass) counts.set(stepClass, (counts.get(stepClass) ?? 0) + count)
  })
  const shareByClass = Object.fromEntries([...counts].map(([key, count]) => [key, count / draws]))
  const { valueClass } = decideClass(facts, scored.score, model)
  return {
    intervals,
    narrowest: narrowest?.key ?? null,
    robustness: (counts.get(valueClass) ?? 0) / draws,
    shareByClass,
  }
}

function splitScore(
  utilities: readonly number[],
  weights: readonly number[],
  index: number,
): { own: number; rest: number | null } {
  const own = utilities[index] ?? 0
  const restWeight = weights.reduce((sum, weight, i) => (i === index ? sum : sum + weight), 0)
  if (restWeight <= 1e-12) return { own, rest: null }
  const rest = utilities.reduce(
    (sum, utility, i) => (i === index ? sum : sum + utility * (weights[i] ?? 0)),
    0,
  )
  return { own, rest: rest / restWeight }
}

import type { Day } from '#shared/domain/calendar.ts'
import type { CriterionKey, ModelDraft } from '#shared/domain/scoring-model.ts'
import { type AccountInputs, criterionInput } from './account-inputs.ts'
import { roundToDecimals } from './readable-number.ts'
import { utilityOf } from './utility.ts'

/** Null where the input is unknown; criteria the model leaves out are absent. */
export type Utilities = Partial<Record<CriterionKey, number | null>>

export interface WeightedScore {
  /** 0 to 100 over the known criteria; null while coverage is below the minimum. */
  score: number | null
  /** Unknown criteria at 0 points. */
  scoreMin: number
  /** Unknown criteria at 100 points. */
  scoreMax: number
  /** Weight of the known criteria, 0 to 1. */
  coverage: number
}

/** Utilities of the model's active criteria. */
export function utilitiesOf(inputs: AccountInputs, model: ModelDraft, asOf: Day): Utilities {
  const utilities: Utilities = {}
  for (const { key, anchors } of model.criteria) {
    const input = criterionInput(key, inputs, asOf)
    utilities[key] = input === null ? null : utilityOf(input, anchors)
  }
  return utilities
}

/**
 * Weighted sum of utilities, renormalised over what is known. Rounded to six decimals, so that binary
 * residue never decides a threshold.
 * @param weights any positive scale @param utilities 0 to 100, null where unknown, in the same order
 * Source: Keeney & Raiffa 1976, Decisions with Multiple Objectives (additive value model).
 */
export function weightedScore(
  weights: readonly number[],
  utilities: readonly (number | null)[],
  minimumCoverage: number,
): WeightedScore {
  let total = 0
  let known = 0
  let points = 0
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0
    const utility = utilities[i] ?? null
    total += weight
    if (utility === null) continue
    known += weight
    points += weight * utility
  }
  if (total <= 0) return { score: null, scoreMin: 0, scoreMax: 100, coverage: 0 }
  const coverage = roundToDecimals(known / total, 9)
  return {
    score: known > 0 && coverage >= minimumCoverage ? roundToDecimals(points / known, 6) : null,
    scoreMin: roundToDecimals(points / total, 6),
    scoreMax: roundToDecimals((points + (total - known) * 100) / total, 6),
    coverage,
  }
}

import type { ProblemRule, ScoringModel } from '#shared/domain/scoring-model.ts'
import type { ValueClass } from '#shared/domain/value-class.ts'
import { type AccountInputs, type ClassificationContext, isNewAccount } from './account-inputs.ts'
import { DEFAULT_ANCHORS } from './anchors.ts'
import { type DecidedBy, decideClass, type RuleFacts, ruleFacts } from './class-rules.ts'
import { utilityOf } from './utility.ts'
import { type Utilities, utilitiesOf, type WeightedScore, weightedScore } from './value-score.ts'

export interface Classification extends WeightedScore {
  valueClass: ValueClass
  decidedBy: DecidedBy
  /** All that fired, whether or not they decided. */
  problemRules: readonly ProblemRule[]
  /** Some criterion is unknown: the score rests on the others. */
  isProvisional: boolean
  /** Classes with all unknowns at 0 and at 100 points; null while both are the same. */
  classRange: { lowest: ValueClass; highest: ValueClass } | null
  /** First order less than two quarters ago. */
  isNew: boolean
  /** Of the model's active criteria; empty for parties that never traded. */
  utilities: Utilities
}

/**
 * Value class of one account: weighted sum of utilities, then ordered rules. It depends on this account
 * and the model alone, but for the ABC class that Diamond asks for. With too little coverage for a score
 * the class is what the known criteria alone guarantee.
 * Parties that never traded are scored by half industry influence, half deal potential.
 */
export function classifyAccount(
  inputs: AccountInputs,
  model: ScoringModel,
  context: ClassificationContext,
): Classification {
  const { utilities, scored, facts } = scoreAccount(inputs, model, context)
  const { valueClass, decidedBy } = decideClass(facts, scored.score ?? scored.scoreMin, model)
  const isProvisional = scored.coverage < 1
  return {
    ...scored,
    valueClass,
    decidedBy: scored.score === null && decidedBy === 'general-rest' ? 'insufficient-data' : decidedBy,
    problemRules: facts.problemRules,
    isProvisional,
    classRange: isProvisional ? classRangeOf(facts, scored, model) : null,
    isNew: isNewAccount(inputs.firstOrderedOn, context),
    utilities,
  }
}

/** The steps before the decision, for those who vary the weights and decide again. */
export function scoreAccount(
  inputs: AccountInputs,
  model: ScoringModel,
  context: ClassificationContext,
): { utilities: Utilities; scored: WeightedScore; facts: RuleFacts } {
  if (!inputs.hasTradedEver) {
    const scored = scoreProspect(inputs, model.minimumCoverage)
    return { utilities: {}, scored, facts: ruleFacts(inputs, {}, model, context) }
  }
  const utilities = utilitiesOf(inputs, model, context.asOf)
  const scored = weightedScore(
    model.criteria.map((criterion) => criterion.weight),
    model.criteria.map((criterion) => utilities[criterion.key] ?? null),
    model.minimumCoverage,
  )
  return { utilities, scored, facts: ruleFacts(inputs, utilities, model, context) }
}

const PROSPECT_WEIGHTS = [50, 50]

function scoreProspect({ prospect }: AccountInputs, minimumCoverage: number): WeightedScore {
  const levels = [prospect?.industryInfluence ?? null, prospect?.dealPotential ?? null]
  const utilities = levels.map((level) =>
    level === null ? null : utilityOf(level, DEFAULT_ANCHORS.influence),
  )
  return weightedScore(PROSPECT_WEIGHTS, utilities, minimumCoverage)
}

function classRangeOf(
  facts: RuleFacts,
  scored: WeightedScore,
  model: ScoringModel,
): Classification['classRange'] {
  const couldGrow = facts.growthUtility === null && model.criteria.some(({ key }) => key === 'growth')
  const atBest = couldGrow ? { ...facts, growthUtility: 100 } : facts
  const lowest = decideClass(facts, scored.scoreMin, model).valueClass
  const highest = decideClass(atBest, scored.scoreMax, model).valueClass
  return lowest === highest ? null : { lowest, highest }
}

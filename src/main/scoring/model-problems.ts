import type { CurrencyCode } from '#shared/domain/money.ts'
import {
  type CriterionKey,
  type FieldCriterion,
  isFieldCriterion,
  type ModelDraft,
  type ModelProblemCode,
} from '#shared/domain/scoring-model.ts'
import { acceptedRatio, ahpWeights } from './ahp.ts'
import { isStrictlyAscending, roundToDecimals } from './readable-number.ts'

export interface ModelProblem {
  code: ModelProblemCode
  criterion: CriterionKey | null
  values: Record<string, number>
}

/** What a model is checked against. */
export interface ModelSurroundings {
  currency: CurrencyCode
  /** Number and money fields that are there. */
  fields: ReadonlySet<FieldCriterion>
}

/** Weights typed with one decimal may miss 100 by their rounding. */
const WEIGHT_TOLERANCE = 0.05
/** AHP weights are kept with one decimal. */
const COMPARED_TOLERANCE = 0.11

/** Everything that keeps a model from being used, in the order of the editor; empty for a sound one. */
export function modelProblems(model: ModelDraft, surroundings: ModelSurroundings): ModelProblem[] {
  return [
    ...criteriaProblems(model, surroundings),
    ...weightProblems(model),
    ...thresholdProblems(model),
    ...classProblems(model),
    ...bandProblems(model),
    ...(model.currency === surroundings.currency ? [] : [problem('model-currency')]),
  ]
}

function problem(
  code: ModelProblemCode,
  criterion: CriterionKey | null = null,
  values: Record<string, number> = {},
): ModelProblem {
  return { code, criterion, values }
}

function criteriaProblems({ criteria }: ModelDraft, { fields }: ModelSurroundings): ModelProblem[] {
  if (!criteria.some(({ weight }) => weight > 0)) return [problem('model-empty')]
  const seen = new Set<CriterionKey>()
  return criteria.flatMap(({ key, anchors }) => {
    const found: ModelProblem[] = []
    if (seen.has(key)) found.push(problem('model-criterion-twice', key))
    seen.add(key)
    if (isFieldCriterion(key) && !fields.has(key)) found.push(problem('model-field-missing', key))
    if (!isStrictlyAscending(anchors)) found.push(problem('model-anchors', key))
    return found
  })
}

function weightProblems({ criteria, weighting }: ModelDraft): ModelProblem[] {
  const sum = criteria.reduce((total, { weight }) => total + weight, 0)
  if (sum > 0 && Math.abs(sum - 100) > WEIGHT_TOLERANCE) {
    return [problem('model-weights', null, { sum: roundToDecimals(sum, 1) })]
  }
  if (weighting.method === 'points') return []
  const result = ahpWeights(weighting.matrix)
  const isOfThese =
    result.kind === 'weighted' &&
    weighting.keys.length === result.weights.length &&
    weighting.keys.length === criteria.length &&
    criteria.every(({ key, weight }) => {
      const compared = result.weights[weighting.keys.indexOf(key)]
      return compared !== undefined && Math.abs(compared * 100 - weight) <= COMPARED_TOLERANCE
    })
  if (!isOfThese) return [problem('model-comparison')]
  const ratio = result.consistencyRatio
  if (ratio === null || ratio <= acceptedRatio(criteria.length) || weighting.reason) return []
  return [problem('model-inconsistent', null, { ratio: roundToDecimals(ratio, 3) })]
}

function thresholdProblems({ thresholds, classes }: ModelDraft): ModelProblem[] {
  const isInRange = Object.values(thresholds).every((points) => points >= 0 && points <= 100)
  const isOrdered =
    !classes.diamond.isUsed || !classes.gold.isUsed || thresholds.goldScore <= thresholds.diamondScore
  return isInRange && isOrdered ? [] : [problem('model-thresholds')]
}

function classProblems({ classes }: ModelDraft): ModelProblem[] {
  const used = Object.values(classes).filter(({ isUsed }) => isUsed)
  const isTwice = (texts: readonly (string | null)[]) => {
    const own = texts.filter((text) => text !== null)
    return new Set(own).size < own.length
  }
  const isSound =
    classes.general.isUsed &&
    used.length > 1 &&
    !isTwice(used.map(({ name }) => name)) &&
    !isTwice(used.map(({ letter }) => letter))
  return isSound ? [] : [problem('model-classes')]
}

function bandProblems({ rfm: { bands } }: ModelDraft): ModelProblem[] {
  return bands === null || Object.values(bands).every((limits) => isStrictlyAscending(limits))
    ? []
    : [problem('model-rfm-bands')]
}

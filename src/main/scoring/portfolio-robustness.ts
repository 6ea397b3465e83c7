import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import type { ValueClass } from '#shared/domain/value-class.ts'
import type { AccountInputs, ClassificationContext } from './account-inputs.ts'
import { decideClass, type RuleFacts } from './class-rules.ts'
import { drawDirichlet, seededRandom } from './seeded-random.ts'
import { scoreAccount } from './value-classification.ts'

export interface RobustnessOptions {
  seed: number
  draws?: number
  /** Higher values keep the drawn weights closer to the model's. */
  concentration?: number
}

const DRAWS = 1000
const CONCENTRATION = 50

/**
 * Weights drawn around the model's, draw after draw, each in the order of the criteria and adding up to 1.
 * Accounts that lack a criterion rescale the others, which again is Dirichlet distributed.
 */
export function drawWeights(
  { criteria }: ScoringModel,
  { seed, draws = DRAWS, concentration = CONCENTRATION }: RobustnessOptions,
): Float64Array {
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0)
  const concentrations = criteria.map(({ weight }) => (total > 0 ? (weight / total) * concentration : 0))
  const random = seededRandom(seed)
  const drawn = new Float64Array(draws * criteria.length)
  for (let draw = 0; draw < draws; draw++) {
    drawn.set(drawDirichlet(concentrations, random), draw * criteria.length)
  }
  return drawn
}

/** Scores at which an account's class changes, in ascending order, and the class from each on. */
export interface ClassSteps {
  thresholds: readonly number[]
  /** One more than thresholds: the first below all of them. */
  classes: readonly ValueClass[]
}

/** Scores carry six decimals: half of the last one below a threshold already rounds up to it. */
const HALF_STEP = 5e-7

export function classSteps(facts: RuleFacts, model: ScoringModel): ClassSteps {
  const { goldScore, diamondScore } = model.thresholds
  const classAt = (score: number) => decideClass(facts, score, model).valueClass
  const thresholds: number[] = []
  const classes: ValueClass[] = [classAt(Number.NEGATIVE_INFINITY)]
  for (const threshold of [goldScore, diamondScore].toSorted((one, other) => one - other)) {
    const above = classAt(threshold)
    if (above === classes.at(-1)) continue
    thresholds.push(threshold)
    classes.push(above)
  }
  return { thresholds, classes }
}

export interface AccountRobustness {
  valueClass: ValueClass
  /** Part of the draws with the same class, 0 to 1. */
  share: number
  /** The class of most other draws; null where there are none. */
  otherClass: ValueClass | null
}

/**
 * Class robustness of one account after another over the same draws, for whole portfolios in steps.
 * Null for parties that never traded and without a score.
 * Source: Butler, Jia & Dyer 1997, EJOR 103(3):531-546 (simulated weights).
 */
export function robustnessReader(
  model: ScoringModel,
  context: ClassificationContext,
  options: RobustnessOptions,
): (inputs: AccountInputs) => AccountRobustness | null {
  const weights = drawWeights(model, options)
  const keys = model.criteria.map(({ key }) => key)
  const draws = keys.length > 0 ? weights.length / keys.length : 0
  return (inputs) => {
    const { utilities, scored, facts } = scoreAccount(inputs, model, context)
    if (!facts.hasTradedEver || scored.score === null) return null
    const { thresholds, classes } = classSteps(facts, model)
    const { valueClass } = decideClass(facts, scored.score, model)
    if (thresholds.length === 0) return { valueClass, share: 1, otherClass: null }
    const values = keys.map((key) => utilities[key] ?? null)
    const counts = countByStep(values, weights, thresholds)
    const own = classes.indexOf(valueClass)
    const most = counts.reduce(
      (best, count, step) => (step !== own && count > (counts[best] ?? 0) ? step : best),
      own === 0 ? 1 : 0,
    )
    return {
      valueClass,
      share: draws > 0 ? (counts[own] ?? 0) / draws : 1,
      otherClass: (counts[most] ?? 0) > 0 ? (classes[most] ?? null) : null,
    }
  }
}

/** How many draws put the score on each step of the thresholds. */
export function countByStep(
  utilities: readonly (number | null)[],
  weights: Float64Array,
  thresholds: readonly number[],
): number[] {
  const width = utilities.length
  const at: number[] = []
  const known: number[] = []
  utilities.forEach((utility, i) => {
    if (utility === null) return
    at.push(i)
    known.push(utility)
  })
  const limits = thresholds.map((threshold) => threshold - HALF_STEP)
  const counts = new Array<number>(thresholds.length + 1).fill(0)
  for (let start = 0; start < weights.length; start += width) {
    let points = 0
    let total = 0
    for (let i = 0; i < at.length; i++) {
      const weight = weights[start + (at[i] ?? 0)] ?? 0
      points += weight * (known[i] ?? 0)
      total += weight
    }
    // Weight drawn on nothing that is known says nothing: the score then stays at its least.
    const score = total > 0 ? points / total : 0
    let step = 0
    while (step < limits.length && score >= (limits[step] ?? 0)) step += 1
    counts[step] = (counts[step] ?? 0) + 1
  }
  return counts
}

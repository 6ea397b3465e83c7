import { classThreshold, type ScoringModel } from '#shared/domain/scoring-model.ts'
import type { SettledBy } from '#shared/domain/settled-by.ts'
import { OPPORTUNITY_CLASSES, VALUE_CLASSES, type ValueClass } from '#shared/domain/value-class.ts'
import type { DecidedBy } from './class-rules.ts'

/** One monthly calculation of an account. */
export interface MonthlyClass {
  valueClass: ValueClass
  /** 0 to 100; null with too little coverage. */
  score: number | null
  decidedBy: DecidedBy
  /** First order less than two quarters ago: it rises, but is not demoted. */
  isNew?: boolean
}

export interface SettledClass {
  valueClass: ValueClass
  settledBy: SettledBy
}

/** A Problem account becomes anything better after as many months without a rule that fires. */
export const CLEAN_MONTHS = 6

const RANKED: readonly ValueClass[] = [...VALUE_CLASSES, ...OPPORTUNITY_CLASSES]
const rankOf = (valueClass: ValueClass) => RANKED.indexOf(valueClass)

type Lines = Pick<ScoringModel, 'hysteresis' | 'thresholds' | 'classes'>

/**
 * The class to publish: it follows the calculated one at once where a hard rule decides or the score passes a threshold
 * by more than the model's points, or where the account has stayed across for the model's number of monthly
 * calculations in a row. Each threshold on the way is passed or held by itself, so that an account may come to rest
 * between the published class and the calculated one. Problem comes at once and goes after two clean quarters.
 * @param published last published class, null when there is none
 * @param months calculations up to the day of publication, the oldest first: six are enough for every rule but
 * a longer run of `periods`; null without any
 * Source: two-threshold switching (Schmitt 1938, J. Scientific Instruments 15:24-26) with a dwell time.
 */
export function settleClass(
  published: ValueClass | null,
  months: readonly MonthlyClass[],
  model: Lines,
): SettledClass | null {
  const latest = months.at(-1)
  if (!latest) return null
  const changed = (settledBy: SettledBy): SettledClass => ({ valueClass: latest.valueClass, settledBy })
  if (published === null) return changed('first')
  if (latest.valueClass === published) return changed('unchanged')
  if (!model.hysteresis.enabled) return changed('changed-at-once')
  const held = (settledBy: SettledBy): SettledClass => ({ valueClass: published, settledBy })

  if (latest.valueClass === 'problem') return changed('changed-by-rule')
  if (published === 'problem') {
    const clean = months.slice(-CLEAN_MONTHS)
    const isClean = clean.length === CLEAN_MONTHS && clean.every((month) => month.valueClass !== 'problem')
    return isClean ? changed('changed-stayed') : held('held-clean-quarters')
  }
  if (isDecision(latest, published, model)) return changed('changed-by-rule')
  const isUp = isBetter(latest.valueClass, published)
  if (latest.isNew === true && !isUp) return held('held-new')
  const byScore = isUp ? risenByScore(latest, published, model) : fallenByScore(latest, published, model)
  const byStaying = stayedAt(months.slice(-model.hysteresis.periods), published, isUp, model)
  const goesFurther = byStaying !== null && (byScore === null || isBetter(byStaying, byScore) === isUp)
  if (goesFurther && byStaying !== byScore) return { valueClass: byStaying, settledBy: 'changed-stayed' }
  return byScore === null
    ? held('held-within-margin')
    : { valueClass: byScore, settledBy: 'changed-beyond-margin' }
}

/**
 * A first order or a signed judgement is a fact, and no score that swings about a line; a judgement that only shows
 * because the score fell below the line of the published class is not.
 */
function isDecision(
  { valueClass, decidedBy, score }: MonthlyClass,
  published: ValueClass,
  model: Lines,
): boolean {
  if (isOpportunity(published) !== isOpportunity(valueClass)) return true
  if (decidedBy !== 'strategic-influence') return false
  const line = classThreshold(published, model.thresholds)
  return isBetter(valueClass, published) || line === null || (score !== null && score >= line)
}

const isBetter = (one: ValueClass, other: ValueClass): boolean => rankOf(one) < rankOf(other)

/** The best class up to the calculated one whose line the score lies above by more than the margin. */
function risenByScore(
  { valueClass, score }: MonthlyClass,
  published: ValueClass,
  model: Lines,
): ValueClass | null {
  if (score === null) return null
  const lined = linesFrom(valueClass, published, model).filter((each) => each.valueClass !== published)
  return lined.find(({ line }) => score - line > model.hysteresis.points)?.valueClass ?? null
}

/** The class below the last line, from the published class down, that the score lies below by more than the margin. */
function fallenByScore(
  { valueClass, score }: MonthlyClass,
  published: ValueClass,
  model: Lines,
): ValueClass | null {
  const lined = linesFrom(published, valueClass, model).filter((each) => each.valueClass !== valueClass)
  if (score === null || lined[0]?.valueClass !== published) return null
  const holding = lined.find(({ line }) => line - score <= model.hysteresis.points)
  if (!holding) return valueClass
  return holding.valueClass === published ? null : holding.valueClass
}

/** The class next to the published one that the account had in a whole run on the same side of it. */
function stayedAt(
  run: readonly MonthlyClass[],
  published: ValueClass,
  isUp: boolean,
  { hysteresis }: Lines,
): ValueClass | null {
  if (run.length < hysteresis.periods) return null
  const nearest = run
    .map(({ valueClass }) => valueClass)
    .reduce((one, other) => (isBetter(one, other) === isUp ? other : one))
  return nearest !== published && isBetter(nearest, published) === isUp ? nearest : null
}

/** Classes in use from the better one down to the other that a line of the score parts from those below. */
function linesFrom(better: ValueClass, other: ValueClass, { thresholds, classes }: Lines) {
  return RANKED.slice(rankOf(better), rankOf(other) + 1).flatMap((valueClass) => {
    const line = classThreshold(valueClass, thresholds)
    const isUnused = Object.entries(classes).some(([key, { isUsed }]) => key === valueClass && !isUsed)
    return line === null || isUnused ? [] : [{ valueClass, line }]
  })
}

function isOpportunity(valueClass: ValueClass): boolean {
  return OPPORTUNITY_CLASSES.some((opportunity) => opportunity === valueClass)
}

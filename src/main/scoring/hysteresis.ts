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

/**
 * The class to publish: it follows the calculated one at once where a hard rule or the score passes a threshold
 * by more than the model's points, or where the account has stayed across for the model's number of monthly
 * calculations in a row. Problem comes at once and goes after two clean quarters.
 * @param published last published class, null when there is none
 * @param months calculations up to the day of publication, the oldest first: six are enough for every rule but
 * a longer run of `periods`; null without any
 * Source: two-threshold switching (Schmitt 1938, J. Scientific Instruments 15:24-26) with a dwell time.
 */
export function settleClass(
  published: ValueClass | null,
  months: readonly MonthlyClass[],
  { hysteresis, thresholds }: Pick<ScoringModel, 'hysteresis' | 'thresholds'>,
): SettledClass | null {
  const latest = months.at(-1)
  if (!latest) return null
  const changed = (settledBy: SettledBy): SettledClass => ({ valueClass: latest.valueClass, settledBy })
  if (published === null) return changed('first')
  if (latest.valueClass === published) return changed('unchanged')
  if (!hysteresis.enabled) return changed('changed-at-once')
  const held = (settledBy: SettledBy): SettledClass => ({ valueClass: published, settledBy })

  if (latest.valueClass === 'problem') return changed('changed-by-rule')
  if (published === 'problem') {
    const clean = months.slice(-CLEAN_MONTHS)
    const isClean = clean.length === CLEAN_MONTHS && clean.every((month) => month.valueClass !== 'problem')
    return isClean ? changed('changed-stayed') : held('held-clean-quarters')
  }
  if (isDecision(latest, published)) return changed('changed-by-rule')
  const isUp = rankOf(latest.valueClass) < rankOf(published)
  if (latest.isNew === true && !isUp) return held('held-new')
  const distance = distanceBeyond(latest, published, isUp, thresholds)
  if (distance !== null && distance > hysteresis.points) return changed('changed-beyond-margin')
  const run = months.slice(-hysteresis.periods)
  const isAcross = ({ valueClass }: MonthlyClass) =>
    valueClass !== published && rankOf(valueClass) < rankOf(published) === isUp
  return run.length === hysteresis.periods && run.every(isAcross)
    ? changed('changed-stayed')
    : held('held-within-margin')
}

/** A first order or a signed judgement is a fact, and no score that swings about a line. */
function isDecision({ valueClass, decidedBy }: MonthlyClass, published: ValueClass): boolean {
  return decidedBy === 'strategic-influence' || isOpportunity(published) !== isOpportunity(valueClass)
}

function isOpportunity(valueClass: ValueClass): boolean {
  return OPPORTUNITY_CLASSES.some((opportunity) => opportunity === valueClass)
}

/** How far the score lies beyond the line it passed; null where no line of the score parts the two classes. */
function distanceBeyond(
  { valueClass, score }: MonthlyClass,
  published: ValueClass,
  isUp: boolean,
  thresholds: ScoringModel['thresholds'],
): number | null {
  const line = classThreshold(isUp ? valueClass : published, thresholds)
  if (score === null || line === null) return null
  return isUp ? score - line : line - score
}

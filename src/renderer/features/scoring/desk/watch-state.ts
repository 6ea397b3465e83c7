import type { ModelComparison } from '#shared/contract/model.ts'
import { classThreshold, type ModelDraft } from '#shared/domain/scoring-model.ts'
import { OPPORTUNITY_CLASSES, VALUE_CLASSES, type ValueClass } from '#shared/domain/value-class.ts'

export type Move = ModelComparison['moves'][number]

/** Whether the next publication would follow a move all the way at once, or hold the class and watch. */
export type WatchState = 'at-once' | 'on-watch'

type Lines = Pick<ModelDraft, 'hysteresis' | 'thresholds' | 'classes'>

/**
 * The model's hysteresis on one move as the next publication would apply it: hard rules and signed judgements count at once,
 * so does a score that passes every threshold on its way by more than the model's points; all else is watched first.
 */
export function watchState({ from, to, isUp, scoreAfter }: Move, model: Lines): WatchState {
  if (!model.hysteresis.enabled || to === 'problem') return 'at-once'
  if (from === 'problem') return 'on-watch'
  if (isOpportunity(from) !== isOpportunity(to)) return 'at-once'
  const left = classThreshold(from, model.thresholds)
  const isJudged = isUp || left === null || (scoreAfter !== null && scoreAfter >= left)
  if (to === 'strategic' && isJudged) return 'at-once'
  const line = isUp ? classThreshold(to, model.thresholds) : left === null ? null : lastLineAbove(to, model)
  if (line === null || scoreAfter === null) return 'on-watch'
  const beyond = isUp ? scoreAfter - line : line - scoreAfter
  return beyond > model.hysteresis.points ? 'at-once' : 'on-watch'
}

const isOpportunity = (valueClass: ValueClass): boolean =>
  OPPORTUNITY_CLASSES.some((opportunity) => opportunity === valueClass)

/** The lowest line of a class in use that is better; an account below it is below all the others too. */
function lastLineAbove(valueClass: ValueClass, { thresholds, classes }: Lines): number | null {
  if (isOpportunity(valueClass)) return thresholds.keyOpportunityScore
  const ranked: readonly ValueClass[] = VALUE_CLASSES
  const better = VALUE_CLASSES.slice(0, ranked.indexOf(valueClass))
  const lined = better.filter((each) => classes[each].isUsed && classThreshold(each, thresholds) !== null)
  const last = lined.at(-1)
  return last ? classThreshold(last, thresholds) : null
}

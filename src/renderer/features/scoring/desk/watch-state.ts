import type { ModelComparison } from '#shared/contract/model.ts'
import { classThreshold, type ModelDraft } from '#shared/domain/scoring-model.ts'

export type Move = ModelComparison['moves'][number]

/** Whether the next publication would follow a move at once, or hold the class and watch. */
export type WatchState = 'at-once' | 'on-watch'

/**
 * The model's hysteresis on one move: hard rules and rules without a score count at once, a score that passes its
 * threshold by no more than the model's points is watched first; so is the way out of Problem.
 */
export function watchState(
  { from, to, isUp, scoreAfter }: Move,
  { hysteresis, thresholds }: Pick<ModelDraft, 'hysteresis' | 'thresholds'>,
): WatchState {
  if (!hysteresis.enabled || to === 'problem') return 'at-once'
  if (from === 'problem') return 'on-watch'
  const passed = isUp ? classThreshold(to, thresholds) : classThreshold(from, thresholds)
  if (passed === null || scoreAfter === null) return 'at-once'
  const beyond = isUp ? scoreAfter - passed : passed - scoreAfter
  return beyond > hysteresis.points ? 'at-once' : 'on-watch'
}

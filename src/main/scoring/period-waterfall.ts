import type { Day } from '#shared/domain/calendar.ts'
import type { CriterionKey, ScoringModel } from '#shared/domain/scoring-model.ts'
import type { AccountInputs } from './account-inputs.ts'
import { apportion } from './apportion.ts'
import { effectiveWeights, SCORE_DECIMALS } from './explanation.ts'
import { roundToDecimals } from './readable-number.ts'
import { type Utilities, utilitiesOf, weightedScore } from './value-score.ts'

/** What an account was scored from in one period, and by which model. */
export interface ScoredPeriod {
  inputs: AccountInputs
  model: ScoringModel
  asOf: Day
}

export interface WaterfallStep {
  /** New figures of a criterion; criteria known on one day alone; new weights; new anchors. */
  kind: 'data' | 'knowledge' | 'weights' | 'anchors'
  /** The criterion of a data step; null for the others, which gather all criteria. */
  key: CriterionKey | null
  /** Points, to the digits of a displayed score. */
  points: number
}

export interface PeriodWaterfall {
  /** Displayed scores: `now` is exactly `before` plus all steps. */
  before: number
  now: number
  /** One data step per criterion of the newer model known on both days, in its order, then the other kinds. */
  steps: WaterfallStep[]
}

/**
 * Why a score moved from one period to the next: ΔS = Σ w(1)·Δu + Σ Δw·u(0) + anchor effect, with the old
 * figures read by the new anchors. A criterion known on one day alone moves the weights of the others; that
 * is a step of its own, so that it is not mistaken for new figures or a new model.
 * Null without a score on either day and for parties that never traded.
 * Source: additive value model (Keeney & Raiffa 1976); splitting in the order anchors, weights, knowledge, data.
 */
export function periodWaterfall(earlier: ScoredPeriod, later: ScoredPeriod): PeriodWaterfall | null {
  if (!earlier.inputs.hasTradedEver || !later.inputs.hasTradedEver) return null
  const before = utilitiesOf(earlier.inputs, earlier.model, earlier.asOf)
  const reread = utilitiesOf(earlier.inputs, later.model, earlier.asOf)
  const now = utilitiesOf(later.inputs, later.model, later.asOf)
  const scoreBefore = scoreOf(before, earlier.model)
  const scoreNow = scoreOf(now, later.model)
  if (scoreBefore === null || scoreNow === null) return null

  const weights = {
    before: effectiveWeights(earlier.model, before, true),
    reread: effectiveWeights(later.model, reread, true),
    now: effectiveWeights(later.model, now, true),
  }
  const steps = stepsOf(later.model, { before, reread, now }, weights)
  const displayed = {
    before: roundToDecimals(scoreBefore, SCORE_DECIMALS),
    now: roundToDecimals(scoreNow, SCORE_DECIMALS),
  }
  const points = apportion(
    steps.map((step) => step.points),
    displayed.now - displayed.before,
    SCORE_DECIMALS,
  )
  return { ...displayed, steps: steps.map((step, i) => ({ ...step, points: points[i] ?? 0 })) }
}

type Weights = ReadonlyMap<CriterionKey, number>
interface Phases<Value> {
  before: Value
  reread: Value
  now: Value
}

function stepsOf(
  model: ScoringModel,
  utilities: Phases<Utilities>,
  weights: Phases<Weights>,
): WaterfallStep[] {
  const value = (phase: keyof Phases<Utilities>, key: CriterionKey) => utilities[phase][key] ?? 0
  const weight = (phase: keyof Phases<Weights>, key: CriterionKey) => (weights[phase].get(key) ?? 0) / 100
  const sum = (keys: Iterable<CriterionKey>, part: (key: CriterionKey) => number) =>
    [...keys].reduce((total, key) => total + part(key), 0)
  const isKnownBothDays = (key: CriterionKey) => weights.reread.has(key) && weights.now.has(key)

  if (weights.reread.size === 0) {
    const difference =
      sum(weights.now.keys(), (key) => weight('now', key) * value('now', key)) -
      sum(weights.before.keys(), (key) => weight('before', key) * value('before', key))
    return [
      { kind: 'knowledge', key: null, points: difference },
      { kind: 'weights', key: null, points: 0 },
      { kind: 'anchors', key: null, points: 0 },
    ]
  }
  const criteria = new Set([...weights.before.keys(), ...weights.reread.keys()])
  // What a criterion that the newer model leaves out was worth goes with its weight.
  const oldValue = (key: CriterionKey) => value(weights.reread.has(key) ? 'reread' : 'before', key)
  const both = model.criteria.map(({ key }) => key).filter(isKnownBothDays)
  const appeared = [...weights.now.keys()].filter((key) => !weights.reread.has(key))
  const vanished = [...weights.reread.keys()].filter((key) => !weights.now.has(key))
  return [
    ...both.map(
      (key): WaterfallStep => ({
        kind: 'data',
        key,
        points: weight('now', key) * (value('now', key) - value('reread', key)),
      }),
    ),
    {
      kind: 'knowledge',
      key: null,
      points:
        sum(both, (key) => (weight('now', key) - weight('reread', key)) * value('reread', key)) +
        sum(appeared, (key) => weight('now', key) * value('now', key)) -
        sum(vanished, (key) => weight('reread', key) * value('reread', key)),
    },
    {
      kind: 'weights',
      key: null,
      points: sum(criteria, (key) => (weight('reread', key) - weight('before', key)) * oldValue(key)),
    },
    {
      kind: 'anchors',
      key: null,
      points: sum(
        weights.before.keys(),
        (key) => weight('before', key) * (oldValue(key) - value('before', key)),
      ),
    },
  ]
}

function scoreOf(utilities: Utilities, model: ScoringModel): number | null {
  return weightedScore(
    model.criteria.map((criterion) => criterion.weight),
    model.criteria.map(({ key }) => utilities[key] ?? null),
    model.minimumCoverage,
  ).score
}

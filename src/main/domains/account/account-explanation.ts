import type { AccountExplanation } from '#shared/contract/account.ts'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { Day } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import { VALUE_CLASSES } from '#shared/domain/value-class.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { explainScore, nextClassOf, type ScoreExplanation, waysUp } from '../../scoring/explanation.ts'
import { periodWaterfall } from '../../scoring/period-waterfall.ts'
import { roundToDecimals } from '../../scoring/readable-number.ts'
import { type ClassStability, classStability } from '../../scoring/stability.ts'
import { type ClassOverride, findOverride } from '../standing/class-overrides.ts'
import { type ClassifiedFacts, classifyAccounts } from '../standing/classify-accounts.ts'
import { previousAsOf } from '../standing/classify-at.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { findModelInForce } from '../standing/model-in-force.ts'
import { gatherPortfolio } from '../standing/portfolio-facts.ts'
import { windowsOf } from '../standing/window-pair.ts'
import { getCompany } from './account-detail.ts'
import { createSourceReader } from './input-sources.ts'

/** An account classified on a day, with the model it was classified by. */
export interface ExplainedAccount {
  asOf: Day
  model: ScoringModel
  accountKey: number
  current: ClassifiedFacts
}

/**
 * Why an account has its class: inputs, points and what would change it, as of any date under the model
 * in force on it; a quarter earlier counts by the model of that day. Errors: not-found, also for a company that was
 * no account then; no-data without a model.
 */
export function explainAccount(
  database: ReadDatabase,
  request: { id: Id; asOf?: Day | undefined },
): AccountExplanation {
  const { asOf, model, accountKey, current } = classifyForExplanation(database, request)
  const earlierDay = previousAsOf(asOf)
  const earlierModel = findModelInForce(database, earlierDay)?.model ?? model
  const previous = classifyOne(database, earlierModel, earlierDay, accountKey)
  const { classification, inputs, context } = current
  const seed = seedOf(asOf)
  const stability = classStability(inputs, model, context, { seed })
  const next = nextClassOf(classification, inputs.abc, model)
  const override = findOverride(database, accountKey, asOf)
  const waterfall =
    previous &&
    periodWaterfall(
      { inputs: previous.inputs, model: earlierModel, asOf: earlierDay },
      { inputs, model, asOf },
    )
  return {
    asOf,
    modelVersion: model.version,
    modelName: model.name,
    valueClass: override?.valueClass ?? classification.valueClass,
    computedValueClass: classification.valueClass,
    override: override ? shownOverride(override) : null,
    previousValueClass: previous
      ? (findOverride(database, accountKey, earlierDay)?.valueClass ?? previous.classification.valueClass)
      : null,
    decidedBy: classification.decidedBy,
    problemRules: [...classification.problemRules],
    scorePercent: classification.score,
    scoreRange: { minimum: classification.scoreMin, maximum: classification.scoreMax },
    classRange: classification.classRange,
    coveragePercent: roundToDecimals(classification.coverage * 100, 6),
    isProvisional: classification.isProvisional,
    isNew: classification.isNew,
    next: next && {
      valueClass: next.valueClass,
      threshold: next.threshold,
      missingPoints: next.missingPoints,
    },
    previousScorePercent: previous?.classification.score ?? null,
    robustnessPercent: stability && stability.robustness * 100,
    robustnessSeed: seed,
    robustnessShares: stability ? sharesOf(stability) : [],
    waterfall: waterfall
      ? {
          previousAsOf: earlierDay,
          previousModelVersion: earlierModel.version,
          before: waterfall.before,
          now: waterfall.now,
          steps: waterfall.steps.map(({ kind, key, points }) => ({ kind, criterion: key, points })),
        }
      : null,
    items: inputs.hasTradedEver
      ? listItems(database, request.id, model, { current, previous, earlierModel, stability })
      : [],
  }
}

/** Errors: not-found, also for a company that was no account then; no-data without a model. */
export function classifyForExplanation(
  database: ReadDatabase,
  { id, asOf: wanted }: { id: Id; asOf?: Day | undefined },
): ExplainedAccount {
  const { key: accountKey } = getCompany(database, id)
  const day = effectiveAsOf(database, wanted)
  const adopted = findModelInForce(database, day)
  if (!adopted) throw new MainstayError('no-data', 'Classes need a model, and a model needs orders.')
  const { model } = adopted
  const asOf = day ?? model.effectiveOn
  const current = classifyOne(database, model, asOf, accountKey)
  if (!current) {
    throw new MainstayError('not-found', 'The company was no account on that day.', { id, kind: 'account' })
  }
  return { asOf, model, accountKey, current }
}

function classifyOne(
  database: ReadDatabase,
  model: ScoringModel,
  asOf: Day,
  accountKey: number,
): ClassifiedFacts | undefined {
  const gathered = gatherPortfolio(database, asOf, model.windowMonths, [accountKey])
  return classifyAccounts(database, model, gathered).get(accountKey)
}

function shownOverride({ id, valueClass, reason, author, setOn, expiresOn }: ClassOverride) {
  return { id, valueClass, reason, author, setOn, expiresOn }
}

function sharesOf({ shareByClass }: ClassStability): AccountExplanation['robustnessShares'] {
  return VALUE_CLASSES.flatMap((valueClass) => {
    const share = shareByClass[valueClass]
    return share === undefined ? [] : [{ valueClass, percent: share * 100 }]
  }).sort((a, b) => b.percent - a.percent)
}

interface Explained {
  current: ClassifiedFacts
  previous: ClassifiedFacts | undefined
  earlierModel: ScoringModel
  stability: ClassStability | null
}

/** One item per active criterion, in the model's order; the points add up to the score as it is shown. */
function listItems(
  database: ReadDatabase,
  id: Id,
  model: ScoringModel,
  { current, previous, earlierModel, stability }: Explained,
): AccountExplanation['items'] {
  const { classification, inputs, context } = current
  const next = nextClassOf(classification, inputs.abc, model)
  const ways = new Map(waysUp(next?.missingPoints ?? 0, classification, model).map((way) => [way.key, way]))
  const intervals = new Map(stability?.intervals.map((interval) => [interval.key, interval]))
  const before = new Map(
    previous?.inputs.hasTradedEver
      ? explain(previous, earlierModel).criteria.map((criterion) => [criterion.key, criterion])
      : [],
  )
  const sourceOf = createSourceReader(
    database,
    id,
    current.facts,
    windowsOf(context.asOf, model.windowMonths),
  )
  return explain(current, model).criteria.map((criterion, i) => {
    const way = ways.get(criterion.key)
    const interval = intervals.get(criterion.key)
    const earlier = before.get(criterion.key)
    return {
      criterion: criterion.key,
      input: criterion.input,
      utility: criterion.utility,
      weight: criterion.weight,
      points: criterion.points,
      anchors: [...(model.criteria[i]?.anchors ?? [])],
      inputForNextClass: next ? (way?.inputNeeded ?? null) : null,
      pointsAvailable: way?.pointsAvailable ?? 0,
      stability: interval ? { from: interval.from * 100, to: interval.to * 100 } : null,
      previousInput: earlier?.input ?? null,
      previousPoints: earlier?.points ?? null,
      source: criterion.input === null ? NO_SOURCE : sourceOf(criterion.key),
    }
  })
}

const NO_SOURCE = { kind: 'none', lineCount: 0, label: null, at: null } as const

function explain(
  { inputs, classification, context }: ClassifiedFacts,
  model: ScoringModel,
): ScoreExplanation {
  return explainScore(inputs, classification, model, context.asOf)
}

/** The day as a number: the same draws on every machine, others on another day. */
function seedOf(asOf: Day): number {
  return Number(asOf.replaceAll('-', ''))
}

import type { AccountExplanation } from '#shared/contract/account.ts'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { Day } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { explainScore, nextClassOf, type ScoreExplanation, waysUp } from '../../scoring/explanation.ts'
import { roundToDecimals } from '../../scoring/readable-number.ts'
import { type ClassStability, classStability } from '../../scoring/stability.ts'
import { type ClassifiedFacts, classifyAccounts } from '../standing/classify-accounts.ts'
import { previousAsOf } from '../standing/classify-at.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { findModelInForce } from '../standing/model-in-force.ts'
import { gatherPortfolio } from '../standing/portfolio-facts.ts'
import { windowsOf } from '../standing/window-pair.ts'
import { getCompany } from './account-detail.ts'
import { createSourceReader } from './input-sources.ts'

/**
 * Why an account has its class: inputs, points and what would change it, as of any date under the model
 * in force. Errors: not-found, also for a company that was no account then; no-data without a model.
 */
export function explainAccount(
  database: ReadDatabase,
  { id, asOf: wanted }: { id: Id; asOf?: Day | undefined },
): AccountExplanation {
  const { key } = getCompany(database, id)
  const adopted = findModelInForce(database)
  if (!adopted) throw new MainstayError('no-data', 'Classes need a model, and a model needs orders.')
  const { model } = adopted
  const asOf = effectiveAsOf(database, wanted) ?? model.effectiveOn
  const current = classifyOne(database, model, asOf, key)
  if (!current) {
    throw new MainstayError('not-found', 'The company was no account on that day.', { id, kind: 'account' })
  }
  const previous = classifyOne(database, model, previousAsOf(asOf), key)
  const { classification, inputs, context } = current
  const seed = seedOf(asOf)
  const stability = classStability(inputs, model, context, { seed })
  const next = nextClassOf(classification, inputs.abc, model)
  return {
    asOf,
    modelVersion: model.version,
    modelName: model.name,
    valueClass: classification.valueClass,
    previousValueClass: previous?.classification.valueClass ?? null,
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
    items: inputs.hasTradedEver ? listItems(database, id, model, { current, previous, stability }) : [],
  }
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

interface Explained {
  current: ClassifiedFacts
  previous: ClassifiedFacts | undefined
  stability: ClassStability | null
}

/** One item per active criterion, in the model's order; the points add up to the score as it is shown. */
function listItems(
  database: ReadDatabase,
  id: Id,
  model: ScoringModel,
  { current, previous, stability }: Explained,
): AccountExplanation['items'] {
  const { classification, inputs, context } = current
  const next = nextClassOf(classification, inputs.abc, model)
  const ways = new Map(waysUp(next?.missingPoints ?? 0, classification, model).map((way) => [way.key, way]))
  const intervals = new Map(stability?.intervals.map((interval) => [interval.key, interval]))
  const before = previous?.inputs.hasTradedEver ? explain(previous, model) : undefined
  const sourceOf = createSourceReader(
    database,
    id,
    current.facts,
    windowsOf(context.asOf, model.windowMonths),
  )
  return explain(current, model).criteria.map((criterion, i) => {
    const way = ways.get(criterion.key)
    const interval = intervals.get(criterion.key)
    const earlier = before?.criteria[i]
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

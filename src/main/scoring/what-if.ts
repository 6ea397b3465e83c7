import { type Amount, amountFromUnits } from '#shared/domain/money.ts'
import type { Criterion, CriterionKey, ModelDraft, ScoringModel } from '#shared/domain/scoring-model.ts'
import { OPPORTUNITY_CLASSES, VALUE_CLASSES, type ValueClass } from '#shared/domain/value-class.ts'
import { abcClassOf, abcCutoffs } from './abc.ts'
import { type AccountInputs, type ClassificationContext, criterionInput } from './account-inputs.ts'
import { decideClass, type RuleFacts, ruleFacts } from './class-rules.ts'
import { roundToDecimals } from './readable-number.ts'
import { utilityOf } from './utility.ts'
import { scoreAccount } from './value-classification.ts'

/** From the best to the worst, the two of parties that never traded behind them. */
export const ALL_CLASSES: readonly ValueClass[] = [...VALUE_CLASSES, ...OPPORTUNITY_CLASSES]
const CODE_BY_CLASS = new Map(ALL_CLASSES.map((valueClass, code) => [valueClass, code]))

/** One account as the portfolio has it: what is known, and its net sales, by which ABC ranks. */
export interface PortfolioAccount {
  inputs: AccountInputs
  netSales: Amount
}

/** One result per account, in the portfolio's order. */
export interface ClassedPortfolio {
  /** Index into ALL_CLASSES. */
  classCodes: Uint8Array
  /** NaN without a score: too little is known. */
  scores: Float64Array
}

export interface WhatIf {
  readonly accountCount: number
  /** @param changed accounts with other inputs, by their place in the portfolio */
  classify(model: ScoringModel | ModelDraft, changed?: ReadonlyMap<number, AccountInputs>): ClassedPortfolio
}

/** Columns of utilities kept for other weights and thresholds: a few models' worth of anchors. */
const MOST_COLUMNS = 60

/**
 * Classifies the same accounts under one model after another. Inputs lie in columns, and the utilities of
 * a criterion are computed once per set of anchors, so that a moved weight costs one pass of multiplying
 * and deciding. Classes and scores are those of `classifyAccount`.
 */
export function createWhatIf(portfolio: readonly PortfolioAccount[], context: ClassificationContext): WhatIf {
  const count = portfolio.length
  const trading = Uint8Array.from(portfolio, ({ inputs }) => (inputs.hasTradedEver ? 1 : 0))
  const inputColumns = new Map<CriterionKey, Float64Array>()
  const utilityColumns = new Map<string, Float64Array>()
  let keptFacts: { question: string; facts: RuleFacts[] } | undefined

  const inputsOf = (key: CriterionKey): Float64Array => {
    const known = inputColumns.get(key)
    if (known) return known
    const column = Float64Array.from(
      portfolio,
      ({ inputs }) => criterionInput(key, inputs, context.asOf) ?? Number.NaN,
    )
    inputColumns.set(key, column)
    return column
  }

  const utilitiesFor = ({ key, anchors }: Criterion): Float64Array => {
    const question = `${key} ${anchors.join(' ')}`
    const known = utilityColumns.get(question)
    if (known) return known
    const column = inputsOf(key).map((input) => (Number.isNaN(input) ? input : utilityOf(input, anchors)))
    if (utilityColumns.size >= MOST_COLUMNS) utilityColumns.clear()
    utilityColumns.set(question, column)
    return column
  }

  /** Facts of the rules depend on their limits and on the anchors of growth and influence, not on weights. */
  const factsFor = (model: ScoringModel): RuleFacts[] => {
    const { thresholds, problemRules, ruleLimits, problemMinimumOrders, criteria } = model
    const anchorsOf = (wanted: CriterionKey) => criteria.find(({ key }) => key === wanted)?.anchors
    const question = JSON.stringify([
      thresholds.strategicInfluence,
      problemRules,
      ruleLimits,
      problemMinimumOrders,
      anchorsOf('growth'),
      anchorsOf('influence'),
    ])
    if (keptFacts?.question === question) return keptFacts.facts
    const growth = criteria.find(({ key }) => key === 'growth')
    const growthColumn = growth && utilitiesFor(growth)
    const facts = portfolio.map(({ inputs }, i) => {
      const utility = growthColumn?.[i] ?? Number.NaN
      return ruleFacts(inputs, Number.isNaN(utility) ? {} : { growth: utility }, model, context)
    })
    keptFacts = { question, facts }
    return facts
  }

  return {
    accountCount: count,
    classify(draft, changed = NO_CHANGES) {
      const model: ScoringModel = { version: 1, ...draft }
      const classCodes = new Uint8Array(count)
      const scores = new Float64Array(count)
      const facts = factsFor(model)
      const leads = weightedColumns(
        model,
        model.criteria.map((criterion) => utilitiesFor(criterion)),
        count,
      )
      const isSalesA = salesRanks(portfolio, changed)
      for (let i = 0; i < count; i++) {
        const known = facts[i]
        const account = portfolio[i]
        if (!known || !account) continue
        const other = changed.get(i)
        if (other || !trading[i]) {
          const { scored, facts: own } = scoreAccount(other ?? account.inputs, model, context)
          scores[i] = scored.score ?? Number.NaN
          const ranked = isSalesA ? { ...own, isSalesA: isSalesA[i] === 1 } : own
          classCodes[i] = codeOf(decideClass(ranked, scored.score ?? scored.scoreMin, model).valueClass)
          continue
        }
        const isA = isSalesA ? isSalesA[i] === 1 : known.isSalesA
        const ranked = isA === known.isSalesA ? known : { ...known, isSalesA: isA }
        const score = leads.scores[i] ?? Number.NaN
        scores[i] = score
        const decisive = Number.isNaN(score) ? (leads.least[i] ?? 0) : score
        classCodes[i] = codeOf(decideClass(ranked, decisive, model).valueClass)
      }
      return { classCodes, scores }
    },
  }
}

const NO_CHANGES: ReadonlyMap<number, AccountInputs> = new Map()

function codeOf(valueClass: ValueClass): number {
  return CODE_BY_CLASS.get(valueClass) ?? 0
}

/** The weighted sums of `weightedScore` for whole columns: the score, NaN without one, and the least score. */
function weightedColumns(
  { criteria, minimumCoverage }: ScoringModel,
  columns: readonly Float64Array[],
  count: number,
): { scores: Float64Array; least: Float64Array } {
  const points = new Float64Array(count)
  const knownWeights = new Float64Array(count)
  let total = 0
  columns.forEach((column, at) => {
    const weight = criteria[at]?.weight ?? 0
    total += weight
    for (let i = 0; i < count; i++) {
      const utility = column[i] ?? Number.NaN
      if (Number.isNaN(utility)) continue
      points[i] = (points[i] ?? 0) + weight * utility
      knownWeights[i] = (knownWeights[i] ?? 0) + weight
    }
  })
  const scores = new Float64Array(count).fill(Number.NaN)
  const least = new Float64Array(count)
  if (total <= 0) return { scores, least }
  for (let i = 0; i < count; i++) {
    const known = knownWeights[i] ?? 0
    const sum = points[i] ?? 0
    least[i] = roundToDecimals(sum / total, 6)
    if (known > 0 && roundToDecimals(known / total, 9) >= minimumCoverage) {
      scores[i] = roundToDecimals(sum / known, 6)
    }
  }
  return { scores, least }
}

/** Who is an A in sales once some accounts sell something else; null while nobody does. */
function salesRanks(
  portfolio: readonly PortfolioAccount[],
  changed: ReadonlyMap<number, AccountInputs>,
): Uint8Array | null {
  const moved = [...changed].filter(([i, { sales }]) => sales !== portfolio[i]?.inputs.sales)
  if (moved.length === 0) return null
  const netSales = Float64Array.from(portfolio, (account) => account.netSales)
  for (const [i, { sales }] of moved) netSales[i] = sales === null ? 0 : amountFromUnits(sales)
  const cutoffs = abcCutoffs(netSales.toSorted())
  return Uint8Array.from(portfolio, ({ inputs }, i) =>
    inputs.hasTradedEver && typeof cutoffs !== 'string' && abcClassOf(netSales[i] ?? 0, cutoffs) === 'A'
      ? 1
      : 0,
  )
}

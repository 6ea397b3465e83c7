import type { FactorPortfolioRow, PurchaseFactor, ScenarioResult } from '#shared/contract/factor.ts'
import type { CloseReason } from '#shared/domain/opportunity.ts'
import type { PurchaseScenario } from '#shared/domain/purchase-factor.ts'
import {
  adviseOnFactors,
  agreementOf,
  combineOpinions,
  countedOpinions,
  deriveWeights,
  FEWEST_CLOSINGS,
  judgeWeights,
  shrinkToPrior,
} from '../../scoring/purchase-factors.ts'
import { spearman } from '../../scoring/rank-correlation.ts'
import type { StoredJudgement } from './judgement-repository.ts'

export interface Closing {
  scenario: PurchaseScenario | null
  reasons: readonly CloseReason[]
}

/** One scenario of one account: what its judges say, what decided, and what follows. */
export function resultOf(
  scenario: PurchaseScenario,
  factors: readonly PurchaseFactor[],
  stored: readonly StoredJudgement[],
  closings: readonly Closing[],
): ScenarioResult {
  const factorIds = factors.map(({ id }) => id)
  const judgements = stored
    .filter((judgement) => judgement.scenario === scenario)
    .flatMap(({ accountId: _account, name, ...judgement }) => {
      const judged = judgeWeights(judgement.answers, factorIds)
      if (judged.kind === 'undefined') return []
      const { weights, consistencyRatio, isConsistent } = judged
      return [{ ...judgement, judgeName: name, weights, consistencyRatio, isConsistent }]
    })
  const opinions = combineOpinions(judgements, factors.length)
  const weights = shrinkToPrior(
    opinions,
    factors.map(({ priorPoints }) => priorPoints),
  )
  const kinds = factors.map(({ kind }) => kind)
  // An opportunity without a scenario says something of each.
  const relevant = closings.filter((closing) => closing.scenario === null || closing.scenario === scenario)
  const derived = deriveWeights(
    relevant.map(({ reasons }) => reasons),
    kinds,
  )
  const pairs = opinions.flatMap(({ weight }, place) => {
    const decided = derived.weights?.[place]
    return weight === null || typeof decided !== 'number' ? [] : [[weight, decided] as const]
  })
  const rankCorrelation =
    spearman(
      pairs.map(([stated]) => stated),
      pairs.map(([, decided]) => decided),
    )?.rho ?? null
  const w = agreementOf(judgements)
  const judges = countedOpinions(judgements).length
  return {
    scenario,
    judgements,
    factors: factorIds
      .map((factorId, place) => ({
        factorId,
        weight: weights[place] ?? 0,
        judgedWeight: opinions[place]?.weight ?? null,
        low: opinions[place]?.low ?? null,
        high: opinions[place]?.high ?? null,
        judges: opinions[place]?.judges ?? 0,
        derivedWeight: derived.weights?.[place] ?? null,
      }))
      .sort((one, other) => other.weight - one.weight)
      .map((factor, place) => ({ ...factor, rank: place + 1 })),
    agreement: { w, judges },
    advice: adviseOnFactors({
      weights,
      judged: opinions.map(({ weight }) => weight),
      kinds,
      judges,
      agreement: w,
      statedToDerived: rankCorrelation,
    }).map(({ advice, place }) => ({ advice, factorId: place === null ? null : (factorIds[place] ?? null) })),
    derived: { closings: derived.closings, needed: FEWEST_CLOSINGS, rankCorrelation },
  }
}

/** What the portfolio shows of a scenario; undefined where nobody judged it. */
export function toPortfolioRow(
  result: ScenarioResult,
  factors: readonly PurchaseFactor[],
  account: Pick<FactorPortfolioRow, 'accountId' | 'account' | 'valueClass'>,
): FactorPortfolioRow | undefined {
  const top = result.factors.find(({ judgedWeight }) => judgedWeight !== null)
  if (!top || result.judgements.length === 0) return undefined
  const weightOf = new Map(result.factors.map(({ factorId, weight }) => [factorId, weight]))
  return {
    ...account,
    scenario: result.scenario,
    judges: result.judgements.length,
    agreement: result.agreement.w,
    topFactorId: top.factorId,
    weights: factors.map(({ id }) => weightOf.get(id) ?? 0),
    advice: result.advice,
  }
}

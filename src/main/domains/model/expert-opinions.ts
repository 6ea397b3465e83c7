import type { z } from 'zod'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { model as modelContract } from '#shared/contract/model.ts'
import type { Id } from '#shared/domain/id.ts'
import type { ModelDraft } from '#shared/domain/scoring-model.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { acceptedRatio, ahpWeights, type JudgementMatrix } from '../../scoring/ahp.ts'
import { apportion } from '../../scoring/apportion.ts'
import { entropyWeights } from '../../scoring/entropy-weights.ts'
import { spearman } from '../../scoring/rank-correlation.ts'
import { roundToDecimals } from '../../scoring/readable-number.ts'
import { topsis } from '../../scoring/topsis.ts'
import { utilitiesOf } from '../../scoring/value-score.ts'
import { namesOfAccounts } from './account-names.ts'
import { classAt } from './compare-models.ts'
import { openFor, requirePlace, type WhatIfPortfolio } from './what-if-portfolio.ts'

type Weights = z.infer<typeof modelContract.weighByComparison.output>
type Discrimination = z.infer<typeof modelContract.discriminate.output>
type SecondOpinion = z.infer<typeof modelContract.secondOpinion.output>

/** Errors: invalid-input, with the fault of the matrix. */
export function weighByComparison(matrix: JudgementMatrix): Weights {
  const result = ahpWeights(matrix)
  if (result.kind === 'undefined') {
    throw new MainstayError('invalid-input', `The comparisons give no weights: ${result.reason}.`, {
      reason: result.reason,
    })
  }
  const { weights, lambdaMax, consistencyRatio } = result
  return {
    weights: apportion(
      weights.map((weight) => weight * 100),
      100,
      1,
    ),
    lambdaMax,
    consistencyRatio,
    isConsistent: consistencyRatio === null || consistencyRatio <= acceptedRatio(weights.length),
  }
}

interface CompleteAccount {
  place: number
  /** In the order of the model's criteria. */
  utilities: number[]
}

/** Accounts that traded and have every criterion: the two second opinions can't do without one. */
function completeAccounts({ inputs, context }: WhatIfPortfolio, draft: ModelDraft): CompleteAccount[] {
  return inputs.flatMap((account, place) => {
    if (!account.hasTradedEver) return []
    const utilities = utilitiesOf(account, draft, context.asOf)
    const known = draft.criteria
      .map(({ key }) => utilities[key] ?? null)
      .filter((utility) => utility !== null)
    return known.length === draft.criteria.length && known.length > 0 ? [{ place, utilities: known }] : []
  })
}

/** Entropy weights over the accounts' utilities. Errors: no-data before any orders. */
export function discriminate(database: ReadDatabase, draft: ModelDraft): Discrimination {
  const accounts = completeAccounts(openFor(database, draft), draft)
  const result = entropyWeights(accounts.map(({ utilities }) => utilities))
  return {
    accountCount: accounts.length,
    criteria: draft.criteria.map(({ key }, i) => ({
      key,
      powerPercent: result.kind === 'weighted' ? (result.weights[i] ?? 0) * 100 : null,
    })),
  }
}

/** TOPSIS over the accounts' utilities beside their scores. Errors: no-data; not-found. */
export function secondOpinion(
  database: ReadDatabase,
  draft: ModelDraft,
  { accountId, limit }: { accountId?: Id | undefined; limit: number },
): SecondOpinion {
  const portfolio = openFor(database, draft)
  const accounts = completeAccounts(portfolio, draft)
  const { classCodes, scores } = portfolio.whatIf.classify(draft)
  const result = topsis({
    values: accounts.map(({ utilities }) => utilities),
    weights: draft.criteria.map(({ weight }) => weight),
    benefit: draft.criteria.map(() => true),
  })
  const closeness = result.kind === 'ranked' ? result.closeness : []
  const opinions = accounts.flatMap(({ place }, i) => {
    const near = closeness[i] ?? null
    const score = scores[place] ?? Number.NaN
    return near === null || Number.isNaN(score) ? [] : [{ place, score, closeness: near }]
  })
  const rankByScore = ranksOf(opinions.map(({ score }) => score))
  const rankByCloseness = ranksOf(opinions.map((opinion) => opinion.closeness))
  const ranked = opinions.map((opinion, i) => ({
    ...opinion,
    rankByScore: rankByScore[i] ?? 0,
    rankByCloseness: rankByCloseness[i] ?? 0,
  }))
  const wanted = accountId === undefined ? null : requirePlace(database, portfolio, accountId)
  const shown = ranked
    .filter(({ place }) => wanted === null || place === wanted)
    .toSorted((one, other) => disagreement(other) - disagreement(one) || one.rankByScore - other.rankByScore)
    .slice(0, limit)
  const nameOf = namesOfAccounts(
    database,
    shown.map(({ place }) => portfolio.accountKeys[place] ?? 0),
  )
  const correlation = spearman(
    opinions.map(({ score }) => score),
    opinions.map((opinion) => opinion.closeness),
  )
  return {
    accountCount: opinions.length,
    rankCorrelation: correlation && roundToDecimals(correlation.rho, 6),
    accounts: shown.map(({ place, ...opinion }) => ({
      ...nameOf(portfolio.accountKeys[place] ?? 0),
      valueClass: classAt(classCodes[place] ?? 0),
      ...opinion,
    })),
  }
}

function disagreement(ranks: { rankByScore: number; rankByCloseness: number }): number {
  return Math.abs(ranks.rankByScore - ranks.rankByCloseness)
}

/** 1 for the largest; equal values share the better rank. */
function ranksOf(values: readonly number[]): number[] {
  const rankByValue = new Map<number, number>()
  values
    .toSorted((one, other) => other - one)
    .forEach((value, i) => {
      if (!rankByValue.has(value)) rankByValue.set(value, i + 1)
    })
  return values.map((value) => rankByValue.get(value) ?? 0)
}

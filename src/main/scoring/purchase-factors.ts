import type { CloseReason } from '#shared/domain/opportunity.ts'
import type { FactorAdvice, FactorKind, JudgementAnswers } from '#shared/domain/purchase-factor.ts'
import { type AhpFault, acceptedRatio, ahpWeights } from './ahp.ts'
import { scoreBestWorst } from './best-worst.ts'
import { kendallW } from './kendall-w.ts'

/** One number for each factor of the list, null where nothing is known of it. */
export type FactorWeights = (number | null)[]

export type JudgeWeights =
  | {
      kind: 'weighed'
      /** Sum 1 over the factors that were judged. */
      weights: FactorWeights
      /** Only of pairs; null also above ten factors. */
      consistencyRatio: number | null
      isConsistent: boolean
    }
  | { kind: 'undefined'; reason: 'no-answers' | AhpFault }

/** How many judges the prior counts for. */
export const PRIOR_JUDGES = 3
/** Kendall's W under which judges are said to disagree. */
export const WEAK_AGREEMENT = 0.5
/** Closed opportunities with a reason from which on what was decided is held against what was said. */
export const FEWEST_CLOSINGS = 3

/**
 * One judge's weights from 100 points, from pairs (AHP, Saaty 1980) or from best-worst counts (Finn &
 * Louviere 1992). Answers about factors that are no longer listed are left out; a factor without an
 * answer has null. @param factorIds the list in its order
 */
export function judgeWeights(answers: JudgementAnswers, factorIds: readonly string[]): JudgeWeights {
  if (answers.method === 'pairs') return weighPairs(answers.pairs, factorIds)
  const weights =
    answers.method === 'points'
      ? factorIds.map((id) => answers.points.find(({ factorId }) => factorId === id)?.points ?? null)
      : weighTasks(answers.tasks, factorIds)
  const total = sumOf(weights)
  if (!(total > 0)) return { kind: 'undefined', reason: 'no-answers' }
  return { kind: 'weighed', weights: normalised(weights), consistencyRatio: null, isConsistent: true }
}

function weighPairs(
  pairs: Extract<JudgementAnswers, { method: 'pairs' }>['pairs'],
  factorIds: readonly string[],
): JudgeWeights {
  const known = pairs.filter(
    ({ first, second }) => first !== second && factorIds.includes(first) && factorIds.includes(second),
  )
  const compared = factorIds.filter((id) => known.some(({ first, second }) => first === id || second === id))
  if (compared.length === 0) return { kind: 'undefined', reason: 'no-answers' }
  const matrix: (number | null)[][] = compared.map((row) => compared.map((id) => (id === row ? 1 : null)))
  for (const { first, second, ratio } of known) {
    const [i, j] = [compared.indexOf(first), compared.indexOf(second)]
    const [row, column] = [matrix[i], matrix[j]]
    if (row && column) [row[j], column[i]] = [ratio, 1 / ratio]
  }
  const result = ahpWeights(matrix)
  if (result.kind === 'undefined') return result
  const { consistencyRatio } = result
  return {
    kind: 'weighed',
    weights: factorIds.map((id) => result.weights[compared.indexOf(id)] ?? null),
    consistencyRatio,
    isConsistent: consistencyRatio === null || consistencyRatio <= acceptedRatio(compared.length),
  }
}

function weighTasks(
  tasks: Extract<JudgementAnswers, { method: 'best-worst' }>['tasks'],
  factorIds: readonly string[],
): FactorWeights {
  const listed = tasks.map((task) => ({ ...task, shown: task.shown.filter((id) => factorIds.includes(id)) }))
  const result = scoreBestWorst(listed, factorIds)
  if (result.kind === 'undefined') return factorIds.map(() => null)
  return result.items.map(({ timesShown, weight }) => (timesShown > 0 ? weight : null))
}

export interface JudgeOpinion {
  weights: FactorWeights
  /** 0 and up; a judge with 0 counts only where nobody has more, and then all count alike. */
  influence: number
}

/** The judges who count: those with influence or, where none has any, all. */
export function countedOpinions<Opinion extends JudgeOpinion>(opinions: readonly Opinion[]): Opinion[] {
  const influential = opinions.filter(({ influence }) => influence > 0)
  return influential.length > 0 ? influential : [...opinions]
}

export interface FactorOpinion {
  /** Of the judges who count together, by influence; sum 1 over the factors judged, null for any other. */
  weight: number | null
  /** Lowest and highest of these judges, and how many they are. */
  low: number | null
  high: number | null
  judges: number
}

/** The judges who count put together, each with its influence. */
export function combineOpinions(opinions: readonly JudgeOpinion[], factorCount: number): FactorOpinion[] {
  const counted = countedOpinions(opinions)
  const hasInfluence = counted.some(({ influence }) => influence > 0)
  const combined = Array.from({ length: factorCount }, (_, place) => {
    const said = counted.flatMap(({ weights, influence }) => {
      const weight = weights[place]
      return typeof weight === 'number' ? [{ weight, influence: hasInfluence ? influence : 1 }] : []
    })
    const influence = said.reduce((sum, opinion) => sum + opinion.influence, 0)
    const sum = said.reduce((total, opinion) => total + opinion.weight * opinion.influence, 0)
    const values = said.map(({ weight }) => weight)
    return {
      weight: influence > 0 ? sum / influence : null,
      low: values.length > 0 ? Math.min(...values) : null,
      high: values.length > 0 ? Math.max(...values) : null,
      judges: values.length,
    }
  })
  const weights = normalised(combined.map(({ weight }) => weight))
  return combined.map((opinion, place) => ({ ...opinion, weight: weights[place] ?? null }))
}

/**
 * Weights that lean on the prior where few were asked: (n·w + k·prior)/(n + k) with n judges and k = 3,
 * shared out to sum 1. A prior that is all zero counts as equal. Empty for an empty list.
 */
export function shrinkToPrior(opinions: readonly FactorOpinion[], priorPoints: readonly number[]): number[] {
  const points = opinions.map((_, place) => Math.max(priorPoints[place] ?? 0, 0))
  const total = points.reduce((sum, value) => sum + value, 0)
  const shrunk = opinions.map(({ weight, judges }, place) => {
    const prior = total > 0 ? (points[place] ?? 0) / total : 1 / opinions.length
    return weight === null ? prior : (judges * weight + PRIOR_JUDGES * prior) / (judges + PRIOR_JUDGES)
  })
  return normalised(shrunk).map((weight) => weight ?? 0)
}

/**
 * Kendall's W of the judges who count, over the factors that each of them judged; null for fewer than two
 * judges or such factors, and where every judge finds these alike.
 */
export function agreementOf(opinions: readonly JudgeOpinion[]): number | null {
  const counted = countedOpinions(opinions)
  const isShared = (place: number) => counted.every(({ weights }) => typeof weights[place] === 'number')
  const rankings = counted.map(({ weights }) =>
    weights.flatMap((weight, place) =>
      weight !== null && isShared(place) ? [Math.round(weight * 1e9)] : [],
    ),
  )
  return kendallW(rankings)?.w ?? null
}

/** Which of the three starting factors a reason for winning or losing speaks of. */
const REASON_FACTORS: Partial<Record<CloseReason, FactorKind>> = {
  value: 'value',
  quality: 'value',
  delivery: 'value',
  service: 'value',
  price: 'price',
  terms: 'price',
  relationship: 'relationship',
  technology: 'relationship',
}

/**
 * What decided by the reasons of closed opportunities: the first named counts 1, the next 1/2, 1/3 …,
 * each opportunity 1 in all. Weights are null below FEWEST_CLOSINGS, or without a factor to put them on.
 */
export function deriveWeights(
  closings: readonly (readonly CloseReason[])[],
  kinds: readonly (FactorKind | null)[],
): { closings: number; weights: FactorWeights | null } {
  const sums = new Map<FactorKind, number>()
  let counted = 0
  for (const reasons of closings) {
    const named = reasons.flatMap((reason, rank) => {
      const kind = REASON_FACTORS[reason]
      return kind && kinds.includes(kind) ? [{ kind, share: 1 / (rank + 1) }] : []
    })
    const total = named.reduce((sum, { share }) => sum + share, 0)
    if (total === 0) continue
    counted++
    for (const { kind, share } of named) sums.set(kind, (sums.get(kind) ?? 0) + share / total)
  }
  if (counted < FEWEST_CLOSINGS) return { closings: counted, weights: null }
  const weights = kinds.map((kind) => (kind === null ? null : (sums.get(kind) ?? 0) / counted))
  return { closings: counted, weights }
}

export interface AdviceInput {
  /** With the prior. */
  weights: readonly number[]
  /** What the judges say without the prior; null for a factor none of them judged. */
  judged: FactorWeights
  kinds: readonly (FactorKind | null)[]
  /** Those who count. */
  judges: number
  agreement: number | null
  /** Rank correlation of what was said with what decided; null where it can't be had. */
  statedToDerived: number | null
}

/** A piece of advice, and the place of the factor it means. */
export interface PlacedAdvice {
  advice: FactorAdvice
  place: number | null
}

interface WeighedFactor {
  place: number
  weight: number
}

/**
 * What follows for the conversation; the first is the one to read. What to lead with and what to leave is
 * said of judged factors alone, and only where the judges' own weights show it as well as those with the
 * prior. A factor nobody was asked about that may weigh most is to be asked about first.
 */
export function adviseOnFactors(input: AdviceInput): PlacedAdvice[] {
  const { weights, judged, judges, agreement, statedToDerived } = input
  if (judges === 0 || weights.length === 0) return [{ advice: 'not-judged', place: null }]
  const found: PlacedAdvice[] = []
  // Judges who contradict each other are no ground for what to say and what to leave.
  const isDivided = agreement !== null && agreement < WEAK_AGREEMENT
  if (isDivided) found.push({ advice: 'opinions-differ', place: null })
  const byWeight = weights
    .map((weight, place): WeighedFactor => ({ place, weight }))
    .sort((one, other) => other.weight - one.weight)
  const known = byWeight.filter(({ place }) => typeof judged[place] === 'number')
  const unasked = byWeight.find(({ place, weight }) => typeof judged[place] !== 'number' && weight > 0)
  const ask: PlacedAdvice[] = unasked ? [{ advice: 'ask-about', place: unasked.place }] : []
  const mayLead = unasked !== undefined && unasked.weight > (known[0]?.weight ?? 0) - CLEAR_LEAD
  if (mayLead) found.push(...ask)
  if (!isDivided) {
    const said = [...adviseOnPrice(input, known), ...(mayLead ? [] : adviseOnLead(input, known))]
    if (said.length === 0 && !mayLead) said.push({ advice: 'no-clear-factor', place: null })
    found.push(...said)
  }
  if (statedToDerived !== null && statedToDerived < 0) {
    found.push({ advice: 'stated-not-derived', place: null })
  }
  if (!mayLead) found.push(...ask)
  if (judges === 1) found.push({ advice: 'single-judge', place: null })
  return found
}

function adviseOnPrice({ weights, judged, kinds }: AdviceInput, known: WeighedFactor[]): PlacedAdvice[] {
  const price = kinds.indexOf('price')
  const weight = weights[price]
  const said = judged[price]
  if (weight === undefined || typeof said !== 'number' || known.length < 2) return []
  const isWeak = weight <= WEAK_PART / weights.length && said <= WEAK_PART / known.length
  return isWeak && known[0]?.place !== price ? [{ advice: 'not-on-price', place: price }] : []
}

function adviseOnLead({ judged, kinds }: AdviceInput, known: WeighedFactor[]): PlacedAdvice[] {
  const [first, second] = known
  if (!first || !second || first.weight - second.weight < CLEAR_LEAD) return []
  const most = judged[first.place] ?? 0
  const isApart = known.every(
    ({ place }) => place === first.place || most - (judged[place] ?? 0) >= CLEAR_LEAD - 1e-9,
  )
  if (!isApart) return []
  const advice = kinds[first.place] === 'price' ? 'not-on-differentiation' : 'lead-with'
  return [{ advice, place: first.place }]
}

/** Of the weight of everything: a lead that survives one more judge. */
const CLEAR_LEAD = 0.05
/** Of an equal share: what weighs less than this does not decide. */
const WEAK_PART = 0.85

function sumOf(weights: readonly (number | null)[]): number {
  return weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0)
}

function normalised(weights: FactorWeights): FactorWeights {
  const total = sumOf(weights)
  return total > 0 ? weights.map((weight) => (weight === null ? null : weight / total)) : weights
}

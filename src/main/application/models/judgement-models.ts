import { z } from 'zod'
import { type AhpFault, acceptedRatio, ahpWeights, groupJudgements } from '../../scoring/ahp.ts'
import { scoreBestWorst } from '../../scoring/best-worst.ts'
import { fitBradleyTerry } from '../../scoring/bradley-terry.ts'
import type { TableFault } from '../../scoring/decision-table.ts'
import { type EntropyFault, entropyWeights } from '../../scoring/entropy-weights.ts'
import { kendallW } from '../../scoring/kendall-w.ts'
import { kendallTauB, spearman } from '../../scoring/rank-correlation.ts'
import { simpleAdditiveWeighting } from '../../scoring/simple-additive-weighting.ts'
import { rankOrderWeights, swingWeights } from '../../scoring/swing-weights.ts'
import { topsis } from '../../scoring/topsis.ts'
import {
  figures,
  notNegative,
  type PublishedModel,
  positive,
  publish,
  refuse,
  table,
} from './published-model.ts'

const judgements = z.array(z.array(positive.nullable()).max(50)).max(50)
const decisionTable = z.strictObject({
  values: table.min(1),
  weights: z.array(notNegative),
  benefit: z.array(z.boolean()),
})
const TABLE_INPUT =
  '{ values: number[][], weights: number[], benefit: boolean[] } — alternatives in rows; benefit false where less is better'
const AIRCRAFT = {
  values: [
    [2.0, 1500, 20000, 5.5, 5, 9],
    [2.5, 2700, 18000, 6.5, 3, 5],
    [1.8, 2000, 21000, 4.5, 7, 7],
    [2.2, 1800, 20000, 5.0, 5, 5],
  ],
  weights: [0.2, 0.1, 0.1, 0.1, 0.2, 0.3],
  benefit: [true, true, true, false, true, true],
}
/** Pairs are counted one by one. */
const MOST_PAIRED = 5000

export const JUDGEMENT_MODELS: readonly PublishedModel[] = [
  publish({
    name: 'ahp',
    summary: 'Weights from pairwise judgements by the principal eigenvector; null stands for no judgement',
    input:
      '{ matrix: (number | null)[][] } or { matrices: matrix[], influences?: number[] } of several judges — row over column, a reciprocal below the diagonal; at most 50 criteria',
    output:
      '{ weights, lambdaMax, consistencyIndex, consistencyRatio, consistencyRatioNewer, isConsistent, isStrictlyConsistent, missingCount }',
    source: 'Saaty 1980; random indices of Saaty 1977/80 and, newer, 2007; Aczél & Saaty 1983; Harker 1987',
    schema: z.union([
      z.strictObject({ matrix: judgements.min(1) }),
      z.strictObject({
        matrices: z.array(judgements.min(1)).min(1).max(1000),
        influences: z.array(notNegative).optional(),
      }),
    ]),
    example: {
      matrix: [
        [1, 3, 5],
        [1 / 3, 1, 3],
        [1 / 5, 1 / 3, 1],
      ],
    },
    answer(input) {
      const matrix = 'matrix' in input ? input.matrix : groupOf(input.matrices, input.influences)
      const result = ahpWeights(matrix)
      if (result.kind === 'undefined') return refuse('ahp', 'matrix', AHP_FAULTS[result.reason])
      const { kind: _, ...figuresOf } = result
      const ratio = result.consistencyRatio
      const isWithin = (limit: number) => ratio !== null && ratio <= limit
      return {
        ...figuresOf,
        isConsistent: isWithin(acceptedRatio(matrix.length)),
        isStrictlyConsistent: isWithin(acceptedRatio(matrix.length, 'stricter')),
      }
    },
  }),
  publish({
    name: 'topsis',
    summary: 'Closeness to the ideal alternative, vector norm',
    input: TABLE_INPUT,
    output: '{ closeness: (0 … 1 | null)[], ideal, antiIdeal, droppedCriteria, hasNegative }',
    source: 'Hwang & Yoon 1981',
    schema: decisionTable,
    example: AIRCRAFT,
    answer(input) {
      const result = topsis(input)
      if (result.kind === 'undefined') return refuse('topsis', 'values', TABLE_FAULTS[result.reason])
      const { kind: _, ...answer } = result
      return answer
    },
  }),
  publish({
    name: 'additive-weighting',
    summary: 'Weighted sum of ratios to the best alternative',
    input: TABLE_INPUT,
    output: '{ scores: (0 … 1)[] }',
    source: 'Hwang & Yoon 1981',
    schema: decisionTable,
    example: AIRCRAFT,
    answer(input) {
      const result = simpleAdditiveWeighting(input)
      if (result.kind === 'scored') return { scores: result.scores }
      return refuse(
        'additive-weighting',
        'values',
        { ...TABLE_FAULTS, 'negative-value': NEGATIVE }[result.reason],
      )
    },
  }),
  publish({
    name: 'entropy',
    summary: 'Discriminating power of criteria; a diagnosis, not weights to decide with',
    input: '{ values: number[][] } — alternatives in rows, none negative',
    output: '{ weights, entropies, reason? }',
    source: 'Shannon 1948; Zeleny 1982; Hwang & Yoon 1981',
    schema: z.strictObject({ values: table.min(1) }),
    example: { values: AIRCRAFT.values },
    answer({ values }) {
      const result = entropyWeights(values)
      if (result.kind === 'weighted') return { weights: result.weights, entropies: result.entropies }
      if (result.reason === 'no-variation') return { weights: null, reason: result.reason }
      return refuse('entropy', 'values', ENTROPY_FAULTS[result.reason])
    },
  }),
  publish({
    name: 'swing-weights',
    summary: 'Weights from points for the swing of each criterion, the most wanted at 100',
    input: '{ points: number[] }',
    output: '{ weights: number[] | null }',
    source: 'Edwards & Barron 1994',
    schema: z.strictObject({ points: z.array(notNegative).min(1) }),
    example: { points: [100, 50, 50] },
    answer: ({ points }) => ({ weights: swingWeights(points) }),
  }),
  publish({
    name: 'rank-order-weights',
    summary: 'Weights where only the order of the criteria is known (rank-order centroid)',
    input: '{ order: number[] } — positions 1 to n, each once',
    output: '{ weights: number[] }',
    source: 'Edwards & Barron 1994',
    schema: z.strictObject({ order: z.array(z.int()).min(1).max(100_000) }),
    example: { order: [1, 2, 3, 4] },
    answer: ({ order }) => ({
      weights:
        rankOrderWeights(order) ??
        refuse('rank-order-weights', 'order', 'Expected each of 1 to n exactly once'),
    }),
  }),
  publish({
    name: 'bradley-terry',
    summary:
      'Abilities from paired comparisons by maximum likelihood; half wins are added where it has no maximum',
    input: '{ wins: number[][] } — how often the row was preferred to the column',
    output: '{ logAbilities (the last item is 0), shares, hasPseudoCounts, isConverged }',
    source: 'Bradley & Terry 1952; Zermelo 1929; Hunter 2004',
    schema: z.strictObject({ wins: z.array(z.array(notNegative)).min(2).max(200) }),
    example: {
      wins: [
        [0, 7, 9],
        [6, 0, 7],
        [4, 6, 0],
      ],
    },
    answer({ wins }) {
      const result = fitBradleyTerry(wins)
      if (result.kind === 'undefined') return refuse('bradley-terry', 'wins', SQUARE)
      const { kind: _, ...answer } = result
      return answer
    },
  }),
  publish({
    name: 'best-worst',
    summary: 'Best-worst scaling by counts',
    input: '{ tasks: [{ shown: string[], best: string, worst: string }], items?: string[] }',
    output:
      '{ items: [{ item, timesShown, timesBest, timesWorst, score: −1 … 1, weight }], invalidTasks, reason? }',
    source: 'Finn & Louviere 1992',
    schema: z.strictObject({
      tasks: z
        .array(z.object({ shown: z.array(z.string()).min(2).max(100), best: z.string(), worst: z.string() }))
        .min(1)
        .max(10_000),
      items: z.array(z.string()).min(1).max(200).optional(),
    }),
    example: {
      tasks: [
        { shown: ['value', 'price', 'relationship'], best: 'value', worst: 'price' },
        { shown: ['value', 'price', 'relationship'], best: 'relationship', worst: 'price' },
      ],
    },
    answer({ tasks, items }) {
      const named = new Set(items ?? tasks.flatMap(({ shown }) => shown))
      if (named.size > 200) refuse('best-worst', 'tasks', 'Expected at most 200 items')
      const result = scoreBestWorst(tasks, [...named])
      if (result.kind === 'undefined') return { items: null, reason: result.reason }
      return { items: result.items, invalidTasks: result.invalidTasks }
    },
  }),
  publish({
    name: 'kendall-w',
    summary: 'Agreement of judges, corrected for ties',
    input: '{ rankings: number[][] } — one row per judge, ranks or any scores',
    output: '{ w: 0 … 1 | null, uncorrected, chiSquare, judges, items, reason? }',
    source: 'Kendall & Babington Smith 1939; Kendall 1948',
    schema: z.strictObject({ rankings: table.min(1) }),
    example: {
      rankings: [
        [1, 2, 3, 4],
        [2, 1, 3, 4],
        [1, 2, 4, 3],
      ],
    },
    answer({ rankings }) {
      const width = rankings[0]?.length ?? 0
      const odd = rankings.findIndex((row) => row.length !== width)
      if (odd >= 0) refuse('kendall-w', `rankings.${odd}`, `Expected ${width} ranks like the first judge`)
      return kendallW(rankings) ?? { w: null, reason: 'too-few-or-all-tied' }
    },
  }),
  publish({
    name: 'rank-correlation',
    summary: "Spearman's rho with its probability and Kendall's tau-b, ties by average ranks",
    input: '{ x: number[], y: number[] }',
    output: '{ rho: −1 … 1 | null, p: 0 … 1 | null, tauB: −1 … 1 | null, reason? }',
    source: 'Spearman 1904; Kendall 1945; t distribution with n − 2 degrees of freedom',
    schema: z.strictObject({ x: figures.max(MOST_PAIRED), y: figures.max(MOST_PAIRED) }),
    example: {
      x: [106, 100, 86, 101, 99, 103, 97, 113, 112, 110],
      y: [7, 27, 2, 50, 28, 29, 20, 12, 6, 17],
    },
    answer({ x, y }) {
      if (x.length !== y.length) refuse('rank-correlation', 'y', `Expected ${x.length} values like x`)
      const result = spearman(x, y)
      if (!result) return { rho: null, p: null, tauB: null, reason: 'too-few-or-constant' }
      return { rho: result.rho, p: result.p, tauB: kendallTauB(x, y) }
    },
  }),
]

function groupOf(matrices: readonly (number | null)[][][], influences: readonly number[] | undefined) {
  const size = matrices[0]?.length
  const odd = matrices.findIndex(
    (matrix) => matrix.length !== size || matrix.some((row) => row.length !== size),
  )
  if (odd >= 0) refuse('ahp', `matrices.${odd}`, SQUARE)
  if (influences && influences.length !== matrices.length) {
    refuse('ahp', 'influences', `Expected ${matrices.length}, one of each judge`)
  }
  return groupJudgements(matrices, influences)
}

const SQUARE = 'Expected a square matrix of one size'
const NEGATIVE = 'Expected no negative value'
const FINITE = 'Expected finite numbers'
const RAGGED = 'Expected rows, weights and benefit of equal length'

const AHP_FAULTS: Record<AhpFault, string> = {
  empty: SQUARE,
  'not-square': SQUARE,
  'out-of-scale': 'Expected judgements from 1e-6 to 1e6',
  'not-reciprocal': 'Expected 1 on the diagonal and a(j,i) = 1/a(i,j), both given or both null',
  disconnected: 'Expected judgements that join all criteria to one another',
  'not-converged': 'The judgements contradict one another too much for an eigenvector to be found',
}
const TABLE_FAULTS: Record<TableFault, string> = {
  empty: 'Expected at least one criterion',
  ragged: RAGGED,
  'not-finite': FINITE,
  'negative-weight': 'Expected no negative weight',
  'no-weight': 'Expected a weight above 0',
}
const ENTROPY_FAULTS: Record<Exclude<EntropyFault, 'no-variation'>, string> = {
  ragged: 'Expected rows of equal length',
  'not-finite': FINITE,
  'negative-value': NEGATIVE,
  'too-few': 'Expected at least two alternatives and one criterion',
}

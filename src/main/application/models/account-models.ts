import { z } from 'zod'
import { day } from '#shared/domain/calendar.ts'
import { ALTMAN_VARIANTS, altmanScore } from '../../scoring/altman.ts'
import {
  type IndicatorScale,
  type IndicatorUndefinedReason,
  STANDARD_COEFFICIENTS,
  STANDARD_LEVELS,
  scoreIndicator,
} from '../../scoring/credit-indicator.ts'
import { buildGraph } from '../../scoring/network/graph.ts'
import { measureNetwork } from '../../scoring/network/measure-network.ts'
import { paymentBehaviour } from '../../scoring/payment-index.ts'
import { relationshipComplexity } from '../../scoring/relationship-complexity.ts'
import { shareGrowth } from '../../scoring/share-growth.ts'
import { allocateWallet } from '../../scoring/wallet-allocation.ts'
import {
  count,
  figure,
  figures,
  notNegative,
  type PublishedModel,
  positive,
  publish,
  refuse,
} from './published-model.ts'

const standards = z.union([
  figures.min(2).max(20),
  z
    .strictObject({ excellent: figure, good: figure, average: figure, low: figure, poor: figure })
    .transform((named) => STANDARD_LEVELS.map((level) => named[level])),
])
const walletPeriod = z.object({ sales: figure, wallet: figure.nullable() })
const nodeName = z.union([z.string().min(1), z.number().transform(String)])

export const ACCOUNT_MODELS: readonly PublishedModel[] = [
  publish({
    name: 'credit-indicator',
    summary: 'Efficacy-coefficient points of one indicator, piecewise linear through its standards',
    input:
      '{ value, standards: number[] | { excellent, good, average, low, poor }, weight, floor?, higherIsBetter?, coefficients? } — standards best first: falling where more is better, rising where less is (higherIsBetter turns them round if need be); or { value, band: { below: number[], above: number[], floorBelow?, floorAbove? }, weight } for a target band. Coefficients 1 .8 .6 .4 .2 if not given',
    output:
      '{ points: 0 … weight, base, adjustment, level: position of the standard reached, 0 the best | null }',
    source: '企业绩效评价操作细则 (Ministry of Finance 2002); SASAC 2006',
    schema: z
      .strictObject({
        value: figure,
        weight: notNegative,
        standards: standards.optional(),
        floor: figure.nullish(),
        higherIsBetter: z.boolean().optional(),
        band: z
          .strictObject({
            below: figures.min(2).max(20),
            above: figures.min(2).max(20),
            floorBelow: figure.nullish(),
            floorAbove: figure.nullish(),
          })
          .optional(),
        coefficients: z.array(figure.min(0).max(1)).min(2).max(20).optional(),
      })
      .refine(({ standards: given, band }) => (given === undefined) !== (band === undefined), {
        error: 'Expected either standards or a band',
        path: ['standards'],
      }),
    example: { value: 8, standards: [14, 9.5, 1.7, -3, -9], weight: 20 },
    answer({ value, weight, coefficients = [...STANDARD_COEFFICIENTS], ...given }) {
      if (coefficients.some((part, i) => i > 0 && part > (coefficients[i - 1] ?? part))) {
        refuse('credit-indicator', 'coefficients', 'Expected falling coefficients')
      }
      const scale: IndicatorScale = given.band
        ? {
            kind: 'band',
            below: given.band.below,
            above: given.band.above,
            floorBelow: given.band.floorBelow ?? null,
            floorAbove: given.band.floorAbove ?? null,
          }
        : {
            kind: 'one-sided',
            standards: turned(given.standards ?? [], given.higherIsBetter),
            floor: given.floor ?? null,
          }
      const score = scoreIndicator(value, scale, weight, coefficients)
      if (score.kind === 'undefined') {
        return refuse('credit-indicator', given.band ? 'band' : 'standards', INDICATOR_FAULTS[score.reason])
      }
      return { points: score.points, base: score.base, adjustment: score.adjustment, level: score.standard }
    },
  }),
  publish({
    name: 'payment-index',
    summary: 'How promptly invoices are paid, as known on a day (PAYDEX-style, 80 is prompt)',
    input:
      '{ invoices: [{ dueOn, paidOn?: day | null, amount }], asOf, graceDays?: 0 } — days YYYY-MM-DD; payments: [{ paidOn, amount }] instead of paidOn for an invoice paid in parts',
    output:
      '{ index, lateShareByCount, lateShareByAmount, meanDaysLate, amountWeightedDaysLate, judgedCount, judgedAmount, openAmount, overdueAmount, ageing, excludedCount }; early and prompt are 0 days late, invoices not yet due are not judged',
    source: 'Key of the D&B PAYDEX score (dandb.com)',
    schema: z.strictObject({
      invoices: z.array(
        z.object({
          dueOn: day,
          paidOn: day.nullish(),
          amount: figure,
          payments: z.array(z.object({ paidOn: day, amount: figure })).optional(),
        }),
      ),
      asOf: day,
      graceDays: count.max(365).default(0),
    }),
    example: {
      invoices: [
        { dueOn: '2026-03-31', paidOn: '2026-03-31', amount: 100 },
        { dueOn: '2026-03-31', paidOn: '2026-03-31', amount: 100 },
        { dueOn: '2026-03-31', paidOn: '2026-03-31', amount: 100 },
        { dueOn: '2026-03-31', paidOn: '2026-04-30', amount: 100 },
      ],
      asOf: '2026-09-30',
    },
    answer: ({ invoices, asOf, graceDays }) =>
      paymentBehaviour(
        invoices.map(({ dueOn, paidOn, amount, payments }) => ({
          dueOn,
          amount,
          payments: payments ?? (paidOn ? [{ paidOn, amount }] : []),
        })),
        asOf,
        graceDays,
      ),
  }),
  publish({
    name: 'altman',
    summary: 'Bankruptcy score Z (listed manufacturers), Z′ (private) or Z″ (any other firm)',
    input:
      "{ variant: 'listed'|'private'|'emerging', workingCapital, retainedEarnings, earningsBeforeInterestAndTax, equity, sales, totalAssets, totalLiabilities }",
    output: "{ z, zone: 'safe'|'grey'|'distress', parts, reason? }",
    source: 'Altman 1968, 1983, 1995',
    schema: z.strictObject({
      variant: z.enum(ALTMAN_VARIANTS),
      workingCapital: figure,
      retainedEarnings: figure,
      earningsBeforeInterestAndTax: figure,
      equity: figure,
      sales: figure,
      totalAssets: figure,
      totalLiabilities: figure,
    }),
    example: {
      variant: 'private',
      workingCapital: 20,
      retainedEarnings: 30,
      earningsBeforeInterestAndTax: 10,
      equity: 50,
      sales: 150,
      totalAssets: 100,
      totalLiabilities: 50,
    },
    answer({ variant, ...given }) {
      const result = altmanScore(given, variant)
      if (result.kind === 'undefined') return { z: null, zone: null, reason: result.reason }
      return { z: result.z, zone: result.zone, parts: result.parts }
    },
  }),
  publish({
    name: 'wallet-allocation',
    summary: 'Share of wallet of each supplier from the customer’s ranking; ties share their mean rank',
    input: '{ ranks: number[] } — 1 is the favourite',
    output: '{ shares: number[] }, sum 1',
    source: 'Keiningham, Aksoy, Williams & Buoye 2015',
    schema: z.strictObject({ ranks: z.array(figure.min(1)).min(1) }),
    example: { ranks: [1, 2, 3] },
    answer: ({ ranks }) => ({ shares: allocateWallet(ranks) }),
  }),
  publish({
    name: 'share-growth',
    summary: 'Share of wallet and why our sales to a customer changed between two equally long periods',
    input: '{ before: { sales, wallet: number | null }, after: { sales, wallet: number | null } }',
    output:
      '{ before: { share, warning }, after, growth, walletGrowth, decomposition: { change, fromWallet, fromShare } | null, evolutionIndex }',
    source: 'Δ = SoW0·(W1 − W0) + W1·(SoW1 − SoW0); symmetric growth of Törnqvist, Vartia & Vartia 1985',
    schema: z.strictObject({ before: walletPeriod, after: walletPeriod }),
    example: { before: { sales: 30, wallet: 100 }, after: { sales: 42, wallet: 120 } },
    answer: ({ before, after }) => shareGrowth(before, after),
  }),
  publish({
    name: 'relationship-complexity',
    summary: 'R = segments × products × channels × enterprises, with log2 and coverage',
    input: '{ segments, products, channels, enterprises, servedCells?: number | null }',
    output: '{ cells, log2, coverage }',
    source: 'Formula of the firm; no publication known',
    schema: z.strictObject({
      segments: count,
      products: count,
      channels: count,
      enterprises: count,
      servedCells: count.nullish(),
    }),
    example: { segments: 3, products: 4, channels: 2, enterprises: 5, servedCells: 30 },
    answer: ({ servedCells, ...counts }) => relationshipComplexity(counts, servedCells ?? null),
  }),
  publish({
    name: 'network',
    summary: 'Every measure of a network of contacts; degrees only below four nodes',
    input:
      "{ edges: [{ from, to, strength? }], nodes?: name[], isDirected?: false, distance?: 'hops'|'strength', groups?: { name: group } }",
    output:
      '{ nodes: [{ node, degree, inDegree, outDegree, betweenness, betweennessNormalized, closeness, eigenvector, pageRank, constraint, clustering, isArticulationPoint }], transitivity, averageClustering, averagePathLength, diameter, unreachablePairs, modularity }',
    source:
      'Freeman 1979; Brandes 2001; Wasserman & Faust 1994; Bonacich 1987; Brin & Page 1998; Burt 1992; Watts & Strogatz 1998; Newman & Girvan 2004',
    schema: z.strictObject({
      edges: z.array(z.object({ from: nodeName, to: nodeName, strength: positive.optional() })).max(20_000),
      nodes: z.array(nodeName).max(2000).optional(),
      isDirected: z.boolean().default(false),
      distance: z.enum(['hops', 'strength']).default('hops'),
      groups: z.record(z.string(), z.string()).optional(),
    }),
    example: {
      edges: [
        { from: 'Wang', to: 'Li' },
        { from: 'Li', to: 'Zhao' },
        { from: 'Zhao', to: 'Wang' },
        { from: 'Zhao', to: 'Chen' },
      ],
    },
    answer({ edges, nodes = [], isDirected, distance, groups }) {
      const ties = edges.map(({ from, to, strength = 1 }) => ({ from, to, strength }))
      const graph = buildGraph(ties, { nodes, isDirected })
      if (graph.nodes.length > 2000) refuse('network', 'edges', 'Expected at most 2000 nodes')
      const groupOf = (node: string) => groups?.[node] ?? `node ${node}`
      return measureNetwork(graph, distance, groups ? graph.nodes.map(groupOf) : null)
    },
  }),
]

/** Best first, as the reader says which end is better. */
function turned(given: readonly number[], higherIsBetter: boolean | undefined): readonly number[] {
  if (higherIsBetter === undefined) return given
  const isFalling = (given[0] ?? 0) > (given.at(-1) ?? 0)
  return isFalling === higherIsBetter ? given : given.toReversed()
}

const INDICATOR_FAULTS: Record<IndicatorUndefinedReason, string> = {
  'no-value': 'Expected a value',
  'standards-disordered':
    'Expected standards in one direction, best first, the floor beyond the last of them',
  'standards-incomplete': 'Expected as many standards as coefficients, five if none are given',
}

import { z } from 'zod'
import { classifyAbc } from '../../scoring/abc.ts'
import { gini, herfindahl } from '../../scoring/concentration.ts'
import { classMigration, expectedMix } from '../../scoring/markov-migration.ts'
import { assignPyramid } from '../../scoring/pyramid.ts'
import { proposeRfmBands, scoreRfm } from '../../scoring/rfm.ts'
import { count, figure, figures, type PublishedModel, publish, refuse } from './published-model.ts'

const asItems = (values: readonly number[]) => values.map((value, index) => ({ id: String(index), value }))
const valuesInput = z.strictObject({ values: figures.min(1) })

const className = z.union([z.string().min(1).max(200), z.number().transform(String)])
/** The chain is solved in time of their third power. */
const MOST_CLASSES = 200

export const PORTFOLIO_MODELS: readonly PublishedModel[] = [
  publish({
    name: 'abc',
    summary:
      'ABC classes by the share before the item; equal values that straddle a cut take the better class',
    input: '{ values: number[], cuts?: { a: number, b: number } } — cuts .8 and .95 if not given',
    output:
      "{ classes: ('A'|'B'|'C')[] | null, negative: number[], total, reason? } in the order of the values",
    source: 'Pareto 1896; Dickie 1951',
    schema: valuesInput.extend({
      cuts: z
        .strictObject({ a: figure.min(0).max(1), b: figure.min(0).max(1) })
        .refine(({ a, b }) => a <= b, { error: 'Expected a up to b' })
        .optional(),
    }),
    example: { values: [75149.86, 41909.53, 33777.31, 29113.01, 20571.49, 10446.04, 5390.59] },
    answer({ values, cuts }) {
      const result = classifyAbc(asItems(values), cuts)
      if (result.kind === 'undefined') return { classes: null, reason: result.reason }
      return {
        classes: values.map((_, index) => result.classes.get(String(index))),
        negative: result.negative.map(Number),
        total: result.total,
      }
    },
  }),
  publish({
    name: 'gini',
    summary: 'Gini coefficient of the population; negative values count as zero',
    input: '{ values: number[] }',
    output: '{ value: 0 … 1, unbiased, clippedCount } or { value: null, reason }',
    source: 'Gini 1912',
    schema: valuesInput,
    example: { values: [1, 2, 3, 4, 5] },
    answer({ values }) {
      const result = gini(values)
      if (!result) return { value: null, reason: 'no-positive-total' }
      return { value: result.population, unbiased: result.unbiased, clippedCount: result.clippedCount }
    },
  }),
  publish({
    name: 'hhi',
    summary: 'Herfindahl-Hirschman index on 0 to 10 000; negative values are left out',
    input: '{ values: number[] }',
    output:
      '{ value: 0 … 10000, fraction, effectiveNumber, largestShare, excludedCount } or { value: null, reason }',
    source: 'Hirschman 1945; Herfindahl 1950',
    schema: valuesInput,
    example: { values: [30, 30, 20, 20] },
    answer({ values }) {
      const result = herfindahl(values)
      if (!result) return { value: null, reason: 'no-positive-total' }
      const { index, ...others } = result
      return { value: index, ...others }
    },
  }),
  publish({
    name: 'pyramid',
    summary: 'Customer pyramid 1 / 4 / 15 / 80 % by rank of value',
    input: '{ values: number[] }',
    output:
      '{ levels: (level | null)[], summary: [{ level, plannedCount, count, value, share }], customerCount }',
    source: 'Curry & Curry 2000',
    schema: valuesInput,
    example: { values: [100, 40, 30, 20, 10, 5, 0] },
    answer({ values }) {
      const { levels, levelById, customerCount } = assignPyramid(asItems(values))
      return {
        levels: values.map((_, index) => levelById.get(String(index)) ?? null),
        summary: levels,
        customerCount,
      }
    },
  }),
  publish({
    name: 'rfm',
    summary: 'Recency, frequency and monetary scores 1 to 5; quintiles only from 50 customers on',
    input:
      "{ customers: [{ recencyDays, orderCount, netSales }], method?: 'bands'|'quintiles', bands?: { recencyDays: number[4], orderCount: number[4], netSales: number[4] } } — bands are proposed from the customers if not given",
    output: '{ scores: [{ recency, frequency, monetary }], method, bands }',
    source: 'Hughes 1994; Miglautsch 2000',
    schema: z.strictObject({
      customers: z.array(z.object({ recencyDays: count, orderCount: count, netSales: figure })).min(1),
      method: z.enum(['bands', 'quintiles']).default('bands'),
      bands: z.strictObject({ recencyDays: limits(), orderCount: limits(), netSales: limits() }).optional(),
    }),
    example: {
      customers: [
        { recencyDays: 12, orderCount: 9, netSales: 12_000 },
        { recencyDays: 200, orderCount: 1, netSales: 300 },
      ],
      bands: {
        recencyDays: [30, 60, 90, 180],
        orderCount: [2, 4, 8, 16],
        netSales: [1_000, 5_000, 20_000, 100_000],
      },
    },
    answer({ customers, method, bands }) {
      const named = customers.map((customer, index) => ({ ...customer, id: String(index) }))
      const used = bands ?? proposeRfmBands(named)
      const result = scoreRfm(named, { method, bands: used })
      return { scores: [...result.scores.values()], method: result.method, bands: used }
    },
  }),
  publish({
    name: 'migration',
    summary:
      'Moves of accounts between classes as a Markov chain; null stands for an account without a class',
    input:
      '{ from: (class | null)[], to: (class | null)[], classes?: class[], periods?: number } — from[i] and to[i] are one account',
    output:
      '{ classes, counts, matrix, retention, overallRetention, mix, expectedMix, steadyState, noSteadyState, smallClasses, entered, left }',
    source: 'Kemeny & Snell 1960; Pfeifer & Carraway 2000',
    schema: z.strictObject({
      from: z.array(className.nullable()),
      to: z.array(className.nullable()),
      classes: z.array(className).max(MOST_CLASSES).optional(),
      periods: z.int().min(1).max(1000).default(1),
    }),
    example: { from: ['A', 'A', 'A', 'A', 'B', 'B'], to: ['A', 'A', 'A', 'B', 'B', 'A'] },
    answer({ from, to, classes, periods }) {
      if (from.length !== to.length) {
        refuse(
          'migration',
          'to',
          `Expected as many accounts as in from, ${from.length}; there are ${to.length}`,
        )
      }
      const named = new Set([...from, ...to].filter((name) => name !== null))
      if (named.size > MOST_CLASSES) refuse('migration', 'from', `Expected at most ${MOST_CLASSES} classes`)
      const unknown = classes && [...named].find((name) => !classes.includes(name))
      if (unknown !== undefined) refuse('migration', 'classes', `Expected "${unknown}" among the classes`)
      const migration = classMigration(from, to, classes ? [...new Set(classes)] : undefined)
      return { ...migration, expectedMix: expectedMix(migration, migration.mix, periods) }
    },
  }),
]

function limits() {
  return z
    .array(figure)
    .length(4)
    .refine((values) => values.every((value, i) => i === 0 || value > (values[i - 1] ?? value)), {
      error: 'Expected four ascending limits',
    })
}

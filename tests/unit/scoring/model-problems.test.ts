import { describe, expect, it } from 'vitest'
import { type FieldCriterion, MODEL_DEFAULTS, type ScoringModel } from '#shared/domain/scoring-model.ts'
import { modelProblems } from '../../../src/main/scoring/model-problems.ts'
import { FIELD } from './arbitrary-model.ts'
import { fullModel } from './scoring-builders.ts'

const problemsOf = (changes: Partial<ScoringModel>, fields: FieldCriterion[] = []) =>
  modelProblems(fullModel(changes), { currency: 'CNY', fields: new Set(fields) })
const codesOf = (changes: Partial<ScoringModel>) => problemsOf(changes).map(({ code }) => code)

const anchors = [0, 1, 2, 3, 4, 5]
const classes = MODEL_DEFAULTS.classes
const bands = { recencyDays: [30, 60, 90, 180], orderCount: [2, 3, 4, 5], netSales: [1, 2, 3, 4] }

/** Three criteria compared, and the weights that come of it (3, 5, 3: consistency ratio .033). */
const compared = {
  method: 'ahp' as const,
  keys: ['sales' as const, 'margin' as const, 'growth' as const],
  matrix: [
    [1, 3, 5],
    [1 / 3, 1, 3],
    [1 / 5, 1 / 3, 1],
  ],
  consistencyRatio: 0.033,
  reason: null,
}
const weighted = (weights: readonly number[]) =>
  compared.keys.map((key, i) => ({ key, weight: weights[i] ?? 0, anchors }))

describe('a sound model', () => {
  it('has no problem', () => {
    expect(problemsOf({})).toEqual([])
    expect(problemsOf({ rfm: { method: 'bands', bands } })).toEqual([])
    expect(problemsOf({ criteria: weighted([63.7, 25.8, 10.5]), weighting: compared })).toEqual([])
  })

  it('may weigh a field that is there', () => {
    const criteria = [{ key: FIELD, weight: 100, anchors }] as const
    expect(problemsOf({ criteria: [...criteria] }, [FIELD])).toEqual([])
    expect(problemsOf({ criteria: [...criteria] })).toEqual([
      { code: 'model-field-missing', criterion: FIELD, values: {} },
    ])
  })
})

it.each<[string, Partial<ScoringModel>, string]>([
  ['without criteria', { criteria: [] }, 'model-empty'],
  ['whose criteria weigh nothing', { criteria: [{ key: 'sales', weight: 0, anchors }] }, 'model-empty'],
  ['whose weights miss 100', { criteria: [{ key: 'sales', weight: 99.8, anchors }] }, 'model-weights'],
  [
    'with a criterion twice',
    {
      criteria: [
        { key: 'sales', weight: 50, anchors },
        { key: 'sales', weight: 50, anchors },
      ],
    },
    'model-criterion-twice',
  ],
  [
    'with two equal anchors',
    { criteria: [{ key: 'sales', weight: 100, anchors: [0, 1, 2, 2, 4, 5] }] },
    'model-anchors',
  ],
  [
    'whose Gold asks for more than Diamond',
    { thresholds: { ...fullModel().thresholds, goldScore: 81 } },
    'model-thresholds',
  ],
  [
    'with a threshold that no score reaches',
    { thresholds: { ...fullModel().thresholds, diamondScore: 101 } },
    'model-thresholds',
  ],
  [
    'without a class for the rest',
    { classes: { ...classes, general: { ...classes.general, isUsed: false } } },
    'model-classes',
  ],
  [
    'with one letter for two classes',
    {
      classes: {
        ...classes,
        gold: { ...classes.gold, letter: 'A' },
        general: { ...classes.general, letter: 'A' },
      },
    },
    'model-classes',
  ],
  [
    'with RFM bands that fall',
    { rfm: { method: null, bands: { ...bands, orderCount: [5, 4, 3, 2] } } },
    'model-rfm-bands',
  ],
  ['in another currency', { currency: 'EUR' }, 'model-currency'],
  [
    'whose weights are not those of its comparisons',
    { criteria: weighted([50, 30, 20]), weighting: compared },
    'model-comparison',
  ],
])('a model %s is refused by its own name', (_what, changes, code) => {
  expect(codesOf(changes)).toEqual([code])
})

describe('comparisons that contradict each other', () => {
  // a over b, b over c, c over a: the ratio is far above .10.
  const circular = {
    ...compared,
    matrix: [
      [1, 5, 1 / 5],
      [1 / 5, 1, 5],
      [5, 1 / 5, 1],
    ],
  }
  const third = [33.4, 33.3, 33.3]

  it('are refused with their ratio, and stand with a reason', () => {
    const [problem] = problemsOf({ criteria: weighted(third), weighting: circular })
    expect(problem?.code).toBe('model-inconsistent')
    expect(problem?.values.ratio).toBeGreaterThan(0.1)
    const explained = { ...circular, reason: 'The board split three ways; revisit in March.' }
    expect(problemsOf({ criteria: weighted(third), weighting: explained })).toEqual([])
  })

  it('are judged by the matrix, whatever ratio is written beside it', () => {
    const whitewashed = { ...circular, consistencyRatio: 0 }
    expect(codesOf({ criteria: weighted(third), weighting: whitewashed })).toEqual(['model-inconsistent'])
  })
})

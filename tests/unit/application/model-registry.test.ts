import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MainstayError } from '#shared/contract/call-result.ts'
import {
  describeModels,
  findModel,
  MODEL_REGISTRY,
  runModel,
} from '../../../src/main/application/models/model-registry.ts'

const NAMES = [...MODEL_REGISTRY.keys()]

/** The shapes that scripts outside rely on. */
const SHAPES: Record<string, { input: unknown; keys: string[] }> = {
  abc: { input: { values: [5, 4, 3, 2, 1] }, keys: ['classes'] },
  gini: { input: { values: [1, 2, 3] }, keys: ['value'] },
  hhi: { input: { values: [1, 2, 3] }, keys: ['value'] },
  ahp: {
    input: {
      matrix: [
        [1, 2],
        [0.5, 1],
      ],
    },
    keys: ['weights', 'lambdaMax', 'consistencyRatio'],
  },
  topsis: {
    input: {
      values: [
        [1, 2],
        [2, 1],
      ],
      weights: [1, 1],
      benefit: [true, false],
    },
    keys: ['closeness'],
  },
  entropy: {
    input: {
      values: [
        [1, 2],
        [2, 1],
      ],
    },
    keys: ['weights'],
  },
  bgnbd: {
    input: {
      customers: [
        { x: 2, tx: 30, T: 38, id: 'extra figures of a customer are ignored' },
        { x: 0, tx: 0, T: 30 },
        { x: 1, tx: 3, T: 35 },
        { x: 5, tx: 20, T: 36 },
      ],
    },
    keys: ['r', 'alpha', 'a', 'b', 'logLikelihood', 'degenerate'],
  },
  'gamma-gamma': {
    input: { customers: [20, 35, 12, 80, 44].map((meanValue, i) => ({ x: i + 1, meanValue })) },
    keys: ['p', 'q', 'v'],
  },
  clv: { input: { margin: 10, retention: 0.8, discount: 0.1 }, keys: ['value'] },
  'credit-indicator': { input: { value: 3, standards: [5, 4, 3, 2, 1], weight: 10 }, keys: ['points'] },
  'payment-index': {
    input: {
      invoices: [
        { dueOn: '2026-01-31', paidOn: '2026-02-15', amount: 10 },
        { dueOn: '2026-02-28', paidOn: null, amount: 5 },
      ],
      asOf: '2026-03-31',
    },
    keys: ['index', 'lateShareByCount', 'lateShareByAmount', 'meanDaysLate', 'amountWeightedDaysLate'],
  },
  'bradley-terry': {
    input: {
      wins: [
        [0, 2],
        [1, 0],
      ],
    },
    keys: ['logAbilities'],
  },
  'kendall-w': {
    input: {
      rankings: [
        [1, 2],
        [2, 1],
      ],
    },
    keys: ['w'],
  },
  'wallet-allocation': { input: { ranks: [1, 2] }, keys: ['shares'] },
  migration: { input: { from: ['A', 'B'], to: ['B', 'A'] }, keys: ['matrix', 'steadyState'] },
}

describe.each(Object.entries(SHAPES))('%s', (name, { input, keys }) => {
  it('takes and prints the agreed shape', () => {
    expect(Object.keys(runModel(name, input) as object)).toEqual(expect.arrayContaining(keys))
  })
})

describe('a refusal', () => {
  const refusalOf = (name: string, input: unknown): string => {
    try {
      return JSON.stringify(runModel(name, input))
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }
  it.each([
    [
      'a figure beyond its range',
      'credit-indicator',
      { value: 1, standards: [5, 4, 3, 2, 1], weight: -10 },
      '>=0',
    ],
    ['a share beyond 1', 'clv', { margin: 1, retention: 1.2, discount: 0.1 }, '<=1'],
    ['no number', 'hhi', { values: ['x'] }, 'Expected a finite number'],
    ['a matrix too large', 'ahp', { matrix: Array(60).fill(Array(60).fill(1)) }, '<=50'],
    ['a rank above the first', 'wallet-allocation', { ranks: [0, -1] }, '>=1'],
  ])('of %s says what is allowed and where', (_, name, input, allowed) => {
    expect(refusalOf(name, input)).toContain(allowed)
    expect(refusalOf(name, input)).not.toContain('input: ')
  })
})

describe.each(NAMES)('%s', (name) => {
  const model = findModel(name)
  it('describes itself whole and answers its own example with finite figures', () => {
    for (const text of [model.summary, model.input, model.output, model.source]) expect(text).not.toBe('')
    const answer = runModel(name, model.example)
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
    for (const key of Object.keys(answer as object)) {
      if (!(key in { reason: 1 })) expect(model.output).toContain(key)
    }
  })

  it('refuses anything else with the field that is wrong, never by failing', () => {
    // The search of Pareto/NBD may take a minute for a single odd history.
    const anything = name === 'pareto-nbd' ? fc.jsonValue() : fc.oneof(fc.jsonValue(), spoilt(model.example))
    fc.assert(
      fc.property(anything, (input) => {
        try {
          runModel(name, input)
        } catch (error) {
          if (!(error instanceof MainstayError)) throw error
          expect(error.code).toBe('invalid-input')
          expect(error.message.startsWith(`${name}: `)).toBe(true)
          expect(error.message).not.toContain('undefined')
        }
      }),
      { numRuns: 150 },
    )
  })
})

/** The example with one figure, text or list somewhere in it replaced. */
function spoilt(example: unknown): fc.Arbitrary<unknown> {
  const paths: (string | number)[][] = []
  const collect = (value: unknown, path: (string | number)[]) => {
    paths.push(path)
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) collect(inner, [...path, key])
  }
  collect(example, [])
  const replacement = fc.oneof(
    fc.constantFrom(0, -0, -1, 1, 2, 1e100, -1e100, 1e308, 5e-324, 1e-100, null, '', 'A', true, [], {}),
    fc.double(),
    fc.integer({ min: -10, max: 10 }),
    fc.constantFrom(
      [0],
      [[0]],
      [
        [1, 1],
        [1, 1],
      ],
      [null],
    ),
  )
  return fc.tuple(fc.constantFrom(...paths), replacement).map(([path, value]) => {
    if (path.length === 0) return value
    const copy = structuredClone(example)
    let target = copy as Record<string | number, unknown>
    for (const key of path.slice(0, -1)) target = target[key] as Record<string | number, unknown>
    target[path.at(-1) ?? ''] = value
    return copy
  })
}

it('names the models there are when asked for another', () => {
  try {
    runModel('gini-coefficient', {})
    expect.unreachable()
  } catch (error) {
    expect(error).toMatchObject({ code: 'not-found', details: { names: NAMES } })
    expect(String(error)).toContain('gini, hhi')
  }
})

it('lists every model once, without what runs it', () => {
  const listed = describeModels()
  expect(listed.map(({ name }) => name)).toEqual(NAMES)
  expect(new Set(NAMES).size).toBe(NAMES.length)
  for (const described of listed) expect(described).not.toHaveProperty('run')
})

it('refuses a key there is not, so that a misspelt option is not passed over', () => {
  expect(() => runModel('payment-index', { invoices: [], asOf: '2026-01-01', graceday: 3 })).toThrow(
    /graceday/,
  )
})

describe('answers instead of errors where there is nothing to compute', () => {
  it.each([
    ['gini', { values: [0, 0] }, { value: null, reason: 'no-positive-total' }],
    ['hhi', { values: [-1] }, { value: null, reason: 'no-positive-total' }],
    ['abc', { values: [3, 2] }, { classes: null, reason: 'too-few' }],
    ['clv', { margin: 1, retention: 1, discount: 0 }, { value: null, reason: 'never-fades' }],
    ['kendall-w', { rankings: [[1, 2]] }, { w: null }],
    ['migration', { from: ['A', 'B'], to: ['A', 'B'] }, { steadyState: null, noSteadyState: 'several-ends' }],
    ['bgnbd', { customers: [{ x: 0, tx: 0, T: 5 }] }, { r: null, reason: 'no-repeat-purchases' }],
  ])('%s', (name, input, expected) => {
    expect(runModel(name, input)).toMatchObject(expected)
  })
})

describe('the credit indicator on the command line', () => {
  const standards = [14, 9.5, 1.7, -3, -9]
  const points = (input: object) =>
    (runModel('credit-indicator', { weight: 20, ...input }) as { points: number }).points
  it('takes standards by name and in either order once told which end is better', () => {
    const named = { excellent: 14, good: 9.5, average: 1.7, low: -3, poor: -9 }
    expect(points({ value: 8, standards: named })).toBeCloseTo(15.230769, 6)
    expect(points({ value: 8, standards: standards.toReversed(), higherIsBetter: true })).toBeCloseTo(
      15.230769,
      6,
    )
  })
  it('takes a target band', () => {
    const band = { below: [1.5, 1.2, 1, 0.8, 0.6], above: [2.5, 3, 4, 5, 6] }
    expect(points({ value: 2, band })).toBe(20)
    expect(points({ value: 3, band })).toBe(16)
  })
  it('asks for one of the two', () => {
    expect(() => points({ value: 2 })).toThrow('Expected either standards or a band')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/domain/calendar.ts'
import { MODEL_DEFAULTS, scoringModel } from '#shared/domain/scoring-model.ts'
import type { AccountInputs } from '../../../src/main/scoring/account-inputs.ts'
import { classifyPortfolio, type PortfolioRow } from '../../../src/main/scoring/classify-portfolio.ts'
import { contributionsAgainst, medianUtilities } from '../../../src/main/scoring/explanation.ts'
import { robustnessReader } from '../../../src/main/scoring/portfolio-robustness.ts'
import { seededRandom } from '../../../src/main/scoring/seeded-random.ts'
import { classStability } from '../../../src/main/scoring/stability.ts'
import { classifyAccount, scoreAccount } from '../../../src/main/scoring/value-classification.ts'
import { arbitraryModel } from './arbitrary-model.ts'
import {
  accountInputs,
  arbitraryInputs,
  arbitraryPortfolio,
  asOf,
  context,
  fullModel,
  judgement,
  portfolioRow,
} from './scoring-builders.ts'

const random = seededRandom(20_261_008)
const between = (least: number, most: number) => least + (most - least) * random()

/** Accounts of every kind, each figure now and then unknown. */
function randomInputs(): AccountInputs {
  const orNull = <Value>(value: Value) => (random() < 0.08 ? null : value)
  return accountInputs({
    sales: orNull(between(-1e5, 3e7)),
    marginPercent: orNull(between(-30, 60)),
    growth: orNull({ kind: 'percent' as const, percent: between(-60, 90), symmetric: 0 }),
    abc: (['A', 'B', 'C'] as const)[Math.floor(random() * 3)] ?? null,
    influence: orNull(judgement(1 + Math.floor(random() * 5))),
    payment: {
      invoiceCount: 12,
      collectionPercent: orNull(between(82, 100)),
      timelinessPercent: orNull(between(50, 100)),
      daysBeyondTerms: between(-5, 59),
      overdueSharePercent: between(0, 19),
    },
  })
}

const ACCOUNTS = Array.from({ length: 10_000 }, randomInputs)
const cents = (value: number) => Math.round(value * 100)

describe('over 10,000 random accounts', () => {
  it('contributions add up to the difference of the two scores to the last digit shown', () => {
    const model = fullModel()
    const medians = medianUtilities(
      ACCOUNTS.map((inputs) => classifyAccount(inputs, model, context).utilities),
      model,
    )
    let compared = 0
    for (const inputs of ACCOUNTS) {
      const classified = classifyAccount(inputs, model, context)
      for (const reference of [65, 80, medians]) {
        const found = contributionsAgainst(reference, classified, model)
        if (!found) {
          expect(classified.score).toBeNull()
          continue
        }
        compared += 1
        const sum = found.byCriterion.reduce((total, { points }) => total + cents(points), 0)
        expect(sum).toBe(cents(classified.score ?? Number.NaN) - cents(found.referenceScore))
        expect(cents(found.difference)).toBe(sum)
      }
    }
    expect(compared).toBeGreaterThan(25_000)
  })

  it('the portfolio’s robustness is the one each account’s own page shows', () => {
    const model = fullModel()
    const read = robustnessReader(model, context, { seed: 7, draws: 200 })
    for (const inputs of ACCOUNTS.slice(0, 1500)) {
      const one = classStability(inputs, model, context, { seed: 7, draws: 200 })
      expect(read(inputs)?.share ?? null).toBe(one?.robustness ?? null)
    }
  })
})

it('a class changes at the ends of each weight’s stability interval and nowhere within', () => {
  const model = fullModel()
  let ends = 0
  for (const inputs of ACCOUNTS.slice(0, 2000)) {
    const stability = classStability(inputs, model, context, { seed: 1, draws: 1 })
    if (!stability) continue
    const { utilities } = scoreAccount(inputs, model, context)
    const known = model.criteria.filter(({ key }) => typeof utilities[key] === 'number')
    const total = known.reduce((sum, { weight }) => sum + weight, 0)
    const classAt = (key: string, share: number) => {
      const own = (known.find((criterion) => criterion.key === key)?.weight ?? 0) / total
      const criteria = model.criteria.map((criterion) => ({
        ...criterion,
        weight:
          criterion.key === key
            ? share * total
            : ((criterion.weight / total) * (1 - share) * total) / (1 - own),
      }))
      return classifyAccount(inputs, { ...model, criteria, minimumCoverage: 0 }, context).valueClass
    }
    const { valueClass } = classifyAccount(inputs, model, context)
    for (const { key, from, to } of stability.intervals) {
      const room = to - from
      if (room < 1e-3) continue
      for (const within of [0.001, 0.5, 0.999]) {
        expect(classAt(key, from + room * within)).toBe(valueClass)
      }
      const step = 1e-4
      if (from > step) {
        expect(classAt(key, from - step)).not.toBe(valueClass)
        ends += 1
      }
      if (to < 1 - step) {
        expect(classAt(key, to + step)).not.toBe(valueClass)
        ends += 1
      }
    }
  }
  expect(ends).toBeGreaterThan(500)
})

/**
 * ABC ranks by sales among all, and only Diamond asks for it: new accounts that push somebody out of A may
 * take that class away. The newcomers here sell too little to move the cut; all else stays by itself.
 */
it('a hundred new accounts change the class of nobody who was there', () => {
  const model = fullModel()
  const options = { asOf, historyFrom: '2020-01-01' }
  const rows: PortfolioRow[] = Array.from({ length: 400 }, (_, i) =>
    portfolioRow({
      id: `old-${i}`,
      netSales: Math.round(between(0, 4e11)),
      priorNetSales: Math.round(between(0, 4e11)),
      cost: Math.round(between(1e10, 3e11)),
      orderCount: Math.floor(between(1, 40)),
      influence: judgement(1 + Math.floor(random() * 5)),
    }),
  )
  const newcomers = Array.from({ length: 100 }, (_, i) =>
    portfolioRow({
      id: `new-${i}`,
      netSales: Math.floor(between(1, 1000)),
      priorNetSales: 0,
      firstOrderedOn: addDays(asOf, -i),
      orderCount: 1,
    }),
  )
  const before = classifyPortfolio(rows, model, options).accounts
  const after = classifyPortfolio([...rows, ...newcomers], model, options).accounts.slice(0, rows.length)
  const told = (accounts: typeof before) =>
    accounts.map(({ id, valueClass, score }) => ({ id, valueClass, score }))
  expect(told(after)).toEqual(told(before))
  expect(new Set(before.map(({ valueClass }) => valueClass)).size).toBeGreaterThan(3)
})

describe('any model over any portfolio', () => {
  const isScore = (value: number | null) => value === null || (value >= 0 && value <= 100)

  it('gives a score from 0 to 100 or none with a reason, never NaN', () => {
    fc.assert(
      fc.property(arbitraryPortfolio, arbitraryModel, (rows, model) => {
        for (const account of classifyPortfolio(rows, model, { asOf, historyFrom: '2020-01-01' }).accounts) {
          expect(isScore(account.score)).toBe(true)
          expect(isScore(account.scoreMin) && isScore(account.scoreMax)).toBe(true)
          expect(account.coverage).toBeGreaterThanOrEqual(0)
          expect(account.coverage).toBeLessThanOrEqual(1)
          if (account.score === null) expect(account.coverage).toBeLessThan(1)
          if (account.decidedBy === 'insufficient-data') expect(account.score).toBeNull()
        }
      }),
      { numRuns: 400 },
    )
  })

  it('gives a score for the largest figures and anchors that the shape allows', () => {
    const edge = 1e15
    const anchors = [-edge, -1, 0, 1, 2, edge]
    const model = fullModel({ criteria: [{ key: 'sales', weight: 100, anchors }] })
    for (const sales of [-edge, -2, 0, 3, edge]) {
      const { score } = classifyAccount(accountInputs({ sales }), model, context)
      expect(score !== null && isScore(score)).toBe(true)
    }
    expect(
      scoringModel.safeParse({
        ...model,
        criteria: [{ key: 'sales', weight: 100, anchors: [0, 1, 2, 3, 4, 1e300] }],
      }).success,
    ).toBe(false)
  })

  it('gives robustness between none and all of the draws, and a class of the model for the rest', () => {
    fc.assert(
      fc.property(arbitraryInputs, arbitraryModel, (inputs, model) => {
        const found = robustnessReader(model, context, { seed: 3, draws: 40 })(inputs)
        if (!found) return
        expect(found.share).toBeGreaterThanOrEqual(0)
        expect(found.share).toBeLessThanOrEqual(1)
        expect(found.otherClass).not.toBe(found.valueClass)
      }),
      { numRuns: 300 },
    )
  })

  it('gives nobody a class that the model does not use', () => {
    fc.assert(
      fc.property(arbitraryInputs, arbitraryModel, (inputs, model) => {
        const { valueClass } = classifyAccount(inputs, model, context)
        const used = Object.entries(model.classes).filter(([, { isUsed }]) => isUsed)
        expect(used.map(([name]) => name)).toContain(valueClass)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a firm with three classes A, B and C', () => {
  const abc = fullModel({
    classes: {
      ...MODEL_DEFAULTS.classes,
      diamond: { isUsed: true, name: 'A accounts', letter: 'A' },
      gold: { isUsed: true, name: null, letter: 'B' },
      strategic: { isUsed: false, name: null, letter: null },
      potential: { isUsed: false, name: null, letter: null },
      general: { isUsed: true, name: null, letter: 'C' },
      problem: { isUsed: false, name: null, letter: null },
    },
  })

  it('passes an account that loses money on to the next rule', () => {
    const loss = accountInputs({ marginPercent: -1, influence: judgement(5) })
    expect(classifyAccount(loss, fullModel(), context).valueClass).toBe('problem')
    expect(classifyAccount(loss, abc, context)).toMatchObject({
      valueClass: 'general',
      problemRules: ['negative-margin'],
    })
  })

  it('leaves out a hard rule that is off and keeps one whose limit was moved', () => {
    const late = accountInputs({
      payment: {
        invoiceCount: 12,
        collectionPercent: 79,
        timelinessPercent: 90,
        daysBeyondTerms: 0,
        overdueSharePercent: 0,
      },
    })
    const rules = (model: typeof abc) => classifyAccount(late, model, context).problemRules
    expect(rules(fullModel())).toEqual(['low-collection'])
    expect(rules(fullModel({ problemRules: ['litigation'] }))).toEqual([])
    const limits = { ...MODEL_DEFAULTS.ruleLimits, minimumCollectionPercent: 79 }
    expect(rules(fullModel({ ruleLimits: limits }))).toEqual([])
  })
})

it('a model stored before there were formats reads with the rules it had then', () => {
  const {
    formatVersion: _f,
    note: _n,
    weighting: _w,
    problemRules: _p,
    ruleLimits: _l,
    ...rest
  } = fullModel()
  const { classes: _c, hysteresis: _h, publicationPeriod: _q, rfm: _r, ...first } = rest
  expect(scoringModel.parse(first)).toEqual(fullModel())
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProblemRule } from '#shared/domain/scoring-model.ts'
import { VALUE_CLASSES } from '#shared/domain/value-class.ts'
import {
  type AccountInputs,
  classificationContext,
  type PaymentFacts,
  type StandingFacts,
} from '../../../src/main/scoring/account-inputs.ts'
import { strategicGaps } from '../../../src/main/scoring/class-rules.ts'
import { classifyAccount } from '../../../src/main/scoring/value-classification.ts'
import {
  accountInputs,
  arbitraryInputs,
  asOf,
  context,
  fullModel,
  judgement,
  ordersModel,
} from './scoring-builders.ts'

const classify = (changes: Partial<AccountInputs> = {}, model = fullModel()) =>
  classifyAccount(accountInputs(changes), model, context)

/** Full marks in everything: score 100. */
const best: Partial<AccountInputs> = {
  sales: 50_000_000,
  marginPercent: 45,
  growth: { kind: 'percent', percent: 50, symmetric: 0.4 },
  abc: 'A',
  influence: judgement(5),
  payment: {
    invoiceCount: 12,
    collectionPercent: 100,
    timelinessPercent: 100,
    daysBeyondTerms: 0,
    overdueSharePercent: 0,
  },
}

type RuleFigures = PaymentFacts & StandingFacts & { marginPercent: number }

describe('the score', () => {
  it('is the weighted sum of the utilities', () => {
    expect(classify()).toMatchObject({
      score: 51,
      scoreMin: 51,
      scoreMax: 51,
      coverage: 1,
      isProvisional: false,
      classRange: null,
      utilities: { sales: 50, margin: 50, collection: 50, growth: 50, timeliness: 50, influence: 60 },
      valueClass: 'general',
      decidedBy: 'general-rest',
    })
  })

  it('reaches a threshold that binary residue would miss', () => {
    // 33.3 × 85 + 33.3 × 45 + 33.4 × 65 over 100 is 65, in binary 64.99999999999999.
    const anchors = [0, 20, 40, 60, 80, 100]
    const model = fullModel({
      criteria: [
        { key: 'sales', weight: 33.3, anchors },
        { key: 'margin', weight: 33.3, anchors },
        { key: 'collection', weight: 33.4, anchors },
      ],
    })
    const payment = {
      invoiceCount: 1,
      collectionPercent: 65,
      timelinessPercent: null,
      daysBeyondTerms: 0,
      overdueSharePercent: 0,
    }
    expect(classify({ sales: 85, marginPercent: 45, payment, orderCount: 1 }, model)).toMatchObject({
      score: 65,
      valueClass: 'gold',
    })
  })

  it('does not take an unknown criterion for zero', () => {
    const known = classify({ sales: 25_000_000, abc: 'A' })
    const unknown = classify({ sales: 25_000_000, abc: 'A', growth: null })
    expect(unknown.utilities.growth).toBeNull()
    expect(unknown.score).toBeGreaterThan(known.score ?? 100)
  })

  it('is renormalised and provisional from 70 % of the weight on, with unknowns at 0 and 100 points', () => {
    // Payment unknown: 25 of 100 weights missing, the rest is 50, 50, 50 and 60.
    const result = classify({ payment: null })
    expect(result.coverage).toBe(0.75)
    expect(result.isProvisional).toBe(true)
    expect(result.score).toBeCloseTo((50 * 65 + 60 * 10) / 75, 6)
    expect(result.scoreMin).toBe(38.5)
    expect(result.scoreMax).toBe(63.5)
  })

  it('is withheld below 70 % and the class says that data are lacking', () => {
    const result = classify({ payment: null, growth: null })
    expect(result).toMatchObject({
      score: null,
      coverage: 0.6,
      isProvisional: true,
      valueClass: 'general',
      decidedBy: 'insufficient-data',
    })
  })

  it('has exactly the minimum coverage at 70 %', () => {
    const model = fullModel({
      criteria: fullModel().criteria.filter(
        (criterion) => criterion.key !== 'influence' && criterion.key !== 'growth',
      ),
    })
    // 30 + 20 + 15 + 10 = 75: without the margin 55/75, without collection and timeliness 50/75.
    expect(classify({ marginPercent: null }, model).score).not.toBeNull()
    expect(classify({ payment: null }, model).score).toBeNull()
    const weights = fullModel({
      criteria: fullModel()
        .criteria.filter(({ key }) => key === 'sales' || key === 'margin')
        .map((criterion) => ({
          ...criterion,
          weight: criterion.key === 'sales' ? 70 : 30,
        })),
    })
    expect(classify({ marginPercent: null }, weights).score).not.toBeNull()
  })

  it('gives the range of classes the unknowns leave open, and none when they change nothing', () => {
    // 75 % known at full marks: 75 to 100 points.
    expect(classify({ ...best, payment: null }).classRange).toEqual({ lowest: 'gold', highest: 'diamond' })
    expect(classify({ ...best, growth: null, abc: 'B' }).classRange).toBeNull()
    expect(classify({ growth: null }).classRange).toEqual({ lowest: 'general', highest: 'potential' })
  })

  it('grants below the minimum coverage what the known criteria alone guarantee', () => {
    const strict = fullModel({ minimumCoverage: 0.9 })
    const result = classify({ ...best, growth: null }, strict)
    expect(result.score).toBeNull()
    expect(result.scoreMin).toBe(85)
    expect(result.valueClass).toBe('diamond')
  })
})

describe('the order of the rules', () => {
  it('makes Diamond of 80 points only with an A in sales', () => {
    expect(classify(best)).toMatchObject({ score: 100, valueClass: 'diamond', decidedBy: 'diamond-score' })
    expect(classify({ ...best, abc: 'B' })).toMatchObject({ valueClass: 'gold', decidedBy: 'gold-score' })
    expect(classify({ ...best, abc: null })).toMatchObject({ valueClass: 'gold', decidedBy: 'gold-score' })
  })

  it('tests Problem before any score', () => {
    expect(classify({ ...best, standing: { creditGrade: 'C', hasOpenLitigation: false } })).toMatchObject({
      score: 100,
      valueClass: 'problem',
      decidedBy: 'problem-rule',
      problemRules: ['credit-grade'],
    })
  })

  it.each([
    ['negative-margin', { marginPercent: -0.01 }, { marginPercent: 0 }],
    ['low-collection', { collectionPercent: 79.9 }, { collectionPercent: 80 }],
    ['late-payment', { daysBeyondTerms: 60.1 }, { daysBeyondTerms: 60 }],
    ['overdue-share', { overdueSharePercent: 20.1 }, { overdueSharePercent: 20 }],
    ['credit-grade', { creditGrade: 'C' }, { creditGrade: 'B' }],
    ['litigation', { hasOpenLitigation: true }, { hasOpenLitigation: false }],
  ] satisfies [ProblemRule, Partial<RuleFigures>, Partial<RuleFigures>][])(
    'fires %s just beyond its limit, with three orders and not with two',
    (rule, beyond, at) => {
      const { payment, standing } = accountInputs()
      const withFacts = (facts: Partial<RuleFigures>, orderCount: number): Partial<AccountInputs> => ({
        marginPercent: facts.marginPercent ?? 20,
        orderCount,
        payment: payment && { ...payment, ...facts, invoiceCount: orderCount },
        standing: standing && { ...standing, ...facts },
      })
      expect(classify(withFacts(beyond, 3)).problemRules).toEqual([rule])
      expect(classify(withFacts(beyond, 3)).valueClass).toBe('problem')
      expect(classify(withFacts(beyond, 2)).problemRules).toEqual([])
      expect(classify(withFacts(at, 3)).problemRules).toEqual([])
    },
  )

  it('fires no Problem rule on unknown figures and names all that fire', () => {
    expect(classify({ marginPercent: null, payment: null, standing: null }).problemRules).toEqual([])
    expect(
      classify({ marginPercent: -5, standing: { creditGrade: null, hasOpenLitigation: true } }).problemRules,
    ).toEqual(['negative-margin', 'litigation'])
  })

  it('makes Strategic of influence 80 only when it is signed, reasoned and unexpired', () => {
    expect(classify({ influence: judgement(4) })).toMatchObject({
      valueClass: 'strategic',
      decidedBy: 'strategic-influence',
    })
    expect(classify({ influence: judgement(4, { expiresOn: asOf }) }).valueClass).toBe('strategic')
    for (const influence of [
      judgement(3),
      judgement(4, { author: ' ' }),
      judgement(4, { evidence: '' }),
      judgement(4, { expiresOn: null }),
      judgement(4, { expiresOn: '2026-09-29' }),
    ]) {
      expect(classify({ influence }).valueClass).toBe('general')
    }
  })

  it('says what a judgement lacks to be Strategic', () => {
    expect(strategicGaps(judgement(4), fullModel(), context)).toEqual([])
    expect(
      strategicGaps({ level: 2, author: '', evidence: ' ', expiresOn: null }, fullModel(), context),
    ).toEqual(['influence', 'author', 'evidence', 'expiry'])
  })

  it('drops an expired judgement from the score and keeps one without an expiry day', () => {
    expect(classify({ influence: judgement(5, { expiresOn: '2026-09-29' }) }).utilities.influence).toBeNull()
    expect(classify({ influence: judgement(5, { expiresOn: null }) }).utilities.influence).toBe(100)
  })

  it('knows Strategic also while influence is not an active criterion', () => {
    expect(classify({ influence: judgement(4) }, ordersModel()).valueClass).toBe('strategic')
  })

  it('puts Gold before Strategic unless the model says otherwise', () => {
    const both = { ...best, abc: 'B' as const, influence: judgement(5) }
    expect(classify(both).valueClass).toBe('gold')
    expect(classify(both, fullModel({ strategicBeforeGold: true })).valueClass).toBe('strategic')
    expect(classify({ ...both, abc: 'A' }, fullModel({ strategicBeforeGold: true })).valueClass).toBe(
      'diamond',
    )
  })

  it('makes Potential of growth utility 80, or of an open wallet among the largest third', () => {
    const growth = (percent: number) => ({ kind: 'percent' as const, percent, symmetric: 0 })
    expect(classify({ growth: growth(20) })).toMatchObject({
      valueClass: 'potential',
      decidedBy: 'potential-growth',
    })
    expect(classify({ growth: growth(19.9) }).valueClass).toBe('general')
    expect(classify({ wallet: { shareOfWalletPercent: 29, isInTopThird: true } })).toMatchObject({
      valueClass: 'potential',
      decidedBy: 'potential-wallet',
    })
    expect(classify({ wallet: { shareOfWalletPercent: 29, isInTopThird: false } }).valueClass).toBe('general')
    expect(classify({ wallet: { shareOfWalletPercent: 30, isInTopThird: true } }).valueClass).toBe('general')
  })

  it('does not promote a new customer for growth it cannot have', () => {
    const result = classify({ growth: { kind: 'new', symmetric: 2 }, firstOrderedOn: '2026-08-01' })
    expect(result).toMatchObject({ valueClass: 'general', isNew: true, isProvisional: true })
    expect(result.utilities.growth).toBeNull()
  })

  it('keeps a customer that once traded out of the opportunities', () => {
    const dormant = {
      orderCount: 0,
      sales: 0,
      marginPercent: null,
      growth: { kind: 'lost' as const, symmetric: -2 },
    }
    expect(classify({ ...dormant, abc: 'C' })).toMatchObject({
      valueClass: 'general',
      utilities: { growth: 0 },
    })
  })
})

describe('prospects', () => {
  const prospect = (industryInfluence: number | null, dealPotential: number | null) =>
    classify({
      hasTradedEver: false,
      orderCount: 0,
      prospect: { industryInfluence, dealPotential },
      standing: { creditGrade: 'C', hasOpenLitigation: true },
    })

  it('are key opportunities from 60 points on, half influence and half potential', () => {
    expect(prospect(3, 3)).toMatchObject({
      score: 60,
      valueClass: 'key-opportunity',
      decidedBy: 'never-traded',
    })
    expect(prospect(5, 1)).toMatchObject({ score: 60, valueClass: 'key-opportunity' })
    expect(prospect(4, 1)).toMatchObject({ score: 50, valueClass: 'general-opportunity' })
  })

  it('keep what is not judged unknown', () => {
    expect(prospect(5, null)).toMatchObject({
      score: null,
      scoreMin: 50,
      scoreMax: 100,
      coverage: 0.5,
      isProvisional: true,
      valueClass: 'general-opportunity',
      classRange: { lowest: 'general-opportunity', highest: 'key-opportunity' },
    })
    expect(classify({ hasTradedEver: false, prospect: null })).toMatchObject({
      score: null,
      coverage: 0,
      valueClass: 'general-opportunity',
    })
  })
})

describe('new accounts', () => {
  it('are those whose first order is less than two quarters old', () => {
    expect(classify({ firstOrderedOn: '2026-03-31' }).isNew).toBe(false)
    expect(classify({ firstOrderedOn: '2026-04-01' }).isNew).toBe(true)
    expect(classify({ firstOrderedOn: null }).isNew).toBe(false)
  })

  it('are not told apart while the history itself is shorter', () => {
    const short = classificationContext(asOf, '2026-06-01')
    expect(classifyAccount(accountInputs({ firstOrderedOn: '2026-07-01' }), fullModel(), short).isNew).toBe(
      false,
    )
    const unknown = classificationContext(asOf, null)
    expect(classifyAccount(accountInputs({ firstOrderedOn: '2026-07-01' }), fullModel(), unknown).isNew).toBe(
      false,
    )
  })
})

it('survives a model without active criteria', () => {
  const result = classify({}, fullModel({ criteria: [] }))
  expect(result).toMatchObject({
    score: null,
    coverage: 0,
    valueClass: 'general',
    decidedBy: 'insufficient-data',
  })
})

const rank = (valueClass: string) => [...VALUE_CLASSES, ''].indexOf(valueClass)

it('keeps score and class within the range it shows, whatever is unknown', () => {
  fc.assert(
    fc.property(arbitraryInputs, fc.double({ min: 0, max: 1, noNaN: true }), (inputs, minimumCoverage) => {
      const result = classifyAccount(inputs, fullModel({ minimumCoverage }), context)
      const { score, scoreMin, scoreMax, coverage, classRange } = result
      expect(scoreMin).toBeGreaterThanOrEqual(0)
      expect(scoreMin).toBeLessThanOrEqual((score ?? scoreMax) + 1e-6)
      expect(score ?? scoreMin).toBeLessThanOrEqual(scoreMax + 1e-6)
      expect(scoreMax).toBeLessThanOrEqual(100)
      expect(coverage >= 0 && coverage <= 1).toBe(true)
      if (!classRange) return
      expect(rank(result.valueClass)).toBeGreaterThanOrEqual(rank(classRange.highest))
      expect(rank(result.valueClass)).toBeLessThanOrEqual(rank(classRange.lowest))
    }),
    { numRuns: 1000 },
  )
})

it('never lowers the score or the class when sales grow and all else stays', () => {
  fc.assert(
    fc.property(arbitraryInputs, fc.integer({ min: 1, max: 30_000_000 }), (inputs, more) => {
      fc.pre(inputs.sales !== null)
      const before = classifyAccount(inputs, fullModel(), context)
      const after = classifyAccount({ ...inputs, sales: (inputs.sales ?? 0) + more }, fullModel(), context)
      expect(after.score ?? 0).toBeGreaterThanOrEqual(before.score ?? 0)
      expect(rank(after.valueClass)).toBeLessThanOrEqual(rank(before.valueClass))
    }),
    { numRuns: 500 },
  )
})

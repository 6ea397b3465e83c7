import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideClass, type RuleFacts } from '../../../../src/main/scoring/class-rules.ts'
import { type CriterionStatus, classRules } from '../../../../src/renderer/features/scoring/class-rules.ts'
import type { OutputOf } from '../../../../src/shared/contract/contract.ts'
import { CRITERIA } from '../../../../src/shared/domain/scoring-model.ts'
import type { ValueClass } from '../../../../src/shared/domain/value-class.ts'
import { MODEL } from './scoring-model.ts'

const statuses = (known: readonly CriterionStatus['key'][], rules: readonly Rule[] = []) => ({
  rules: rules.map((rule) => ({ rule, knownCount: 1 })),
  criteria: CRITERIA.map((key) => ({
    key,
    isActive: true,
    knownCount: known.includes(key) ? 5 : 0,
    needs: null,
    histogram: [],
    percentiles: null,
  })),
})

type Rule = OutputOf<'model.current'>['rules'][number]['rule']

/** What each rule shown to the user says, as a test of the facts. */
const matches: Record<ValueClass, (facts: RuleFacts, score: number) => boolean> = {
  'key-opportunity': (facts, score) => !facts.hasTradedEver && score >= MODEL.thresholds.keyOpportunityScore,
  'general-opportunity': (facts) => !facts.hasTradedEver,
  problem: (facts) => facts.problemRules.length > 0,
  diamond: (facts, score) => score >= MODEL.thresholds.diamondScore && facts.isSalesA,
  gold: (_facts, score) => score >= MODEL.thresholds.goldScore,
  strategic: (facts) => facts.isStrategic,
  potential: (facts) => facts.hasOpenWallet || (facts.growthUtility ?? 0) >= MODEL.thresholds.potentialGrowth,
  general: () => true,
}

const anyFacts: fc.Arbitrary<RuleFacts> = fc.record({
  hasTradedEver: fc.boolean(),
  problemRules: fc.constantFrom<RuleFacts['problemRules']>([], ['negative-margin']),
  isSalesA: fc.boolean(),
  isStrategic: fc.boolean(),
  growthUtility: fc.option(fc.integer({ min: 0, max: 100 })),
  hasOpenWallet: fc.boolean(),
})

const anyScore = fc.constantFrom(0, 59, 60, 64, 65, 72, 79, 80, 100)

describe('the rules as they are shown', () => {
  it.each([false, true])(
    'stand in the order that decides, strategic before gold: %s',
    (strategicBeforeGold) => {
      const model = { ...MODEL, strategicBeforeGold }
      const rules = classRules(model, statuses(CRITERIA))
      fc.assert(
        fc.property(anyFacts, anyScore, (facts, score) => {
          const shown = rules.find(({ valueClass }) => matches[valueClass](facts, score))
          expect(shown?.valueClass).toBe(decideClass(facts, score, model).valueClass)
        }),
      )
    },
  )

  it('are numbered from the first that is tested', () => {
    expect(classRules(MODEL, statuses([])).map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('carry the thresholds of the model, not usual ones', () => {
    const model = { ...MODEL, thresholds: { ...MODEL.thresholds, goldScore: 58 } }
    const gold = classRules(model, statuses([])).find(({ valueClass }) => valueClass === 'gold')
    expect(gold?.conditions[0]?.values).toEqual({ score: 58 })
  })

  it('say which conditions nobody has data for', () => {
    const rules = classRules(
      MODEL,
      statuses(['sales', 'margin', 'growth'], ['negative-margin', 'litigation']),
    )
    const withData = rules
      .flatMap(({ conditions }) => conditions)
      .filter(({ hasData }) => !hasData)
      .map(({ key }) => key)
    expect(withData).toEqual([
      'low-collection',
      'late-payment',
      'overdue-share',
      'credit-grade',
      'strategic',
      'potential-wallet',
    ])
  })

  it('leave out a hard rule that is off and a class that is not used, and number the others on', () => {
    const model = {
      ...MODEL,
      problemRules: ['litigation' as const],
      classes: { ...MODEL.classes, strategic: { ...MODEL.classes.strategic, isUsed: false } },
    }
    const rules = classRules(model, statuses([]))
    expect(rules.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(rules.map(({ valueClass }) => valueClass)).not.toContain('strategic')
    const problem = rules.find(({ valueClass }) => valueClass === 'problem')
    expect(problem?.conditions.map(({ key }) => key)).toEqual(['litigation'])
  })
})

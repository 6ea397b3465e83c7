import type { OutputOf } from '#shared/contract/contract.ts'
import {
  type CriterionKey,
  PROBLEM_RULES,
  type ProblemRule,
  type RankedClass,
  type ScoringModel,
} from '#shared/domain/scoring-model.ts'
import { VALUE_CLASSES, type ValueClass } from '#shared/domain/value-class.ts'

export type CriterionStatus = OutputOf<'model.current'>['criteria'][number]

/** A condition in words, filled with the model's own figures. */
export interface RuleCondition {
  key:
    | 'key-opportunity'
    | 'general-opportunity'
    | 'diamond'
    | 'gold'
    | 'strategic'
    | 'potential-growth'
    | 'potential-wallet'
    | 'general'
    | ProblemRule
  values: Readonly<Record<string, number>>
  /** No account has what it asks for, so it decides nothing. */
  hasData: boolean
}

export interface ClassRule {
  /** Its place in the order; the first rule that matches decides. */
  step: number
  valueClass: ValueClass
  conditions: readonly RuleCondition[]
}

/** The limit of the model that each hard rule compares with; null where it needs none. */
const RULE_LIMITS: Record<ProblemRule, keyof ScoringModel['ruleLimits'] | null> = {
  'negative-margin': 'minimumMarginPercent',
  'low-collection': 'minimumCollectionPercent',
  'late-payment': 'maximumDaysBeyondTerms',
  'overdue-share': 'maximumOverdueSharePercent',
  'credit-grade': null,
  litigation: null,
}

/** The ordered rules of a model as they are applied, from never traded to the rest; those of unused classes are left out. */
export function classRules(
  model: ScoringModel,
  { criteria, rules }: Pick<OutputOf<'model.current'>, 'criteria' | 'rules'>,
): ClassRule[] {
  const { thresholds, ruleLimits, classes } = model
  const isKnown = (key: CriterionKey) =>
    criteria.some((status) => status.key === key && status.knownCount > 0)
  const hasFigures = (rule: ProblemRule | 'potential-wallet') =>
    rules.some((status) => status.rule === rule && status.knownCount > 0)
  const condition = (
    key: RuleCondition['key'],
    values: RuleCondition['values'] = {},
    hasData = true,
  ): RuleCondition => ({ key, values, hasData })

  const gold = {
    valueClass: 'gold',
    conditions: [condition('gold', { score: thresholds.goldScore })],
  } as const
  const strategic = {
    valueClass: 'strategic',
    conditions: [condition('strategic', { points: thresholds.strategicInfluence }, isKnown('influence'))],
  } as const
  const ordered: Omit<ClassRule, 'step'>[] = [
    {
      valueClass: 'key-opportunity',
      conditions: [condition('key-opportunity', { score: thresholds.keyOpportunityScore })],
    },
    { valueClass: 'general-opportunity', conditions: [condition('general-opportunity')] },
    {
      valueClass: 'problem',
      conditions: PROBLEM_RULES.filter((rule) => model.problemRules.includes(rule)).map((rule) => {
        const limit = RULE_LIMITS[rule]
        return condition(rule, limit ? { limit: ruleLimits[limit] } : {}, hasFigures(rule))
      }),
    },
    { valueClass: 'diamond', conditions: [condition('diamond', { score: thresholds.diamondScore })] },
    ...(model.strategicBeforeGold ? [strategic, gold] : [gold, strategic]),
    {
      valueClass: 'potential',
      conditions: [
        condition('potential-growth', { points: thresholds.potentialGrowth }, isKnown('growth')),
        condition(
          'potential-wallet',
          { limit: ruleLimits.openWalletPercent },
          hasFigures('potential-wallet'),
        ),
      ],
    },
    { valueClass: 'general', conditions: [condition('general')] },
  ]
  return ordered
    .filter(({ valueClass }) => !isRankedClass(valueClass) || classes[valueClass].isUsed)
    .filter(({ conditions }) => conditions.length > 0)
    .map((rule, index) => ({ step: index + 1, ...rule }))
}

function isRankedClass(valueClass: ValueClass): valueClass is RankedClass {
  return VALUE_CLASSES.some((ranked) => ranked === valueClass)
}

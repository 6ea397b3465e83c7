import type { Judgement } from '#shared/domain/party.ts'
import type { ProblemRule, ScoringModel } from '#shared/domain/scoring-model.ts'
import type { ValueClass } from '#shared/domain/value-class.ts'
import { type AccountInputs, type ClassificationContext, currentLevel } from './account-inputs.ts'
import { DEFAULT_ANCHORS } from './anchors.ts'
import { utilityOf } from './utility.ts'
import type { Utilities } from './value-score.ts'

export type DecidedBy =
  | 'never-traded'
  | 'problem-rule'
  | 'diamond-score'
  | 'gold-score'
  | 'strategic-influence'
  | 'potential-growth'
  | 'potential-wallet'
  | 'general-rest'
  /** No rule matches and coverage is too low for a score. */
  | 'insufficient-data'

export interface ClassDecision {
  valueClass: ValueClass
  decidedBy: Exclude<DecidedBy, 'insufficient-data'>
}

/** Everything but the score that the ordered rules ask for. */
export interface RuleFacts {
  hasTradedEver: boolean
  problemRules: readonly ProblemRule[]
  isSalesA: boolean
  isStrategic: boolean
  growthUtility: number | null
  hasOpenWallet: boolean
}

/** What a judgement of influence still lacks to carry the Strategic class. */
export type StrategicGap = 'influence' | 'author' | 'evidence' | 'expiry'

const NONE: readonly ProblemRule[] = []
const GENERAL = { valueClass: 'general', decidedBy: 'general-rest' } satisfies ClassDecision
const STRATEGIC = { valueClass: 'strategic', decidedBy: 'strategic-influence' } satisfies ClassDecision

export function ruleFacts(
  inputs: AccountInputs,
  utilities: Utilities,
  model: ScoringModel,
  context: ClassificationContext,
): RuleFacts {
  return {
    hasTradedEver: inputs.hasTradedEver,
    problemRules: problemRulesOf(inputs, model),
    isSalesA: inputs.abc === 'A',
    isStrategic: inputs.influence !== null && strategicGaps(inputs.influence, model, context).length === 0,
    growthUtility: utilities.growth ?? null,
    hasOpenWallet:
      inputs.wallet?.isInTopThird === true &&
      inputs.wallet.shareOfWalletPercent < model.ruleLimits.openWalletPercent,
  }
}

/**
 * The first rule that matches decides: never traded, Problem, Diamond, Gold, Strategic, Potential,
 * General; the model may put Strategic before Gold. The rules of classes that the model does not use are
 * passed over.
 */
export function decideClass(facts: RuleFacts, score: number, model: ScoringModel): ClassDecision {
  const { thresholds, classes } = model
  if (!facts.hasTradedEver) {
    const isKey = score >= thresholds.keyOpportunityScore
    return { valueClass: isKey ? 'key-opportunity' : 'general-opportunity', decidedBy: 'never-traded' }
  }
  if (classes.problem.isUsed && facts.problemRules.length > 0) {
    return { valueClass: 'problem', decidedBy: 'problem-rule' }
  }
  if (classes.diamond.isUsed && score >= thresholds.diamondScore && facts.isSalesA) {
    return { valueClass: 'diamond', decidedBy: 'diamond-score' }
  }
  const isStrategic = classes.strategic.isUsed && facts.isStrategic
  if (model.strategicBeforeGold && isStrategic) return STRATEGIC
  if (classes.gold.isUsed && score >= thresholds.goldScore) {
    return { valueClass: 'gold', decidedBy: 'gold-score' }
  }
  if (isStrategic) return STRATEGIC
  if (!classes.potential.isUsed) return GENERAL
  if (facts.growthUtility !== null && facts.growthUtility >= thresholds.potentialGrowth) {
    return { valueClass: 'potential', decidedBy: 'potential-growth' }
  }
  if (facts.hasOpenWallet) return { valueClass: 'potential', decidedBy: 'potential-wallet' }
  return GENERAL
}

/**
 * Every Problem rule that is on and fires. An unknown figure fires none; nor do too few orders or invoices
 * in the window, and the payment rules need as many invoices.
 */
export function problemRulesOf(inputs: AccountInputs, model: ScoringModel): readonly ProblemRule[] {
  const { orderCount, marginPercent, standing } = inputs
  const invoiceCount = inputs.payment?.invoiceCount ?? 0
  if (Math.max(orderCount, invoiceCount) < model.problemMinimumOrders) return NONE
  const limits = model.ruleLimits
  const payment = invoiceCount < model.problemMinimumOrders ? null : inputs.payment
  const fired: ProblemRule[] = []
  if (isBelow(marginPercent, limits.minimumMarginPercent)) fired.push('negative-margin')
  if (isBelow(payment?.collectionPercent, limits.minimumCollectionPercent)) fired.push('low-collection')
  if (isAbove(payment?.daysBeyondTerms, limits.maximumDaysBeyondTerms)) fired.push('late-payment')
  if (isAbove(payment?.overdueSharePercent, limits.maximumOverdueSharePercent)) fired.push('overdue-share')
  if (standing?.creditGrade === 'C') fired.push('credit-grade')
  if (standing?.hasOpenLitigation === true) fired.push('litigation')
  return fired.length === 0 ? NONE : fired.filter((rule) => model.problemRules.includes(rule))
}

/** Empty when the judgement carries the Strategic class: high enough, signed, reasoned and unexpired. */
export function strategicGaps(
  judgement: Judgement,
  model: ScoringModel,
  context: ClassificationContext,
): StrategicGap[] {
  const anchors = model.criteria.find((criterion) => criterion.key === 'influence')?.anchors
  const gaps: StrategicGap[] = []
  const utility = utilityOf(judgement.level, anchors ?? DEFAULT_ANCHORS.influence)
  if (utility < model.thresholds.strategicInfluence) gaps.push('influence')
  if (judgement.author.trim() === '') gaps.push('author')
  if (judgement.evidence.trim() === '') gaps.push('evidence')
  if (judgement.expiresOn === null || currentLevel(judgement, context.asOf) === null) gaps.push('expiry')
  return gaps
}

function isBelow(value: number | null | undefined, limit: number): boolean {
  return typeof value === 'number' && value < limit
}

function isAbove(value: number | null | undefined, limit: number): boolean {
  return typeof value === 'number' && value > limit
}

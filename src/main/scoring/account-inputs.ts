import { addMonths, type Day } from '#shared/domain/calendar.ts'
import type { Judgement } from '#shared/domain/party.ts'
import { CRITERIA, type CriterionKey } from '#shared/domain/scoring-model.ts'
import type { AbcClass } from '#shared/domain/value-class.ts'
import { type Growth, growthInput } from './growth.ts'

/** Payment behaviour over the window; each figure is null until it is known. */
export interface PaymentFacts {
  /** Cash applied / amount due in the window, at most 100. */
  collectionPercent: number | null
  /** Amount-weighted share paid within terms. */
  timelinessPercent: number | null
  /** Amount-weighted days beyond terms. */
  daysBeyondTerms: number | null
  /** Part of receivables overdue by more than 90 days. */
  overdueSharePercent: number | null
}

export const CREDIT_GRADES = ['AAA', 'AA', 'A', 'B', 'C'] as const
export type CreditGrade = (typeof CREDIT_GRADES)[number]

export interface StandingFacts {
  creditGrade: CreditGrade | null
  hasOpenLitigation: boolean | null
}

export interface WalletFacts {
  /** Our part of the customer's purchases in our categories. */
  shareOfWalletPercent: number
  /** Whether its purchases belong to the largest third of the portfolio. */
  isInTopThird: boolean
}

/**
 * What is known of one account at an as-of date. Null is unknown, never zero; a later model fills its
 * own block and leaves the others alone.
 */
export interface AccountInputs {
  hasTradedEver: boolean
  firstOrderedOn: Day | null
  /** Distinct orders in the window. */
  orderCount: number
  /** Net sales of the window in the model's currency, in units. */
  sales: number | null
  marginPercent: number | null
  growth: Growth | null
  abc: AbcClass | null
  influence: Judgement | null
  prospect: ProspectFacts | null
  payment: PaymentFacts | null
  standing: StandingFacts | null
  wallet: WalletFacts | null
}

/** Levels 1 to 5 for parties that never traded. */
export interface ProspectFacts {
  industryInfluence: number | null
  dealPotential: number | null
}

/** Limits of the hard rules, in the units of the facts they are compared with. */
export interface RuleLimits {
  minimumMarginPercent: number
  minimumCollectionPercent: number
  maximumDaysBeyondTerms: number
  maximumOverdueSharePercent: number
  /** Below this share of a top-third wallet an account is Potential. */
  openWalletPercent: number
}

export const DEFAULT_RULE_LIMITS: RuleLimits = {
  minimumMarginPercent: 0,
  minimumCollectionPercent: 80,
  maximumDaysBeyondTerms: 60,
  maximumOverdueSharePercent: 20,
  openWalletPercent: 30,
}

export interface ClassificationContext {
  asOf: Day
  /** Accounts whose first order is later than this are new; null while the history is too short to tell. */
  newAfter: Day | null
  limits: RuleLimits
}

/** Two quarters: shorter histories are flagged instead of judged. */
const NEW_ACCOUNT_MONTHS = 6

/** @param historyFrom first day of the workspace's orders; null when it is not known */
export function classificationContext(
  asOf: Day,
  historyFrom: Day | null,
  limits: RuleLimits = DEFAULT_RULE_LIMITS,
): ClassificationContext {
  const newAfter = addMonths(asOf, -NEW_ACCOUNT_MONTHS)
  const isTold = historyFrom !== null && historyFrom <= newAfter
  return { asOf, newAfter: isTold ? newAfter : null, limits }
}

export function isNewAccount(firstOrderedOn: Day | null, { newAfter }: ClassificationContext): boolean {
  return firstOrderedOn !== null && newAfter !== null && firstOrderedOn > newAfter
}

/** A judgement counts until its expiry day has passed; one without an expiry day stays. */
export function currentLevel(judgement: Judgement | null, asOf: Day): number | null {
  if (!judgement || (judgement.expiresOn !== null && judgement.expiresOn < asOf)) return null
  return judgement.level
}

/** The input of one criterion, in the criterion's unit. */
export function criterionInput(key: CriterionKey, inputs: AccountInputs, asOf: Day): number | null {
  switch (key) {
    case 'sales':
      return inputs.sales
    case 'margin':
      return inputs.marginPercent
    case 'collection':
      return inputs.payment?.collectionPercent ?? null
    case 'growth':
      return growthInput(inputs.growth)
    case 'timeliness':
      return inputs.payment?.timelinessPercent ?? null
    case 'influence':
      return currentLevel(inputs.influence, asOf)
  }
}

/** How many accounts have a known input, per criterion: what a starter model can rest on. */
export function knownCounts(accounts: readonly AccountInputs[], asOf: Day): Record<CriterionKey, number> {
  const counts = { sales: 0, margin: 0, collection: 0, growth: 0, timeliness: 0, influence: 0 }
  for (const account of accounts) {
    for (const key of CRITERIA) if (criterionInput(key, account, asOf) !== null) counts[key] += 1
  }
  return counts
}

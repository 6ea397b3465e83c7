import { addMonths, type Day } from '#shared/domain/calendar.ts'
import type { CreditGrade } from '#shared/domain/credit.ts'
import type { Judgement } from '#shared/domain/party.ts'
import {
  CRITERIA,
  type CriterionKey,
  type FieldCriterion,
  isFieldCriterion,
  type MainCriterion,
} from '#shared/domain/scoring-model.ts'
import type { AbcClass } from '#shared/domain/value-class.ts'
import { type Growth, growthInput } from './growth.ts'

/** Payment behaviour over the window; each figure is null until it is known. */
export interface PaymentFacts {
  /** Invoices due in the window: too few of them fire no Problem rule. */
  invoiceCount: number
  /** Cash applied / amount due in the window, at most 100. */
  collectionPercent: number | null
  /** Amount-weighted share paid within terms. */
  timelinessPercent: number | null
  /** Amount-weighted days beyond terms. */
  daysBeyondTerms: number | null
  /** Part of receivables overdue by more than 90 days. */
  overdueSharePercent: number | null
}

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

/** Results of other models, each null until its model has one for the account. */
export interface ModelOutputs {
  /** Points 0 to 100. */
  creditScore: number | null
  /** Currency units. */
  lifetimeValue: number | null
  /** Points 0 to 100. */
  salesQuality: number | null
}

/** Numbers of the firm's own fields; money in currency units. A field without a value is absent. */
export type FieldNumbers = Partial<Readonly<Record<FieldCriterion, number>>>

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
  outputs: ModelOutputs | null
  fields: FieldNumbers | null
}

/** Levels 1 to 5 for parties that never traded. */
export interface ProspectFacts {
  industryInfluence: number | null
  dealPotential: number | null
}

export interface ClassificationContext {
  asOf: Day
  /** Accounts whose first order is later than this are new; null while the history is too short to tell. */
  newAfter: Day | null
}

/** Two quarters: shorter histories are flagged instead of judged. */
const NEW_ACCOUNT_MONTHS = 6

/** @param historyFrom first day of the workspace's orders; null when it is not known */
export function classificationContext(asOf: Day, historyFrom: Day | null): ClassificationContext {
  const newAfter = addMonths(asOf, -NEW_ACCOUNT_MONTHS)
  const isTold = historyFrom !== null && historyFrom <= newAfter
  return { asOf, newAfter: isTold ? newAfter : null }
}

export function isNewAccount(firstOrderedOn: Day | null, { newAfter }: ClassificationContext): boolean {
  return firstOrderedOn !== null && newAfter !== null && firstOrderedOn > newAfter
}

/** A judgement counts until its expiry day has passed; one without an expiry day stays. */
export function currentLevel(judgement: Judgement | null, asOf: Day): number | null {
  if (!judgement || (judgement.expiresOn !== null && judgement.expiresOn < asOf)) return null
  return judgement.level
}

/** The input of one criterion, in the criterion's unit; null where it is unknown. */
export function criterionInput(key: CriterionKey, inputs: AccountInputs, asOf: Day): number | null {
  if (isFieldCriterion(key)) return inputs.fields?.[key] ?? null
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
    case 'credit-score':
      return inputs.outputs?.creditScore ?? null
    case 'share-of-wallet':
      return inputs.wallet?.shareOfWalletPercent ?? null
    case 'lifetime-value':
      return inputs.outputs?.lifetimeValue ?? null
    case 'sales-quality':
      return inputs.outputs?.salesQuality ?? null
  }
}

/** How many accounts have a known input, per criterion: what a starter model can rest on. */
export function knownCounts(accounts: readonly AccountInputs[], asOf: Day): Record<MainCriterion, number> {
  const counts = { sales: 0, margin: 0, collection: 0, growth: 0, timeliness: 0, influence: 0 }
  for (const account of accounts) {
    for (const key of CRITERIA) if (criterionInput(key, account, asOf) !== null) counts[key] += 1
  }
  return counts
}

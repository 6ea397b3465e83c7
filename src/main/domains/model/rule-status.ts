import type { z } from 'zod'
import { RULES_WITH_FIGURES, type ruleStatus } from '#shared/contract/model.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { AccountInputs } from '../../scoring/account-inputs.ts'
import { DEFAULT_WINDOW_MONTHS } from '../standing/classify-at.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { openWhatIf } from './what-if-portfolio.ts'

export type RuleStatus = z.infer<typeof ruleStatus>

/** The figure each rule tests; null where it is unknown. */
const FIGURES: Record<RuleStatus['rule'], (inputs: AccountInputs) => unknown> = {
  'negative-margin': ({ marginPercent }) => marginPercent,
  'low-collection': ({ payment }) => payment?.collectionPercent ?? null,
  'late-payment': ({ payment }) => payment?.daysBeyondTerms ?? null,
  'overdue-share': ({ payment }) => payment?.overdueSharePercent ?? null,
  'credit-grade': ({ standing }) => standing?.creditGrade ?? null,
  litigation: ({ standing }) => standing?.hasOpenLitigation ?? null,
  'potential-wallet': ({ wallet }) => wallet,
}

/** For how many accounts that traded each rule has what it tests. */
export function listRuleStatus(
  database: ReadDatabase,
  windowMonths: number = DEFAULT_WINDOW_MONTHS,
): RuleStatus[] {
  const inputs = effectiveAsOf(database) === null ? [] : openWhatIf(database, windowMonths, []).inputs
  const trading = inputs.filter(({ hasTradedEver }) => hasTradedEver)
  return RULES_WITH_FIGURES.map((rule) => ({
    rule,
    knownCount: trading.filter((account) => FIGURES[rule](account) !== null).length,
  }))
}

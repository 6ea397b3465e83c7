import type { z } from 'zod'
import type { criterionStatus } from '#shared/contract/model.ts'
import {
  type BuiltInCriterion,
  CRITERIA,
  type CriterionKey,
  isFieldCriterion,
  type ScoringModel,
} from '#shared/domain/scoring-model.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { criterionInput } from '../../scoring/account-inputs.ts'
import { anchorPercentiles, defaultAnchors } from '../../scoring/anchors.ts'
import { criteriaWithData } from '../../scoring/starter-model.ts'
import { DEFAULT_WINDOW_MONTHS } from '../standing/classify-at.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { openWhatIf } from './what-if-portfolio.ts'

export type CriterionStatus = z.infer<typeof criterionStatus>

const BINS = 20
const MAIN: readonly CriterionKey[] = CRITERIA

/** What gives a criterion its data. */
const NEEDS: Record<BuiltInCriterion, NonNullable<CriterionStatus['needs']>> = {
  sales: 'orders',
  margin: 'cost',
  collection: 'invoices',
  growth: 'two-years',
  timeliness: 'invoices',
  influence: 'judgements',
  'credit-score': 'credit',
  'share-of-wallet': 'wallet',
  'lifetime-value': 'lifetime',
  'sales-quality': 'orders',
}

/**
 * The six main criteria, and what else the model holds, with the inputs of the accounts that have traded. `needs` is null for those that are
 * active or could be: known for half of the accounts that bought in the window.
 */
export function listCriterionStatus(database: ReadDatabase, model: ScoringModel | null): CriterionStatus[] {
  const asOf = effectiveAsOf(database)
  const windowMonths = model?.windowMonths ?? DEFAULT_WINDOW_MONTHS
  const keys = model?.criteria.map(({ key }) => key) ?? []
  const accounts =
    asOf === null
      ? []
      : openWhatIf(database, windowMonths, keys).inputs.filter((account) => account.hasTradedEver)
  const available: readonly CriterionKey[] = asOf === null ? [] : criteriaWithData(accounts, asOf)
  const others = keys.filter((key) => !MAIN.includes(key))
  return [...MAIN, ...others].map((key) => {
    const criterion = model?.criteria.find((candidate) => candidate.key === key)
    const values = accounts
      .map((account) => (asOf === null ? null : criterionInput(key, account, asOf)))
      .filter((value) => value !== null)
    return {
      key,
      isActive: criterion !== undefined,
      knownCount: values.length,
      needs: criterion || available.includes(key) ? null : isFieldCriterion(key) ? 'field' : NEEDS[key],
      histogram: histogramOf(values, criterion?.anchors ?? defaultAnchors(key)),
      percentiles: anchorPercentiles(values),
    }
  })
}

/** Counts in equal bins from the first to the last anchor; what lies outside counts at the ends. */
function histogramOf(values: readonly number[], anchors: readonly number[]): number[] {
  const first = anchors[0] ?? 0
  const width = ((anchors.at(-1) ?? first) - first) / BINS
  const bins = Array<number>(BINS).fill(0)
  for (const value of values) {
    const bin = width > 0 ? Math.floor((value - first) / width) : 0
    const within = Math.min(Math.max(bin, 0), BINS - 1)
    bins[within] = (bins[within] ?? 0) + 1
  }
  return bins
}

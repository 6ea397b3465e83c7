import type { CriterionKey } from '#shared/domain/scoring-model.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { ModelOutputs } from '../../scoring/account-inputs.ts'
import { readSalesQuality } from '../order/sales-quality.ts'
import { readLifetimeValues } from './lifetime-values.ts'
import type { WindowPair } from './window-pair.ts'

/** Outputs that take a pass over order lines or over all accounts: read where a model counts them. */
const COSTLY: readonly CriterionKey[] = ['sales-quality', 'lifetime-value']

/** Those of the costly outputs that some version of the model counts, or that are asked for. */
export function countedOutputs(
  { sqlite }: ReadDatabase,
  asked: readonly CriterionKey[],
): readonly CriterionKey[] {
  const isCounted = sqlite
    .prepare<[string], 1>(
      'SELECT 1 FROM scoring_model WHERE is_deleted = 0 AND instr(definition, ?) > 0 LIMIT 1',
    )
    .pluck()
  return COSTLY.filter((key) => asked.includes(key) || isCounted.get(`"${key}"`) !== undefined)
}

/** Results of other models for one account after another; null where none of them has one. */
export function readModelOutputs(
  database: ReadDatabase,
  windows: WindowPair,
  windowMonths: number,
  creditPoints: (accountKey: number) => number | null,
  counted: readonly CriterionKey[],
): (accountKey: number) => ModelOutputs | null {
  const quality = counted.includes('sales-quality') ? readSalesQuality(database, windows.window.to) : null
  const values = counted.includes('lifetime-value')
    ? readLifetimeValues(database, windows, windowMonths)
    : null
  return (accountKey) => {
    const creditScore = creditPoints(accountKey)
    const salesQuality = quality?.get(accountKey) ?? null
    const lifetimeValue = values?.get(accountKey) ?? null
    if (creditScore === null && salesQuality === null && lifetimeValue === null) return null
    return { creditScore, lifetimeValue, salesQuality }
  }
}

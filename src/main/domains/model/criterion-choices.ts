import type { z } from 'zod'
import type { criterionChoice } from '#shared/contract/model.ts'
import { builtInCriterion, type FieldCriterion, UNIT_BY_CRITERION } from '#shared/domain/scoring-model.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { listNumericFields } from '../standing/field-facts.ts'

export type CriterionChoice = z.infer<typeof criterionChoice>

/** Built-in criteria in their order, then the number and money fields of accounts in theirs. */
export function listCriterionChoices(database: ReadDatabase): CriterionChoice[] {
  return [
    ...builtInCriterion.options.map((key) => ({
      key,
      name: null,
      unit: UNIT_BY_CRITERION[key],
      unitLabel: null,
    })),
    ...listNumericFields(database).map(({ key, name, isMoney, unit }) => ({
      key,
      name,
      unit: isMoney ? ('money' as const) : ('number' as const),
      unitLabel: unit,
    })),
  ]
}

/** Keys of the number and money fields that are there. */
export function numericFieldKeys(database: ReadDatabase): ReadonlySet<FieldCriterion> {
  return new Set(listNumericFields(database).map(({ key }) => key))
}

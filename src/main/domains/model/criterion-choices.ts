import type { z } from 'zod'
import type { criterionChoice } from '#shared/contract/model.ts'
import {
  builtInCriterion,
  type FieldCriterion,
  fieldCriterion,
  UNIT_BY_CRITERION,
} from '#shared/domain/scoring-model.ts'
import { blobToId } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'

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
    ...listNumericFields(database),
  ]
}

/** Keys of the number and money fields that are there. */
export function numericFieldKeys(database: ReadDatabase): ReadonlySet<FieldCriterion> {
  return new Set(listNumericFields(database).map(({ key }) => key))
}

function listNumericFields(database: ReadDatabase): (CriterionChoice & { key: FieldCriterion })[] {
  return database
    .all(
      tables
        .selectFrom('custom_field')
        .select(['id', 'name', 'kind', 'unit'])
        .where('is_deleted', '=', 0)
        .where('owner', '=', 'account')
        .where('kind', 'in', ['number', 'money'])
        .orderBy('position')
        .orderBy('id'),
    )
    .map((row) => ({
      key: fieldCriterion.parse(`field:${blobToId(row.id)}`),
      name: row.name ?? '',
      unit: row.kind === 'money' ? 'money' : 'number',
      unitLabel: row.unit,
    }))
}

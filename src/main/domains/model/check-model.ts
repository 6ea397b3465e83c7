import { MainstayError } from '#shared/contract/call-result.ts'
import type { ModelProblem } from '#shared/contract/model.ts'
import type { ModelDraft } from '#shared/domain/scoring-model.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { modelProblems } from '../../scoring/model-problems.ts'
import { readSettings } from '../settings/settings-repository.ts'
import { numericFieldKeys } from './criterion-choices.ts'

/** What keeps a model from being used in this workspace; empty for a sound one. */
export function checkModel(database: ReadDatabase, model: ModelDraft): ModelProblem[] {
  return modelProblems(model, {
    currency: readSettings(database).baseCurrency,
    fields: numericFieldKeys(database),
  })
}

/** Errors: the code of the first problem. */
export function requireSound(database: ReadDatabase, model: ModelDraft): void {
  const [first] = checkModel(database, model)
  if (!first) return
  throw new MainstayError(first.code, `The model can't be used: ${first.code}.`, {
    ...first.values,
    criterion: first.criterion,
  })
}

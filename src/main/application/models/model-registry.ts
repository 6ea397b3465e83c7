import { MainstayError } from '#shared/contract/call-result.ts'
import { ACCOUNT_MODELS } from './account-models.ts'
import { CONTRIBUTION_MODELS } from './contribution-models.ts'
import { CUSTOMER_BASE_MODELS } from './customer-base-models.ts'
import { JUDGEMENT_MODELS } from './judgement-models.ts'
import { PORTFOLIO_MODELS } from './portfolio-models.ts'
import type { PublishedModel } from './published-model.ts'

/** Every pure model that can be run on plain JSON, by name. */
export const MODEL_REGISTRY: ReadonlyMap<string, PublishedModel> = new Map(
  [
    ...PORTFOLIO_MODELS,
    ...CONTRIBUTION_MODELS,
    ...CUSTOMER_BASE_MODELS,
    ...JUDGEMENT_MODELS,
    ...ACCOUNT_MODELS,
  ].map((model) => [model.name, model]),
)

/** What `model --list` prints of each. */
export function describeModels(): Omit<PublishedModel, 'run'>[] {
  return Array.from(MODEL_REGISTRY.values(), ({ run: _, ...described }) => described)
}

/** Throws not-found with the names there are. */
export function findModel(name: string): PublishedModel {
  const model = MODEL_REGISTRY.get(name)
  if (model) return model
  const names = [...MODEL_REGISTRY.keys()]
  throw new MainstayError('not-found', `There is no model "${name}". Models: ${names.join(', ')}.`, {
    name,
    names,
  })
}

/**
 * The answer of a model as plain data. Throws invalid-input for what the model can make nothing of, also
 * where its figures leave the range of numbers.
 */
export function runModel(name: string, input: unknown): unknown {
  const model = findModel(name)
  const text = JSON.stringify(model.run(input), (key, value) => {
    if (typeof value !== 'number' || Number.isFinite(value)) return value
    throw new MainstayError('invalid-input', `${name}: ${key}: the figures leave the range of numbers.`, {
      name,
      fields: [{ path: key, message: 'not finite' }],
    })
  })
  return JSON.parse(text)
}

import type { ModelParameter } from './use-model-parameters.ts'

export interface ParameterDifference {
  key: string
  label: string
  /** Null where only the other model has the parameter. */
  was: string | null
  is: string | null
}

/** Parameters that are not the same in both, in the order of the models. */
export function parameterDifferences(
  before: readonly ModelParameter[],
  after: readonly ModelParameter[],
): ParameterDifference[] {
  const was = new Map(before.map((parameter) => [parameter.key, parameter]))
  const is = new Map(after.map((parameter) => [parameter.key, parameter]))
  return [...new Map([...was, ...is]).values()].flatMap(({ key, label }) => {
    const old = was.get(key)?.value ?? null
    const now = is.get(key)?.value ?? null
    return old === now ? [] : [{ key, label, was: old, is: now }]
  })
}

import type { InputOf, OperationName } from '#shared/contract/contract.ts'

/** `[noun, verb, input]`, so that a change of a noun finds its queries. */
export function callKey<Name extends OperationName>(
  name: Name,
  input: InputOf<Name>,
): readonly [string, string, InputOf<Name>] {
  const [noun = '', verb = ''] = name.split('.')
  return [noun, verb, input]
}

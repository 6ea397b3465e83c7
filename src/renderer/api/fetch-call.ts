import type { InputOf, OperationName, OutputOf } from '#shared/contract/contract.ts'
import { callKey } from './call-key.ts'
import { call } from './client.ts'
import { queryClient } from './query-client.ts'

/** The answer of a query outside of rendering: the one remembered while it is fresh, else asked for; throws a `CallFailure`. */
export const fetchCall = <Name extends OperationName>(
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> =>
  queryClient.fetchQuery({ queryKey: callKey(name, input), queryFn: () => call(name, input) })

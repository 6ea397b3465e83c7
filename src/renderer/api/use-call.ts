import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { InputOf, OperationName, OutputOf } from '#shared/contract/contract.ts'
import type { CallFailure } from './call-failure.ts'
import { callKey } from './call-key.ts'
import { call } from './client.ts'

export interface CallOptions {
  /** False waits: nothing is asked until it turns true. */
  enabled?: boolean
  /** Shows the previous answer while the next input is being answered. */
  keepPrevious?: boolean
  /** Milliseconds after which the answer is asked for again at the next mount; never by default. */
  staleTime?: number
}

/** A query of the contract as a react-query result; `error.code` is one of the closed list. */
export function useCall<Name extends OperationName>(
  name: Name,
  input: InputOf<Name>,
  options: CallOptions = {},
): UseQueryResult<OutputOf<Name>, CallFailure> {
  return useQuery<OutputOf<Name>, CallFailure>({
    queryKey: callKey(name, input),
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}

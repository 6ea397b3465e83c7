import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import type { InputOf, OperationName, OutputOf } from '#shared/contract/contract.ts'
import { showToast } from '../components/toast.ts'
import type { CallFailure } from './call-failure.ts'
import { call } from './client.ts'
import { useErrorText } from './use-error-text.ts'

export interface CommandOptions<Name extends OperationName> {
  /** Codes the caller shows itself, so that no toast appears for them. */
  handles?: readonly CallFailure['code'][]
  onSuccess?: (value: OutputOf<Name>, input: InputOf<Name>) => void
  onError?: (failure: CallFailure) => void
}

/** A command of the contract; a failure is told in a toast, in the user's language, unless the caller handles it. */
export function useCommand<Name extends OperationName>(
  name: Name,
  options: CommandOptions<Name> = {},
): UseMutationResult<OutputOf<Name>, CallFailure, InputOf<Name>> {
  const errorText = useErrorText()
  return useMutation<OutputOf<Name>, CallFailure, InputOf<Name>>({
    mutationKey: [name],
    mutationFn: (input) => call(name, input),
    onSuccess: (value, input) => options.onSuccess?.(value, input),
    onError: (failure) => {
      options.onError?.(failure)
      if (options.handles?.includes(failure.code)) return
      const { what, remedy } = errorText(failure)
      showToast({ title: what, message: remedy, isFailure: true })
    },
  })
}

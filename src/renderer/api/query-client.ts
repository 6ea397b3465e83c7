import { QueryClient } from '@tanstack/react-query'
import type { Noun } from '#shared/contract/events.ts'
import { affectedOperationNouns } from './affected-operations.ts'

/** Answers come from this machine, so nothing is retried and an answer is fresh until an event says otherwise. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: 0,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: 'always', retry: 0 },
  },
})

/** Refetches what is on screen of these nouns and forgets the rest. */
export function invalidateNouns(nouns: readonly Noun[]): void {
  const affected = affectedOperationNouns(nouns)
  void queryClient.invalidateQueries({
    predicate: (query) => {
      const noun = query.queryKey[0]
      return typeof noun === 'string' && affected.has(noun)
    },
  })
}

/** After another workspace was opened no earlier answer may be shown. */
export function forgetWorkspaceAnswers(): void {
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'preferences' })
}

import { type Query, QueryClient } from '@tanstack/react-query'
import type { Noun } from '#shared/contract/events.ts'
import type { WorkspaceSummary } from '#shared/contract/workspace.ts'
import { affectedOperationNouns } from './affected-operations.ts'
import { callKey } from './call-key.ts'

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

const isOfWorkspace = (query: Query): boolean => query.queryKey[0] !== 'preferences'

/** Takes note of the workspace now open, or of none; what is asked next is asked of it. */
export function noteWorkspace(workspace: WorkspaceSummary | null): void {
  queryClient.setQueryData(callKey('workspace.current', {}), workspace)
}

/** After another workspace was opened no earlier answer may be shown: what is on screen is asked anew. */
export function forgetWorkspaceAnswers(): void {
  queryClient.removeQueries({ type: 'inactive', predicate: isOfWorkspace })
  void queryClient.resetQueries({
    type: 'active',
    predicate: (query) =>
      isOfWorkspace(query) && query.queryKey.slice(0, 2).join('.') !== 'workspace.current',
  })
}

/** Asks anew for what the host knows of the open workspace, such as its newest backup. */
export function refetchWorkspaceFacts(): void {
  void queryClient.invalidateQueries({ queryKey: ['workspace'] })
}

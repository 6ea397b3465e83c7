import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { HistoryEntry } from '#shared/contract/history.ts'
import type { CallFailure } from '../../api/call-failure.ts'
import { call } from '../../api/client.ts'

type HistoryPageAnswer = OutputOf<'history.list'>

const PAGE_ROWS = 100

export interface HistoryEntries {
  entries: readonly HistoryEntry[]
  total: number
  loadMore: (() => void) | null
  isLoading: boolean
  failure: CallFailure | null
}

/** The history, newest first, a page at a time. */
export function useHistoryEntries(): HistoryEntries {
  const pages = useInfiniteQuery<
    HistoryPageAnswer,
    CallFailure,
    InfiniteData<HistoryPageAnswer>,
    readonly string[],
    number
  >({
    queryKey: ['history', 'list', 'pages'],
    queryFn: ({ pageParam }) => call('history.list', { offset: pageParam, limit: PAGE_ROWS }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const loaded = all.length * PAGE_ROWS
      return loaded < last.total ? loaded : undefined
    },
  })
  const loaded = pages.data?.pages ?? []
  return {
    entries: loaded.flatMap((page) => page.entries),
    total: loaded[0]?.total ?? 0,
    loadMore: pages.hasNextPage ? () => void pages.fetchNextPage() : null,
    isLoading: pages.isPending || pages.isFetchingNextPage,
    failure: pages.error,
  }
}

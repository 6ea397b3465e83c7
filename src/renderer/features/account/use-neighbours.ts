import { useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useCall } from '../../api/use-call.ts'
import { neighboursOf, rememberedAccountOrder } from '../../components/account-order.ts'

export interface Neighbours {
  place: number
  total: number
  toPrevious: (() => void) | null
  toNext: (() => void) | null
}

/** The accounts before and after this one in the view the user came from; the tab stays. */
export function useNeighbours(id: string, tab: string | undefined): Neighbours | null {
  const navigate = useNavigate()
  const [order] = useState(rememberedAccountOrder)
  const { data: ids } = useCall('account.listIds', order)
  const go = useCallback(
    (accountId: string) =>
      void navigate({
        to: '/accounts/$accountId',
        params: { accountId },
        search: tab ? { tab } : {},
        replace: true,
      }),
    [navigate, tab],
  )
  const found = ids ? neighboursOf(ids, id) : null
  if (!ids || !found) return null
  const { place, previous, next } = found
  return {
    place,
    total: ids.length,
    toPrevious: previous === null ? null : () => go(previous),
    toNext: next === null ? null : () => go(next),
  }
}

import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

export interface AnalysisSearch {
  /** Account the drawer explains. */
  account: string | undefined
  /** What else the address holds of the view. */
  detail: string | undefined
  /** Opens an account in the drawer; undefined closes it. */
  openAccount: (id: string | undefined) => void
  setDetail: (detail: string | undefined) => void
}

/** The state of the view that stands in the address. */
export function useAnalysisSearch(): AnalysisSearch {
  const { tab, account, detail } = getRouteApi('/workspace/analysis').useSearch()
  const navigate = useNavigate()
  const go = useCallback(
    (next: { account?: string | undefined; detail?: string | undefined }) => {
      const search = Object.fromEntries(
        Object.entries({ tab, account, detail, ...next }).filter(([, value]) => value !== undefined),
      )
      void navigate({ to: '/analysis', search, replace: true })
    },
    [navigate, tab, account, detail],
  )
  const openAccount = useCallback((id: string | undefined) => go({ account: id }), [go])
  const setDetail = useCallback((next: string | undefined) => go({ detail: next }), [go])
  return { account, detail, openAccount, setDetail }
}

import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { AccountFilter, AccountSort } from '#shared/contract/account.ts'
import type { SavedView } from '#shared/contract/view.ts'
import { useCall } from '../../api/use-call.ts'
import { rememberAccountOrder } from '../../components/account-order.ts'
import { KEY_ACCOUNT_CLASSES, normalFilter } from './account-filters.ts'
import { type ColumnKey, type GridView, resolveView } from './grid-view.ts'
import { useAccountFields } from './use-account-fields.ts'

const NO_VIEWS: readonly SavedView[] = []

export interface AccountsView {
  view: GridView
  savedViews: readonly SavedView[]
  previewId: string | null
  setFilter: (filter: AccountFilter) => void
  setSort: (sort: AccountSort[]) => void
  setColumns: (columns: readonly ColumnKey[]) => void
  setPreview: (id: string | null) => void
  /** 'all', 'key' or the id of a saved view, as it was saved. */
  openTab: (tab: string) => void
}

/** The first of equal values, so that what hangs on it does not start again when only the address changes. */
function useStable<Value>(value: Value): Value {
  const [kept, keep] = useState(value)
  if (JSON.stringify(kept) === JSON.stringify(value)) return kept
  keep(value)
  return value
}

/** What the grid shows, kept in the address so that back, reload and links bring it again. */
export function useAccountsView(): AccountsView {
  const search = getRouteApi('/workspace/accounts').useSearch()
  const navigate = useNavigate()
  const { data: savedViews = NO_VIEWS } = useCall('view.list', {})
  const { fields } = useAccountFields()
  const resolved = resolveView(search, savedViews, fields)
  const filter = useStable(resolved.filter)
  const sort = useStable(resolved.sort)
  const columns = useStable(resolved.columns)
  const { tab, isChanged } = resolved
  const saved = useStable(resolved.saved)
  const view = useMemo<GridView>(
    () => ({ tab, isChanged, saved, filter, sort, columns }),
    [tab, isChanged, saved, filter, sort, columns],
  )

  useEffect(() => {
    rememberAccountOrder({ filter, sort: [...sort] })
  }, [filter, sort])

  const go = useCallback(
    (change: Partial<typeof search>, isStep = false) =>
      void navigate({
        to: '/accounts',
        search: (current) => ({ ...current, ...change }),
        replace: !isStep,
      }),
    [navigate],
  )
  return {
    view,
    savedViews,
    previewId: search.preview ?? null,
    setFilter: useCallback((filter) => go({ filter: normalFilter(filter) }, true), [go]),
    setSort: useCallback((sort) => go({ sort }), [go]),
    setColumns: useCallback((columns) => go({ columns: [...columns] }), [go]),
    setPreview: useCallback((id) => go({ preview: id ?? undefined }), [go]),
    openTab: useCallback(
      (tab) =>
        void navigate({
          to: '/accounts',
          search:
            tab === 'all'
              ? {}
              : tab === 'key'
                ? { filter: { valueClasses: [...KEY_ACCOUNT_CLASSES] } }
                : { view: tab },
        }),
      [navigate],
    ),
  }
}

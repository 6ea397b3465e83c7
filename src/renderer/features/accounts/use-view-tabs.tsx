import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountFilter } from '#shared/contract/account.ts'
import type { SavedView } from '#shared/contract/view.ts'
import { useCall } from '../../api/use-call.ts'
import { useFormat } from '../../components/format.tsx'
import type { PageTab } from '../../components/page/PageTabs.tsx'
import { KEY_ACCOUNT_CLASSES } from './account-filters.ts'
import type { GridView } from './grid-view.ts'

function MatchCount({ filter }: { filter: AccountFilter }) {
  const format = useFormat()
  const { data } = useCall('account.list', { filter, sort: [], offset: 0, limit: 1 })
  return data ? format.number(data.total) : null
}

/** Key accounts, all accounts, then the saved views, each with its number of accounts. */
export function useViewTabs(
  view: GridView,
  savedViews: readonly SavedView[],
  onOpen: (tab: string) => void,
): PageTab[] {
  const { t } = useTranslation('accounts')
  return useMemo(() => {
    const tabs = [
      { key: 'key', label: t('tab.key'), filter: { valueClasses: [...KEY_ACCOUNT_CLASSES] } },
      { key: 'all', label: t('tab.all'), filter: {} },
      ...savedViews.map(({ id, name, filter }) => ({ key: id, label: name, filter })),
    ]
    return tabs.map(({ key, label, filter }) => ({
      key,
      label,
      count: <MatchCount filter={filter} />,
      isActive: view.tab === key,
      onSelect: () => onOpen(key),
    }))
  }, [t, view.tab, savedViews, onOpen])
}

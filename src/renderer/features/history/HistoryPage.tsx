import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page/Page.tsx'
import { EntryList } from './EntryList.tsx'
import { RowHistory } from './RowHistory.tsx'

const route = getRouteApi('/workspace/history')

/** Who changed what and when; every step can be taken back or done again from here. */
export function HistoryPage() {
  const { t } = useTranslation('history')
  const { row } = route.useSearch()
  return row ? (
    <Page
      breadcrumb={[{ label: t('title'), link: { to: '/history' } }, { label: t('ofRow.title') }]}
      padding="none"
    >
      <RowHistory rowId={row} />
    </Page>
  ) : (
    <EntryList />
  )
}

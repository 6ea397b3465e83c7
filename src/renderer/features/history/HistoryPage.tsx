import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page/Page.tsx'

export function HistoryPage() {
  const { t } = useTranslation('history')
  return <Page breadcrumb={[{ label: t('title') }]}>{null}</Page>
}

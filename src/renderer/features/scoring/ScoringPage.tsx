import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page/Page.tsx'

export function ScoringPage() {
  const { t } = useTranslation('scoring')
  return <Page breadcrumb={[{ label: t('title') }]}>{null}</Page>
}

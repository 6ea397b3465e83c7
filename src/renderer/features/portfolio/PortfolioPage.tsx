import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page/Page.tsx'

export function PortfolioPage() {
  const { t } = useTranslation('portfolio')
  return <Page breadcrumb={[{ label: t('title') }]}>{null}</Page>
}

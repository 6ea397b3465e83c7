import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page/Page.tsx'

export function ImportPage() {
  const { t } = useTranslation('import')
  return <Page breadcrumb={[{ label: t('title') }]}>{null}</Page>
}

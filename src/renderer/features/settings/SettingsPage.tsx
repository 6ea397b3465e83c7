import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page/Page.tsx'

export function SettingsPage() {
  const { t } = useTranslation('settings')
  return <Page breadcrumb={[{ label: t('title') }]}>{null}</Page>
}

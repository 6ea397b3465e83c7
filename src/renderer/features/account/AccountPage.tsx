import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page/Page.tsx'

export function AccountPage() {
  const { t } = useTranslation('account')
  return <Page breadcrumb={[{ label: t('title') }]}>{null}</Page>
}

import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page/Page.tsx'

export function AccountsPage() {
  const { t } = useTranslation('accounts')
  return <Page breadcrumb={[{ label: t('title') }]}>{null}</Page>
}

import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useOpenWorkspace } from '../../components/use-open-workspace.ts'

export function StartPage() {
  const { t } = useTranslation('start')
  const { openSample } = useOpenWorkspace()
  return <Button onClick={openSample}>{t('title')}</Button>
}

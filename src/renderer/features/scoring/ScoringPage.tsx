import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../api/use-call.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { LoadingLine } from '../../components/LoadingLine.tsx'
import { Page } from '../../components/page/Page.tsx'
import { ModelPage } from './ModelPage.tsx'

/** The model in force: what counts, how much, from which figure on, what else could count, and what if. */
export function ScoringPage() {
  const { t } = useTranslation('scoring')
  const current = useCall('model.current', {})
  if (current.data?.model) return <ModelPage model={current.data.model} current={current.data} />
  return (
    <Page breadcrumb={[{ label: t('title') }]}>
      {current.error ? (
        <ErrorNotice failure={current.error} />
      ) : !current.data ? (
        <LoadingLine />
      ) : (
        <EmptyState
          title={t('empty.title')}
          action={
            <Button
              size="sm"
              variant="filled"
              leftSection={<IconUpload size={16} stroke={1.6} />}
              renderRoot={(props) => <Link to="/import" {...props} />}
            >
              {t('empty.action')}
            </Button>
          }
        >
          {t('empty.text')}
        </EmptyState>
      )}
    </Page>
  )
}

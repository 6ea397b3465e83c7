import { useTranslation } from 'react-i18next'
import { useCall } from '../../api/use-call.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { ImportFirst } from '../../components/ImportFirst.tsx'
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
        <ImportFirst title={t('empty.title')} action={t('empty.action')}>
          {t('empty.text')}
        </ImportFirst>
      )}
    </Page>
  )
}

import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Notice } from '../../components/Notice.tsx'
import { type ImportSession, reviseSession } from './import-session.ts'
import { JobProgress } from './JobProgress.tsx'
import styles from './ProblemsStep.module.css'
import { Receipt } from './Receipt.tsx'
import type { WriteState } from './use-write-import.ts'

export interface WriteStepProps {
  session: ImportSession
  writing: WriteState
}

/** Writing, which goes on when the user leaves, and what came of it. */
export function WriteStep({ session, writing }: WriteStepProps) {
  const { t } = useTranslation('import')
  const cancel = useCommand('job.cancel')
  const { commitJobId } = session
  const goBack = () => reviseSession({ commitJobId: null })

  if (writing.state === 'done') return <Receipt receipt={writing.receipt} fileName={session.file.name} />
  if (writing.state === 'running') {
    return (
      <JobProgress
        title={t('writing.title', { name: session.file.name })}
        note={t('writing.note')}
        percent={writing.percent}
        rows={writing.rows}
        onCancel={() => commitJobId && cancel.mutate({ jobId: commitJobId })}
      />
    )
  }
  return (
    <div className={styles.notice}>
      {writing.state === 'cancelled' ? (
        <Notice
          tone="plain"
          role="status"
          title={t('writing.cancelled')}
          action={<Button onClick={goBack}>{t('writing.backToMapping')}</Button>}
        >
          {t('writing.asBefore')}
        </Notice>
      ) : (
        <ErrorNotice
          failure={writing.failure}
          action={<Button onClick={goBack}>{t('writing.backToMapping')}</Button>}
        />
      )}
    </div>
  )
}

import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../components/Notice.tsx'
import styles from './FileStep.module.css'
import type { ImportSession } from './import-session.ts'
import { useWriteState } from './use-write-import.ts'

export interface UnfinishedImportProps {
  session: ImportSession
  onResume: () => void
  onForget: () => void
}

/** A file that was begun: to be gone on with, watched, or looked at once it is written. */
export function UnfinishedImport({ session, onResume, onForget }: UnfinishedImportProps) {
  const { t } = useTranslation('import')
  const writing = useWriteState(session)
  const stage = writing === null ? 'mapping' : writing.state === 'running' ? 'writing' : 'written'
  return (
    <Notice
      tone="plain"
      role="status"
      action={
        <span className={styles.acts}>
          <Button onClick={onResume}>{t(`unfinished.${stage}.show`)}</Button>
          {stage !== 'writing' && (
            <Button variant="subtle" color="gray" onClick={onForget}>
              {t('unfinished.forget')}
            </Button>
          )}
        </span>
      }
    >
      {t(`unfinished.${stage}.text`, { name: session.file.name })}
    </Notice>
  )
}

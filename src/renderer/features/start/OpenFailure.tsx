import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import type { OpenWorkspace } from '../../components/use-open-workspace.ts'
import styles from './OpenFailure.module.css'

const COPY_HELPS: ReadonlySet<string> = new Set(['workspace-locked', 'unsafe-location'])

/** Why a workspace did not open, with the way out where there is one. */
export function OpenFailure({ opening }: { opening: OpenWorkspace }) {
  const { t } = useTranslation('start')
  const forget = useCommand('workspace.forgetRecent')
  const { failure, failedTarget } = opening
  if (!failure) return null
  const recentId = failedTarget && 'recentId' in failedTarget ? failedTarget.recentId : null
  return (
    <div className={styles.failure}>
      <ErrorNotice failure={failure} />
      <div className={styles.ways}>
        {COPY_HELPS.has(failure.code) && (
          <Button onClick={opening.openReadOnly} loading={opening.isBusy}>
            {t('failure.openCopy')}
          </Button>
        )}
        {failure.code === 'workspace-missing' && recentId && (
          <Button
            onClick={() => {
              forget.mutate({ recentId })
              opening.forgetFailure()
            }}
          >
            {t('recent.forget')}
          </Button>
        )}
        <Button variant="subtle" onClick={opening.forgetFailure}>
          {t('close', { ns: 'common' })}
        </Button>
      </div>
    </div>
  )
}

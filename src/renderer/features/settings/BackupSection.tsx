import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../api/use-call.ts'
import { useCommand } from '../../api/use-command.ts'
import { useFormat } from '../../components/format.tsx'
import { SimpleTable } from '../../components/SimpleTable.tsx'
import { useCheckpoint } from '../../components/use-checkpoint.ts'
import { useExportCopy } from '../../components/use-export-copy.ts'
import { useOpenWorkspace } from '../../components/use-open-workspace.ts'
import { Section } from './Section.tsx'
import styles from './Settings.module.css'

/** Verified copies of the workspace; any of them opens beside it. */
export function BackupSection() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { data: backups = [] } = useCall('workspace.listBackups', {})
  const checkpoint = useCheckpoint()
  const { exportCopy, isBusy } = useExportCopy()
  const { enter } = useOpenWorkspace()
  const restore = useCommand('workspace.restoreBackup', { onSuccess: (workspace) => enter(workspace) })
  return (
    <Section
      title={t('backups.title')}
      note={t('backups.note')}
      actions={
        <>
          <Button onClick={exportCopy} loading={isBusy}>
            {t('backups.export')}
          </Button>
          <Button onClick={checkpoint}>{t('backups.checkpoint')}</Button>
        </>
      }
    >
      {backups.length === 0 ? (
        <p className={styles.note}>{t('backups.none')}</p>
      ) : (
        <div className={styles.table}>
          <SimpleTable
            label={t('backups.title')}
            isTight
            columns={[
              { key: 'at', label: t('backups.madeAt') },
              { key: 'reason', label: t('backups.reason') },
              { key: 'accounts', label: t('backups.accounts'), align: 'end' },
              { key: 'size', label: t('backups.size'), align: 'end' },
              { key: 'act', label: t('backups.open'), isLabelHidden: true, align: 'end' },
            ]}
            rows={backups.map((backup) => ({
              key: backup.id,
              cells: [
                <span key="at" title={format.momentFull(backup.madeAt)}>
                  {format.moment(backup.madeAt)}
                </span>,
                t(`backups.reasons.${backup.reason}`),
                format.number(backup.accountCount),
                format.bytes(backup.bytes),
                <Button
                  key="open"
                  size="xs"
                  variant="transparent"
                  aria-label={t('backups.openOf', { time: format.momentFull(backup.madeAt) })}
                  disabled={restore.isPending}
                  onClick={() => restore.mutate({ backupId: backup.id })}
                >
                  {t('backups.open')}
                </Button>,
              ],
            }))}
          />
        </div>
      )}
    </Section>
  )
}

import { IconFile, IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useRunningJob } from '../api/jobs.ts'
import { useCall } from '../api/use-call.ts'
import { useCommand } from '../api/use-command.ts'
import { useFormat } from '../components/format.tsx'
import { ProgressBar } from '../components/ProgressBar.tsx'
import styles from './StatusBar.module.css'

function RunningJob() {
  const { t } = useTranslation('common')
  const format = useFormat()
  const job = useRunningJob()
  const cancel = useCommand('job.cancel')
  if (!job) return null
  const percent = job.total > 0 ? Math.min(100, (100 * job.done) / job.total) : null
  const label = t(`jobs.${job.kind}`)
  return (
    <span className={styles.job} role="status">
      {label}
      <ProgressBar percent={percent} label={label} width={80} />
      {percent === null ? (
        t('jobs.rows', { count: job.rows, rows: format.number(job.rows) })
      ) : (
        <b>{format.percent(percent, 0)}</b>
      )}
      <button type="button" className={styles.cancel} onClick={() => cancel.mutate({ jobId: job.jobId })}>
        {t('cancel')}
      </button>
    </span>
  )
}

/** What the page counts, what runs in the background, when it was last backed up, and which file this is. */
export function StatusBar({ slotRef }: { slotRef: (element: HTMLElement | null) => void }) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const { data: workspace } = useCall('workspace.current', {})
  return (
    <section className={styles.bar} aria-label={t('frame.status')}>
      <div ref={slotRef} className={styles.slot} />
      <RunningJob />
      {workspace?.lastBackupAt && (
        <span className={styles.fact} title={format.momentFull(workspace.lastBackupAt)}>
          <IconShieldCheck size={14} stroke={1.6} aria-hidden />
          {t('frame.backup', { time: format.moment(workspace.lastBackupAt) })}
        </span>
      )}
      {workspace && (
        <span className={styles.fact} title={`${workspace.location} › ${workspace.fileName}`}>
          <IconFile size={14} stroke={1.6} aria-hidden />
          {workspace.fileName}
        </span>
      )}
    </section>
  )
}

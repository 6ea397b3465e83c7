import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../components/format.tsx'
import { ProgressBar } from '../../components/ProgressBar.tsx'
import styles from './ProblemsStep.module.css'

export interface JobProgressProps {
  title: string
  note: ReactNode
  percent: number | null
  rows: number
  onCancel: () => void
}

/** A job in the middle of the page: how far it is, and the way to stop it. */
export function JobProgress({ title, note, percent, rows, onCancel }: JobProgressProps) {
  const { t } = useTranslation('import')
  const format = useFormat()
  return (
    <div className={styles.job} role="status">
      <h2 className={styles.jobTitle}>{title}</h2>
      <ProgressBar percent={percent} label={title} />
      <div className={styles.jobLine}>
        <span className="ms-number">
          {t('progress.rows', { count: rows, rows: format.number(rows) })}
          {percent !== null && ` · ${format.percent(percent, 0)}`}
        </span>
        <Button onClick={onCancel}>{t('cancel', { ns: 'common' })}</Button>
      </div>
      <p className="ms-dimmed">{note}</p>
    </div>
  )
}

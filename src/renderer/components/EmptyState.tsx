import { IconArrowUpRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../api/use-call.ts'
import styles from './EmptyState.module.css'
import { useOpenWorkspace } from './use-open-workspace.ts'

export interface EmptyStateProps {
  /** What is not there yet. */
  title: ReactNode
  /** What belongs here and what it will answer. */
  children: ReactNode
  /** The one act that begins it. */
  action?: ReactNode
  /** Offers the sample workspace, unless this is it. */
  hasSample?: boolean
}

const SKETCH_ROWS = [
  [196, 132, 88, 48],
  [164, 148, 92, 60],
  [120, 136, 120, 72],
  [88, 112, 128, 96],
] as const

function Sketch() {
  return (
    <svg width="520" height="144" viewBox="0 0 520 144" aria-hidden="true" className={styles.sketch}>
      {SKETCH_ROWS.map((widths, row) =>
        widths.map((width, index) => (
          <rect
            key={width}
            className={styles[`box${index}`]}
            x={widths.slice(0, index).reduce((sum, before) => sum + before, 0) + 0.5}
            y={row * 38 + 0.5}
            width={width - 4}
            height="23"
            rx="4"
          />
        )),
      )}
    </svg>
  )
}

/** What belongs here, one act, and the way to see it filled. */
export function EmptyState({ title, children, action, hasSample = true }: EmptyStateProps) {
  const { t } = useTranslation('common')
  const { data: workspace } = useCall('workspace.current', {})
  const { openSample, isBusy } = useOpenWorkspace()
  return (
    <div className={styles.room}>
      <div className={styles.state}>
        <Sketch />
        <h2 className={styles.title}>{title}</h2>
        <div className={styles.text}>{children}</div>
        <div className={styles.acts}>
          {action}
          {hasSample && !workspace?.isSample && (
            <button type="button" className={styles.sample} onClick={openSample} disabled={isBusy}>
              {t('seeInSample')}
              <IconArrowUpRight size={14} stroke={1.6} aria-hidden />
            </button>
          )}
        </div>
      </div>
    </div>
  )
}

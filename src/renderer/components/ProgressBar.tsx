import styles from './ProgressBar.module.css'

export interface ProgressBarProps {
  /** 0 to 100; null while the total is unknown. */
  percent: number | null
  label: string
  /** Pine for tasks and completeness, blue for measured results. */
  tone?: 'task' | 'data' | 'amber'
  /** Pixels; fills its box when left out. */
  width?: number
}

/** The 4 px bar. */
export function ProgressBar({ percent, label, tone = 'task', width }: ProgressBarProps) {
  return (
    <span
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent === null ? undefined : Math.round(percent)}
      data-unknown={percent === null || undefined}
      style={width === undefined ? undefined : { width, flex: 'none' }}
    >
      <span
        className={styles.bar}
        data-tone={tone}
        style={{ width: `${percent === null ? 30 : Math.min(100, Math.max(0, percent))}%` }}
      />
    </span>
  )
}

import styles from './DataBar.module.css'

export interface DataBarProps {
  /** How much of the track is filled, 0 to 100; what lies outside is cut off, null leaves it empty. */
  percent: number | null
  /** Pixels. */
  height?: 3 | 4 | 6 | 8 | 12
  /** How much of the room at hand the track itself takes, 0 to 100. */
  trackPercent?: number
  /** `deep` stands out from a tinted surface, `none` draws the bar alone. */
  track?: 'plain' | 'deep' | 'none'
  /** A colour of the theme, for a bar that stands for a group of its own. */
  colour?: string | undefined
}

/** A figure as a length beside or under its number, which says it to whoever can't see the bar. */
export function DataBar({
  percent,
  height = 8,
  trackPercent = 100,
  track = 'plain',
  colour = 'var(--ms-data)',
}: DataBarProps) {
  const width = Math.max(0, Math.min(100, percent ?? 0))
  return (
    <span
      className={styles.track}
      data-track={track}
      style={{ width: `${trackPercent}%`, height }}
      aria-hidden
    >
      <span className={styles.bar} style={{ width: `${width}%`, background: colour }} />
    </span>
  )
}

import styles from './Portfolio.module.css'

/** A thin bar under a share; its length is the share of the largest one shown. */
export function ShareBar({ share, largest, colour }: { share: number; largest: number; colour: string }) {
  const width = largest > 0 ? Math.max(0, Math.min(100, (100 * share) / largest)) : 0
  return (
    <span className={styles.track} aria-hidden>
      <span className={styles.bar} style={{ width: `${width}%`, background: colour }} />
    </span>
  )
}

import type { ReactNode } from 'react'
import styles from './Analysis.module.css'

/** A grid that fills what is left of the view, under its own line of filters. */
export function GridSection({
  label,
  head,
  children,
}: {
  label: string
  head: ReactNode
  children: ReactNode
}) {
  return (
    <section className={styles.section} aria-label={label}>
      <div className={styles.sectionHead}>{head}</div>
      <div className={styles.sectionGrid}>{children}</div>
    </section>
  )
}

import type { ReactNode } from 'react'
import styles from './LifetimeView.module.css'

export interface Fact {
  key: string
  label: ReactNode
  value: ReactNode
}

/** Figures with their names, one a line. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ key, label, value }) => (
        <div key={key} className={styles.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

import type { ReactNode } from 'react'
import styles from './KpiStrip.module.css'

export interface Kpi {
  key: string
  label: ReactNode
  value: ReactNode
  /** Change or coverage, in grey behind the value. */
  note?: ReactNode
  /** Full figure on hover. */
  hint?: string
}

/** Key figures in one row, divided by hairlines. */
export function KpiStrip({ kpis }: { kpis: readonly Kpi[] }) {
  return (
    <dl className={styles.strip}>
      {kpis.map((kpi) => (
        <div key={kpi.key} className={styles.kpi}>
          <dt className={styles.label}>{kpi.label}</dt>
          <dd className={styles.figures} title={kpi.hint}>
            <span className={styles.value}>{kpi.value}</span>
            {kpi.note !== undefined && <span className={styles.note}>{kpi.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

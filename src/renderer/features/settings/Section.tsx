import { type ReactNode, useId } from 'react'
import styles from './Settings.module.css'

export interface SectionProps {
  title: string
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A titled part of the settings. */
export function Section({ title, note, actions, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.head}>
        <div>
          <h2 id={id}>{title}</h2>
          {note && <p className={styles.note}>{note}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  )
}

/** A setting: its name and what it does at the left, the control at the right. */
export function Setting({ label, hint, children }: { label: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.setting}>
      <div>
        <div>{label}</div>
        {hint && <div className={styles.note}>{hint}</div>}
      </div>
      <div className={styles.control}>{children}</div>
    </div>
  )
}

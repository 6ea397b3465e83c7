import { type ReactNode, useId } from 'react'
import styles from './Panel.module.css'

export interface PanelProps {
  /** The question it answers, in grey: 谁, 多少. */
  question?: ReactNode
  /** The conclusion, with the number in it. */
  title: ReactNode
  /** One grey line below. */
  note?: ReactNode
  /** Right end of the title line. */
  actions?: ReactNode
  className?: string | undefined
  /** 'none' for tables and lists that reach the edges. */
  padding?: 'panel' | 'none'
  children?: ReactNode
}

/** A question and its answer, under hairlines. */
export function Panel({
  question,
  title,
  note,
  actions,
  className,
  padding = 'panel',
  children,
}: PanelProps) {
  const id = useId()
  return (
    <section className={[styles.panel, className].filter(Boolean).join(' ')} aria-labelledby={id}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <h2 id={id} className={styles.title}>
            {question && <span className={styles.question}>{question}</span>}
            {title}
          </h2>
          {note && <div className={styles.note}>{note}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={styles.body} data-padding={padding}>
        {children}
      </div>
    </section>
  )
}

import type { ReactNode } from 'react'
import styles from './ChoiceCard.module.css'

export interface ChoiceCardProps {
  /** Of the group it belongs to. */
  name: string
  isChosen: boolean
  onChoose: () => void
  label: ReactNode
  /** Second line, cut where it does not fit. */
  note?: ReactNode
  /** Right end of the first line. */
  effect?: ReactNode
}

/** One of a few ways, with what it leads to. */
export function ChoiceCard({ name, isChosen, onChoose, label, note, effect }: ChoiceCardProps) {
  return (
    <label className={styles.card}>
      <input type="radio" className={styles.radio} name={name} checked={isChosen} onChange={onChoose} />
      <span className={styles.label}>{label}</span>
      <span className={styles.effect}>{effect}</span>
      {note !== undefined && <span className={styles.note}>{note}</span>}
    </label>
  )
}

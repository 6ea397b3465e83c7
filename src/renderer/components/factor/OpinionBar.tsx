import styles from './OpinionBar.module.css'

export interface OpinionBarProps {
  /** Part of 1. */
  weight: number
  /** One per judge, parts of 1. */
  opinions: readonly { id: string; weight: number }[]
  /** Where the track ends, part of 1. */
  end: number
}

/** A weight as a bar, each judge's opinion as a cross on it; the figures stand beside it. */
export function OpinionBar({ weight, opinions, end }: OpinionBarProps) {
  const placeOf = (value: number) => `${Math.min(value / end, 1) * 100}%`
  return (
    <span className={styles.track} aria-hidden>
      <span className={styles.bar} style={{ width: placeOf(weight) }} />
      {opinions.map((opinion) => (
        <span key={opinion.id} className={styles.opinion} style={{ left: placeOf(opinion.weight) }}>
          <svg width="9" height="9" viewBox="0 0 9 9" aria-hidden="true">
            <path d="M1 1l7 7M8 1l-7 7" />
          </svg>
        </span>
      ))}
    </span>
  )
}

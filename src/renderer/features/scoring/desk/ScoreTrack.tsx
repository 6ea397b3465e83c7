import styles from './Desk.module.css'
import type { Move } from './watch-state.ts'

const WIDTH = 140
const HEIGHT = 16
/** Scores left and right of the outer thresholds that still fit into the picture. */
const MARGIN = 15

export interface ScoreTrackProps {
  move: Move
  /** Gold and diamond. */
  thresholds: readonly [number, number]
}

/** From the old score to the new one, with the thresholds as dashed lines; the figures stand beside it. */
export function ScoreTrack({ move: { scoreBefore, scoreAfter }, thresholds }: ScoreTrackProps) {
  const low = Math.max(0, Math.min(...thresholds) - MARGIN)
  const high = Math.min(100, Math.max(...thresholds) + MARGIN)
  const at = (score: number) => {
    const part = (Math.min(high, Math.max(low, score)) - low) / Math.max(1, high - low)
    return 6 + part * (WIDTH - 12)
  }
  return (
    <svg className={styles.track} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <line className={styles.trackLine} x1={0} x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      {thresholds.map((threshold) => (
        <line
          key={threshold}
          className={styles.threshold}
          x1={at(threshold)}
          x2={at(threshold)}
          y1={1}
          y2={HEIGHT - 1}
        />
      ))}
      {scoreBefore !== null && scoreAfter !== null && (
        <line
          className={styles.way}
          x1={at(scoreBefore)}
          x2={at(scoreAfter)}
          y1={HEIGHT / 2}
          y2={HEIGHT / 2}
        />
      )}
      {scoreBefore !== null && <circle className={styles.was} cx={at(scoreBefore)} cy={HEIGHT / 2} r={3} />}
      {scoreAfter !== null && <circle className={styles.is} cx={at(scoreAfter)} cy={HEIGHT / 2} r={4} />}
    </svg>
  )
}

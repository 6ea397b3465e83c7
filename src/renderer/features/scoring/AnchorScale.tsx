import type { ReactNode } from 'react'
import type { CriterionKey } from '#shared/domain/scoring-model.ts'
import styles from './AnchorScale.module.css'
import { ANCHOR_POINTS, anchorPosition, binHeights } from './anchor-scale.ts'
import { useCriterionFormat } from './use-criterion-format.ts'

const FAN_HEIGHT = 12
const TICK_HEIGHT = 4

export interface AnchorScaleProps {
  criterionKey: CriterionKey
  anchors: readonly number[]
  /** Equal bins from the first to the last anchor; empty where nothing is known. */
  histogram: readonly number[]
  /** What the picture says, in words. */
  label: string
  /** Six fields in the place of the written values, each below its mark. */
  fields?: ReactNode
}

/**
 * Where the accounts stand and where the anchors are: bars at their true place, a mark below for each anchor,
 * and a line from it to its value, since values such as sales crowd at one end.
 */
export function AnchorScale({ criterionKey, anchors, histogram, label, fields }: AnchorScaleProps) {
  const write = useCriterionFormat()
  const slots = ANCHOR_POINTS.map((points, index) => ({
    points,
    value: anchors[index] ?? 0,
    mark: 100 * anchorPosition(anchors[index] ?? 0, anchors),
  }))
  const picture = (
    <>
      <div className={styles.bars}>
        {binHeights(histogram)
          .map((height, bin) => ({ height, bin }))
          .map(({ height, bin }) => (
            <span
              key={bin}
              className={styles.bar}
              style={{ height: `${height > 0 ? 6 + 94 * height : 0}%` }}
            />
          ))}
      </div>
      <svg
        className={styles.fan}
        viewBox={`0 0 100 ${FAN_HEIGHT}`}
        height={FAN_HEIGHT}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {slots.map(({ points, mark }) => (
          <polyline
            key={points}
            className={styles.lead}
            points={`${mark},${TICK_HEIGHT} ${points},${FAN_HEIGHT}`}
            vectorEffect="non-scaling-stroke"
          />
        ))}
        {slots.map(({ points, mark }) => (
          <polyline
            key={points}
            className={styles.tick}
            points={`${mark},-3 ${mark},${TICK_HEIGHT}`}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
    </>
  )
  if (fields) {
    return (
      <div>
        <div className={styles.aboveFields} role="img" aria-label={label}>
          {picture}
        </div>
        <div className={styles.fields}>{fields}</div>
      </div>
    )
  }
  return (
    <div className={styles.scale} role="img" aria-label={label}>
      {picture}
      <div className={styles.values}>
        {slots.map(({ points, value }) => (
          <span key={points} className={styles.value} style={{ left: `${points}%` }}>
            {write(criterionKey, value, 'without-sign')}
          </span>
        ))}
      </div>
    </div>
  )
}

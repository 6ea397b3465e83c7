import { useTranslation } from 'react-i18next'
import { useFormat } from './format.tsx'

export interface SparklineProps {
  /** Oldest first. */
  values: readonly number[]
  width?: number
  height?: number
  /** Writes the latest value for the accessible name; money when left out. */
  write?: (value: number) => string
}

const INSET_END = 4
const INSET = 3

/** A line without axes, the latest point marked. */
export function Sparkline({ values, width = 72, height = 20, write }: SparklineProps) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const latest = values.at(-1)
  if (latest === undefined || values.length < 2) return null
  const lowest = Math.min(...values)
  const range = Math.max(...values) - lowest || 1
  const x = (index: number) => 2 + (index * (width - 2 - INSET_END)) / (values.length - 1)
  const y = (value: number) => height - INSET - ((value - lowest) / range) * (height - 2 * INSET)
  const points = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
  const label = t('grid.trend', { count: values.length, last: (write ?? format.money)(latest) })
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={label}
      style={{ display: 'block', flex: 'none' }}
    >
      <polyline
        points={points}
        fill="none"
        stroke="var(--ms-ramp-four)"
        strokeWidth="1.25"
        strokeLinejoin="round"
      />
      <circle cx={x(values.length - 1)} cy={y(latest)} r="2" fill="var(--ms-data)" />
    </svg>
  )
}

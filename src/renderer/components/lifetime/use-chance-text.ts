import { useCallback } from 'react'
import { useFormat } from '../format.tsx'

/** A chance in percent; one that is small but not nothing is not written as zero. */
export function useChanceText(): (percent: number) => string {
  const format = useFormat()
  return useCallback(
    (percent) => (percent < 0.05 ? `<${format.percent(0.1)}` : format.percent(percent)),
    [format],
  )
}

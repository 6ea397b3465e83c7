import { useCallback } from 'react'
import { amountFromUnits } from '#shared/domain/money.ts'
import type { CriterionKey } from '#shared/domain/scoring-model.ts'
import { useFormat } from '../../components/format.tsx'

/** Writes an input of a criterion: sales in the workspace's currency, shares in percent, influence as a level. */
export function useCriterionFormat(): (key: CriterionKey, value: number) => string {
  const format = useFormat()
  return useCallback(
    (key, value) => {
      if (key === 'sales') return format.money(amountFromUnits(value))
      if (key === 'influence') return format.number(value, 1)
      return `${format.number(value, 1)}%`
    },
    [format],
  )
}

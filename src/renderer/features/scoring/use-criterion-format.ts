import { useCallback } from 'react'
import { amountFromUnits } from '#shared/domain/money.ts'
import type { CriterionKey } from '#shared/domain/scoring-model.ts'
import { useFormat } from '../../components/format.tsx'
import { useCriteria } from '../../components/use-criteria.ts'

/** Writes an input of a criterion: money in the workspace's currency, shares in percent, others as numbers. */
export function useCriterionFormat(): (key: CriterionKey, value: number) => string {
  const format = useFormat()
  const { unitOf } = useCriteria()
  return useCallback(
    (key, value) => {
      const { unit } = unitOf(key)
      if (unit === 'money') return format.money(amountFromUnits(value))
      return unit === 'percent' ? `${format.number(value, 1)}%` : format.number(value, 1)
    },
    [format, unitOf],
  )
}

import { useCallback } from 'react'
import { amountFromUnits } from '#shared/domain/money.ts'
import type { CriterionKey } from '#shared/domain/scoring-model.ts'
import { useFormat } from '../../components/format.tsx'
import { useCriteria } from '../../components/use-criteria.ts'

export type WriteCriterion = (key: CriterionKey, value: number, sign?: 'without-sign') => string

/** Writes an input of a criterion: money in the workspace's currency, shares in percent, others as numbers. */
export function useCriterionFormat(): WriteCriterion {
  const format = useFormat()
  const { unitOf } = useCriteria()
  return useCallback(
    (key, value, sign) => {
      const { unit } = unitOf(key)
      if (unit === 'money') return format.money(amountFromUnits(value), sign ? '' : undefined)
      return unit === 'percent' ? `${format.number(value, 1)}%` : format.number(value, 1)
    },
    [format, unitOf],
  )
}

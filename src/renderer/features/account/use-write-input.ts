import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { amountFromUnits } from '#shared/domain/money.ts'
import type { CriterionKey } from '#shared/domain/scoring-model.ts'
import { useFormat } from '../../components/format.tsx'
import { useCriteria } from '../../components/use-criteria.ts'

/** Writes a criterion's input with its unit: money, percent, a level, points, or a number of whatever it counts. */
export function useWriteInput(): (criterion: CriterionKey, input: number | null) => string {
  const { t } = useTranslation('account')
  const format = useFormat()
  const { unitOf } = useCriteria()
  return useCallback(
    (criterion, input) => {
      if (input === null) return format.missing
      if (criterion === 'growth') return format.signedPercent(input)
      const { unit, label } = unitOf(criterion)
      switch (unit) {
        case 'money':
          return format.money(amountFromUnits(input))
        case 'percent':
          return format.percent(input)
        case 'level':
          return t('level', { level: format.number(input) })
        case 'points':
          return format.number(input, 1)
        case 'number':
          return label ? `${format.number(input, 1)} ${label}` : format.number(input, 1)
      }
    },
    [t, format, unitOf],
  )
}

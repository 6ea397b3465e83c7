import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { amountFromUnits } from '#shared/domain/money.ts'
import type { CriterionKey } from '#shared/domain/scoring-model.ts'
import { useFormat } from '../../components/format.tsx'

/** Writes a criterion's input with its unit: money, percent, or a level. */
export function useWriteInput(): (criterion: CriterionKey, input: number | null) => string {
  const { t } = useTranslation('account')
  const format = useFormat()
  return useCallback(
    (criterion, input) => {
      if (input === null) return format.missing
      switch (criterion) {
        case 'sales':
          return format.money(amountFromUnits(input))
        case 'growth':
          return format.signedPercent(input)
        case 'influence':
          return t('level', { level: format.number(input) })
        default:
          return format.percent(input)
      }
    },
    [t, format],
  )
}

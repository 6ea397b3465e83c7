import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CREDIT_TRAITS, type CreditIndicatorKey } from '#shared/domain/credit.ts'
import type { Quarter } from '#shared/domain/quarter.ts'
import { useFormat } from '../../../components/format.tsx'

export interface CreditWords {
  quarter: (of: Quarter) => string
  /** A figure in its indicator's unit. */
  figure: (key: CreditIndicatorKey, value: number | null) => string
  indicator: (key: CreditIndicatorKey) => string
}

/** Quarters, indicators and their figures in the user's language. */
export function useCreditWords(): CreditWords {
  const { t } = useTranslation('credit')
  const format = useFormat()
  return useMemo(
    () => ({
      quarter: (of) => t('quarterName', { year: of.slice(0, 4), number: of.slice(6) }),
      indicator: (key) => t(`indicator.${key}`),
      figure: (key, value) => {
        if (value === null) return format.missing
        switch (CREDIT_TRAITS[key].unit) {
          case 'percent':
            return format.percent(value)
          case 'ratio':
            return format.number(value, 2)
          case 'level':
            return t('unit.level', { value: format.number(value, 1) })
          case 'years':
            return t('unit.years', { value: format.number(value, 1) })
          case 'days':
            return t('unit.days', { value: format.number(value, 1) })
          case 'times':
            return t('unit.times', { value: format.number(value, 1) })
        }
      },
    }),
    [t, format],
  )
}

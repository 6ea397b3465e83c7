import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LifetimeAccount } from '#shared/contract/lifetime.ts'
import type { LifetimeKey } from '#shared/domain/lifetime.ts'
import { useFormat } from '../format.tsx'

type Assumption = LifetimeAccount['assumptions'][LifetimeKey]

export interface AssumptionText {
  value: (key: LifetimeKey, value: number | null) => string
  /** Where the value comes from, in words; of an entry also what the figures say. */
  source: (key: LifetimeKey, assumption: Assumption) => string
}

/** Writes assumptions and their sources in the language in force. */
export function useAssumptionText(): AssumptionText {
  const { t } = useTranslation('lifetime')
  const format = useFormat()
  return useMemo(() => {
    const value = (key: LifetimeKey, figure: number | null) => {
      if (figure === null) return format.missing
      if (key === 'sales') return format.money(figure)
      if (key === 'years') return format.number(figure)
      return format.percent(figure, Number.isInteger(figure) ? 0 : 1)
    }
    return {
      value,
      source: (key, { source, derived, derivedSource, basis }) =>
        source === 'entered' && derivedSource !== 'unknown'
          ? t('source.entered', { value: value(key, derived) })
          : t(source === 'entered' ? 'source.enteredAlone' : `source.${source}`, {
              count: basis === null ? 0 : Math.round(basis),
              percent: format.signedPercent(basis),
            }),
    }
  }, [t, format])
}

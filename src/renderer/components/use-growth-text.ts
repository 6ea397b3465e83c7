import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownGrowth } from '#shared/contract/wallet.ts'
import { useFormat } from './format.tsx'

/** A growth in words: its percentage with sign, 新增, 流失, or missing where there is nothing to compare. */
export function useGrowthText(): (growth: ShownGrowth | null) => string {
  const { t } = useTranslation('wallet')
  const format = useFormat()
  return useCallback(
    (growth) => {
      if (growth === null || growth.kind === 'undefined') return format.missing
      if (growth.kind === 'percent') return format.signedPercent(growth.percent)
      return t(`growth.${growth.kind}`)
    },
    [t, format],
  )
}

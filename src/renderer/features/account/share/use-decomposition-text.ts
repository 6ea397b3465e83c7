import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { WalletCategory } from '#shared/contract/wallet.ts'
import { useFormat } from '../../../components/format.tsx'

type Decomposition = NonNullable<WalletCategory['decomposition']>

/** Why our sales changed, in one sentence whose two parts add up to the change. */
export function useDecompositionText(): (decomposition: Decomposition) => string {
  const { t } = useTranslation('wallet')
  const format = useFormat()
  return useCallback(
    ({ change, customerGrowth, shareChange }) =>
      t('decomposition', {
        change: format.signedMoney(change),
        customer: format.signedMoney(customerGrowth),
        share: format.signedMoney(shareChange),
      }),
    [t, format],
  )
}

import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { WalletCategory } from '#shared/contract/wallet.ts'
import { useFormat } from '../../../components/format.tsx'
import styles from './Share.module.css'

/** Our share of what the customer bought in the year; a star marks a year not over, a sign more than the whole. */
export function OurShare({ year }: { year: WalletCategory['years'][number] | undefined }) {
  const { t } = useTranslation('wallet')
  const format = useFormat()
  const share = year?.period.share.kind === 'share' ? year.period.share : null
  const isOver = share?.isOver ?? false
  const isPartial = year?.isPartial ?? false
  return (
    <span
      className={isOver ? styles.wrong : undefined}
      title={isOver ? t('account.over') : isPartial ? t('spend.partial') : undefined}
    >
      {isOver && <IconAlertTriangle size={14} stroke={1.6} aria-hidden />}
      {share ? format.percent(share.percent, 0) : format.missing}
      {isPartial && '*'}
    </span>
  )
}

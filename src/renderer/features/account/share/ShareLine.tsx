import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { WalletCategory } from '#shared/contract/wallet.ts'
import { useFormat } from '../../../components/format.tsx'
import styles from './Share.module.css'

/** A category's share in one line and one bar: ours, the competitors', and the open rest. */
export function ShareLine({ category: { category, current, competitors } }: { category: WalletCategory }) {
  const { t } = useTranslation('wallet')
  const format = useFormat()
  const rival = competitors[0]
  const share = current.share.kind === 'share' ? current.share : null
  const isWrong = share?.isOver === true || current.isOverfull || current.share.kind === 'unknown'
  const width = (percent: number | null | undefined) => `${Math.max(0, Math.min(100, percent ?? 0))}%`
  return (
    <>
      <span className={styles.categoryHead}>
        <span className={styles.categoryName}>
          {category}{' '}
          <b>
            {share ? format.percent(share.percent, 0) : format.missing}
            {current.isRankEstimate && ` ${t('estimated')}`}
          </b>{' '}
          {rival && (
            <span className="ms-dimmed">
              {rival.sharePercent === null
                ? t('account.rivalUnknown', { name: rival.name })
                : `${rival.name} ${format.percent(rival.sharePercent, 0)}`}
            </span>
          )}
        </span>
        <span className={styles.open} title={format.moneyFull(current.openAmount)}>
          {current.openAmount === null ? format.missing : format.money(current.openAmount)}
        </span>
      </span>
      <span className={styles.track} data-unknown={share === null || undefined} aria-hidden>
        <span className={styles.ours} style={{ width: width(share?.percent) }} />
        {competitors.map(({ name, sharePercent }) => (
          <span key={name} className={styles.theirs} style={{ width: width(sharePercent) }} />
        ))}
      </span>
      {isWrong && current.share.kind === 'share' && (
        <span className={styles.warning}>
          <IconAlertTriangle size={14} stroke={1.6} aria-hidden />
          {t(share?.isOver ? 'account.over' : 'account.overfull')}
        </span>
      )}
    </>
  )
}

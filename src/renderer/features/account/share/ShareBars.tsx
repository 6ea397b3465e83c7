import { Select } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CategoryRow } from '#shared/contract/product.ts'
import type { AccountWallet, WalletCategory } from '#shared/contract/wallet.ts'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import styles from './Share.module.css'
import { useDecompositionText } from './use-decomposition-text.ts'

/** Our share of each category against the largest competitor, with what is in nobody's hands. */
export function ShareBars({
  wallet,
  chosenId,
  others,
  onChoose,
}: {
  wallet: AccountWallet
  chosenId: string | null
  /** Categories without sales or spend. */
  others: readonly CategoryRow[]
  onChoose: (categoryId: string) => void
}) {
  const { t } = useTranslation('wallet')
  const format = useFormat()
  const decompositionText = useDecompositionText()
  const { total } = wallet
  const title =
    total.share.kind === 'share'
      ? total.openAmount === null
        ? t('account.title', { percent: format.percent(total.share.percent, 0) })
        : t('account.titleOpen', {
            percent: format.percent(total.share.percent, 0),
            open: format.money(total.openAmount),
          })
      : t('account.unknown')
  const why = total.decomposition && decompositionText(total.decomposition)
  return (
    <Panel
      question={t('account.question')}
      title={title}
      note={
        <>
          {why && <div className={styles.why}>{why}</div>}
          {wallet.window &&
            t('account.note', {
              from: wallet.window.from,
              to: wallet.window.to,
              known: format.number(total.knownCategories),
              all: format.number(total.categories),
            })}
        </>
      }
    >
      <ul className={styles.bars}>
        {wallet.categories.map((category) => (
          <li key={category.categoryId}>
            <button
              type="button"
              className={styles.category}
              aria-pressed={category.categoryId === chosenId}
              onClick={() => onChoose(category.categoryId)}
            >
              <CategoryLine category={category} />
            </button>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <Select
          size="xs"
          mt={8}
          w={220}
          aria-label={t('account.addCategory')}
          placeholder={t('account.addCategory')}
          searchable
          value={others.some(({ id }) => id === chosenId) ? chosenId : null}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => value && onChoose(value)}
        />
      )}
    </Panel>
  )
}

function CategoryLine({ category: { category, current, competitors } }: { category: WalletCategory }) {
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

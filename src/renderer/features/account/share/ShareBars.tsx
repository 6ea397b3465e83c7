import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CategoryRow } from '#shared/contract/product.ts'
import type { AccountWallet } from '#shared/contract/wallet.ts'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import styles from './Share.module.css'
import { ShareLine } from './ShareLine.tsx'
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
    <Panel question={t('account.question')} title={title} note={why}>
      <ul className={styles.bars}>
        {wallet.categories.map((category) => (
          <li key={category.categoryId}>
            <button
              type="button"
              className={styles.category}
              aria-pressed={category.categoryId === chosenId}
              onClick={() => onChoose(category.categoryId)}
            >
              <ShareLine category={category} />
            </button>
          </li>
        ))}
      </ul>
      {wallet.window && (
        <p className={styles.basis}>
          {t('account.note', {
            from: wallet.window.from,
            to: wallet.window.to,
            known: format.number(total.knownCategories),
            all: format.number(total.categories),
          })}
        </p>
      )}
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

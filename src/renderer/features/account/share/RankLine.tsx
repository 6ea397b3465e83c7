import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '#shared/domain/calendar.ts'
import { type SupplierRank, supplierRank } from '#shared/domain/wallet.ts'
import { CommitField } from '../../../components/CommitField.tsx'
import styles from './Share.module.css'
import type { WalletEdits } from './use-wallet-edits.ts'

const START: SupplierRank = { rank: 1, suppliers: 3 }

/** Where nobody knows the spend: our place among the suppliers, from which it is estimated. */
export function RankLine({
  categoryId,
  rank,
  asOf,
  edits,
}: {
  categoryId: string
  rank: SupplierRank | null
  asOf: Day | null
  edits: WalletEdits
}) {
  const { t } = useTranslation('wallet')
  const [draft, setDraft] = useState<SupplierRank>(rank ?? START)
  const isSound = supplierRank.safeParse(draft).success && draft.rank <= draft.suppliers
  const year = asOf === null ? new Date().getFullYear() : Number(asOf.slice(0, 4))
  const field = (key: keyof SupplierRank) => (
    <CommitField
      size="xs"
      className={styles.rankNumber ?? ''}
      aria-label={t(`rank.${key}`)}
      value={String(draft[key])}
      isRequired
      onCommit={(text) => setDraft({ ...draft, [key]: Number(text) })}
    />
  )
  return (
    <div className={styles.rank}>
      <span>{t('rank.suppliers')}</span>
      {field('suppliers')}
      <span>{t('rank.rank')}</span>
      {field('rank')}
      <Button disabled={!isSound} onClick={() => edits.rank(categoryId, year, draft)}>
        {t('rank.act')}
      </Button>
      <span className="ms-dimmed">{t('rank.note')}</span>
    </div>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordedSpend, WalletCategory } from '#shared/contract/wallet.ts'
import type { Day } from '#shared/domain/calendar.ts'
import { AmountField } from '../../../components/AmountField.tsx'
import { CommitField } from '../../../components/CommitField.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import styles from './Share.module.css'
import { useSpendRow } from './use-spend-row.tsx'
import type { WalletEdits } from './use-wallet-edits.ts'

const YEAR = /^(19|20|21)\d{2}$/

/** The year after the newest one recorded, or the running one. */
function nextYear(spends: readonly RecordedSpend[], asOf: Day | null): number {
  const running = asOf === null ? new Date().getFullYear() : Number(asOf.slice(0, 4))
  const years = new Set(spends.map(({ year }) => year))
  if (!years.has(running)) return running
  let earlier = running - 1
  while (years.has(earlier)) earlier -= 1
  return earlier
}

/** What the customer buys of the category by year, each figure with its source; the last line adds a year. */
export function SpendTable({
  categoryId,
  category,
  asOf,
  edits,
}: {
  categoryId: string
  category: WalletCategory | null
  asOf: Day | null
  edits: WalletEdits
}) {
  const { t } = useTranslation('wallet')
  const spends = category?.spends ?? []
  const proposed = nextYear(spends, asOf)
  const [year, setYear] = useState<number | null>(null)
  const [attempt, setAttempt] = useState(0)
  const rowOf = useSpendRow(category, edits)
  return (
    <div className={styles.spends}>
      <SimpleTable
        label={t('spend.label')}
        isTight
        columns={[
          { key: 'year', label: t('spend.year'), width: 60 },
          { key: 'amount', label: t('spend.amount'), align: 'end', width: 96 },
          { key: 'lowAmount', label: t('spend.lowAmount'), align: 'end', width: 88 },
          { key: 'highAmount', label: t('spend.highAmount'), align: 'end', width: 88 },
          { key: 'confidence', label: t('spend.confidence'), width: 92 },
          { key: 'source', label: t('spend.source') },
          { key: 'sourceOn', label: t('spend.sourceOn'), width: 104 },
          { key: 'share', label: t('column.ourShare'), align: 'end', width: 72 },
          { key: 'remove', label: t('spend.acts'), isLabelHidden: true, width: 36 },
        ]}
        rows={[
          ...spends.map(rowOf),
          {
            key: `new ${attempt}`,
            cells: [
              <CommitField
                key="year"
                size="xs"
                className={styles.cell ?? ''}
                aria-label={t('spend.newYear')}
                value={String(year ?? proposed)}
                isRequired
                onCommit={(text) => YEAR.test(text) && setYear(Number(text))}
              />,
              <AmountField
                key="amount"
                size="xs"
                data-align="end"
                aria-label={t('spend.newAmount')}
                placeholder={t('spend.newAmount')}
                value={null}
                refusal={t('refused.amount')}
                onCommit={(amount) => {
                  if (amount === null) return
                  edits.record(categoryId, year ?? proposed, { amount })
                  setYear(null)
                  setAttempt(attempt + 1)
                }}
              />,
            ],
          },
        ]}
      />
      {category?.years.some(({ isPartial }) => isPartial) && (
        <p className={styles.partial}>* {t('spend.partial')}</p>
      )}
    </div>
  )
}

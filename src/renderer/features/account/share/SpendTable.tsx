import { ActionIcon, Select } from '@mantine/core'
import { IconAlertTriangle, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordedSpend, WalletCategory } from '#shared/contract/wallet.ts'
import type { Day } from '#shared/domain/calendar.ts'
import { SPEND_CONFIDENCES } from '#shared/domain/wallet.ts'
import { AmountField } from '../../../components/AmountField.tsx'
import { CommitField } from '../../../components/CommitField.tsx'
import { DayField } from '../../../components/DayField.tsx'
import { useFormat } from '../../../components/format.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import styles from './Share.module.css'
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
  const format = useFormat()
  const spends = category?.spends ?? []
  const proposed = nextYear(spends, asOf)
  const [year, setYear] = useState<number | null>(null)
  const [attempt, setAttempt] = useState(0)
  const shareOf = (wanted: number) => category?.years.find((one) => one.year === wanted)
  const rowOf = (spend: RecordedSpend) => {
    const known = shareOf(spend.year)
    const share = known?.period.share
    const name = (field: string) => t('spend.ofYear', { field, year: spend.year })
    return {
      key: spend.id,
      cells: [
        spend.year,
        <AmountField
          key="amount"
          size="xs"
          className={styles.cell ?? ''}
          data-align="end"
          aria-label={name(t('spend.amount'))}
          value={spend.amount}
          currency={spend.currency}
          refusal={t('refused.amount')}
          isRequired={spend.rank === null}
          onCommit={(amount) => edits.revise(spend.id, { amount, lowAmount: null, highAmount: null })}
        />,
        <span key="range" className={styles.range}>
          {(['lowAmount', 'highAmount'] as const).map((field) => (
            <AmountField
              key={field}
              size="xs"
              className={styles.cell ?? ''}
              data-align="end"
              aria-label={name(t(`spend.${field}`))}
              value={spend[field]}
              currency={spend.currency}
              refusal={t('refused.amount')}
              disabled={spend.amount === null}
              onCommit={(amount) => edits.revise(spend.id, { [field]: amount })}
            />
          ))}
        </span>,
        <Select
          key="confidence"
          size="xs"
          className={styles.cell ?? ''}
          aria-label={name(t('spend.confidence'))}
          placeholder={format.missing}
          value={spend.confidence}
          data={SPEND_CONFIDENCES.map((value) => ({ value, label: t(`confidence.${value}`) }))}
          onChange={(value) =>
            edits.revise(spend.id, { confidence: SPEND_CONFIDENCES.find((one) => one === value) ?? null })
          }
        />,
        <CommitField
          key="source"
          size="xs"
          className={styles.cell ?? ''}
          aria-label={name(t('spend.source'))}
          title={spend.source ?? undefined}
          placeholder={format.missing}
          value={spend.source ?? ''}
          maxLength={400}
          onCommit={(text) => edits.revise(spend.id, { source: text === '' ? null : text })}
        />,
        <DayField
          key="sourceOn"
          size="xs"
          className={styles.cell ?? ''}
          aria-label={name(t('spend.sourceOn'))}
          value={spend.sourceOn}
          refusal={t('refused.day')}
          onCommit={(sourceOn) => edits.revise(spend.id, { sourceOn })}
        />,
        <span
          key="share"
          className={share?.kind === 'share' && share.isOver ? styles.wrong : undefined}
          title={
            share?.kind === 'share' && share.isOver
              ? t('account.over')
              : known?.isPartial
                ? t('spend.partial')
                : undefined
          }
        >
          {share?.kind === 'share' && share.isOver && (
            <IconAlertTriangle size={14} stroke={1.6} aria-hidden />
          )}
          {share?.kind === 'share' ? format.percent(share.percent, 0) : format.missing}
          {known?.isPartial && '*'}
        </span>,
        <ActionIcon
          key="remove"
          aria-label={t('spend.remove', { year: spend.year })}
          onClick={() => edits.remove(spend.id)}
        >
          <IconTrash size={16} stroke={1.6} />
        </ActionIcon>,
      ],
    }
  }
  return (
    <div className={styles.spends}>
      <SimpleTable
        label={t('spend.label')}
        isTight
        columns={[
          { key: 'year', label: t('spend.year'), width: 60 },
          { key: 'amount', label: t('spend.amount'), align: 'end', width: 96 },
          { key: 'range', label: t('spend.range'), align: 'end', width: 184 },
          { key: 'confidence', label: t('spend.confidence'), width: 84 },
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

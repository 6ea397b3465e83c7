import { ActionIcon, Select } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RecordedSpend, WalletCategory } from '#shared/contract/wallet.ts'
import { SPEND_CONFIDENCES } from '#shared/domain/wallet.ts'
import { AmountField } from '../../../components/AmountField.tsx'
import { CommitField } from '../../../components/CommitField.tsx'
import { DayField } from '../../../components/DayField.tsx'
import { useFormat } from '../../../components/format.tsx'
import type { SimpleRow } from '../../../components/SimpleTable.tsx'
import { OurShare } from './OurShare.tsx'
import styles from './Share.module.css'
import type { WalletEdits } from './use-wallet-edits.ts'

/** Draws a year's spend as a row, every figure written where it stands. */
export function useSpendRow(
  category: WalletCategory | null,
  edits: WalletEdits,
): (spend: RecordedSpend) => SimpleRow {
  const { t } = useTranslation('wallet')
  const format = useFormat()
  return (spend) => {
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
        ...(['lowAmount', 'highAmount'] as const).map((field) => (
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
        )),
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
        <OurShare key="share" year={category?.years.find(({ year }) => year === spend.year)} />,
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
}

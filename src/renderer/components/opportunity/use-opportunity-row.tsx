import { ActionIcon, Button, Select } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { OpportunityRow } from '#shared/contract/opportunity.ts'
import {
  OPPORTUNITY_STAGES,
  type OpportunityOutcome,
  STAGE_PROBABILITIES,
} from '#shared/domain/opportunity.ts'
import { AmountField } from '../AmountField.tsx'
import { AccountLink } from '../account/AccountLink.tsx'
import { CommitField } from '../CommitField.tsx'
import { DayField } from '../DayField.tsx'
import { useFormat } from '../format.tsx'
import { PercentField } from '../PercentField.tsx'
import type { SimpleRow } from '../SimpleTable.tsx'
import styles from './Opportunity.module.css'
import type { OpportunityEdits } from './use-opportunity-edits.ts'

export interface OpportunityRowProps {
  edits: OpportunityEdits
  /** Asks for the reasons. */
  onClose: (row: OpportunityRow, result: OpportunityOutcome) => void
  /** Left out on an account's own page. */
  hasAccount?: boolean
}

/** Draws an open opportunity as a row, every figure written where it stands. */
export function useOpportunityRow({
  edits,
  onClose,
  hasAccount = false,
}: OpportunityRowProps): (row: OpportunityRow) => SimpleRow {
  const { t } = useTranslation('opportunity')
  const format = useFormat()
  return (row) => ({
    key: row.id,
    cells: [
      <CommitField
        key="name"
        size="xs"
        className={styles.cell ?? ''}
        aria-label={t('ofRow', { field: t('field.name'), name: row.name })}
        title={row.name}
        value={row.name}
        maxLength={200}
        isRequired
        onCommit={(name) => edits.revise(row, { name })}
      />,
      ...(hasAccount
        ? [
            <AccountLink
              key="account"
              id={row.accountId}
              name={row.account}
              valueClass={row.valueClass}
              tab="share"
            />,
          ]
        : []),
      <AmountField
        key="value"
        size="xs"
        className={styles.cell ?? ''}
        data-align="end"
        aria-label={t('ofRow', { field: t('field.value'), name: row.name })}
        value={row.value?.amount ?? null}
        currency={row.value?.currency}
        refusal={t('refused.amount')}
        onCommit={(amount) =>
          edits.revise(row, {
            value:
              amount === null ? null : { amount, currency: row.value?.currency ?? format.currency ?? 'CNY' },
          })
        }
      />,
      <PercentField
        key="probability"
        size="xs"
        className={styles.cell ?? ''}
        data-align="end"
        aria-label={t('ofRow', { field: t('field.probability'), name: row.name })}
        value={row.probabilityPercent}
        fallback={STAGE_PROBABILITIES[row.stage]}
        refusal={t('refused.percent')}
        onCommit={(probabilityPercent) => edits.revise(row, { probabilityPercent })}
      />,
      <span key="weighted" title={format.moneyFull(row.weighted)}>
        {format.money(row.weighted)}
      </span>,
      <DayField
        key="expected"
        size="xs"
        className={styles.cell ?? ''}
        data-overdue={row.isOverdue || undefined}
        aria-label={t('ofRow', { field: t('field.expectedCloseOn'), name: row.name })}
        title={row.isOverdue ? t('overdue') : undefined}
        value={row.expectedCloseOn}
        refusal={t('refused.day')}
        onCommit={(expectedCloseOn) => edits.revise(row, { expectedCloseOn })}
      />,
      <CommitField
        key="competitor"
        size="xs"
        className={styles.cell ?? ''}
        aria-label={t('ofRow', { field: t('field.competitor'), name: row.name })}
        placeholder={format.missing}
        value={row.competitor ?? ''}
        maxLength={120}
        onCommit={(text) => edits.revise(row, { competitor: text === '' ? null : text })}
      />,
      <Select
        key="stage"
        size="xs"
        className={styles.cell ?? ''}
        aria-label={t('ofRow', { field: t('field.stage'), name: row.name })}
        value={row.stage}
        data={OPPORTUNITY_STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
        onChange={(value) => {
          const stage = OPPORTUNITY_STAGES.find((one) => one === value)
          if (stage && stage !== row.stage) edits.move(row, stage)
        }}
      />,
      <span key="acts" className={styles.acts}>
        <Button aria-label={t('act.won', { name: row.name })} onClick={() => onClose(row, 'won')}>
          {t('outcome.won')}
        </Button>
        <Button aria-label={t('act.lost', { name: row.name })} onClick={() => onClose(row, 'lost')}>
          {t('outcome.lost')}
        </Button>
        <ActionIcon aria-label={t('act.remove', { name: row.name })} onClick={() => edits.remove(row)}>
          <IconTrash size={16} stroke={1.6} />
        </ActionIcon>
      </span>,
    ],
  })
}

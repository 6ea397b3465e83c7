import { Button } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { OpportunityRow } from '#shared/contract/opportunity.ts'
import { AccountLink } from '../account/AccountLink.tsx'
import { useFormat } from '../format.tsx'
import { Missing } from '../Missing.tsx'
import { SimpleTable } from '../SimpleTable.tsx'
import { Tag } from '../Tag.tsx'
import styles from './Opportunity.module.css'
import type { OpportunityEdits } from './use-opportunity-edits.ts'

/** Won and lost opportunities with their reasons, and the way to open one again. */
export function ClosedTable({
  label,
  rows,
  edits,
  hasAccount = false,
}: {
  label: string
  rows: readonly OpportunityRow[]
  edits: OpportunityEdits
  hasAccount?: boolean
}) {
  const { t } = useTranslation('opportunity')
  const format = useFormat()
  return (
    <div className={styles.table}>
      <SimpleTable
        label={label}
        columns={[
          { key: 'name', label: t('field.name') },
          ...(hasAccount ? [{ key: 'account', label: t('field.account'), width: '16%' }] : []),
          { key: 'outcome', label: t('field.outcome'), width: 76 },
          { key: 'value', label: t('field.value'), align: 'end' as const, width: 96 },
          { key: 'closedOn', label: t('field.closedOn'), width: 108 },
          { key: 'reasons', label: t('field.reasons'), width: '22%' },
          { key: 'competitor', label: t('field.competitor'), width: '12%' },
          { key: 'acts', label: t('field.acts'), isLabelHidden: true, align: 'end' as const, width: 96 },
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          cells: [
            row.name,
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
            <Tag
              key="outcome"
              tone={row.outcome?.result === 'won' ? 'accent' : 'plain'}
              icon={row.outcome?.result === 'won' ? IconCheck : IconX}
            >
              {t(row.outcome?.result === 'won' ? 'outcome.won' : 'outcome.lost')}
            </Tag>,
            <span key="value" title={format.moneyFull(row.baseValue)}>
              {format.money(row.baseValue)}
            </span>,
            row.outcome?.closedOn ?? '',
            <span key="reasons" className={styles.wrap}>
              {(row.outcome?.reasons ?? []).map((reason) => t(`reason.${reason}`)).join(t('comma'))}
            </span>,
            row.competitor ?? <Missing key="competitor" />,
            <Button
              key="acts"
              aria-label={t('act.reopen', { name: row.name })}
              onClick={() => edits.move(row, row.stage)}
            >
              {t('reopen')}
            </Button>,
          ],
        }))}
      />
    </div>
  )
}

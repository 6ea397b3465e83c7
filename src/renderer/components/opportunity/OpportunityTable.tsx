import { useTranslation } from 'react-i18next'
import type { OpportunityRow } from '#shared/contract/opportunity.ts'
import { type SimpleColumn, SimpleTable } from '../SimpleTable.tsx'
import styles from './Opportunity.module.css'
import { type OpportunityRowProps, useOpportunityRow } from './use-opportunity-row.tsx'

export interface OpportunityTableProps extends OpportunityRowProps {
  /** Accessible name. */
  label: string
  /** Open ones. */
  rows: readonly OpportunityRow[]
}

/** Open opportunities, each figure written where it stands. */
export function OpportunityTable({ label, rows, ...acts }: OpportunityTableProps) {
  const { t } = useTranslation('opportunity')
  const rowOf = useOpportunityRow(acts)
  const columns: SimpleColumn[] = [
    { key: 'name', label: t('field.name') },
    ...(acts.hasAccount ? [{ key: 'account', label: t('field.account'), width: '14%' }] : []),
    { key: 'value', label: t('field.value'), align: 'end' as const, width: 104 },
    { key: 'probability', label: t('field.probability'), align: 'end' as const, width: 72 },
    { key: 'weighted', label: t('field.weighted'), align: 'end' as const, width: 84 },
    { key: 'expected', label: t('field.expectedCloseOn'), width: 112 },
    { key: 'competitor', label: t('field.competitor'), width: '11%' },
    { key: 'stage', label: t('field.stage'), width: 124 },
    { key: 'acts', label: t('field.acts'), isLabelHidden: true, align: 'end' as const, width: 164 },
  ]
  return (
    <div className={styles.table}>
      <SimpleTable label={label} columns={columns} rows={rows.map(rowOf)} />
    </div>
  )
}

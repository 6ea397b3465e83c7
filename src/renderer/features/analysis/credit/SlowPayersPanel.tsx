import { useTranslation } from 'react-i18next'
import type { SlowPayer } from '#shared/contract/invoice.ts'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import { CreditAccount } from './CreditAccount.tsx'
import styles from './CreditView.module.css'

/** Accounts with the most overdue. */
export function SlowPayersPanel({ slowPayers }: { slowPayers: readonly SlowPayer[] }) {
  const { t } = useTranslation('credit')
  const format = useFormat()
  const [first] = slowPayers
  if (!first) return <Panel title={t('view.slowNone')} />
  return (
    <Panel
      title={t('view.slowTitle', { name: first.name, overdue: format.money(first.overdue) })}
      note={t('view.slowNote')}
      padding="none"
    >
      <div className={styles.scroll}>
        <SimpleTable
          label={t('view.slowLabel')}
          columns={[
            { key: 'account', label: t('view.account') },
            { key: 'overdue', label: t('payment.overdue'), align: 'end' },
            { key: 'days', label: t('view.days'), align: 'end' },
            { key: 'index', label: t('view.index'), align: 'end' },
          ]}
          rows={slowPayers.map((payer) => ({
            key: payer.accountId,
            cells: [
              <CreditAccount key="account" {...payer} />,
              format.money(payer.overdue),
              format.number(payer.daysBeyondTerms, 0),
              format.number(payer.index, 0),
            ],
          }))}
        />
      </div>
    </Panel>
  )
}

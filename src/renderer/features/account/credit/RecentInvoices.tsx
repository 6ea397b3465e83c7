import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../../api/use-call.ts'
import { DrawerBlock } from '../../../components/Drawer.tsx'
import { useFormat } from '../../../components/format.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import styles from './Credit.module.css'

const SHOWN = 6

/** The newest invoices behind a payment figure, and the way to all of them. */
export function RecentInvoices({ accountId }: { accountId: string }) {
  const { t } = useTranslation('credit')
  const format = useFormat()
  const { data } = useCall('invoice.listByAccount', { accountId, offset: 0, limit: SHOWN })
  if (!data || data.total === 0) return null
  return (
    <DrawerBlock
      title={t('invoices.title', { count: data.total, open: format.money(data.open) })}
      note={
        <Link to="/accounts/$accountId" params={{ accountId }} search={{ tab: 'credit' }}>
          {t('invoices.all')}
        </Link>
      }
    >
      <div className={styles.scroll}>
        <SimpleTable
          label={t('invoices.label')}
          isTight
          columns={[
            { key: 'due', label: t('invoices.dueOn') },
            { key: 'state', label: t('invoices.status') },
            { key: 'amount', label: t('invoices.amount'), align: 'end' },
          ]}
          rows={data.rows.map((invoice) => ({
            key: invoice.number,
            cells: [
              <span key="due" className="ms-dimmed" title={invoice.number}>
                {invoice.dueOn.slice(5)}
              </span>,
              t(`invoices.state.${invoice.state}`),
              <span key="amount" title={format.moneyFull(invoice.amount)}>
                {format.money(invoice.amount)}
              </span>,
            ],
          }))}
        />
      </div>
    </DrawerBlock>
  )
}

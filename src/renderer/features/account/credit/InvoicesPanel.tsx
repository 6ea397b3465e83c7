import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InvoiceRow } from '#shared/contract/invoice.ts'
import { INVOICE_STATES, type InvoiceState } from '#shared/domain/invoice.ts'
import { useCall } from '../../../api/use-call.ts'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import { Tag } from '../../../components/Tag.tsx'
import styles from './Credit.module.css'

const PAGE = 20
const MOST = 1000

function StateCell({ invoice }: { invoice: InvoiceRow }) {
  const { t } = useTranslation('credit')
  const text = t(`invoices.state.${invoice.state}`)
  return (
    <>
      {invoice.state === 'overdue' ? (
        <Tag tone="red" icon={IconAlertTriangle}>
          {text}
        </Tag>
      ) : (
        text
      )}
      {invoice.isDisputed && (
        <>
          {' '}
          <Tag tone="amber" icon={IconAlertTriangle}>
            {t('invoices.disputed')}
          </Tag>
        </>
      )}
    </>
  )
}

/** Every invoice with what was paid on it, the newest first; one state at a time where that is wanted. */
export function InvoicesPanel({ accountId }: { accountId: string }) {
  const { t } = useTranslation('credit')
  const format = useFormat()
  const [state, setState] = useState<InvoiceState | null>(null)
  const [shown, setShown] = useState(PAGE)
  const { data } = useCall(
    'invoice.listByAccount',
    { accountId, ...(state ? { states: [state] } : {}), offset: 0, limit: shown },
    { keepPrevious: true },
  )
  if (!data) return <LoadingLine />
  const left = Math.min(data.total, MOST) - data.rows.length
  return (
    <Panel
      className={styles.full}
      title={t('invoices.title', { count: data.total, open: format.money(data.open) })}
      padding="none"
    >
      <fieldset className={styles.filters} aria-label={t('invoices.status')}>
        {([null, ...INVOICE_STATES] as const).map((one) => (
          <Button
            key={one ?? 'all'}
            size="compact-sm"
            variant={one === state ? 'light' : 'subtle'}
            {...(one === state ? {} : { color: 'gray' })}
            aria-pressed={one === state}
            onClick={() => {
              setState(one)
              setShown(PAGE)
            }}
          >
            {one ? t(`invoices.state.${one}`) : t('invoices.all')}
          </Button>
        ))}
      </fieldset>
      {data.rows.length === 0 ? (
        <p className={`${styles.more} ms-dimmed`}>{t('invoices.none')}</p>
      ) : (
        <div className={styles.scroll}>
          <SimpleTable
            label={t('invoices.label')}
            columns={[
              { key: 'number', label: t('invoices.number') },
              { key: 'issued', label: t('invoices.issuedOn') },
              { key: 'due', label: t('invoices.dueOn') },
              { key: 'amount', label: t('invoices.amount'), align: 'end' },
              { key: 'open', label: t('invoices.openAmount'), align: 'end' },
              { key: 'paid', label: t('invoices.paidOn') },
              { key: 'days', label: t('invoices.days'), align: 'end' },
              { key: 'state', label: t('invoices.status') },
            ]}
            rows={data.rows.map((invoice) => ({
              key: invoice.number,
              cells: [
                <span key="number" title={t('invoices.source', { file: invoice.sourceFile })}>
                  {invoice.number}
                </span>,
                format.day(invoice.issuedOn),
                format.day(invoice.dueOn),
                <span key="amount" title={format.moneyFull(invoice.ownAmount, invoice.currency)}>
                  {format.money(invoice.amount)}
                </span>,
                invoice.open === 0 ? '' : format.money(invoice.open),
                invoice.payments.map(({ paidOn }) => format.day(paidOn)).join(' '),
                invoice.daysLate > 0 ? format.number(invoice.daysLate) : '',
                <StateCell key="state" invoice={invoice} />,
              ],
            }))}
          />
        </div>
      )}
      {left > 0 && (
        <div className={styles.more}>
          <Button variant="default" onClick={() => setShown(Math.min(MOST, shown + 5 * PAGE))}>
            {t('invoices.more', { count: Math.min(left, 5 * PAGE) })}
          </Button>
        </div>
      )}
    </Panel>
  )
}

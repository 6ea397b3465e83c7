import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LifetimeAccountRow, LifetimePortfolio, LifetimeSort } from '#shared/contract/lifetime.ts'
import { useFormat } from '../../../components/format.tsx'
import { useChanceText } from '../../../components/lifetime/use-chance-text.ts'
import { Missing } from '../../../components/Missing.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { ScrollRegion } from '../../../components/ScrollRegion.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import { AccountCell } from '../AccountCell.tsx'
import styles from './LifetimeView.module.css'

/** Days without an order beside the usual ones between two. */
function Silence({ row }: { row: LifetimeAccountRow }) {
  const { t } = useTranslation('lifetime')
  const format = useFormat()
  if (row.silentDays === null) return <Missing />
  const isLong = row.usualGapDays !== null && row.silentDays > 2 * row.usualGapDays
  return (
    <span>
      <span className={isLong ? styles.long : undefined}>{t('table.days', { count: row.silentDays })}</span>
      <span className={styles.usual}>
        {row.usualGapDays === null
          ? t('table.noRhythm')
          : t('table.usual', { days: format.number(row.usualGapDays, 1) })}
      </span>
    </span>
  )
}

/** Accounts by what they are worth, or by how likely they are to stay silent. */
export function LifetimeTable({
  portfolio,
  sort,
  opened,
  onOpen,
  children,
}: {
  portfolio: LifetimePortfolio
  sort: LifetimeSort
  opened: string | undefined
  onOpen: (accountId: string) => void
  /** Below the rows. */
  children: ReactNode
}) {
  const { t } = useTranslation('lifetime')
  const format = useFormat()
  const { horizonWeeks: weeks, worthBasis } = portfolio
  const hasForecast = portfolio.forecast !== null
  const title = t(`table.title.${sort}`, { weeks })
  const chance = useChanceText()
  const money = (amount: number | null) =>
    amount === null ? <Missing /> : <span title={format.moneyFull(amount)}>{format.money(amount)}</span>
  return (
    <Panel title={title} padding="none" {...(hasForecast ? { note: t('table.note', { weeks }) } : {})}>
      <ScrollRegion label={t('table.label')} className={styles.scroll}>
        <SimpleTable
          label={title}
          isHeaderSticky
          columns={[
            { key: 'account', label: t('table.account') },
            { key: 'value', label: t('table.value'), align: 'end' },
            ...(hasForecast
              ? [
                  { key: 'noOrder', label: t('table.noOrder'), align: 'end' as const },
                  { key: 'orders', label: t('table.expectedOrders'), align: 'end' as const },
                  { key: 'worth', label: t(`table.worth.${worthBasis}`), align: 'end' as const },
                ]
              : [{ key: 'sales', label: t('table.netSales'), align: 'end' as const }]),
            { key: 'silence', label: t('table.silence'), align: 'end' },
          ]}
          rows={portfolio.accounts.map((row) => ({
            key: row.id,
            isSelected: row.id === opened,
            cells: [
              <AccountCell
                key="account"
                name={row.name}
                valueClass={row.valueClass}
                isReachable
                onOpen={() => onOpen(row.id)}
              />,
              <span key="value">
                {row.isEntered && <span className={styles.entered}>{t('table.entered')}</span>}
                {money(row.value)}
              </span>,
              ...(hasForecast
                ? [
                    row.noOrderPercent === null ? <Missing key="none" /> : chance(row.noOrderPercent),
                    row.expectedOrders === null ? (
                      <Missing key="orders" />
                    ) : (
                      format.decimal(row.expectedOrders, 1)
                    ),
                    money(row.expectedWorth),
                  ]
                : [money(row.netSales)]),
              <Silence key="silence" row={row} />,
            ],
          }))}
        />
        {children && <div className={styles.more}>{children}</div>}
      </ScrollRegion>
    </Panel>
  )
}

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountDetail } from '#shared/contract/account.ts'
import type { OutputOf } from '#shared/contract/contract.ts'
import { type MonthIndex, monthOf } from '#shared/domain/calendar.ts'
import { useCall } from '../../../api/use-call.ts'
import { Chart } from '../../../charts/Chart.tsx'
import { useChartColours } from '../../../charts/chart-theme.ts'
import { DataBar } from '../../../components/DataBar.tsx'
import { useFormat } from '../../../components/format.tsx'
import { Missing } from '../../../components/Missing.tsx'
import { Panel } from '../../../components/Panel.tsx'
import styles from '../Account.module.css'
import { lastQuarters, type Quarter } from '../quarters.ts'
import { quartersOption } from './quarters-option.ts'
import { WalletBars } from './WalletBars.tsx'

type History = OutputOf<'account.history'>

const SHOWN_CATEGORIES = 4
const SHOWN_WHEN_TALL = 6

function useQuarterName(): (quarter: Quarter) => string {
  const format = useFormat()
  return ({ first, last }) => {
    const isCalendarQuarter = last % 3 === 2
    return isCalendarQuarter
      ? format.quarter(last)
      : `${format.monthShort(first as MonthIndex)}–${format.monthShort(last as MonthIndex)}`
  }
}

function QuarterChart({ history, asOf }: { history: History; asOf: string }) {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const colours = useChartColours()
  const quarterName = useQuarterName()
  const [isTable, setTable] = useState(false)
  const quarters = useMemo(() => lastQuarters(history.months, monthOf(asOf)), [history.months, asOf])
  const magnitude = format.magnitudeOf(Math.max(0, ...quarters.map(({ net }) => net)))
  const names = quarters.map(quarterName)
  const hasPrior = quarters.some(({ prior }) => prior !== null)
  const unit = `${format.currency ? format.currencySymbol(format.currency) : ''}${magnitude.mark}`
  const label = isTable ? tCommon('viewAsChart') : tCommon('viewAsTable')
  const last = quarters.at(-1)
  return (
    <>
      <div className={styles.categoryLine}>
        <span className="ms-dimmed">{t(hasPrior ? 'sales.quarters' : 'sales.quartersAlone', { unit })}</span>
        <Tooltip label={label}>
          <ActionIcon size="xs" aria-label={label} aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {isTable ? <IconChartBar size={16} stroke={1.6} /> : <IconTable size={16} stroke={1.6} />}
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={styles.chart}>
        <Chart
          isTable={isTable}
          ariaLabel={t('sales.aria', {
            quarter: names.at(-1) ?? '',
            net: format.money(last?.net),
            prior: format.money(last?.prior),
          })}
          option={quartersOption({
            quarters,
            names,
            amount: (value) => format.amountIn(value, magnitude),
            money: format.money,
            texts: { net: t('sales.net'), prior: t('sales.prior') },
            colours,
          })}
          table={{
            columns: [
              { key: 'quarter', label: t('sales.quarter') },
              { key: 'net', label: t('sales.net'), align: 'end' },
              { key: 'prior', label: t('sales.prior'), align: 'end' },
            ],
            rows: quarters.map(({ net, prior }, index) => ({
              key: String(index),
              cells: [names[index], format.money(net), format.money(prior)],
            })),
          }}
        />
      </div>
    </>
  )
}

function CategoryBars({ history, id }: { history: History; id: string }) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const total = history.categories.reduce((sum, { net }) => sum + Math.max(0, net), 0)
  const largest = Math.max(0, ...history.categories.map(({ net }) => net))
  return (
    <div className={styles.categories}>
      <div className={styles.categoryLine}>
        <span className="ms-dimmed">{t('sales.categories')}</span>
        <span className="ms-dimmed">{t('sales.growthMargin')}</span>
      </div>
      {history.categories.length === 0 && <span className="ms-dimmed">{t('sales.noCategories')}</span>}
      <div className={styles.categoryList}>
        {history.categories.slice(0, SHOWN_WHEN_TALL).map((category, index) => (
          <div
            key={category.categoryId ?? 'none'}
            className={[styles.category, index >= SHOWN_CATEGORIES ? styles.tall : ''].join(' ')}
          >
            <div className={styles.categoryLine}>
              <span className="ms-ellipsis">
                <Link
                  to="/accounts/$accountId"
                  params={{ accountId: id }}
                  search={{ tab: 'trade', detail: category.categoryId ?? 'none' }}
                  className={styles.linkQuiet}
                  title={format.moneyFull(category.net)}
                >
                  {category.category ?? t('sales.noCategory')} <b>{format.money(category.net)}</b>
                </Link>{' '}
                <span className="ms-dimmed">
                  {total > 0 ? format.percent((100 * Math.max(0, category.net)) / total, 0) : ''}
                </span>
              </span>
              <span className="ms-number">
                {format.signedPercent(category.growthPercent)}{' '}
                <span className="ms-dimmed">{format.percent(category.marginPercent, 0)}</span>
              </span>
            </div>
            <DataBar percent={largest > 0 ? (100 * category.net) / largest : null} />
          </div>
        ))}
      </div>
    </div>
  )
}

/** What it buys: quarter by quarter against the year before, and of what. */
export function SalesPanel({ detail, history }: { detail: AccountDetail; history: History | undefined }) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const { t: tWallet } = useTranslation('wallet')
  const { row } = detail
  const { data: wallet } = useCall('wallet.account', { accountId: row.id }, { keepPrevious: true })
  const share = wallet?.total.share
  const hasTraded = history !== undefined && history.asOf !== null && history.months.length > 0
  const title = !hasTraded
    ? t('sales.titleNever')
    : row.growthPercent === null
      ? t('sales.titleAlone', { sales: format.money(row.netSales) })
      : t('sales.title', {
          sales: format.money(row.netSales),
          growth: format.signedPercent(row.growthPercent),
        })
  const shareText =
    hasTraded && share?.kind === 'share'
      ? tWallet('account.ofSpend', { percent: format.percent(share.percent, 0) })
      : ''
  const stats = [
    { key: 'margin', value: row.marginPercent === null ? null : format.percent(row.marginPercent) },
    { key: 'orders', value: format.number(row.orderCount) },
    {
      key: 'perOrder',
      value: row.orderCount > 0 ? format.money(Math.round(row.netSales / row.orderCount)) : null,
    },
    {
      key: 'returns',
      value: row.grossSales > 0 ? format.percent((100 * row.returns) / row.grossSales) : null,
    },
  ] as const
  return (
    <Panel
      question={t('question.howMuch')}
      title={`${title}${shareText}`}
      className={styles.wide}
      actions={
        hasTraded && (
          <Link to="/accounts/$accountId" params={{ accountId: row.id }} search={{ tab: 'trade' }}>
            {t('sales.all')}
          </Link>
        )
      }
    >
      {hasTraded && history.asOf !== null ? (
        <div className={styles.sales}>
          <div className={styles.salesLeft}>
            <QuarterChart history={history} asOf={history.asOf} />
            <dl className={styles.stats}>
              {stats.map(({ key, value }) => (
                <div key={key}>
                  <dt>{t(`sales.stat.${key}`)}</dt>
                  <dd>{value ?? <Missing />}</dd>
                </div>
              ))}
            </dl>
          </div>
          {wallet && wallet.total.knownCategories > 0 ? (
            <WalletBars wallet={wallet} id={row.id} />
          ) : (
            <CategoryBars history={history} id={row.id} />
          )}
        </div>
      ) : (
        <p className="ms-dimmed">{t('sales.neverText')}</p>
      )}
    </Panel>
  )
}

import { Button } from '@mantine/core'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { WalletBubble } from '#shared/contract/wallet.ts'
import { useCall } from '../../../api/use-call.ts'
import { ChartPanel } from '../../../charts/ChartPanel.tsx'
import { useChartColours } from '../../../charts/chart-theme.ts'
import { AccountLink } from '../../../components/account/AccountLink.tsx'
import { Chip } from '../../../components/Chip.tsx'
import { DataBar } from '../../../components/DataBar.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { useGrowthText } from '../../../components/use-growth-text.ts'
import { AnalysisView } from '../AnalysisView.tsx'
import { bubbleOption, customerGrowthOf, losesShare } from './bubble-option.ts'
import styles from './Share.module.css'

const CHART_HEIGHT = 460
const SHOWN_OPEN = 12

/** Share of wallet against the customers' own growth: of all accounts, or of one account's categories. */
export function ShareView() {
  const { t } = useTranslation('wallet')
  const format = useFormat()
  const { account: accountId } = getRouteApi('/workspace/analysis').useSearch()
  const navigate = useNavigate()
  const { data, error } = useCall('wallet.map', accountId ? { accountId } : {}, { keepPrevious: true })
  const account = useCall('account.get', { id: accountId ?? '' }, { enabled: accountId !== undefined })
  if (error) return <ErrorNotice failure={error} />
  if (!data) return <LoadingLine />

  const { bubbles, unknownCount } = data
  if (bubbles.length === 0 && accountId === undefined) {
    return (
      <EmptyState
        title={t('map.empty')}
        action={
          <Button size="sm" variant="filled" renderRoot={(props) => <Link to="/accounts" {...props} />}>
            {t('map.emptyAct')}
          </Button>
        }
      >
        {t('map.emptyText')}
      </EmptyState>
    )
  }
  const wallet = bubbles.reduce((sum, bubble) => sum + bubble.wallet, 0)
  const sales = bubbles.reduce((sum, bubble) => sum + bubble.sales, 0)
  const losing = bubbles.filter(losesShare).length
  const scope = accountId === undefined ? 'accounts' : 'categories'
  const sentence =
    bubbles.length === 0
      ? t('map.unknownAccount')
      : t(`map.sentence.${scope}`, {
          count: bubbles.length,
          wallet: format.money(wallet),
          percent: format.percent((sales / wallet) * 100),
          losing: format.number(losing),
        })
  return (
    <AnalysisView
      sentence={sentence}
      note={
        data.window &&
        t('map.note', {
          from: data.window.from,
          to: data.window.to,
          unknown: format.number(unknownCount),
        })
      }
      tools={
        accountId !== undefined && (
          <Chip
            name={t('map.account')}
            value={account.data?.row.name ?? ''}
            isActive
            onRemove={() => void navigate({ to: '/analysis', search: { tab: 'share' }, replace: true })}
            onClick={() =>
              void navigate({ to: '/accounts/$accountId', params: { accountId }, search: { tab: 'share' } })
            }
          />
        )
      }
      status={<span>{t('map.status', { count: bubbles.length })}</span>}
    >
      {bubbles.length > 0 && (
        <div className={styles.view}>
          <MapPanel
            bubbles={bubbles}
            isAccounts={accountId === undefined}
            averagePercent={(sales / wallet) * 100}
          />
          <OpenPanel bubbles={bubbles} isAccounts={accountId === undefined} />
        </div>
      )}
    </AnalysisView>
  )
}

interface MapProps {
  bubbles: readonly WalletBubble[]
  isAccounts: boolean
}

function MapPanel({ bubbles, isAccounts, averagePercent }: MapProps & { averagePercent: number }) {
  const { t } = useTranslation('wallet')
  const format = useFormat()
  const colours = useChartColours()
  const growthText = useGrowthText()
  const navigate = useNavigate()
  const placed = useMemo(() => bubbles.filter((bubble) => customerGrowthOf(bubble) !== null), [bubbles])
  const option = useMemo(
    () =>
      bubbleOption({
        bubbles: placed,
        averagePercent,
        texts: {
          share: t('column.share'),
          customerGrowth: t('column.customerGrowth'),
          wallet: t('column.wallet'),
          sales: t('column.sales'),
          open: t('column.open'),
          evolution: t('column.evolution'),
          average: t('map.average', { percent: format.percent(averagePercent) }),
        },
        percent: (value) => format.percent(value, 0),
        money: (value) => format.money(value),
        index: (value) => format.number(value, 0),
        colours,
      }),
    [placed, averagePercent, t, format, colours],
  )
  const losing = placed.filter(losesShare).length
  const title = t('map.title', { losing: format.number(losing), count: placed.length })
  const open = (bubble: WalletBubble | undefined) => {
    if (!bubble || !isAccounts) return
    void navigate({ to: '/accounts/$accountId', params: { accountId: bubble.id }, search: { tab: 'share' } })
  }
  return (
    <ChartPanel
      title={title}
      note={
        placed.length < bubbles.length
          ? t('map.legendUnplaced', { unplaced: format.number(bubbles.length - placed.length) })
          : t('map.legend')
      }
      ariaLabel={title}
      height={CHART_HEIGHT}
      option={option}
      onSelect={({ dataIndex }) => open(placed[dataIndex])}
      table={{
        columns: [
          { key: 'name', label: t(isAccounts ? 'column.account' : 'column.category') },
          { key: 'share', label: t('column.share'), align: 'end' },
          { key: 'wallet', label: t('column.wallet'), align: 'end' },
          { key: 'sales', label: t('column.sales'), align: 'end' },
          { key: 'salesGrowth', label: t('column.salesGrowth'), align: 'end' },
          { key: 'customerGrowth', label: t('column.customerGrowth'), align: 'end' },
          { key: 'evolution', label: t('column.evolution'), align: 'end' },
          { key: 'open', label: t('column.open'), align: 'end' },
        ],
        rows: bubbles.map((bubble) => ({
          key: bubble.id,
          cells: [
            <BubbleName key="name" bubble={bubble} isAccount={isAccounts} />,
            bubble.isOver
              ? t('over', { percent: format.percent(bubble.sharePercent) })
              : format.percent(bubble.sharePercent),
            format.money(bubble.wallet),
            format.money(bubble.sales),
            growthText(bubble.salesGrowth),
            growthText(bubble.walletGrowth),
            format.number(bubble.evolutionIndex, 0),
            format.money(bubble.openAmount),
          ],
        })),
      }}
    />
  )
}

function BubbleName({ bubble, isAccount }: { bubble: WalletBubble; isAccount: boolean }) {
  if (!isAccount) return bubble.name
  return <AccountLink id={bubble.id} name={bubble.name} valueClass={bubble.valueClass} tab="share" />
}

/** Where most of a known wallet is in nobody's named hands. */
function OpenPanel({ bubbles, isAccounts }: MapProps) {
  const { t } = useTranslation('wallet')
  const format = useFormat()
  const open = bubbles
    .filter(({ openAmount }) => (openAmount ?? 0) > 0)
    .sort((one, other) => (other.openAmount ?? 0) - (one.openAmount ?? 0))
  const total = open.reduce((sum, { openAmount }) => sum + (openAmount ?? 0), 0)
  const largest = open[0]?.openAmount ?? 1
  return (
    <Panel title={t('open.title', { amount: format.money(total) })} note={t('open.note')}>
      <ul className={styles.list}>
        {open.slice(0, SHOWN_OPEN).map((bubble) => (
          <li key={bubble.id} className={styles.line}>
            <BubbleName bubble={bubble} isAccount={isAccounts} />
            <span className={styles.amount} title={format.moneyFull(bubble.openAmount)}>
              {format.money(bubble.openAmount)}
            </span>
            <span className={styles.bar}>
              <DataBar height={6} percent={(100 * (bubble.openAmount ?? 0)) / largest} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

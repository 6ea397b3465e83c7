import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContributionPortfolio } from '#shared/contract/contribution.ts'
import { ChartPanel } from '../../../charts/ChartPanel.tsx'
import { useChartColours } from '../../../charts/chart-theme.ts'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { whaleOption } from './whale-option.ts'

const TABLE_ROWS = 10

/** About ten points of the curve for its table, the peak and the end among them. */
function tablePoints({ curve, peak }: ContributionPortfolio): ContributionPortfolio['curve'] {
  const step = Math.max(1, Math.round(curve.length / TABLE_ROWS))
  return curve.filter(
    ({ count }, index) => index % step === 0 || count === peak?.count || index === curve.length - 1,
  )
}

/** Accounts that already make the whole contribution; the curve falls back to it at its end. */
function fullCount({ curve, knownCount }: ContributionPortfolio): number {
  return curve.find(({ percent }) => percent !== null && percent >= 100)?.count ?? knownCount
}

/** The whale curve, titled by how few accounts make the whole of it. */
export function WhalePanel({ portfolio }: { portfolio: ContributionPortfolio }) {
  const { t } = useTranslation('contribution')
  const format = useFormat()
  const colours = useChartColours()
  const { curve, peak, costing, knownCount, contribution } = portfolio
  const hasShares = curve.at(-1)?.percent != null
  const option = useMemo(() => {
    const figure = (value: number) => (hasShares ? format.percent(value) : format.money(value))
    const peakFigure = hasShares ? peak?.percent : peak?.cumulative
    return whaleOption({
      curve,
      peak,
      hasShares,
      peakText:
        peak && peakFigure != null ? t('whale.peak', { count: peak.count, percent: figure(peakFigure) }) : '',
      totalText: hasShares ? t('whale.total') : '',
      figure: (value) => (hasShares ? format.percent(value, 0) : format.money(value)),
      count: (value) => format.number(value),
      pointText: (count, value) => t('whale.point', { count, percent: figure(value) }),
      colours,
    })
  }, [curve, peak, hasShares, t, format, colours])
  if (knownCount === 0) {
    return (
      <Panel title={t('whale.titleUnknown')}>
        <p className="ms-dimmed">{t('whale.unknown')}</p>
      </Panel>
    )
  }
  const title = !hasShares
    ? t('whale.titleLoss', { amount: format.money(contribution) })
    : costing.count === 0
      ? t('whale.titleNone')
      : t('whale.title', { count: fullCount(portfolio) })
  return (
    <ChartPanel
      title={title}
      note={t(hasShares ? 'whale.note' : 'whale.noteAmounts')}
      ariaLabel={title}
      option={option}
      table={{
        columns: [
          { key: 'count', label: t('whale.column.count'), align: 'end' },
          { key: 'cumulative', label: t('whale.column.cumulative'), align: 'end' },
          { key: 'percent', label: t('whale.column.percent'), align: 'end' },
        ],
        rows: tablePoints(portfolio).map(({ count, cumulative, percent }) => ({
          key: String(count),
          cells: [format.number(count), format.money(cumulative), format.percent(percent)],
        })),
      }}
    />
  )
}

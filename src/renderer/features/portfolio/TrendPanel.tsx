import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import { ChartPanel } from '../../charts/ChartPanel.tsx'
import { useChartColours } from '../../charts/chart-theme.ts'
import { useFormat } from '../../components/format.tsx'
import { lowestMonth } from './overview-facts.ts'
import { trendOption } from './trend-option.ts'

/** Sales of the twelve months against the year before. */
export function TrendPanel({ overview }: { overview: PortfolioOverview }) {
  const { t } = useTranslation('portfolio')
  const format = useFormat()
  const colours = useChartColours()
  const { trend, netSales, priorNetSales, isPriorComplete } = overview
  const magnitude = format.magnitudeOf(Math.max(...trend.flatMap(({ net, priorNet }) => [net, priorNet]), 0))
  const unit = `${format.currency ? format.currencySymbol(format.currency) : ''}${magnitude.mark}`
  const hasPrior = isPriorComplete && priorNetSales !== 0

  const option = useMemo(
    () =>
      trendOption({
        trend,
        lowest: lowestMonth(trend),
        hasPrior,
        priorName: t('trend.prior'),
        month: format.monthShort,
        monthFull: format.month,
        amount: (value) => format.amountIn(value, magnitude),
        money: format.money,
        names: { net: t('trend.net'), prior: t('trend.priorYear') },
        colours,
      }),
    [trend, hasPrior, t, format, magnitude, colours],
  )

  const change = netSales - priorNetSales
  const title = hasPrior
    ? t(change >= 0 ? 'trend.titleMore' : 'trend.titleLess', {
        sales: format.money(netSales),
        change: format.money(Math.abs(change)),
      })
    : t('trend.titleAlone', { sales: format.money(netSales) })
  return (
    <ChartPanel
      title={title}
      note={t(hasPrior ? 'trend.note' : 'trend.noteAlone', { unit })}
      ariaLabel={title}
      option={option}
      table={{
        columns: [
          { key: 'month', label: t('trend.month') },
          { key: 'net', label: t('trend.net'), align: 'end' },
          { key: 'prior', label: t('trend.priorYear'), align: 'end' },
          { key: 'growth', label: t('column.growth'), align: 'end' },
        ],
        rows: trend.map(({ month, net, priorNet }) => ({
          key: String(month),
          cells: [
            format.month(month),
            format.money(net),
            hasPrior ? format.money(priorNet) : format.missing,
            hasPrior && priorNet > 0
              ? format.signedPercent((100 * (net - priorNet)) / priorNet)
              : format.missing,
          ],
        })),
      }}
    />
  )
}

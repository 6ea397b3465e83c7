import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import { ChartPanel } from '../../charts/ChartPanel.tsx'
import { useChartColours } from '../../charts/chart-theme.ts'
import { FigureLink } from '../../components/FigureLink.tsx'
import { useFormat } from '../../components/format.tsx'
import { curveShare, rankPercent } from './overview-facts.ts'
import { paretoOption } from './pareto-option.ts'

const BY_SALES = { filter: { trading: true }, sort: [{ field: 'netSales' as const, descending: true }] }

/** How few accounts carry how much, with the real share of the top fifth. */
export function ParetoPanel({ overview }: { overview: PortfolioOverview }) {
  const { t } = useTranslation('portfolio')
  const format = useFormat()
  const colours = useChartColours()
  const { pareto, concentration } = overview

  const points = useMemo(() => {
    const ranks = [
      { key: 'half', rank: pareto.halfCount },
      { key: 'fifth', rank: pareto.top20Count },
      { key: 'eighty', rank: pareto.eightyCount },
      { key: 'ninetyFive', rank: pareto.ninetyFiveCount },
    ] as const
    return ranks.map(({ key, rank }) => {
      const accounts = rankPercent(rank, overview)
      const sales = key === 'fifth' ? (pareto.top20SharePercent ?? 0) : curveShare(pareto.curve, accounts)
      return { key, rank, accounts, sales }
    })
  }, [overview, pareto])

  const option = useMemo(
    () =>
      paretoOption({
        curve: pareto.curve,
        points: points
          .filter(({ key }) => key !== 'eighty')
          .map(({ key, rank, accounts, sales }) => ({
            accounts,
            sales,
            text: t(`pareto.point.${key === 'fifth' ? 'fifth' : 'other'}`, {
              count: rank,
              share: format.percent(sales),
            }),
          })),
        guide: { accounts: rankPercent(pareto.top20Count, overview), sales: pareto.top20SharePercent ?? 0 },
        equality: t('pareto.equality'),
        percent: (value) => format.percent(value, 0),
        pointText: (accounts, sales) =>
          t('pareto.reading', { accounts: format.percent(accounts), sales: format.percent(sales) }),
        colours,
      }),
    [overview, pareto, points, t, format, colours],
  )

  const title =
    pareto.top20SharePercent === null
      ? t('pareto.titleUnknown')
      : t('pareto.title', { share: format.percent(pareto.top20SharePercent) })
  return (
    <ChartPanel
      title={title}
      note={t('pareto.note', {
        count: pareto.eightyCount,
        percent: format.percent(rankPercent(pareto.eightyCount, overview)),
        gini: format.number(concentration.gini, 2),
      })}
      ariaLabel={title}
      option={option}
      table={{
        columns: [
          { key: 'point', label: t('pareto.column.point') },
          { key: 'count', label: t('pareto.column.count'), align: 'end' },
          { key: 'accounts', label: t('pareto.column.accounts'), align: 'end' },
          { key: 'sales', label: t('pareto.column.sales'), align: 'end' },
        ],
        rows: points.map(({ key, rank, accounts, sales }) => ({
          key,
          cells: [
            t(`pareto.mark.${key}`),
            <FigureLink key="count" to="/accounts" search={BY_SALES}>
              {format.number(rank)}
            </FigureLink>,
            format.percent(accounts),
            format.percent(sales),
          ],
        })),
      }}
    />
  )
}

import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { QualityPortfolio } from '#shared/contract/quality.ts'
import { WEAK_QUALITY_SCORE } from '#shared/domain/sales-quality.ts'
import { ChartPanel } from '../../../charts/ChartPanel.tsx'
import { useChartColours } from '../../../charts/chart-theme.ts'
import { useFormat } from '../../../components/format.tsx'
import { AccountCell } from '../AccountCell.tsx'
import { type QualityPoint, qualityOption } from './quality-option.ts'

const TABLE_ROWS = 30

/** Volume against quality: the large accounts with weak sales stand at the lower right. */
export function QualityPanel({
  portfolio,
  onOpen,
}: {
  portfolio: QualityPortfolio
  onOpen: (id: string) => void
}) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const colours = useChartColours()
  const points = useMemo((): readonly [QualityPoint[], QualityPoint[]] => {
    const drawn = portfolio.points.filter(({ netSales }) => netSales > 0)
    return [drawn.filter(({ signCount }) => signCount === 0), drawn.filter(({ signCount }) => signCount > 0)]
  }, [portfolio.points])
  const option = useMemo(
    () =>
      qualityOption({
        points,
        weakScore: WEAK_QUALITY_SCORE,
        weakText: t('chart.weak', { score: WEAK_QUALITY_SCORE }),
        money: format.money,
        texts: { netSales: t('column.netSales'), score: t('column.score'), signs: t('column.signs') },
        score: (value) => format.number(value, 0),
        colours,
      }),
    [points, t, format, colours],
  )
  const worst = [...portfolio.points]
    .slice(0, TABLE_ROWS)
    .reduce<QualityPoint | null>(
      (lowest, point) => (lowest === null || point.scorePercent < lowest.scorePercent ? point : lowest),
      null,
    )
  const title = worst
    ? t('chart.title', {
        count: Math.min(TABLE_ROWS, portfolio.points.length),
        name: worst.name,
        score: format.number(worst.scorePercent, 0),
      })
    : t('chart.titleUnknown')
  return (
    <ChartPanel
      title={title}
      note={t('chart.note')}
      ariaLabel={title}
      option={option}
      onSelect={({ seriesIndex, dataIndex }) => {
        const point = points[seriesIndex === 1 ? 1 : 0][dataIndex]
        if (point) onOpen(point.id)
      }}
      table={{
        columns: [
          { key: 'name', label: t('column.name') },
          { key: 'netSales', label: t('column.netSales'), align: 'end' },
          { key: 'score', label: t('column.score'), align: 'end' },
          { key: 'signs', label: t('column.signs'), align: 'end' },
        ],
        rows: portfolio.points.slice(0, TABLE_ROWS).map((point) => ({
          key: point.id,
          cells: [
            <AccountCell
              key="name"
              name={point.name}
              valueClass={point.valueClass}
              isReachable
              onOpen={() => onOpen(point.id)}
            />,
            format.money(point.netSales),
            format.number(point.scorePercent, 0),
            format.number(point.signCount),
          ],
        })),
      }}
    />
  )
}

import type { QualityPortfolio } from '#shared/contract/quality.ts'
import type { Amount } from '#shared/domain/money.ts'
import type { ChartOption } from '../../../charts/register.ts'
import { tooltipContent } from '../../../charts/tooltip.ts'
import type { Colours } from '../../../components/theme/colours.ts'

export type QualityPoint = QualityPortfolio['points'][number]

export interface QualityDrawing {
  /** Without signs, then with signs: the two series. */
  points: readonly [readonly QualityPoint[], readonly QualityPoint[]]
  weakScore: number
  weakText: string
  money: (value: Amount) => string
  texts: { netSales: string; score: string; signs: string }
  score: (value: number) => string
  colours: Colours
}

const SMALLEST = 1

/** Volume to the right on a log scale, quality upwards; a diamond stands for an account with signs. */
export function qualityOption(drawing: QualityDrawing): ChartOption {
  const { points, weakScore, weakText, money, texts, score, colours } = drawing
  const data = (list: readonly QualityPoint[]) =>
    list.map(({ netSales, scorePercent }) => [Math.max(SMALLEST, netSales), scorePercent])
  return {
    grid: { left: 40, right: 24, top: 12, bottom: 24 },
    xAxis: {
      type: 'log',
      splitLine: { show: false },
      axisLine: { show: true, lineStyle: { color: colours.strongBorder } },
      axisLabel: { formatter: (value: number) => money(value), hideOverlap: true },
    },
    yAxis: { type: 'value', min: 0, max: 100, interval: 20 },
    tooltip: {
      trigger: 'item',
      formatter: (params) => {
        const one = [params].flat()[0]
        const point = points[one?.seriesIndex === 1 ? 1 : 0][one?.dataIndex ?? -1]
        if (!point) return ''
        return tooltipContent(point.name, [
          { name: texts.netSales, value: money(point.netSales) },
          { name: texts.score, value: score(point.scorePercent) },
          ...(point.signCount > 0 ? [{ name: texts.signs, value: String(point.signCount) }] : []),
        ])
      },
    },
    series: [
      {
        type: 'scatter',
        symbolSize: 8,
        itemStyle: { color: colours.data, opacity: 0.55 },
        data: data(points[0]),
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: colours.comparison, type: 'dashed', width: 1 },
          label: { formatter: weakText, position: 'insideEndBottom', fontSize: 14, color: colours.dimmed },
          data: [{ yAxis: weakScore }],
        },
      },
      {
        type: 'scatter',
        symbol: 'diamond',
        symbolSize: 13,
        itemStyle: { color: colours.body, borderColor: colours.data, borderWidth: 2 },
        data: data(points[1]),
      },
    ],
  }
}

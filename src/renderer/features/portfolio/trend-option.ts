import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import type { MonthIndex } from '#shared/domain/calendar.ts'
import type { Amount } from '#shared/domain/money.ts'
import type { ChartOption } from '../../charts/register.ts'
import { tooltipContent } from '../../charts/tooltip.ts'
import type { Colours } from '../../components/theme/colours.ts'

type Trend = PortfolioOverview['trend']

export interface TrendDrawing {
  trend: Trend
  lowest: Trend[number] | null
  hasPrior: boolean
  /** Written at the end of the comparison line. */
  priorName: string
  month: (month: MonthIndex) => string
  monthFull: (month: MonthIndex) => string
  amount: (value: Amount) => string
  money: (value: Amount) => string
  names: { net: string; prior: string }
  colours: Colours
}

/** Keeps the two words at the line's ends apart, in pixels. */
const LABEL_GAP = 14

/** Two lines with direct labels: the months in blue, the year before in grey, the lowest month marked. */
export function trendOption(drawing: TrendDrawing): ChartOption {
  const { trend, lowest, hasPrior, amount, colours } = drawing
  const last = trend.length - 1
  const marked = lowest && lowest !== trend[0] && lowest !== trend[last] ? [lowest] : []
  const ends = [trend[last]?.net ?? 0, trend[last]?.priorNet ?? 0] as const
  const values = trend.flatMap(({ net, priorNet }) => [net, priorNet])
  const isCrowded = Math.abs(ends[0] - ends[1]) < (Math.max(...values) - Math.min(...values)) / 8
  const apart = isCrowded ? (ends[0] >= ends[1] ? LABEL_GAP : -LABEL_GAP) : 0
  return {
    grid: { left: 48, right: 60, top: 16, bottom: 24 },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: trend.map(({ month }) => drawing.month(month).replace(' 月', '')),
      axisLabel: { interval: 'auto' },
    },
    yAxis: { type: 'value', scale: true, splitNumber: 4, axisLabel: { formatter: amount } },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: colours.strongBorder } },
      formatter: (params) => {
        const [first] = [params].flat()
        const point = trend[first?.dataIndex ?? -1]
        if (!point) return ''
        return tooltipContent(drawing.monthFull(point.month), [
          { name: drawing.names.net, value: drawing.money(point.net), colour: colours.data },
          ...(hasPrior
            ? [
                {
                  name: drawing.names.prior,
                  value: drawing.money(point.priorNet),
                  colour: colours.comparison,
                },
              ]
            : []),
        ])
      },
    },
    series: [
      {
        type: 'line',
        z: 3,
        data: trend.map(({ net }) => net),
        lineStyle: { color: colours.data },
        endLabel: {
          show: true,
          formatter: amount(trend[last]?.net ?? 0),
          fontSize: 14,
          fontWeight: 600,
          color: colours.text,
          offset: [0, -apart / 2],
        },
        markPoint: {
          silent: true,
          symbol: 'circle',
          symbolSize: 8,
          itemStyle: { color: colours.body, borderColor: colours.data, borderWidth: 2 },
          data: marked.map((month) => ({
            name: drawing.month(month.month),
            coord: [trend.indexOf(month), month.net],
            label: {
              formatter: `${drawing.month(month.month)} ${amount(month.net)}`,
              position: 'bottom',
              align: trend.indexOf(month) < 2 ? 'left' : 'center',
              distance: 6,
              fontSize: 14,
              color: colours.dimmed,
              backgroundColor: colours.body,
            },
          })),
        },
      },
      {
        type: 'line',
        data: hasPrior ? trend.map(({ priorNet }) => priorNet) : [],
        lineStyle: { color: colours.comparison, width: 1.5 },
        endLabel: {
          show: hasPrior,
          formatter: drawing.priorName,
          fontSize: 14,
          color: colours.dimmed,
          offset: [0, apart],
        },
      },
    ],
  }
}

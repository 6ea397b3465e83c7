import type { MonthIndex } from '#shared/domain/calendar.ts'
import type { Amount } from '#shared/domain/money.ts'
import type { ChartOption } from '../../../charts/register.ts'
import { tooltipContent } from '../../../charts/tooltip.ts'
import type { Colours } from '../../../components/theme/colours.ts'
import type { MonthFigures } from './trade-months.ts'

export interface MonthsDrawing {
  months: readonly MonthFigures[]
  /** The month whose lines are listed. */
  chosen: MonthIndex | null
  month: (month: MonthIndex) => string
  amount: (value: Amount) => string
  money: (value: Amount) => string
  texts: { gross: string; returns: string; net: string }
  colours: Colours
}

/** Sales upwards, returns downwards from the same line; the chosen month stands out. */
export function monthsOption({
  months,
  chosen,
  month,
  amount,
  money,
  texts,
  colours,
}: MonthsDrawing): ChartOption {
  return {
    grid: { left: 56, right: 8, top: 8, bottom: 24 },
    xAxis: {
      type: 'category',
      data: months.map((one) => month(one.month)),
      axisLabel: { hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      splitNumber: 3,
      min: ({ min }) => (min < 0 ? min * 1.2 : 0),
      axisLabel: {
        showMinLabel: months.every(({ returns }) => returns === 0),
        formatter: (value: number) => (value === 0 ? '0' : amount(value)),
      },
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: colours.hover, opacity: 0.6 } },
      formatter: (params) => {
        const figures = months[[params].flat()[0]?.dataIndex ?? -1]
        if (!figures) return ''
        return tooltipContent(month(figures.month), [
          { name: texts.gross, value: money(figures.gross), colour: colours.data },
          { name: texts.returns, value: money(-figures.returns), colour: colours.comparison },
          { name: texts.net, value: money(figures.net) },
        ])
      },
    },
    series: [
      {
        type: 'bar',
        stack: 'month',
        barMaxWidth: 28,
        data: months.map((one) => ({
          value: one.gross,
          itemStyle: { color: chosen === null || chosen === one.month ? colours.data : colours.dataSoft },
        })),
      },
      {
        type: 'bar',
        stack: 'month',
        barMaxWidth: 28,
        itemStyle: { color: colours.comparison, borderRadius: [0, 0, 2, 2] },
        data: months.map((one) => -one.returns),
      },
    ],
  }
}

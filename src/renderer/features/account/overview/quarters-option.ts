import type { Amount } from '#shared/domain/money.ts'
import type { ChartOption } from '../../../charts/register.ts'
import { tooltipContent } from '../../../charts/tooltip.ts'
import type { Colours } from '../../../components/theme/colours.ts'
import type { Quarter } from '../quarters.ts'

export interface QuartersDrawing {
  quarters: readonly Quarter[]
  names: readonly string[]
  amount: (value: Amount) => string
  money: (value: Amount | null) => string
  texts: { net: string; prior: string }
  colours: Colours
}

/** Two bars a quarter: the year before in grey, this one in blue with its figure on top. */
export function quartersOption({
  quarters,
  names,
  amount,
  money,
  texts,
  colours,
}: QuartersDrawing): ChartOption {
  return {
    grid: { left: 0, right: 0, top: 22, bottom: 22 },
    xAxis: { type: 'category', data: [...names], axisLabel: { interval: 0 } },
    yAxis: { type: 'value', show: false },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'none' },
      formatter: (params) => {
        const index = [params].flat()[0]?.dataIndex ?? -1
        const quarter = quarters[index]
        if (!quarter) return ''
        return tooltipContent(names[index] ?? '', [
          { name: texts.net, value: money(quarter.net), colour: colours.data },
          { name: texts.prior, value: money(quarter.prior), colour: colours.comparison },
        ])
      },
    },
    series: [
      {
        type: 'bar',
        barWidth: 20,
        barGap: '10%',
        itemStyle: { color: colours.comparison },
        data: quarters.map(({ prior }) => prior),
      },
      {
        type: 'bar',
        barWidth: 28,
        itemStyle: { color: colours.data },
        data: quarters.map(({ net }) => net),
        label: {
          show: true,
          position: 'top',
          fontSize: 14,
          color: colours.text,
          formatter: ({ dataIndex }) => amount(quarters[dataIndex]?.net ?? 0),
        },
      },
    ],
  }
}

import type { PaymentPanel } from '#shared/contract/invoice.ts'
import type { ChartOption } from '../../../charts/register.ts'
import { tooltipContent } from '../../../charts/tooltip.ts'
import type { Colours } from '../../../components/theme/colours.ts'

export interface QuartersDrawing {
  quarters: PaymentPanel['quarters']
  name: (quarter: string) => string
  shortName: (quarter: string) => string
  index: (value: number | null) => string
  percent: (value: number | null) => string
  names: { index: string; collection: string }
  colours: Colours
}

/** The payment index in blue and the collection rate in grey, quarter by quarter. */
export function quartersOption({ quarters, colours, ...drawing }: QuartersDrawing): ChartOption {
  const lowest = Math.min(
    80,
    ...quarters.flatMap(({ index, collectionPercent }) => [index ?? 80, collectionPercent ?? 80]),
  )
  return {
    grid: { left: 36, right: 56, top: 12, bottom: 24 },
    xAxis: {
      type: 'category',
      data: quarters.map(({ quarter }) => drawing.shortName(quarter)),
    },
    yAxis: { type: 'value', min: Math.max(0, Math.floor((lowest - 5) / 10) * 10), max: 100, splitNumber: 4 },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: colours.strongBorder } },
      formatter: (params) => {
        const [first] = [params].flat()
        const point = quarters[first?.dataIndex ?? -1]
        if (!point) return ''
        return tooltipContent(drawing.name(point.quarter), [
          { name: drawing.names.index, value: drawing.index(point.index), colour: colours.data },
          {
            name: drawing.names.collection,
            value: drawing.percent(point.collectionPercent),
            colour: colours.comparison,
          },
        ])
      },
    },
    series: [
      {
        type: 'line',
        z: 3,
        data: quarters.map(({ index }) => index),
        lineStyle: { color: colours.data },
        endLabel: { show: true, formatter: drawing.names.index, fontSize: 14, color: colours.text },
      },
      {
        type: 'line',
        data: quarters.map(({ collectionPercent }) => collectionPercent),
        lineStyle: { color: colours.comparison, width: 1.5 },
        endLabel: { show: true, formatter: drawing.names.collection, fontSize: 14, color: colours.dimmed },
      },
    ],
  }
}

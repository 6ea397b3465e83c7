import type { ChartOption } from '../../charts/register.ts'
import { tooltipContent } from '../../charts/tooltip.ts'
import type { Colours } from '../../components/theme/colours.ts'

export interface LorenzDrawing {
  /** From the smallest account up: share of accounts, share of sales. */
  curve: readonly (readonly [number, number])[]
  equality: string
  percent: (value: number) => string
  pointText: (accounts: number, sales: number) => string
  colours: Colours
}

const AXIS = { type: 'value', min: 0, max: 100, interval: 20 } as const

/** The curve under the diagonal, the area between them tinted: its size is the Gini coefficient. */
export function lorenzOption({ curve, equality, percent, pointText, colours }: LorenzDrawing): ChartOption {
  const axisLabel = { formatter: percent }
  return {
    grid: { left: 44, right: 24, top: 12, bottom: 24 },
    xAxis: {
      ...AXIS,
      axisLabel,
      splitLine: { show: false },
      axisLine: { show: true, lineStyle: { color: colours.strongBorder } },
    },
    yAxis: { ...AXIS, axisLabel },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: colours.strongBorder } },
      formatter: (params) => {
        const points = [params].flat()
        const value = points.find(({ seriesIndex }) => seriesIndex === 1)?.value
        return Array.isArray(value) ? tooltipContent(pointText(Number(value[0]), Number(value[1])), []) : ''
      },
    },
    series: [
      {
        type: 'line',
        silent: true,
        tooltip: { show: false },
        data: [
          [0, 0],
          [100, 100],
        ],
        lineStyle: { color: colours.comparison, type: 'dashed', width: 1 },
        areaStyle: { color: colours.dataSoft, opacity: 1 },
        markPoint: {
          silent: true,
          symbolSize: 0,
          data: [
            {
              name: equality,
              coord: [26, 50],
              label: { formatter: equality, position: 'inside', fontSize: 14, color: colours.dimmed },
            },
          ],
        },
      },
      {
        type: 'line',
        data: [[0, 0], ...curve.map(([accounts, sales]) => [accounts, sales])],
        lineStyle: { color: colours.data },
        areaStyle: { color: colours.body, opacity: 1 },
      },
    ],
  }
}

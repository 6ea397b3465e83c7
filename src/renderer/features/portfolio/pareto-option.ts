import type { ChartOption } from '../../charts/register.ts'
import { tooltipContent } from '../../charts/tooltip.ts'
import type { Colours } from '../../components/theme/colours.ts'

interface CurvePoint {
  accounts: number
  sales: number
}

export interface ParetoDrawing {
  curve: readonly (readonly [number, number])[]
  /** Marked points with their words. */
  points: readonly (CurvePoint & { text: string })[]
  /** Lines from this point down to both axes. */
  guide: CurvePoint
  /** Names the diagonal. */
  equality: string
  percent: (value: number) => string
  pointText: (accounts: number, sales: number) => string
  colours: Colours
}

const AXIS = { type: 'value', min: 0, max: 100, interval: 20 } as const

/** The curve of shares, its marked points and the line on which all accounts would be equal. */
export function paretoOption(drawing: ParetoDrawing): ChartOption {
  const { curve, points, guide, equality, percent, colours } = drawing
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
        const [first] = [params].flat()
        const value = first?.value
        return Array.isArray(value)
          ? tooltipContent(drawing.pointText(Number(value[0]), Number(value[1])), [])
          : ''
      },
    },
    series: [
      {
        type: 'line',
        data: [[0, 0], ...curve.map(([accounts, sales]) => [accounts, sales])],
        lineStyle: { color: colours.data },
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: colours.strongBorder, type: 'solid', width: 1 },
          data: [
            [{ coord: [guide.accounts, 0] }, { coord: [guide.accounts, guide.sales] }],
            [{ coord: [0, guide.sales] }, { coord: [guide.accounts, guide.sales] }],
          ],
        },
        markPoint: {
          symbol: 'circle',
          symbolSize: 8,
          silent: true,
          itemStyle: { color: colours.body, borderColor: colours.data, borderWidth: 2 },
          data: points.map(({ accounts, sales, text }, index) => ({
            name: text,
            coord: [accounts, sales],
            label: {
              formatter: text,
              position: 'right',
              align: 'left',
              distance: 6,
              offset: [0, 8 + 4 * index],
              fontSize: 14,
              color: colours.text,
              backgroundColor: colours.body,
              padding: [0, 4],
            },
          })),
        },
      },
      {
        type: 'line',
        silent: true,
        tooltip: { show: false },
        data: [
          [0, 0],
          [100, 100],
        ],
        lineStyle: { color: colours.comparison, type: 'dashed', width: 1 },
        markPoint: {
          silent: true,
          symbolSize: 0,
          data: [
            {
              name: equality,
              coord: [78, 58],
              label: { formatter: equality, position: 'inside', fontSize: 14, color: colours.dimmed },
            },
          ],
        },
      },
    ],
  }
}

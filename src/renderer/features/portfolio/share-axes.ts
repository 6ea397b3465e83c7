import type { ChartOption } from '../../charts/register.ts'
import { tooltipContent } from '../../charts/tooltip.ts'
import type { Colours } from '../../components/theme/colours.ts'

export interface ShareDrawing {
  /** Points from the first account on: share of accounts, share of sales, in percent. */
  curve: readonly (readonly [number, number])[]
  /** Names the diagonal, on which all accounts would be equal. */
  equality: string
  percent: (value: number) => string
  pointText: (accounts: number, sales: number) => string
  colours: Colours
}

const AXIS = { type: 'value', min: 0, max: 100, interval: 20 } as const

/** Accounts across, sales upwards, both in percent; pointing at the curve's series says the shares of a point. */
export function shareAxes(
  { percent, pointText, colours }: ShareDrawing,
  curveIndex: number,
): Pick<ChartOption, 'grid' | 'xAxis' | 'yAxis' | 'tooltip'> {
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
        const value = [params].flat().find(({ seriesIndex }) => seriesIndex === curveIndex)?.value
        return Array.isArray(value) ? tooltipContent(pointText(Number(value[0]), Number(value[1])), []) : ''
      },
    },
  }
}

/** The curve, from the corner on. */
export const shareCurve = ({ curve, colours }: ShareDrawing) => ({
  type: 'line' as const,
  data: [[0, 0], ...curve.map(([accounts, sales]) => [accounts, sales])],
  lineStyle: { color: colours.data },
})

/** The diagonal with its name, whose middle stands at `nameAt`. */
export const equalityLine = ({ equality, colours }: ShareDrawing, nameAt: [number, number]) => ({
  type: 'line' as const,
  silent: true,
  tooltip: { show: false },
  data: [
    [0, 0],
    [100, 100],
  ],
  lineStyle: { color: colours.comparison, type: 'dashed' as const, width: 1 },
  markPoint: {
    silent: true,
    symbolSize: 0,
    data: [
      {
        name: equality,
        coord: nameAt,
        label: {
          formatter: equality,
          position: 'inside' as const,
          fontSize: 14,
          color: colours.dimmed,
        },
      },
    ],
  },
})

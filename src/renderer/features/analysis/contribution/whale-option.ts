import type { ContributionPortfolio } from '#shared/contract/contribution.ts'
import type { ChartOption } from '../../../charts/register.ts'
import { tooltipContent } from '../../../charts/tooltip.ts'
import type { Colours } from '../../../components/theme/colours.ts'

export interface WhaleDrawing {
  curve: ContributionPortfolio['curve']
  peak: ContributionPortfolio['peak']
  /** False draws amounts: a total that is not above zero has no shares. */
  hasShares: boolean
  /** Words at the highest point. */
  peakText: string
  /** Names the line of 100 %. */
  totalText: string
  /** A share or an amount on the axis. */
  figure: (value: number) => string
  count: (value: number) => string
  pointText: (count: number, figure: number) => string
  colours: Colours
}

const STEPS = 6
const LEAST_STEP = 20

/** A round step that parts the range into a handful; a total near zero makes shares of any size. */
function axisStep(range: number): number {
  const wanted = Math.max(LEAST_STEP, range / STEPS)
  const power = 10 ** Math.floor(Math.log10(wanted))
  return ([1, 2, 5, 10].find((digit) => digit * power >= wanted) ?? 10) * power
}

/** From round value to round value around the curve. */
function shareAxis(points: readonly (readonly number[])[], peak: ContributionPortfolio['peak']) {
  const lowest = Math.min(0, ...points.map(([, value = 0]) => value))
  const highest = Math.max(100, peak?.percent ?? 0)
  const step = axisStep(highest - lowest)
  return {
    min: Math.floor(lowest / step) * step,
    max: Math.ceil(highest / step) * step,
    interval: step,
  }
}

/** Contributions summed from the best account on: the hump above 100 % is what the others cost back. */
export function whaleOption(drawing: WhaleDrawing): ChartOption {
  const { curve, peak, hasShares, peakText, totalText, figure, count, colours } = drawing
  const figureOf = ({ percent, cumulative }: ContributionPortfolio['curve'][number]) =>
    hasShares ? (percent ?? 0) : cumulative
  const points = curve.map((point) => [point.count, figureOf(point)])
  const last = curve.at(-1)?.count ?? 1
  const isPeakRight = (peak?.count ?? 0) > last / 2
  return {
    grid: { left: hasShares ? 48 : 72, right: 24, top: 28, bottom: 24 },
    xAxis: {
      type: 'value',
      min: 0,
      max: last,
      splitLine: { show: false },
      axisLine: { show: true, lineStyle: { color: colours.strongBorder } },
      axisLabel: { formatter: count, showMaxLabel: true, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      ...(hasShares ? shareAxis(points, peak) : {}),
      splitNumber: 4,
      axisLabel: { formatter: figure },
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: colours.strongBorder } },
      formatter: (params) => {
        const value = [params].flat()[0]?.value
        return Array.isArray(value)
          ? tooltipContent(drawing.pointText(Number(value[0]), Number(value[1])), [])
          : ''
      },
    },
    series: [
      {
        type: 'line',
        data: [[0, 0], ...points],
        lineStyle: { color: colours.data },
        areaStyle: { color: colours.dataSoft, opacity: 0.6 },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: colours.comparison, type: 'dashed', width: 1 },
          label: {
            formatter: totalText,
            position: 'insideMiddleBottom',
            fontSize: 14,
            color: colours.dimmed,
          },
          data: [{ yAxis: hasShares ? 100 : 0 }],
        },
        ...(peak === null
          ? {}
          : {
              markPoint: {
                symbol: 'circle',
                symbolSize: 8,
                silent: true,
                itemStyle: { color: colours.body, borderColor: colours.data, borderWidth: 2 },
                data: [
                  {
                    name: peakText,
                    coord: [peak.count, figureOf(peak)],
                    label: {
                      formatter: peakText,
                      position: isPeakRight ? 'left' : 'right',
                      align: isPeakRight ? 'right' : 'left',
                      offset: [0, -12],
                      fontSize: 14,
                      color: colours.text,
                    },
                  },
                ],
              },
            }),
      },
    ],
  }
}

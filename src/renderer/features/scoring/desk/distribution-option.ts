import type { ScoreBin } from '#shared/contract/model.ts'
import type { ChartOption } from '../../../charts/register.ts'
import { type TooltipLine, tooltipContent } from '../../../charts/tooltip.ts'
import type { Colours } from '../../../components/theme/colours.ts'

export interface ScoreThreshold {
  score: number
  /** What the draft says of it; null where only the version in force has it. */
  label: string | null
}

export interface DistributionDrawing {
  bins: readonly ScoreBin[]
  /** Those without a label first, then from the lowest on. */
  thresholds: readonly ScoreThreshold[]
  /** Draws the version in force as a line over the draft's bars. */
  isChanged: boolean
  rangeOf: (bin: number) => string
  linesOf: (bin: ScoreBin) => readonly TooltipLine[]
  colours: Colours
}

/** Scores in bars of five points, dark where the class changes, with the thresholds as dashed lines. */
export function distributionOption(drawing: DistributionDrawing): ChartOption {
  const { bins, thresholds, isChanged, rangeOf, linesOf, colours } = drawing
  const highest = thresholds.length - 1
  const bar = { type: 'bar', stack: 'draft', barCategoryGap: '8%' } as const
  return {
    grid: { left: 8, right: 8, top: 24, bottom: 20 },
    xAxis: [
      { type: 'category', show: false, data: bins.map((_, bin) => rangeOf(bin)) },
      {
        type: 'value',
        position: 'bottom',
        min: 0,
        max: 100,
        interval: 20,
        splitLine: { show: false },
        axisLine: { show: true, onZero: false, lineStyle: { color: colours.strongBorder } },
      },
    ],
    yAxis: { type: 'value', show: false },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (params) => {
        const index = [params].flat()[0]?.dataIndex ?? -1
        const bin = bins[index]
        return bin ? tooltipContent(rangeOf(index), linesOf(bin)) : ''
      },
    },
    series: [
      {
        ...bar,
        data: bins.map(({ after, moved }) => after - moved),
        itemStyle: { color: colours.dataSoft, borderRadius: 0 },
      },
      { ...bar, data: bins.map(({ moved }) => moved), itemStyle: { color: colours.data, borderRadius: 0 } },
      {
        type: 'line',
        step: 'middle',
        data: isChanged ? bins.map(({ before }) => before) : [],
        lineStyle: { color: colours.dimmed, width: 1.5 },
      },
      {
        type: 'line',
        xAxisIndex: 1,
        data: [],
        markLine: {
          silent: true,
          symbol: 'none',
          data: thresholds.map(({ score, label }, nth) => ({
            xAxis: score,
            lineStyle: {
              color: label === null ? colours.strongBorder : colours.dimmed,
              type: label === null ? 'dotted' : 'dashed',
              width: 1,
            },
            label: {
              show: label !== null,
              formatter: label ?? '',
              position: 'end',
              align: nth === highest ? 'left' : 'right',
              fontSize: 14,
              color: colours.dimmed,
            },
          })),
        },
      },
    ],
  }
}

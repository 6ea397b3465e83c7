import type { ChartOption } from '../../../charts/register.ts'
import type { Colours } from '../../../components/theme/colours.ts'
import type { waterfall } from './explained.ts'

export interface ChangeDrawing {
  before: number
  now: number
  steps: ReturnType<typeof waterfall>
  /** Before, each step, now. */
  names: readonly string[]
  /** The class line the score is measured against. */
  line: { value: number; name: string } | null
  total: (value: number) => string
  change: (value: number) => string
  colours: Colours
}

const TICK = 0.4

/** More columns than these leave their names less room. */
const MOST_WIDE = 7

/** A waterfall on a cut axis: the two scores are ticks, the changes float between them. */
export function changeOption({
  before,
  now,
  steps,
  names,
  line,
  total,
  change,
  colours,
}: ChangeDrawing): ChartOption {
  const reached = [before, now, ...steps.flatMap(({ from, to }) => [from, to])]
  const shownLine = line && Math.abs(line.value - now) <= 20 ? line : null
  const lowest = Math.min(...reached, shownLine?.value ?? Number.POSITIVE_INFINITY)
  const highest = Math.max(...reached, shownLine?.value ?? Number.NEGATIVE_INFINITY)
  const minimum = Math.max(0, Math.floor((lowest - 2) / 5) * 5)
  const maximum = Math.min(105, Math.ceil((highest + 2) / 5) * 5)
  const sizes = steps.map(({ change: { points } }) => Math.abs(points))
  const largest = sizes.indexOf(Math.max(...sizes))
  const thickness = (TICK * (maximum - minimum)) / 20
  const bars = [
    {
      low: before - thickness / 2,
      high: before + thickness / 2,
      colour: colours.comparison,
      text: total(before),
    },
    ...steps.map(({ change: { points }, from, to }, index) => ({
      low: Math.min(from, to),
      high: Math.max(from, to),
      colour: index === largest ? colours.text : colours.comparison,
      text: change(points),
    })),
    { low: now - thickness / 2, high: now + thickness / 2, colour: colours.data, text: total(now) },
  ]
  return {
    grid: { left: 36, right: 16, top: 20, bottom: 24 },
    xAxis: {
      type: 'category',
      data: [...names],
      axisLabel: {
        interval: 0,
        fontSize: 14,
        overflow: 'truncate',
        width: names.length > MOST_WIDE ? 60 : 76,
      },
    },
    yAxis: { type: 'value', min: minimum, max: maximum, interval: 5 },
    series: [
      {
        type: 'bar',
        stack: 'steps',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: bars.map(({ low }) => low),
      },
      {
        type: 'bar',
        stack: 'steps',
        barWidth: 40,
        data: bars.map(({ low, high, colour, text }) => ({
          value: high - low,
          itemStyle: { color: colour, borderRadius: 1 },
          label: {
            show: true,
            position: 'top',
            fontSize: 14,
            color: colours.text,
            formatter: text,
          },
        })),
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: colours.comparison, type: 'dashed' },
          label: {
            position: 'insideEndTop',
            fontSize: 14,
            color: colours.dimmed,
            formatter: shownLine?.name ?? '',
          },
          data: shownLine ? [{ yAxis: shownLine.value }] : [],
        },
      },
    ],
  }
}

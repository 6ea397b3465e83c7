import { useComputedColorScheme } from '@mantine/core'
import { COLOURS, type Colours } from '../components/theme/colours.ts'

/** Colours of the theme in force, for options that are computed outside the style sheets. */
export function useChartColours(): Colours {
  return COLOURS[useComputedColorScheme('light')]
}

/** The design's chart theme: ticks 12 px dimmed, words 14 px, hairlines across, no ticks, no value axis line. */
export function chartTheme(colours: Colours, fontFamily: string): Record<string, unknown> {
  const label = { color: colours.dimmed, fontSize: 12, fontFamily }
  const name = { color: colours.dimmed, fontSize: 14, fontFamily }
  const lines = { show: true, lineStyle: { color: colours.splitLine, width: 1 } }
  const category = {
    axisLine: { show: true, lineStyle: { color: colours.strongBorder } },
    axisTick: { show: false },
    axisLabel: label,
    splitLine: { show: false },
    nameTextStyle: name,
  }
  const value = { ...category, axisLine: { show: false }, splitLine: lines }
  return {
    color: [colours.data, colours.comparison],
    backgroundColor: 'transparent',
    textStyle: { fontFamily, fontSize: 14, color: colours.text },
    categoryAxis: category,
    valueAxis: value,
    logAxis: value,
    timeAxis: category,
    line: {
      lineStyle: { width: 2 },
      symbol: 'circle',
      symbolSize: 8,
      showSymbol: false,
      emphasis: { disabled: true },
    },
    bar: { barMaxWidth: 40, itemStyle: { borderRadius: [2, 2, 0, 0] }, emphasis: { disabled: true } },
    scatter: { emphasis: { disabled: true } },
  }
}

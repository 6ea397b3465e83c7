import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChartLine, IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountExplanation } from '#shared/contract/account.ts'
import { Chart } from '../../../charts/Chart.tsx'
import { useChartColours } from '../../../charts/chart-theme.ts'
import { DrawerBlock } from '../../../components/Drawer.tsx'
import { useFormat } from '../../../components/format.tsx'
import { useWriteInput } from '../use-write-input.ts'

const UTILITIES = [0, 20, 40, 60, 80, 100] as const

/** How the anchors turn the input into points: linear between six marks. */
export function AnchorChart({ item }: { item: AccountExplanation['items'][number] }) {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const writeInput = useWriteInput()
  const colours = useChartColours()
  const [isTable, setTable] = useState(false)
  const { criterion, anchors, input, utility } = item
  const lowest = anchors[0] ?? 0
  const highest = anchors.at(-1) ?? 0
  const shown = input === null ? null : Math.max(lowest, Math.min(highest, input))
  const title =
    utility === null
      ? t('criterion.anchorsTitleUnknown')
      : t('criterion.anchorsTitle', { utility: format.number(utility, 1) })
  const label = isTable ? tCommon('viewAsChart') : tCommon('viewAsTable')
  return (
    <DrawerBlock
      title={title}
      note={
        <Tooltip label={label}>
          <ActionIcon size="xs" aria-label={label} aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {isTable ? <IconChartLine size={16} stroke={1.6} /> : <IconTable size={16} stroke={1.6} />}
          </ActionIcon>
        </Tooltip>
      }
    >
      <Chart
        height={isTable ? 260 : 140}
        isTable={isTable}
        ariaLabel={title}
        option={{
          grid: { left: 28, right: 20, top: 16, bottom: 22 },
          xAxis: {
            type: 'value',
            min: lowest,
            max: highest,
            splitLine: { show: false },
            axisLine: { show: true, lineStyle: { color: colours.strongBorder } },
            splitNumber: 3,
            axisLabel: { formatter: (value: number) => writeInput(criterion, value), hideOverlap: true },
          },
          yAxis: { type: 'value', min: 0, max: 100, interval: 50 },
          series: [
            {
              type: 'line',
              showSymbol: true,
              symbolSize: 6,
              itemStyle: { color: colours.body, borderColor: colours.data, borderWidth: 1.5 },
              lineStyle: { color: colours.data },
              data: anchors.map((anchor, index) => [anchor, UTILITIES[index] ?? 0]),
              markPoint: {
                silent: true,
                symbol: 'circle',
                symbolSize: 10,
                itemStyle: { color: colours.accent, borderWidth: 0 },
                data:
                  shown === null || utility === null
                    ? []
                    : [
                        {
                          name: criterion,
                          coord: [shown, utility],
                          label: {
                            formatter: t('criterion.reads', {
                              input: writeInput(criterion, input),
                              utility: format.number(utility, 1),
                            }),
                            position: shown > (lowest + highest) / 2 ? 'left' : 'right',
                            offset: [0, 18],
                            backgroundColor: colours.body,
                            padding: [0, 2],
                            fontSize: 14,
                            fontWeight: 600,
                            color: colours.accent,
                          },
                        },
                      ],
              },
            },
          ],
        }}
        table={{
          columns: [
            { key: 'input', label: t('points.input'), align: 'end' },
            { key: 'utility', label: t('criterion.utility'), align: 'end' },
          ],
          rows: anchors.map((anchor, index) => ({
            key: String(index),
            cells: [writeInput(criterion, anchor), format.number(UTILITIES[index])],
          })),
        }}
      />
    </DrawerBlock>
  )
}

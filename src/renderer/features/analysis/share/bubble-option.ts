import type { WalletBubble } from '#shared/contract/wallet.ts'
import type { ChartOption } from '../../../charts/register.ts'
import { tooltipContent } from '../../../charts/tooltip.ts'
import type { Colours } from '../../../components/theme/colours.ts'

const [SMALLEST, LARGEST] = [10, 56]
/** Symmetric growth beyond this is drawn at the edge, so that one leap does not flatten the rest. */
const MOST_GROWTH_PERCENT = 60
const NAMED = 9

export interface BubbleTexts {
  share: string
  customerGrowth: string
  wallet: string
  sales: string
  open: string
  evolution: string
  average: string
}

export interface BubbleOptionInput {
  /** With the customer's growth known, the largest wallet first. */
  bubbles: readonly WalletBubble[]
  averagePercent: number
  texts: BubbleTexts
  percent: (value: number) => string
  money: (value: number | null) => string
  index: (value: number | null) => string
  colours: Colours
}

/** Growth of what the customer buys in percent; null where it is new, lost or unknown. */
export function customerGrowthOf({ walletGrowth }: WalletBubble): number | null {
  return walletGrowth?.kind === 'percent' ? walletGrowth.percent : null
}

/** Falls behind the customer's own growth. */
export const losesShare = ({ evolutionIndex }: WalletBubble): boolean =>
  evolutionIndex !== null && evolutionIndex < 100

const within = (growth: number) => Math.max(-MOST_GROWTH_PERCENT, Math.min(MOST_GROWTH_PERCENT, growth))

/** Share against the customer's growth, the area by its wallet; who falls behind is drawn hollow. */
export function bubbleOption(input: BubbleOptionInput): ChartOption {
  const { bubbles, averagePercent, texts, percent, money, index, colours } = input
  const largest = Math.max(1, ...bubbles.map(({ wallet }) => wallet))
  const shares = [averagePercent, ...bubbles.map(({ sharePercent }) => sharePercent)]
  const sizeOf = (wallet: number) => Math.max(SMALLEST, LARGEST * Math.sqrt(wallet / largest))
  const named = new Set(bubbles.slice(0, NAMED).map(({ id }) => id))
  return {
    grid: { left: 8, right: 24, top: 28, bottom: 32, containLabel: true },
    xAxis: {
      type: 'value',
      name: texts.share,
      nameLocation: 'middle',
      nameGap: 28,
      min: Math.max(0, Math.floor((Math.min(...shares) - 2) / 10) * 10),
      max: Math.ceil((Math.max(...shares) + 8) / 10) * 10,
      splitLine: { show: false },
      axisLine: { show: true, lineStyle: { color: colours.strongBorder } },
      axisLabel: { formatter: percent },
    },
    yAxis: {
      type: 'value',
      name: texts.customerGrowth,
      nameLocation: 'end',
      nameTextStyle: { align: 'left' },
      axisLabel: { formatter: percent },
    },
    tooltip: {
      trigger: 'item',
      formatter: (params) => {
        const point = Array.isArray(params) ? params[0] : params
        const bubble = bubbles[point?.dataIndex ?? -1]
        if (!bubble) return ''
        return tooltipContent(bubble.name, [
          { name: texts.share, value: percent(bubble.sharePercent) },
          { name: texts.wallet, value: money(bubble.wallet) },
          { name: texts.sales, value: money(bubble.sales) },
          { name: texts.open, value: money(bubble.openAmount) },
          { name: texts.customerGrowth, value: percent(customerGrowthOf(bubble) ?? 0) },
          { name: texts.evolution, value: index(bubble.evolutionIndex) },
        ])
      },
    },
    series: [
      {
        type: 'scatter',
        data: bubbles.map((bubble) => ({
          name: bubble.name,
          value: [bubble.sharePercent, within(customerGrowthOf(bubble) ?? 0)],
          symbolSize: sizeOf(bubble.wallet),
          itemStyle: losesShare(bubble)
            ? { color: 'transparent', borderColor: colours.data, borderWidth: 2 }
            : { color: colours.data, opacity: 0.75 },
          label: {
            show: named.has(bubble.id),
            formatter: bubble.name,
            position: 'right' as const,
            fontSize: 14,
            color: colours.text,
            textBorderColor: colours.body,
            textBorderWidth: 3,
          },
        })),
        labelLayout: { hideOverlap: true },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: colours.strongBorder, type: 'dashed', width: 1 },
          label: { color: colours.dimmed, fontSize: 14, position: 'end' },
          data: [
            { xAxis: averagePercent, label: { formatter: texts.average } },
            { yAxis: 0, label: { show: false } },
          ],
        },
      },
    ],
  }
}

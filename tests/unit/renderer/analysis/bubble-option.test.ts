import { expect, it } from 'vitest'
import type { WalletBubble } from '#shared/contract/wallet.ts'
import { COLOURS } from '../../../../src/renderer/components/theme/colours.ts'
import { bubbleOption } from '../../../../src/renderer/features/analysis/share/bubble-option.ts'

const grew = (percent: number) => ({ kind: 'percent' as const, percent, symmetric: 0 })

const bubble = (name: string, part: Partial<WalletBubble>): WalletBubble => ({
  id: name,
  name,
  valueClass: null,
  sales: 1,
  wallet: 100,
  sharePercent: 40,
  salesGrowth: grew(0),
  walletGrowth: grew(10),
  evolutionIndex: 100,
  openAmount: null,
  isOver: false,
  ...part,
})

const text = String
const drawn = (bubbles: readonly WalletBubble[]) => {
  const option = bubbleOption({
    bubbles,
    averagePercent: 45,
    texts: {
      share: 'share',
      customerGrowth: 'growth',
      wallet: 'wallet',
      sales: 'sales',
      open: 'open',
      evolution: 'index',
      average: 'average',
    },
    percent: text,
    money: text,
    index: text,
    colours: COLOURS.light,
  })
  const series = Array.isArray(option.series) ? option.series[0] : option.series
  return {
    option,
    points: series?.data as { value: number[]; symbolSize: number; itemStyle: { color: string } }[],
  }
}

it('draws who falls behind the customer hollow, so that colour alone carries nothing', () => {
  const { points } = drawn([bubble('gains', {}), bubble('loses', { evolutionIndex: 99.9 })])
  expect(points.map(({ itemStyle }) => itemStyle.color)).toEqual([COLOURS.light.data, 'transparent'])
})

it('keeps one leap at the edge instead of flattening everybody else, and never beyond the axis', () => {
  const { points } = drawn([
    bubble('leaps', { walletGrowth: grew(4000) }),
    bubble('falls', { walletGrowth: grew(-90) }),
  ])
  expect(points.map(({ value }) => value[1])).toEqual([60, -60])
})

it('gives a wallet four times as large twice the width, and room on the axis for a share above 100 %', () => {
  const { option, points } = drawn([
    bubble('large', { wallet: 400 }),
    bubble('small', { wallet: 100, sharePercent: 130, isOver: true }),
  ])
  expect((points[0]?.symbolSize ?? 0) / (points[1]?.symbolSize ?? 1)).toBeCloseTo(2)
  expect(option.xAxis).toMatchObject({ min: 30, max: 140 })
})

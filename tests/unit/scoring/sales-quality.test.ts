import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUALITY_PARTS } from '#shared/domain/sales-quality.ts'
import { salesQuality } from '../../../src/main/scoring/sales-quality.ts'
import type { SoldLines } from '../../../src/main/scoring/sold-line-patterns.ts'

interface Line {
  account: number
  product?: number | null
  quantity?: number | null
  amount: number
  discountPercent?: number | null
  channel?: string | null
}

function columns(lines: readonly Line[]): SoldLines {
  return {
    account: lines.map(({ account }) => account),
    product: lines.map(({ product }) => product ?? null),
    quantity: lines.map(({ quantity }) => quantity ?? null),
    amount: lines.map(({ amount }) => amount),
    discountPercent: lines.map(({ discountPercent }) => discountPercent ?? null),
    channel: lines.map(({ channel }) => channel ?? null),
    isReturn: lines.map(({ amount }) => amount < 0),
  }
}

const NO_LIST = new Map<number, number | null>()
const steady = (account: number, count: number, extra: Partial<Line> = {}): Line[] =>
  Array.from({ length: count }, () => ({ account, product: 1, quantity: 10, amount: 1000, ...extra }))

describe('salesQuality', () => {
  it('gives full marks to undiscounted sales at list price without returns', () => {
    const quality = salesQuality(columns(steady(1, 6, { discountPercent: 0 })), new Map([[1, 100]])).get(1)
    expect(quality).toMatchObject({ score: 100, coverage: 100, listPercent: 100, signs: [] })
  })

  it('weights the discount by sales and the points by the scale', () => {
    const lines = [
      ...steady(1, 6, { discountPercent: 5 }),
      { account: 1, product: 1, quantity: 60, amount: 6000, discountPercent: 25 },
    ]
    const quality = salesQuality(columns(lines), new Map([[1, 100]])).get(1)
    expect(quality?.parts.discount.value).toBeCloseTo(15)
    expect(quality?.parts.discount.points).toBeCloseTo(50)
  })

  it('leaves parts nobody recorded out of the score and says how much of it is known', () => {
    const quality = salesQuality(columns(steady(1, 6)), new Map([[1, 100]])).get(1)
    expect(quality?.parts.discount).toEqual({ value: null, points: null, coveredPercent: 0 })
    expect(quality).toMatchObject({ coverage: 75, score: 100 })
  })

  it('gives no score where less than half of it is known', () => {
    const quality = salesQuality(columns(steady(1, 6, { product: null })), NO_LIST).get(1)
    expect(quality?.parts.price.value).toBeNull()
    expect(quality).toMatchObject({ coverage: 45, score: null })
  })

  it('holds prices against the median of the product where there is no list price, and says so', () => {
    const lines = [...steady(1, 6), ...steady(2, 6), ...steady(3, 6, { amount: 800 })]
    const quality = salesQuality(columns(lines), NO_LIST).get(3)
    expect(quality?.parts.price.value).toBeCloseTo(80)
    expect(quality?.listPercent).toBe(0)
  })

  it('does not hold a sole buyer of a product against himself', () => {
    expect(salesQuality(columns(steady(1, 6)), NO_LIST).get(1)?.parts.price.value).toBeNull()
  })

  it('counts what came back against what was sold', () => {
    const lines = [...steady(1, 6), { account: 1, product: 1, quantity: -3, amount: -300 }]
    const quality = salesQuality(columns(lines), NO_LIST).get(1)
    expect(quality?.parts.returns.value).toBeCloseTo(5)
    expect(quality?.parts.returns.points).toBeCloseTo(50)
  })

  it('points at a line far below the price and far above the usual quantity', () => {
    const lines = [...steady(1, 8), ...steady(2, 8), { account: 1, product: 1, quantity: 60, amount: 4500 }]
    const [sign] = salesQuality(columns(lines), NO_LIST).get(1)?.signs ?? []
    expect(sign).toMatchObject({ kind: 'low-price-volume', line: 16, quantityRatio: 6 })
    expect(sign?.pricePercent).toBeCloseTo(75)
  })

  it('leaves a large order at a price the account always has alone, however low', () => {
    const lines = [
      ...steady(1, 8, { amount: 800 }),
      ...steady(2, 20),
      { account: 1, product: 1, quantity: 60, amount: 4800 },
    ]
    expect(salesQuality(columns(lines), NO_LIST).get(1)?.signs).toEqual([])
  })

  it('leaves a large order at the usual price alone', () => {
    const lines = [...steady(1, 8), ...steady(2, 8), { account: 1, product: 1, quantity: 60, amount: 6000 }]
    expect(salesQuality(columns(lines), NO_LIST).get(1)?.signs).toEqual([])
  })

  it('points at one large purchase of a product the account never bought', () => {
    const others = [...steady(2, 4, { product: 9 }), ...steady(3, 4, { product: 9 })]
    const lines = [...steady(1, 6), ...others, { account: 1, product: 9, quantity: 50, amount: 5000 }]
    const signs = salesQuality(columns(lines), NO_LIST).get(1)?.signs
    expect(signs?.map(({ kind, line }) => ({ kind, line }))).toEqual([{ kind: 'one-off-product', line: 14 }])
  })

  it('points at large orders through a channel that is not the usual one', () => {
    const direct = steady(1, 30, { channel: 'direct' })
    const lines = [...direct, { account: 1, product: 1, quantity: 25, amount: 2500, channel: 'dealer' }]
    const [sign] = salesQuality(columns(lines), NO_LIST).get(1)?.signs ?? []
    expect(sign).toMatchObject({ kind: 'unusual-channel', line: 30, usualChannel: 'direct' })
  })

  it('sees no pattern in a handful of lines, so their regularity is unknown', () => {
    const quality = salesQuality(columns(steady(1, 5)), NO_LIST).get(1)
    expect(quality?.parts.regularity.points).toBeNull()
  })

  it('is a number in range or unknown, whatever the lines', () => {
    const line = fc.record({
      account: fc.integer({ min: 1, max: 4 }),
      product: fc.option(fc.integer({ min: 1, max: 3 })),
      quantity: fc.option(fc.integer({ min: -100, max: 100 })),
      amount: fc.integer({ min: -1_000_000, max: 1_000_000 }),
      discountPercent: fc.option(fc.double({ min: -10, max: 120, noNaN: true })),
      channel: fc.option(fc.constantFrom('a', 'b')),
    })
    const list = fc.option(fc.integer({ min: 0, max: 5000 }))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), list, (lines, price) => {
        for (const quality of salesQuality(columns(lines), new Map([[1, price]])).values()) {
          const figures = [quality.score, ...QUALITY_PARTS.map((part) => quality.parts[part].points)]
          for (const figure of figures) {
            if (figure === null) continue
            expect(figure).toBeGreaterThanOrEqual(0)
            expect(figure).toBeLessThanOrEqual(100 + 1e-9)
          }
          for (const sign of quality.signs) expect(Number.isFinite(sign.pricePercent ?? 0)).toBe(true)
        }
      }),
    )
  })
})

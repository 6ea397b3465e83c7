import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evolutionIndex, shareGrowth, shareOfWallet } from '../../../src/main/scoring/share-growth.ts'

it('parts the change of sales into the growth of the wallet and the change of share', () => {
  const result = shareGrowth({ sales: 30, wallet: 100 }, { sales: 42, wallet: 120 })
  expect(result.decomposition).toEqual({ change: 12, fromWallet: 6, fromShare: 6 })
  expect(result.before.share).toBe(0.3)
  expect(result.after.share).toBe(0.35)
  expect(result.evolutionIndex).toBeCloseTo(116.667, 3)
  expect(result.growth).toMatchObject({ kind: 'percent', percent: 40 })
  expect(result.walletGrowth).toMatchObject({ kind: 'percent', percent: 20 })
})

it('flags a share above 1 instead of clipping it', () => {
  expect(shareOfWallet({ sales: 150, wallet: 100 })).toEqual({
    share: 1.5,
    warning: 'wallet-smaller-than-sales',
  })
  expect(shareOfWallet({ sales: 100, wallet: 100 })).toEqual({ share: 1, warning: null })
})

it('leaves the shares open where the wallet is unknown or empty', () => {
  for (const wallet of [null, 0, -5]) {
    const result = shareGrowth({ sales: 30, wallet }, { sales: 42, wallet: 120 })
    expect(result).toMatchObject({ before: { share: null }, decomposition: null, evolutionIndex: null })
  }
  expect(shareOfWallet({ sales: -5, wallet: 100 }).share).toBeNull()
})

it('says new, lost and nothing at all instead of a percentage', () => {
  const at = (before: number, after: number) =>
    shareGrowth({ sales: before, wallet: null }, { sales: after, wallet: null }).growth
  expect(at(0, 5)).toEqual({ kind: 'new', symmetric: 2 })
  expect(at(5, 0)).toEqual({ kind: 'lost', symmetric: -2 })
  expect(at(0, 0)).toMatchObject({ kind: 'undefined' })
  expect(at(-5, 5)).toEqual({ kind: 'undefined', reason: 'negative-base' })
})

it('compares growth with the market: 100 when alike, nothing without a base', () => {
  expect(evolutionIndex(100, 110, 1000, 1100)).toBeCloseTo(100, 12)
  expect(evolutionIndex(100, 120, 1000, 1100)).toBeCloseTo(109.0909, 4)
  expect(evolutionIndex(0, 120, 1000, 1100)).toBeNull()
  expect(evolutionIndex(100, 120, 1000, 0)).toBeNull()
})

it('adds up to the digit for amounts, whatever they are', () => {
  const amount = fc.integer({ min: 0, max: 10 ** 12 })
  fc.assert(
    fc.property(amount, amount, amount, amount, (sales, wallet, laterSales, laterWallet) => {
      const { decomposition } = shareGrowth(
        { sales, wallet },
        { sales: laterSales, wallet: laterWallet },
        'whole',
      )
      if (!decomposition) {
        expect(Math.min(wallet, laterWallet) === 0 || sales > wallet).toBe(true)
        return
      }
      expect(decomposition.fromWallet + decomposition.fromShare).toBe(laterSales - sales)
      expect(Number.isSafeInteger(decomposition.fromWallet)).toBe(true)
    }),
  )
})

it('agrees with the formula of both parts', () => {
  const amount = fc.integer({ min: 1, max: 10 ** 6 })
  fc.assert(
    fc.property(amount, amount, amount, amount, (sales, wallet, laterSales, laterWallet) => {
      const { decomposition } = shareGrowth({ sales, wallet }, { sales: laterSales, wallet: laterWallet })
      const share = laterWallet * (laterSales / laterWallet - sales / wallet)
      const tolerance = 1e-9 * Math.max(Math.abs(share), laterSales, (sales * laterWallet) / wallet)
      expect(Math.abs((decomposition?.fromShare ?? Number.NaN) - share)).toBeLessThanOrEqual(tolerance)
    }),
  )
})

it('gives no NaN and no infinity for hostile figures', () => {
  const figure = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0, 1e308, 5e-324),
  )
  fc.assert(
    fc.property(figure, figure, figure, figure, (sales, wallet, laterSales, laterWallet) => {
      const result = shareGrowth({ sales, wallet }, { sales: laterSales, wallet: laterWallet })
      const figures = [
        result.before.share,
        result.after.share,
        result.evolutionIndex,
        ...Object.values(result.decomposition ?? {}),
      ]
      for (const value of figures) expect(value === null || Number.isFinite(value)).toBe(true)
    }),
  )
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { allocateWallet } from '../../../src/main/scoring/wallet-allocation.ts'

// Keiningham et al. 2015, The Wallet Allocation Rule: shares by rank for two, three and four brands.
it.each([
  [
    [1, 2],
    ['0.6667', '0.3333'],
  ],
  [
    [1, 2, 3],
    ['0.5000', '0.3333', '0.1667'],
  ],
  [
    [1, 2, 3, 4],
    ['0.4000', '0.3000', '0.2000', '0.1000'],
  ],
])('allocates the wallet by the ranks %j', (ranks, shares) => {
  expect(allocateWallet(ranks).map((share) => share.toFixed(4))).toEqual(shares)
})

it('gives tied suppliers their mean rank, however the ties are written', () => {
  expect(allocateWallet([1, 1, 3])).toEqual(allocateWallet([1.5, 1.5, 3]))
  expect(allocateWallet([1, 1])).toEqual([0.5, 0.5])
  expect(allocateWallet([1])).toEqual([1])
  expect(allocateWallet([])).toEqual([])
})

it('always sums to 1, the better rank never with the smaller share', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 9 }), { minLength: 1, maxLength: 30 }), (ranks) => {
      const shares = allocateWallet(ranks)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
      ranks.forEach((rank, i) => {
        ranks.forEach((other, j) => {
          if (rank < other) expect(shares[i]).toBeGreaterThan(shares[j] ?? 0)
        })
        expect(shares[i]).toBeGreaterThan(0)
      })
    }),
  )
})

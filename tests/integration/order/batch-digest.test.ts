import { expect, it } from 'vitest'
import { createBatchDigest } from '../../../src/main/domains/order/batch-digest.ts'
import type { LineContent } from '../../../src/main/domains/order/line-identity.ts'

it('the digest of a batch depends on what its rows say and not on the keys of this file', () => {
  const line = (amount: number, channel: string | null): LineContent => ({
    orderedOn: '2024-01-05',
    quantity: null,
    unitPrice: null,
    amount,
    currency: 'CNY',
    cost: null,
    discountPercent: null,
    channel,
  })
  const digestOf = (shift: number, last: LineContent, number = 'A-1') => {
    const digest = createBatchDigest({
      accountId: (key) => `account ${key - shift}`,
      productId: (key) => `product ${key - shift}`,
    })
    digest.add(0, 1 + shift, number, 7 + shift, line(100, null))
    digest.add(0, 1 + shift, number, null, line(100, 'dealer'))
    digest.add(1, 2 + shift, 'B-1', 7 + shift, last)
    return digest.finish()
  }
  const own = digestOf(0, line(5, null))
  expect(own).toMatch(/^[0-9a-f]{64}$/)
  expect(digestOf(4_000, line(5, null))).toBe(own)
  expect(digestOf(0, line(0, null))).toBe(digestOf(0, line(-0, null)))
  expect(digestOf(0, line(6, null))).not.toBe(own)
  expect(digestOf(0, line(5, ''))).not.toBe(own)
  expect(digestOf(0, line(5, null), 'A-2')).not.toBe(own)
})

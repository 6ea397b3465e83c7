import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  canonicalLine,
  type LineContent,
  lineIdentity,
} from '../../../src/main/domains/order/line-identity.ts'

const ACCOUNT = '6f1c2f0e-2f0d-5b0e-9d55-3a3b0f9f1a01'
const PRODUCT = '0d9b1a52-7c1e-5b7b-9d0e-6a1f52c8a4d7'

const content: fc.Arbitrary<LineContent> = fc.record({
  orderedOn: fc.constantFrom('2024-01-05', '2024-01-06'),
  quantity: fc.option(fc.integer()),
  unitPrice: fc.option(fc.integer()),
  amount: fc.integer(),
  currency: fc.constantFrom('CNY', 'USD'),
  cost: fc.option(fc.integer()),
  discountPercent: fc.option(fc.nat(1_000_000)),
  channel: fc.option(fc.string()),
})

it('a line has the same id wherever it is imported', () => {
  const line: LineContent = {
    orderedOn: '2024-01-05',
    quantity: 20_000,
    unitPrice: null,
    amount: 2_000_000,
    currency: 'CNY',
    cost: null,
    discountPercent: null,
    channel: '经销\t商',
  }
  const canonical = canonicalLine(PRODUCT, line)
  expect(canonical).toBe(`2024-01-05\t${PRODUCT}\t20000\t\t2000000\tCNY\t\t\t"经销\\t商"`)
  expect(lineIdentity(ACCOUNT, 'A-1', canonical, 1)).toBe('3a11f515-f91f-5e5c-ac00-1120d49779da')
})

it('twins of one order differ by their occurrence, equal lines of two orders by the order', () => {
  const canonical = canonicalLine(null, {
    orderedOn: '2024-01-05',
    quantity: null,
    unitPrice: null,
    amount: 1,
    currency: 'CNY',
    cost: null,
    discountPercent: null,
    channel: null,
  })
  const ids = [
    lineIdentity(ACCOUNT, 'A-1', canonical, 1),
    lineIdentity(ACCOUNT, 'A-1', canonical, 2),
    lineIdentity(ACCOUNT, 'A-2', canonical, 1),
    lineIdentity(PRODUCT, 'A-1', canonical, 1),
  ]
  expect(new Set(ids).size).toBe(4)
})

it('two lines have one canonical form only when they say the same', () => {
  fc.assert(
    fc.property(content, content, (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other)
      expect(canonicalLine(PRODUCT, one) === canonicalLine(PRODUCT, other)).toBe(isSame)
    }),
  )
  fc.assert(
    fc.property(content, (line) => {
      expect(canonicalLine(PRODUCT, line).split('\t')).toHaveLength(9)
    }),
  )
})
